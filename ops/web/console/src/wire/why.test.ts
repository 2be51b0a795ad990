import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doingOf, groupsOf, inOrder } from '../lib/why.ts';
import { Malformed } from './decode.ts';
import { explained } from './why.ts';

/** As the house gives it, with one of each reason that the evening does not bring. */
const read = () => JSON.parse(readFileSync(new URL('./golden/explanation.json', import.meta.url), 'utf8'));
const golden = () => explained(read(), '');

describe('the golden explanation', () => {
  it('puts what has fired first, then what waits', () => {
    expect(inOrder(golden().rules).map((rule) => [rule.rule, doingOf(rule)])).toEqual([
      ['wadi-yutum-flood', 'fired'],
      ['old-rule', 'gone'],
      ['one-of-each', 'waits'],
      ['wadi-yutum-arrival', 'quiet'],
      ['shallala-flash', 'quiet'],
    ]);
  });

  it('says the same of several zones once', () => {
    const flood = golden().rules.find((rule) => rule.rule === 'wadi-yutum-flood');
    expect(groupsOf(flood?.zones ?? []).map((group) => group.zones)).toEqual([
      ['airport-road', 'shamiya', 'yutum-channel'],
    ]);
  });

  it('tells zones apart where the same text holds in one and not in the other', () => {
    const of = (zone: string, holds: boolean) => ({
      zone,
      holds,
      comparisons: [{ text: 'stage_m ? >= 1', holds, facts: ['stage_m'] }],
    });
    expect(groupsOf([of('a', false), of('b', true), of('c', false)]).map((g) => g.zones)).toEqual([
      ['b'],
      ['a', 'c'],
    ]);
  });

  it('is rejected with a reason that this console does not know', () => {
    const told = read();
    told.rules[0].reasons.push({ type: 'Why.FullMoon' });
    expect(() => explained(told, '')).toThrow(Malformed);
  });
});
