import type { Entry } from '../catalogue.ts';

/** What is around and not journaled: ships, search circles, protective areas. */
export const around = {
  'ship.title': { en: 'Ships', ar: 'السفن' },
  'ship.layer': { en: 'Ships', ar: 'السفن' },
  'ship.list.show': { en: 'List', ar: 'القائمة' },
  'ship.list.hide': { en: 'Close the list', ar: 'إغلاق القائمة' },
  'ship.speed': { en: '{kn} kn', ar: '{kn} عقدة' },
  'ship.still': { en: 'lies still', ar: 'ساكنة' },
  'ship.stale': { en: 'not heard for long', ar: 'لم تُسمع منذ مدة' },
  'ship.cut': {
    en: '{n} of {all} are shown. Zoom in to see the others.',
    ar: 'تظهر {n} من {all}. كبّر الخريطة لترى البقية.',
  },
  'ship.distress': { en: 'in distress', ar: 'إشارة استغاثة' },
  'ship.kind.CLASS_A': { en: 'ship', ar: 'سفينة' },
  'ship.kind.CLASS_B': { en: 'small craft', ar: 'قارب صغير' },
  'ship.kind.AID': { en: 'buoy or light', ar: 'عوامة أو منارة' },
  'ship.kind.AIRCRAFT': { en: 'rescue aircraft', ar: 'طائرة إنقاذ' },
  'ship.kind.BEACON': { en: 'distress beacon, silent or in test', ar: 'جهاز استغاثة، صامت أو قيد الاختبار' },
  'ship.kind.STATION': { en: 'station ashore', ar: 'محطة على البر' },
  'ship.doubt.NO_FIX': { en: 'says that it has no position', ar: 'لا تعرف موقعها' },
  'ship.doubt.JUMP': { en: 'cannot be where it says', ar: 'لا يمكن أن تكون حيث تقول' },
  'ship.doubt.TWO_SHIPS': { en: 'two ships use this number', ar: 'سفينتان تستخدمان هذا الرقم' },
  'ship.doubt.CROWD': { en: 'false satellite signals likely', ar: 'إشارات أقمار مضللة على الأرجح' },
  'ship.status.0': { en: 'under way', ar: 'مبحرة' },
  'ship.status.1': { en: 'at anchor', ar: 'راسية بالمرساة' },
  'ship.status.2': { en: 'not under command', ar: 'خارج السيطرة' },
  'ship.status.3': { en: 'restricted in her ability to manoeuvre', ar: 'مقيدة القدرة على المناورة' },
  'ship.status.4': { en: 'constrained by her draught', ar: 'مقيدة بغاطسها' },
  'ship.status.5': { en: 'moored', ar: 'مربوطة بالرصيف' },
  'ship.status.6': { en: 'aground', ar: 'جانحة' },
  'ship.status.7': { en: 'fishing', ar: 'تصطاد' },
  'ship.status.8': { en: 'under sail', ar: 'تبحر بالشراع' },

  'extent.SEARCH': {
    en: 'Search circle, radius {r}, last position {ago}',
    ar: 'دائرة بحث نصف قطرها {r}، آخر موقع {ago}',
  },
  'extent.PROTECTIVE_SECTOR': {
    en: 'Protect {r} down the wind, nobody within {i}, since {at}',
    ar: 'حماية حتى {r} مع اتجاه الريح، وإخلاء {i} حول المكان، منذ {at}',
  },
  'extent.PROTECTIVE_CIRCLE': {
    en: 'Protect {r} all around (little or unknown wind), nobody within {i}, since {at}',
    ar: 'حماية {r} من كل الجهات (ريح خفيفة أو مجهولة)، وإخلاء {i} حول المكان، منذ {at}',
  },
  'extent.ISOLATION_CIRCLE': {
    en: 'Unknown substance: nobody within {i}, since {at}',
    ar: 'مادة مجهولة: إخلاء {i} حول المكان، منذ {at}',
  },
  'map.legend.search': { en: 'search circle, grows and drifts', ar: 'دائرة بحث، تتسع وتنجرف' },
  'map.legend.protective': { en: 'protective area of a release', ar: 'نطاق الحماية من تسرب' },
  'map.legend.ships': {
    en: 'Ships: triangles sail, circles lie still, small ones are small craft, diamonds are buoys, a crossed circle is in distress; pale ones are not heard any more, broken ones not believed.',
    ar: 'السفن: المثلث مبحر والدائرة ساكنة، والصغير منها قارب صغير، والمعيّن عوامة، والدائرة المشطوبة استغاثة. الباهت لم يعد يُسمع، والمتقطع موقعه مشكوك فيه.',
  },
  'compose.where.hazard': { en: 'The hazard’s area', ar: 'نطاق الخطر' },
  'compose.where.hazard.note': {
    en: 'As it is on the map when the alert is proposed.',
    ar: 'كما هو على الخريطة عند تقديم الإنذار.',
  },
  'compose.forArea': { en: 'Alert for its area…', ar: 'إنذار لنطاقه…' },
} satisfies Record<string, Entry>;
