import quake from '@tabler/icons/outline/activity.svg?raw';
import doubted from '@tabler/icons/outline/alert-octagon.svg?raw';
import warning from '@tabler/icons/outline/alert-triangle.svg?raw';
import ambulance from '@tabler/icons/outline/ambulance.svg?raw';
import anchor from '@tabler/icons/outline/anchor.svg?raw';
import held from '@tabler/icons/outline/archive.svg?raw';
import arrowDown from '@tabler/icons/outline/arrow-down-right.svg?raw';
import arrowFlat from '@tabler/icons/outline/arrow-right.svg?raw';
import arrowUp from '@tabler/icons/outline/arrow-up-right.svg?raw';
import bell from '@tabler/icons/outline/bell.svg?raw';
import ringing from '@tabler/icons/outline/bell-ringing.svg?raw';
import biohazard from '@tabler/icons/outline/biohazard.svg?raw';
import border from '@tabler/icons/outline/border-outer.svg?raw';
import out from '@tabler/icons/outline/broadcast-off.svg?raw';
import bulldozer from '@tabler/icons/outline/bulldozer.svg?raw';
import car from '@tabler/icons/outline/car.svg?raw';
import check from '@tabler/icons/outline/check.svg?raw';
import chevronDown from '@tabler/icons/outline/chevron-down.svg?raw';
import clock from '@tabler/icons/outline/clock.svg?raw';
import rain from '@tabler/icons/outline/cloud-rain.svg?raw';
import cloud from '@tabler/icons/outline/cloud-storm.svg?raw';
import phone from '@tabler/icons/outline/device-mobile.svg?raw';
import blind from '@tabler/icons/outline/eye-off.svg?raw';
import file from '@tabler/icons/outline/file-text.svg?raw';
import fireTruck from '@tabler/icons/outline/firetruck.svg?raw';
import flag from '@tabler/icons/outline/flag.svg?raw';
import flame from '@tabler/icons/outline/flame.svg?raw';
import question from '@tabler/icons/outline/help-circle.svg?raw';
import language from '@tabler/icons/outline/language.svg?raw';
import lifebuoy from '@tabler/icons/outline/lifebuoy.svg?raw';
import signOut from '@tabler/icons/outline/logout.svg?raw';
import pin from '@tabler/icons/outline/map-pin.svg?raw';
import message from '@tabler/icons/outline/message.svg?raw';
import minus from '@tabler/icons/outline/minus.svg?raw';
import moon from '@tabler/icons/outline/moon.svg?raw';
import navigation from '@tabler/icons/outline/navigation-exclamation.svg?raw';
import edit from '@tabler/icons/outline/pencil.svg?raw';
import call from '@tabler/icons/outline/phone-call.svg?raw';
import pause from '@tabler/icons/outline/player-pause.svg?raw';
import play from '@tabler/icons/outline/player-play.svg?raw';
import plus from '@tabler/icons/outline/plus.svg?raw';
import polygon from '@tabler/icons/outline/polygon.svg?raw';
import water from '@tabler/icons/outline/ripple.svg?raw';
import gauge from '@tabler/icons/outline/ruler-measure.svg?raw';
import rules from '@tabler/icons/outline/scale.svg?raw';
import police from '@tabler/icons/outline/shield.svg?raw';
import ship from '@tabler/icons/outline/ship.svg?raw';
import boat from '@tabler/icons/outline/speedboat.svg?raw';
import sun from '@tabler/icons/outline/sun.svg?raw';
import tool from '@tabler/icons/outline/tool.svg?raw';
import remove from '@tabler/icons/outline/trash.svg?raw';
import truck from '@tabler/icons/outline/truck.svg?raw';
import user from '@tabler/icons/outline/user.svg?raw';
import users from '@tabler/icons/outline/users.svg?raw';
import soundOn from '@tabler/icons/outline/volume.svg?raw';
import soundOff from '@tabler/icons/outline/volume-off.svg?raw';
import linked from '@tabler/icons/outline/wifi.svg?raw';
import unlinked from '@tabler/icons/outline/wifi-off.svg?raw';
import close from '@tabler/icons/outline/x.svg?raw';

/** Icons of Tabler (MIT), inlined when the console is built. */
export const icons = {
  ambulance,
  anchor,
  arrowDown,
  arrowFlat,
  arrowUp,
  bell,
  biohazard,
  blind,
  boat,
  border,
  bulldozer,
  call,
  car,
  check,
  chevronDown,
  clock,
  close,
  cloud,
  doubted,
  edit,
  file,
  fireTruck,
  flag,
  flame,
  gauge,
  held,
  language,
  lifebuoy,
  linked,
  message,
  minus,
  moon,
  navigation,
  out,
  pause,
  phone,
  pin,
  play,
  plus,
  police,
  polygon,
  quake,
  question,
  rain,
  remove,
  ringing,
  rules,
  ship,
  signOut,
  soundOff,
  soundOn,
  sun,
  tool,
  truck,
  unlinked,
  user,
  users,
  warning,
  water,
};
export type IconName = keyof typeof icons;

const hazards: Record<string, IconName> = {
  'flash-flood': 'water',
  earthquake: 'quake',
  'distress-at-sea': 'lifebuoy',
  'weather-warning': 'cloud',
  'chemical-release': 'biohazard',
  fire: 'flame',
  'navigational-warning': 'navigation',
};

/** A type that a site adds later gets the general sign; a ship in trouble is one whatever its type is called. */
export function hazardIcon(type: string, detail = ''): IconName {
  return detail === 'HazardDetail.Vessel' ? 'ship' : (hazards[type] ?? 'warning');
}

const units: [RegExp, IconName][] = [
  [/ambulance/, 'ambulance'],
  [/boat|vessel|tug|navy/, 'boat'],
  [/ladder|fire|rescue|hazmat|search/, 'fireTruck'],
  [/patrol|police|cordon/, 'police'],
  [/loader|dozer|earth|grader/, 'bulldozer'],
  [/pump|drain|water|power|repair|crew|tanker/, 'tool'],
];

export function unitIcon(kind: string): IconName {
  return units.find(([pattern]) => pattern.test(kind))?.[1] ?? 'truck';
}
