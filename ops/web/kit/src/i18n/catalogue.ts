/** Languages of the consoles themselves; alerts may have more. */
export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text whose form depends on the gap `{n}`. Categories are those of `Intl.PluralRules`. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export type Text = string | Plural;

/** One thing said in every language. Written side by side, so that no translation is forgotten. */
export type Entry = Record<Language, Text>;

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

export function direction(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The names of the gaps in a text, `{n}` written as `n`. */
export function gapsOf(text: string): string[] {
  return [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1] ?? '').sort();
}
