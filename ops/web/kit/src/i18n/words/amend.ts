import type { Entry } from '../catalogue.ts';

/** Tasks, the border, and what people change of the site: zones and rules. */
export const amend = {
  'task.title': { en: 'Tasks', ar: 'المهام' },
  'task.none': { en: 'No open tasks', ar: 'لا مهام مفتوحة' },
  'task.count': {
    en: { one: '{n} task is open', other: '{n} tasks are open' },
    ar: {
      zero: 'لا مهام مفتوحة',
      one: 'مهمة واحدة مفتوحة',
      two: 'مهمتان مفتوحتان',
      few: '{n} مهام مفتوحة',
      many: '{n} مهمة مفتوحة',
      other: '{n} مهمة مفتوحة',
    },
  },
  'task.show': { en: 'Show the tasks', ar: 'إظهار المهام' },
  'task.arrived': { en: 'New task: inform {agency}', ar: 'مهمة جديدة: إبلاغ {agency}' },
  'task.INFORM_NEIGHBOUR': { en: 'Inform {agency}', ar: 'أبلغ {agency}' },
  'task.channel': { en: 'How: {channel}', ar: 'الوسيلة: {channel}' },
  'task.because': { en: 'Because of', ar: 'بسبب' },
  'task.open': { en: 'open for {age}', ar: 'مفتوحة منذ {age}' },
  'task.finish': { en: 'Done…', ar: 'أُنجزت…' },
  'task.finish.note': { en: 'Who was reached, and what was agreed?', ar: 'من أُبلغ، وما الذي اتُّفق عليه؟' },
  'task.finish.send': { en: 'Done', ar: 'أُنجزت' },

  'clip.title': { en: 'Beyond the border', ar: 'ما وراء الحدود' },
  'clip.lost': {
    en: '{n}% of the area lie beyond the border. Nobody is told there.',
    ar: '{n}٪ من المنطقة وراء الحدود. لا يُبلَّغ أحد هناك.',
  },
  'clip.informed': { en: 'Informed instead, once it is issued:', ar: 'تُبلَّغ بدلاً من ذلك عند صدوره:' },
  'clip.nobody': { en: 'No neighbour is listed there.', ar: 'لا جهة مجاورة مسجلة هناك.' },
  'clip.layer': { en: 'Border', ar: 'الحدود' },
  'clip.legend': { en: 'where the site’s authority ends', ar: 'حدود اختصاص الموقع' },

  'rules.title': { en: 'Rules', ar: 'القواعد' },
} satisfies Record<string, Entry>;
