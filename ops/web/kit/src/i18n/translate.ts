import { type Entry, isLanguage, type Language, type Text } from './catalogue.ts';

export type Gaps = Readonly<Record<string, string | number>>;

/** A text in several languages as the house sends it: BCP 47 tag to text. */
export type Words = Readonly<Record<string, string>>;

const plurals: Record<Language, Intl.PluralRules> = {
  ar: new Intl.PluralRules('ar'),
  en: new Intl.PluralRules('en'),
};

/** Whole numbers with a thin group mark, Latin digits in every language. */
export function number(value: number, decimals = 0): string {
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

function form(language: Language, text: Text, gaps: Gaps): string {
  if (typeof text === 'string') return text;
  const n = gaps.n;
  const category = typeof n === 'number' ? plurals[language].select(n) : 'other';
  return text[category] ?? text.other;
}

/** Fills the gaps; a gap without a value stays visible, so that a test or an eye finds it. */
export function fill(text: string, gaps: Gaps): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = gaps[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : value;
  });
}

export function translate(entry: Entry, language: Language, gaps: Gaps = {}): string {
  return fill(form(language, entry[language], gaps), gaps);
}

/** The house's own words in this language, else in English, else in whatever there is. */
export function wordsIn(words: Words, language: string): string {
  return words[language] ?? words.en ?? Object.values(words)[0] ?? '';
}

export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  if (isLanguage(stored)) return stored;
  for (const tag of browser) {
    const base = tag.split('-')[0];
    if (isLanguage(base)) return base;
  }
  return 'ar';
}
