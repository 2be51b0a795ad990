/** The site as the API tells it, for working on the console without a server. */

const words = (ar: string, en: string) => ({ ar, en });
const at = (latDeg: number, lonDeg: number) => ({ latDeg, lonDeg });
const stages = { actionM: 0.8, minorM: 1.0, moderateM: 1.5, majorM: 2.5 };

const level = (id: string, rank: number, ar: string, colour: string) => ({
  id,
  rank,
  name: words(ar, id),
  colour,
});

const around = (...corners: [number, number][]) => ({
  polygons: [{ outer: [...corners, corners[0] ?? [0, 0]].map(([lat, lon]) => at(lat, lon)), holes: [] }],
  circles: [],
});

const borders = {
  territory: around(
    [29.546, 34.972],
    [29.62, 34.995],
    [29.9, 35.08],
    [29.9, 35.7],
    [29.25, 35.7],
    [29.353, 34.97],
    [29.355, 34.915],
    [29.48, 34.945],
  ),
  neighbours: [
    {
      id: 'eilat',
      name: words('إيلات', 'Eilat'),
      agency: words('سلطات الطوارئ في إيلات', 'emergency authorities of Eilat'),
      channel: { ar: 'عن طريق المركز الوطني للأمن وإدارة الأزمات', en: 'by way of the national centre' },
      area: around([29.62, 34.995], [29.546, 34.972], [29.5, 34.9], [29.62, 34.88]),
    },
  ],
};

export const info = {
  id: 'aqaba',
  name: words('العقبة', 'Aqaba'),
  timeZone: 'Asia/Amman',
  languages: ['ar', 'en'],
  centre: at(29.5319, 35.0056),
  capSender: 'eoc.aqaba.example',
  smsSender: 'AqabaEOC',
  borders,
  levels: [
    level('green', 0, 'أخضر', '#2e7d32'),
    level('yellow', 1, 'أصفر', '#f9a825'),
    level('orange', 2, 'برتقالي', '#ef6c00'),
    level('red', 3, 'أحمر', '#c62828'),
  ],
  hazardTypes: [
    { id: 'flash-flood', name: words('سيل جارف', 'Flash flood'), capCategory: 'Met', staysFor: 'PT6H' },
    { id: 'earthquake', name: words('زلزال', 'Earthquake'), capCategory: 'Geo', staysFor: 'PT24H' },
    {
      id: 'distress-at-sea',
      name: words('استغاثة في البحر', 'Distress at sea'),
      capCategory: 'Rescue',
      staysFor: 'PT2H',
    },
    {
      id: 'weather-warning',
      name: words('تحذير جوي', 'Weather warning'),
      capCategory: 'Met',
      staysFor: 'PT12H',
    },
    { id: 'fire', name: words('حريق', 'Fire'), capCategory: 'Fire', staysFor: 'PT6H' },
  ],
};

const gauge = (id: string, ar: string, en: string, latDeg: number, lonDeg: number, water: boolean) => ({
  id,
  name: words(ar, en),
  place: at(latDeg, lonDeg),
  wadi: id === 'RG3' ? 'shallala' : 'yutum',
  stages: water ? stages : null,
  rainActionMm30: water ? null : 15,
  expectedEvery: 'PT5M',
  downstream: [],
  provenance: 'invented',
});

const unit = (
  id: string,
  kind: string,
  ar: string,
  en: string,
  latDeg: number,
  lonDeg: number,
  crew: number,
) => ({
  id,
  name: words(ar, en),
  agency: 'civil-defence',
  kind,
  skills: [],
  base: at(latDeg, lonDeg),
  speedMps: 14,
  crew,
});

export const wordings = {
  watch: {
    ar: {
      headline: 'مراقبة سيول: العقبة ووادي اليتم، اليوم 15:00-21:00',
      sms: 'تمرين. عمليات العقبة: أمطار غزيرة وسيول محتملة اليوم 15:00-21:00 في العقبة ووادي اليتم. ابتعدوا عن الأودية ومجاري السيول وتابعوا رسائلنا. تمرين',
      instruction: 'ابتعدوا عن الأودية ومجاري السيول، ولا توقفوا المركبات فيها. تابعوا رسائلنا.',
    },
    en: {
      headline: 'Flash flood watch: Aqaba and Wadi Yutum, today 15:00-21:00',
      sms: 'EXERCISE. Aqaba EOC: Heavy rain, flash floods possible today 15:00-21:00 in Aqaba and Wadi Yutum. Keep out of wadis and flood channels. Watch for our messages. EXERCISE',
      instruction: 'Keep out of wadis and flood channels, and do not park there. Watch for our messages.',
    },
  },
  evacuate: {
    ar: {
      headline: 'إخلاء فوري: سيل وادي اليتم يصل الشامية بين 17:15 و17:50',
      sms: 'تمرين. عمليات العقبة: سيل جارف في وادي اليتم يصل الشامية بين 17:15 و17:50. غادروا المناطق المنخفضة الآن إلى أرض مرتفعة. لا تعبروا الماء. تمرين',
      instruction:
        'غادروا المناطق المنخفضة الآن إلى أرض مرتفعة، سيراً إن أمكن. لا تعبروا الماء ولا تقودوا فيه.',
    },
    en: {
      headline: 'Leave now: Wadi Yutum flood reaches Shamiya between 17:15 and 17:50',
      sms: 'EXERCISE. Aqaba EOC: Flash flood in Wadi Yutum reaches Shamiya between 17:15 and 17:50. Leave low-lying areas now for high ground. Do not cross water. EXERCISE',
      instruction:
        'Leave low-lying areas now for high ground, on foot if you can. Do not cross water or drive into it.',
    },
  },
  overboard: {
    ar: {
      headline: 'سقوط شخص في البحر 16:25',
      sms: 'تمرين. رقابة الميناء: شخص في البحر 16:25 عند 29.4700 شمالاً 34.9690 شرقاً. على القوارب القريبة التهدئة والمراقبة والإبلاغ على القناة 16. تمرين',
      instruction: 'على القوارب القريبة: خففوا السرعة، ضعوا مراقباً، أبلغوا رقابة الميناء على القناة 16.',
    },
    en: {
      headline: 'Man overboard, 16:25',
      sms: 'EXERCISE. Port Control: Man overboard 16:25 at 29.4700 N 34.9690 E. Vessels near: slow down, keep a sharp lookout, report on VHF 16. Rescue boat on its way. EXERCISE',
      instruction: 'Vessels near: slow down, post a lookout, report to Port Control on VHF 16.',
    },
  },
  shallala: {
    ar: {
      headline: 'خطر فوري: سيل سريع نحو حي الشلالة',
      sms: 'تمرين. عمليات العقبة: سيل سريع من الجبال نحو حي الشلالة الآن. اصعدوا فوراً إلى طابق أعلى. لا تنزلوا إلى الشارع أو القبو. الطوارئ 911. تمرين',
      instruction: 'اصعدوا فوراً إلى طابق أعلى وابقوا فيه حتى نبلغكم.',
    },
    en: {
      headline: 'Act now: fast flood towards Shallala',
      sms: 'EXERCISE. Aqaba EOC: Fast flood from the hills towards Shallala now. Go up to a higher floor at once. Stay out of streets and basements. Emergency 911. EXERCISE',
      instruction: 'Go up to a higher floor at once and stay there until we tell you.',
    },
  },
  correction: {
    ar: {
      headline: 'تصحيح: لا سيل في الشلالة، رسالة 17:10 كانت خطأ',
      sms: 'تمرين. عمليات العقبة: تصحيح. رسالة سيل الشلالة 17:10 خطأ من جهاز قياس. لا سيل في الشلالة. تحذيرات الشاطئ ووادي اليتم قائمة. نعتذر. تمرين',
      instruction: 'لا سيل في الشلالة. تحذيرات الشاطئ ووادي اليتم قائمة.',
    },
    en: {
      headline: 'Correction: no flood in Shallala, the 17:10 message was an error',
      sms: 'EXERCISE. Aqaba EOC: Correction. The 17:10 Shallala flood message came from a faulty gauge. No flood there. Shore and Wadi Yutum warnings stand. We apologise. EXERCISE',
      instruction: 'There is no flood in Shallala. Shore and Wadi Yutum warnings stand.',
    },
  },
};

const open = (key: string, kind: string, ar: [string, string], en: [string, string], choices = {}) => ({
  key,
  kind,
  exerciseOnly: false,
  choices,
  cap: {
    category: 'Met',
    event: 'Flash flood',
    responseTypes: ['Evacuate'],
    urgency: 'IMMEDIATE',
    severity: 'SEVERE',
    certainty: 'OBSERVED',
  },
  scope: 'PUBLIC',
  audience: { publicRegister: true, institutions: true, listed: [] },
  validFor: 'PT3H',
  wordings: {
    ar: { headline: ar[0], sms: ar[1], instruction: '' },
    en: { headline: en[0], sms: en[1], instruction: '' },
  },
});

export const site = {
  info,
  messages: [
    open(
      'manual',
      'ALERT',
      [
        '{word:what} في {places} {time}',
        'عمليات العقبة: {word:what} في {places} {time}. {word:action}. الطوارئ 911',
      ],
      [
        '{word:what} in {places}, {time}',
        'Aqaba EOC: {word:what} in {places}, {time}. {word:action}. Emergency 911',
      ],
      { what: ['fire', 'smoke'], action: ['leave-area', 'stay-indoors'] },
    ),
    open(
      'flood-arrival',
      'ALERT',
      [
        'إخلاء فوري: سيل وادي اليتم يصل الشامية نحو {time}',
        'عمليات العقبة: سيل جارف في وادي اليتم يصل الشامية نحو {time}. غادروا المناطق المنخفضة الآن إلى أرض مرتفعة. لا تعبروا الماء. الطوارئ 911',
      ],
      [
        'Leave now: Wadi Yutum flood reaches Shamiya about {time}',
        'Aqaba EOC: Flash flood in Wadi Yutum reaches Shamiya about {time}. Leave low-lying areas now for high ground. Do not cross water. Emergency 911',
      ],
    ),
    open(
      'flood-all-clear',
      'ALL_CLEAR',
      [
        'انتهى خطر السيل في وادي اليتم {time}',
        'عمليات العقبة: انتهى خطر السيل في وادي اليتم {time}. يمكنكم العودة إلى الشامية.',
      ],
      [
        'Flood danger over in Wadi Yutum, {time}',
        'Aqaba EOC: Flood danger in Wadi Yutum over at {time}. You may return to Shamiya.',
      ],
    ),
    open(
      'correction',
      'CORRECTION',
      [
        'تصحيح: رسالة {sent} كانت خطأ',
        'عمليات العقبة: تصحيح. رسالتنا {sent} أرسلت خطأ، ولا داعي للعمل بها. نعتذر',
      ],
      [
        'Correction: the {sent} message was an error',
        'Aqaba EOC: Correction. Our {sent} message was sent in error, no need to follow it. We apologise.',
      ],
    ),
  ],
  words: {
    fire: words('حريق', 'Fire'),
    smoke: words('دخان كثيف', 'Thick smoke'),
    'leave-area': words('غادروا المكان الآن سيراً', 'Leave the place now on foot'),
    'stay-indoors': words('ادخلوا المباني وأغلقوا النوافذ', 'Go indoors, close windows'),
  },
  units: [
    unit('cd-rescue-1', 'rescue', 'إنقاذ 1 (المدينة)', 'Rescue 1 (town)', 29.531, 35.008, 6),
    unit('cd-rescue-2', 'rescue', 'إنقاذ 2 (الشمال)', 'Rescue 2 (north)', 29.566, 35.022, 6),
    unit('amb-1', 'ambulance', 'إسعاف 1', 'Ambulance 1', 29.562, 35.02, 3),
    unit('amb-2', 'ambulance', 'إسعاف 2', 'Ambulance 2', 29.53, 35.01, 3),
    unit('hp-1', 'highway-patrol', 'دورية خارجية 1', 'Highway patrol 1', 29.6, 35.05, 2),
    unit('pp-1', 'patrol', 'دورية 1', 'Patrol 1', 29.535, 35.006, 2),
    unit('boat-1', 'rescue-boat', 'زورق إنقاذ 1', 'Rescue boat 1', 29.508, 34.996, 5),
    unit('tug-1', 'tug', 'قاطرة 1', 'Tug 1', 29.478, 34.973, 6),
    unit('loader-1', 'loader', 'جرافة 1', 'Loader 1', 29.545, 35.012, 1),
    unit('pump-1', 'pump', 'مضخة 1', 'Pump 1', 29.545, 35.013, 2),
  ],
  gauges: [
    gauge('RG1', 'مقياس مطر القويرة', 'Quweira rain gauge', 29.797, 35.312, false),
    gauge('RG2', 'مقياس مطر تتن', 'Titn rain gauge', 29.65, 35.25, false),
    gauge('RG3', 'مقياس مطر الشلالة', 'Shallala rain gauge', 29.53, 35.04, false),
    gauge('Y1', 'مقياس اليتم الأعلى', 'Upper Yutum gauge', 29.69, 35.17, true),
    gauge('Y2', 'مقياس مصب اليتم', 'Yutum mouth gauge', 29.588, 35.062, true),
  ],
  feeds: [
    { id: 'usgs', format: 'usgs-geojson', expects: 'PT2M', tells: ['earthquake'] },
    { id: 'gauges', format: 'nwis-json', expects: 'PT1M', tells: ['flash-flood'] },
    { id: 'ais', format: 'ais', expects: 'PT1M', tells: ['distress-at-sea'] },
    { id: 'jo-meteo', format: 'cap', expects: 'PT5M', tells: ['weather-warning'] },
  ],
  rules: [
    { id: 'weather-watch', hazard: 'weather-warning', level: 'yellow', message: 'flood-watch' },
    { id: 'wadi-yutum-flood', hazard: 'flash-flood', level: 'red', message: 'flood-arrival' },
    { id: 'shallala-flash', hazard: 'flash-flood', level: 'red', message: null },
  ],
  runCards: ['flood', 'man-overboard'],
  people: [
    { ref: 'op-1', name: words('ضابط العمليات', 'Duty operator') },
    { ref: 'ap-1', name: words('صاحب الموافقة', 'Approver') },
    { ref: 'di-1', name: words('موجّه الوحدات', 'Dispatcher') },
  ],
};
