export { direction, type Entry, isLanguage, type Language, languages } from './i18n/catalogue.ts';
export { entryOf, type Key, keyOr } from './i18n/index.ts';
export {
  fill,
  type Gaps,
  number,
  preferredLanguage,
  translate,
  type Words,
  wordsIn,
} from './i18n/translate.ts';
export { type Level, type Look, lookOf, type Shape, shapePaths, worst } from './level/level.ts';
export { contrast, inkOn, isColour } from './theme/contrast.ts';
export { largestUnit, parseDuration, type Span, writeDuration } from './time/duration.ts';
export {
  hourMinute,
  hourMinuteSecond,
  isoDate,
  longDate,
  momentOf,
  offsetMinutes,
  offsetName,
} from './time/format.ts';
