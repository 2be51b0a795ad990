import { describe, expect, it } from 'vitest';
import { diffLines, parts, rulesIn, sizeOf } from './diff.ts';

const drawn = (before: string, after: string) =>
  diffLines(before, after).map(({ how, text }) => `${{ same: ' ', gone: '-', new: '+' }[how]}${text}`);

describe('a comparison of lines', () => {
  it.each([
    ['a\nb\nc', 'a\nb\nc', [' a', ' b', ' c']],
    ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['a\nc', 'a\nb\nc', [' a', '+b', ' c']],
    ['a\nb\nc', 'b\nc', ['-a', ' b', ' c']],
    ['', 'a', ['-', '+a']],
    ['a\nb\nc\nd', 'b\na\nc\nd\ne', ['-a', ' b', '+a', ' c', ' d', '+e']],
    ['a\r\nb', 'a\nb', [' a', ' b']],
  ])('%j to %j', (before, after, expected) => {
    expect(drawn(before, after)).toEqual(expected);
  });

  it('numbers each line where it stands', () => {
    const lines = diffLines('a\nb\nc', 'a\nx\ny\nc');
    expect(lines.map((l) => [l.before, l.after])).toEqual([
      [1, 1],
      [2, undefined],
      [undefined, 2],
      [undefined, 3],
      [3, 4],
    ]);
  });

  it('gives back both texts, whatever they are', () => {
    let seed = 20261126;
    const next = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % n;
    };
    for (let round = 0; round < 300; round++) {
      const some = () => Array.from({ length: next(12) + 1 }, () => 'abcd'[next(4)]).join('\n');
      const [before, after] = [some(), some()];
      const lines = diffLines(before, after);
      const side = (not: 'new' | 'gone') =>
        lines
          .filter((l) => l.how !== not)
          .map((l) => l.text)
          .join('\n');
      expect([side('new'), side('gone')], `round ${round}`).toEqual([before, after]);
    }
  });

  it('tells texts that are too long to compare as gone and new', () => {
    const many = (word: string) => Array.from({ length: 2100 }, (_, i) => `${word}${i}`).join('\n');
    const { more, fewer } = sizeOf(diffLines(many('a'), many('b')));
    expect([more, fewer]).toEqual([2100, 2100]);
  });
});

it('leaves out what is far from every change', () => {
  const before = Array.from({ length: 30 }, (_, i) => `line ${i + 1}`);
  const after = before.with(9, 'another').with(11, 'another too').with(28, 'third');
  const told = parts(diffLines(before.join('\n'), after.join('\n')));
  expect(told.map((p) => ('left' in p ? p.left : p.lines.length))).toEqual([6, 11, 10, 6]);
});

it('finds the rules and where they begin', () => {
  const yaml = "# rules\nrules:\n  - rule: one\n    when: x\n  - rule: 'two' # second\n#  - rule: not-one\n";
  expect(rulesIn(yaml)).toEqual([
    { name: 'one', line: 3 },
    { name: 'two', line: 5 },
  ]);
});
