import type { Entry } from '../catalogue.ts';

/** The page of sandbox phones. */
export const phones = {
  'phones.title': { en: 'Sandbox phones', ar: 'هواتف التمرين' },
  'phones.what': {
    en: 'What arrived on the phones of this lane. No real phone is reached: the numbers belong to nobody.',
    ar: 'ما وصل إلى هواتف هذا المسار. لا يصل شيء إلى هاتف حقيقي، والأرقام ليست لأحد.',
  },
  'phones.none': { en: 'No phone has got anything yet', ar: 'لم يصل شيء إلى أي هاتف بعد' },
  'phones.none.filter': { en: 'Nothing fits these filters', ar: 'لا شيء يطابق هذا الاختيار' },
  'phones.total': {
    en: { one: '{n} message', other: '{n} messages' },
    ar: {
      zero: 'لا رسائل',
      one: 'رسالة واحدة',
      two: 'رسالتان',
      few: '{n} رسائل',
      many: '{n} رسالة',
      other: '{n} رسالة',
    },
  },
  'phones.count': {
    en: { one: '{n} phone', other: '{n} phones' },
    ar: { one: 'هاتف واحد', two: 'هاتفان', few: '{n} هواتف', many: '{n} هاتفاً', other: '{n} هاتف' },
  },
  'phones.shown': { en: 'the newest {n} of {total} shown', ar: 'يظهر أحدث {n} من {total}' },
  'phones.language': { en: 'Language', ar: 'اللغة' },
  'phones.channel': { en: 'Channel', ar: 'القناة' },
  'phones.state': { en: 'State', ar: 'الحالة' },
  'phones.any': { en: 'All', ar: 'الكل' },
  'phones.search': { en: 'Number or words', ar: 'رقم أو كلمات' },
  'phones.texts': { en: 'Texts received', ar: 'النصوص الواردة' },
  'phones.more': { en: 'More phones', ar: 'المزيد من الهواتف' },
  'phones.push': { en: 'Notification', ar: 'إشعار' },
  'phones.sms': { en: 'SMS', ar: 'رسالة نصية' },
  'phones.language.ar': { en: 'Arabic', ar: 'العربية' },
  'phones.language.en': { en: 'English', ar: 'الإنجليزية' },
  'phones.from': { en: 'from {sender}', ar: 'من {sender}' },
} satisfies Record<string, Entry>;
