import type { Entry } from '../catalogue.ts';

/** What people report: a call of distress, shaking that was felt, any other hazard. */
export const report = {
  'report.distress.short': { en: 'Distress', ar: 'استغاثة' },
  'report.felt.short': { en: 'Shaking', ar: 'هزة' },
  'report.hazard.short': { en: 'Other', ar: 'خطر آخر' },
  'report.buttons': { en: 'Record a report', ar: 'تسجيل بلاغ' },
  'report.distress.title': { en: 'A call of distress at sea', ar: 'نداء استغاثة من البحر' },
  'report.felt.title': { en: 'People felt the ground shake', ar: 'أشخاص أحسوا بهزة أرضية' },
  'report.kind': { en: 'How it came', ar: 'كيف ورد' },
  'report.mmsi': { en: 'MMSI (9 digits, if known)', ar: 'رقم MMSI (9 أرقام إن عُرف)' },
  'report.mmsi.wrong': { en: 'MMSI: nine digits, or nothing', ar: 'رقم MMSI: تسعة أرقام أو يُترك فارغاً' },
  'report.persons': { en: 'People in distress (if known)', ar: 'عدد المستغيثين (إن عُرف)' },
  'report.persons.wrong': { en: 'People: a whole number, or nothing', ar: 'العدد: رقم صحيح أو يُترك فارغاً' },
  'report.source': { en: 'Who told it', ar: 'صاحب البلاغ' },
  'report.source.hint': { en: 'Port Control, VHF 16', ar: 'رقابة الميناء، القناة 16' },
  'report.source.felt.hint': { en: 'three calls to 911', ar: 'ثلاثة اتصالات بالرقم 911' },
  'report.at': { en: 'When (site’s clock)', ar: 'الوقت (بساعة الموقع)' },
  'report.at.wrong': { en: 'When: a time of day as 17:05', ar: 'الوقت: ساعة من اليوم مثل 17:05' },
  'report.what': { en: 'What is said', ar: 'نص البلاغ باختصار' },
  'report.what.hint': { en: 'fishing boat taking water', ar: 'قارب صيد يتسرب إليه الماء' },
  'report.place': { en: 'Position', ar: 'الموقع' },
  'report.place.click': {
    en: 'Click the place on the map, or type it',
    ar: 'انقر الموقع على الخريطة أو اكتب إحداثياته',
  },
  'report.place.typed': { en: 'Latitude and longitude', ar: 'خط العرض وخط الطول' },
  'report.place.wrong': { en: 'This is no position yet.', ar: 'هذه ليست إحداثيات مكتملة.' },
  'report.place.far': {
    en: 'More than {km} km from the city. Is it right?',
    ar: 'يبعد عن المدينة أكثر من {km} كم. هل هو صحيح؟',
  },
  'report.mmi': { en: 'How strong was it?', ar: 'ما مدى قوتها؟' },
  'report.mmi.missing': { en: 'How strong it was', ar: 'مدى القوة' },
  'report.send': { en: 'Record the report', ar: 'تسجيل البلاغ' },

  // In words of our own, after the modified Mercalli scale (Wood and Neumann 1931, as USGS abridges it).
  'felt.1': { en: 'Not felt, or by very few', ar: 'لم يحس بها أحد، أو قلة نادرة' },
  'felt.2': { en: 'Felt by a few at rest, on upper floors', ar: 'أحس بها قلة ساكنون في طوابق عليا' },
  'felt.3': {
    en: 'Felt indoors like a lorry passing; hanging things swing',
    ar: 'أُحس بها داخل المباني كمرور شاحنة، وتتأرجح الأشياء المعلقة',
  },
  'felt.4': {
    en: 'Felt by most indoors; windows and dishes rattle',
    ar: 'أحس بها معظم من في الداخل، وتهتز النوافذ والأواني',
  },
  'felt.5': {
    en: 'Felt by nearly everyone; sleepers wake, small things fall',
    ar: 'أحس بها الجميع تقريباً، يستيقظ النائمون وتسقط أشياء صغيرة',
  },
  'felt.6': {
    en: 'Felt by all, many frightened; furniture moves, plaster cracks',
    ar: 'أحس بها الجميع وخاف كثيرون، يتحرك الأثاث ويتشقق الطلاء',
  },
  'felt.7': {
    en: 'Hard to stand; weak buildings damaged, chimneys or walls crack',
    ar: 'يصعب الوقوف، تتضرر المباني الضعيفة وتتصدع جدران',
  },
  'felt.8': {
    en: 'Walls fall, ordinary buildings partly collapse',
    ar: 'تسقط جدران وتنهار أجزاء من مبانٍ عادية',
  },
  'felt.9': {
    en: 'Good buildings badly damaged, ground cracks',
    ar: 'أضرار بالغة في مبانٍ متينة، وتتشقق الأرض',
  },
  'felt.10': {
    en: 'Most buildings destroyed, landslides',
    ar: 'تدمّر معظم المباني وتحدث انهيارات أرضية',
  },
} satisfies Record<string, Entry>;
