import { expect, it } from 'vitest';
import { lineRange, mistakeOf, mistakesIn } from './mistakes.ts';

it('takes a refusal apart, and no sentence in the middle', () => {
  const told =
    "rules.yaml:12:9: 'stage' is no fact; did you mean stage_m?; site.yaml: gauge Y1 lies in no zone; zone old-quay:3: keep_off is \"latitude longitude metres\", several with ';': 1 2; and 4 more";
  expect(mistakesIn(told)).toEqual([
    { file: 'rules.yaml', line: 12, reason: "'stage' is no fact; did you mean stage_m?" },
    { file: 'site.yaml', line: undefined, reason: 'gauge Y1 lies in no zone' },
    {
      file: 'zone old-quay',
      line: 3,
      reason: 'keep_off is "latitude longitude metres", several with \';\': 1 2',
    },
    { file: '', line: undefined, reason: 'and 4 more' },
  ]);
  expect(mistakesIn('')).toEqual([]);
});

it('keeps what has no place as it is', () => {
  expect(mistakeOf('A zone is written in at most 100000 characters.')).toEqual({
    file: '',
    line: undefined,
    reason: 'A zone is written in at most 100000 characters.',
  });
});

it.each([
  [1, [0, 1]],
  [2, [2, 4]],
  [3, [5, 5]],
  [4, undefined],
] as const)('line %i of a text', (line, range) => {
  expect(lineRange('a\nbc\n', line)).toEqual(range);
});
