import type { Entry } from '../catalogue.ts';

/** What is wrong with a zone: keys that the house sends, with what fills the gaps. */
export const mistakes = {
  'mistake.english': {
    en: 'The house says some of them in English only.',
    ar: 'بعضها يرد بالإنجليزية كما يكتبه النظام.',
  },
  'mistake.key.missing': { en: '{name} is missing.', ar: 'الحقل {name} ناقص.' },
  'mistake.key.empty': { en: '{name} has no value.', ar: 'الحقل {name} بلا قيمة.' },
  'mistake.key.unknown': { en: '{name} is unknown here.', ar: 'الحقل {name} غير معروف هنا.' },
  'mistake.key.no-text': { en: '{name} must be text.', ar: 'يجب أن يكون {name} نصاً.' },
  'mistake.key.no-number': { en: '{name} must be a plain number.', ar: 'يجب أن يكون {name} رقماً.' },
  'mistake.key.not-whole': { en: '{name} must be a whole number.', ar: 'يجب أن يكون {name} عدداً صحيحاً.' },
  'mistake.key.no-list': { en: '{name} must be a list.', ar: 'يجب أن يكون {name} قائمة.' },
  'mistake.key.no-map': {
    en: '{name} must be an object of names and values.',
    ar: 'يجب أن يكون {name} عنصراً من أسماء وقيم.',
  },

  'mistake.name.a longitude': { en: 'a longitude', ar: 'خط الطول' },
  'mistake.name.a latitude': { en: 'a latitude', ar: 'خط العرض' },
  'mistake.name.a position': { en: 'a position', ar: 'الموضع' },
  'mistake.name.a ring': { en: 'an outline', ar: 'خط الحدود' },
  'mistake.name.a polygon': { en: 'a polygon', ar: 'المضلع' },
  'mistake.name.a line': { en: 'a line', ar: 'الخط' },
  'mistake.name.a road': { en: 'a road', ar: 'الطريق' },
  'mistake.name.the file': { en: 'the text', ar: 'النص' },

  'mistake.zone.not-json': { en: 'This is no JSON.', ar: 'النص ليس JSON سليماً.' },
  'mistake.zone.not-a-feature': {
    en: 'It must be a Feature, not a {type}.',
    ar: 'يجب أن يكون Feature لا {type}.',
  },
  'mistake.zone.another-id': {
    en: 'The text gives the zone another short name: {id}.',
    ar: 'النص يعطي المنطقة اسماً مختصراً آخر: {id}.',
  },
  'mistake.zone.id-taken': {
    en: 'The zone {id} is there already, on line {line}.',
    ar: 'المنطقة {id} موجودة من قبل في السطر {line}.',
  },
  'mistake.zone.language-missing': {
    en: '{name} is missing: this language is mandatory.',
    ar: 'الحقل {name} ناقص: هذه اللغة إلزامية.',
  },
  'mistake.zone.site-term': {
    en: 'A site term lies between -3 and 3 units of intensity.',
    ar: 'تصحيح الموقع للشدة يقع بين -3 و3 درجات.',
  },
  'mistake.zone.tag': {
    en: 'A tag is named with a-z, 0-9 and _, and unlike {taken}: {name}.',
    ar: 'يُكتب اسم الوسم بحروف a-z وأرقام و_، ويختلف عن {taken}. المكتوب: {name}.',
  },
  'mistake.zone.keep-off': {
    en: 'keep_off is latitude, longitude and metres, several with a semicolon: {value}.',
    ar: 'يُكتب keep_off بخط العرض ثم خط الطول ثم الأمتار، ويُفصل بين عدة منها بفاصلة منقوطة. المكتوب: {value}.',
  },
  'mistake.zone.group': {
    en: 'A group is named with a-z, 0-9 and _: {name}.',
    ar: 'يُكتب اسم المجموعة بحروف a-z وأرقام و_. المكتوب: {name}.',
  },
  'mistake.zone.day': {
    en: 'A day is MO TU WE TH FR SA SU, not {value}.',
    ar: 'يُكتب اليوم MO TU WE TH FR SA SU، لا {value}.',
  },
  'mistake.zone.no-days': {
    en: 'A schedule names at least one day.',
    ar: 'يذكر الجدول يوماً واحداً على الأقل.',
  },
  'mistake.zone.time': {
    en: '{name} is a time of day such as 07:30, not {value}.',
    ar: 'الحقل {name} وقت من اليوم مثل 07:30، لا {value}.',
  },
  'mistake.zone.negative': { en: '{name} cannot be less than 0.', ar: 'لا يقل {name} عن 0.' },

  'mistake.zone.swapped': {
    en: 'Latitude and longitude look swapped: GeoJSON wants [longitude, latitude].',
    ar: 'يبدو أن خط العرض وخط الطول معكوسان: يُكتب في GeoJSON خط الطول قبل خط العرض.',
  },
  'mistake.zone.no-polygon': {
    en: 'A zone is a Polygon or MultiPolygon, not {type}.',
    ar: 'المنطقة Polygon أو MultiPolygon، لا {type}.',
  },
  'mistake.zone.no-coordinates': {
    en: 'The coordinates are missing or empty.',
    ar: 'الإحداثيات ناقصة أو فارغة.',
  },
  'mistake.zone.too-many-places': {
    en: 'More than {most} corners in one zone: simplify it.',
    ar: 'أكثر من {most} زاوية في منطقة واحدة: بسّطها.',
  },
  'mistake.zone.position': {
    en: 'A position is [longitude, latitude].',
    ar: 'يُكتب الموضع [خط الطول، خط العرض].',
  },
  'mistake.zone.degrees': {
    en: 'There is no place at latitude {lat}, longitude {lon}.',
    ar: 'لا مكان عند خط العرض {lat} وخط الطول {lon}.',
  },
  'mistake.zone.ring': {
    en: 'An outline has at least three corners and ends where it begins.',
    ar: 'للحدود ثلاث زوايا على الأقل، وتنتهي حيث تبدأ.',
  },
  'mistake.zone.antimeridian': {
    en: 'The outline crosses the 180th meridian: split the zone there.',
    ar: 'الحدود تعبر خط الطول 180: اقسم المنطقة عنده.',
  },
  'mistake.zone.too-large': {
    en: '{km} km² is too large for a zone (at most {most}).',
    ar: 'المساحة {km} كم² أكبر من أن تكون منطقة (الحد {most}).',
  },
  'mistake.zone.too-far': {
    en: 'It lies {km} km from the centre of the site.',
    ar: 'تبعد {km} كم عن مركز الموقع.',
  },
  'mistake.zone.buffer-missing': {
    en: 'A {type} needs buffer_m, the metres around it.',
    ar: 'يحتاج {type} إلى buffer_m، أي المسافة حوله بالأمتار.',
  },
  'mistake.zone.buffer-of-polygon': {
    en: 'buffer_m is for a point or a line; a {type} is the zone itself.',
    ar: 'buffer_m للنقطة أو الخط، أما {type} فهو المنطقة نفسها.',
  },
  'mistake.zone.buffer-range': {
    en: 'The metres around it are more than 0 and at most {most}.',
    ar: 'المسافة حولها أكثر من 0 متر وأقصاها {most}.',
  },
  'mistake.zone.line-too-short': {
    en: 'A line has two places or more.',
    ar: 'للخط موضعان على الأقل.',
  },
  'mistake.zone.outline-crosses': {
    en: 'The outline crosses itself at {place}.',
    ar: 'الحدود تتقاطع مع نفسها عند {place}.',
  },
  'mistake.zone.outline-hole-outside': {
    en: 'A hole lies outside of its outline, at {place}.',
    ar: 'فجوة تقع خارج حدودها عند {place}.',
  },
  'mistake.zone.outline-nested': {
    en: 'Outlines or holes lie within each other, at {place}.',
    ar: 'حدود أو فجوات يقع بعضها داخل بعض عند {place}.',
  },
  'mistake.zone.outline-falls-apart': {
    en: 'Holes cut the outline into parts, at {place}.',
    ar: 'الفجوات تقطع المساحة إلى أجزاء عند {place}.',
  },
  'mistake.zone.outline-invalid': {
    en: 'The outline is not sound, at {place}.',
    ar: 'الحدود غير سليمة عند {place}.',
  },
} satisfies Record<string, Entry>;
