import type { ToldMistake } from '../wire/amend.ts';

/** Something that the house finds wrong: where, and one sentence. */
export interface Mistake {
  file: string;
  /** From 1; undefined when the whole is meant. */
  line: number | undefined;
  /** In English. */
  reason: string;
  /** For whoever says it in another language: a key of the house, and what fills its gaps. */
  said: { key: string; gaps: Readonly<Record<string, string>> } | undefined;
}

/** `rules.yaml:12:9: …` (with a column), `site.yaml:12: …` or `zone shamiya:3: …`, as the house writes them. */
const PLACE = /^([\w./-]+\.(?:ya?ml|geojson)|zone [^\s:]+)(?::(\d+)(?::\d+)?)?: (.*)$/s;

/** Between two of them, in the one sentence of a refusal. */
const BETWEEN = /; (?=(?:[\w./-]+\.(?:ya?ml|geojson)|zone [^\s:]+)(?::\d+){0,2}: |and \d+ more$)/;

export function mistakeOf(told: string): Mistake {
  const found = PLACE.exec(told);
  if (!found) return { file: '', line: undefined, reason: told, said: undefined };
  const [, file = '', line, reason = ''] = found;
  return { file, line: line === undefined ? undefined : Number(line), reason, said: undefined };
}

/** A mistake that comes with words for other languages. */
export function mistakeTold({ text, key, gaps }: ToldMistake): Mistake {
  return { ...mistakeOf(text), said: key === undefined ? undefined : { key, gaps } };
}

/** The mistakes in the detail of a refusal. */
export function mistakesIn(detail: string): Mistake[] {
  return detail === '' ? [] : detail.split(BETWEEN).map((told) => mistakeOf(told));
}

/** Where a line begins and ends in a text; undefined where the text has no such line. */
export function lineRange(text: string, line: number): [number, number] | undefined {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return [start, end < 0 ? text.length : end];
}
