import {
  entryOf,
  type Gaps,
  type Key,
  keyOr,
  largestUnit,
  translate,
  type Words,
  wordsIn,
} from '@nadhir/kit';
import { language } from './settings.ts';

/** The text in the language of the page. Read inside a component, it follows the language. */
export function t(key: Key, gaps?: Gaps): string {
  return translate(entryOf(key), language.value, gaps);
}

/** A text whose key is made from a value of the house; `fallback` when the catalogue has none. */
export function tOr(candidate: string, fallback: Key, gaps?: Gaps): string {
  return t(keyOr(candidate, fallback), gaps);
}

/** `as it is` when the catalogue has no such key. */
export function tPlain(candidate: string, plain: string): string {
  const key = keyOr(candidate, 'doubt.other');
  return key === 'doubt.other' ? plain : t(key);
}

export function named(words: Words | undefined, otherwise = ''): string {
  return (words && wordsIn(words, language.value)) || otherwise;
}

/** `4 min`. */
export function span(ms: number): string {
  const { unit, n } = largestUnit(ms);
  return t(`age.${unit}`, { n });
}

/** `4 min ago`, and `now` below five seconds. */
export function ago(ms: number): string {
  return ms < 5000 ? t('age.now') : t('age.ago', { age: span(ms) });
}

/** How often people changed it; 0 is as the site pack has it. */
export function versionWords(n: number): string {
  return n === 0 ? t('zone.packed') : t('zone.version', { n });
}
