import type { Entry } from '../catalogue.ts';

/** Why something was refused, doubted, or rejected: keys that the house sends. */
export const reasons = {
  'reason.other': { en: 'Refused ({reason}). {detail}', ar: 'رُفض ({reason}). {detail}' },
  'reason.own-proposal': {
    en: 'You wrote it yourself. Somebody else must agree.',
    ar: 'أنت من أعدّه. لا بد من موافقة شخص آخر.',
  },
  'reason.already-approved': { en: 'You have agreed already.', ar: 'سبق أن وافقت.' },
  'reason.stale-revision': {
    en: 'A newer revision stands there. Read it and decide again.',
    ar: 'صدرت مراجعة أحدث. اقرأها وقرّر من جديد.',
  },
  'reason.not-pending': { en: 'It no longer waits for a decision.', ar: 'لم يعد بانتظار القرار.' },
  'reason.not-allowed': { en: 'Your account may not do this.', ar: 'حسابك لا يملك هذه الصلاحية.' },
  'reason.forbidden': { en: 'Your account may not do this.', ar: 'حسابك لا يملك هذه الصلاحية.' },
  'reason.unknown-alert': { en: 'There is no such alert.', ar: 'لا يوجد إنذار بهذا الرقم.' },
  'reason.unknown-hazard': { en: 'There is no such hazard.', ar: 'لا يوجد خطر بهذا الرقم.' },
  'reason.unknown-incident': { en: 'There is no such incident.', ar: 'لا يوجد حادث بهذا الرقم.' },
  'reason.unknown-unit': { en: 'There is no such unit.', ar: 'لا توجد وحدة بهذا الاسم.' },
  'reason.unknown-zone': { en: 'There is no such zone.', ar: 'لا توجد منطقة بهذا الاسم.' },
  'reason.unit-busy': { en: 'The unit is not free.', ar: 'الوحدة ليست متاحة.' },
  'reason.expired': { en: 'Its time is over.', ar: 'انتهت مدته.' },
  'reason.unavailable': {
    en: 'The server cannot decide now. Nothing was recorded. Try again.',
    ar: 'الخادم لا يستطيع تسجيل القرار الآن. لم يُسجَّل شيء. أعد المحاولة.',
  },
  'reason.away': {
    en: 'No answer came. Whether it was recorded is not known: look at the log, then try again.',
    ar: 'لم يصل جواب، ولا يُعرف إن سُجّل الأمر. راجع السجل ثم أعد المحاولة.',
  },
  'reason.malformed': {
    en: 'The server could not read the order. {detail}',
    ar: 'تعذّر على الخادم قراءة الأمر. {detail}',
  },
  'reason.signed-out': { en: 'The session has ended.', ar: 'انتهت الجلسة.' },

  'doubt.other': { en: '{doubt}', ar: '{doubt}' },
  'doubt.single-sensor': { en: 'Rests on a single sensor', ar: 'يستند إلى جهاز قياس واحد' },
  'doubt.jumped-during-shaking': {
    en: 'The sensor jumped during the shaking',
    ar: 'قفزت قراءة الجهاز أثناء الهزة',
  },
  'doubt.gauge-silent': {
    en: 'A gauge behind it has fallen silent',
    ar: 'صمت أحد المقاييس التي يستند إليها',
  },
  'doubt.blind': { en: 'The gauge is silent: nobody sees the water', ar: 'المقياس صامت: لا قراءة للمياه' },
  'doubt.not-reviewed': { en: 'Automatic solution, not reviewed', ar: 'حل آلي لم يراجعه مختص' },
  'doubt.single-network': { en: 'Only one network reports it', ar: 'أبلغت عنه شبكة واحدة فقط' },
  'doubt.withdrawn': { en: 'The source has withdrawn its report', ar: 'سحب المصدر بلاغه' },
  'doubt.test-beacon': { en: 'May be a test of a beacon', ar: 'قد يكون تجربة لجهاز استغاثة' },
  'doubt.conflicting-instructions': {
    en: 'Says something else than another alert in force there',
    ar: 'يخالف تعليمات إنذار آخر سارٍ في المنطقة',
  },
  'doubt.over-budget': { en: 'Longer than the SMS budget', ar: 'أطول من الحد المقرر للرسالة' },
  'doubt.position-uncertain': { en: 'The position is not certain', ar: 'الموقع غير مؤكد' },
} satisfies Record<string, Entry>;
