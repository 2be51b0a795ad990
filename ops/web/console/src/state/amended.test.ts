// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { at } from '../lib/samples.ts';
import type { Zone } from '../wire/zones.ts';
import { rulesBehind, zonesBehind } from './amended.ts';

const zone = (id: string, version: number) => ({ id, version }) as Zone;
const change = (version: number, removed = false) => ({
  version,
  at: at('14:00'),
  by: 'op-1',
  why: '',
  removed,
});
const told = (...changes: [string, ReturnType<typeof change>][]) => new Map(changes);

describe('zones are read again', () => {
  it.each([
    ['not when nothing was changed', told(), [zone('a', 0)], false],
    ['not when they are as told', told(['a', change(2)]), [zone('a', 2)], false],
    ['not when they are newer than what was told', told(['a', change(1)]), [zone('a', 2)], false],
    ['when one is older', told(['a', change(2)]), [zone('a', 1)], true],
    ['when one is missing', told(['b', change(1)]), [zone('a', 0)], true],
    ['when one was removed and is still there', told(['a', change(1, true)]), [zone('a', 0)], true],
    ['not when it is gone', told(['a', change(1, true)]), [], false],
  ])('%s', (_, changes, known, expected) => {
    expect(zonesBehind(changes, known)).toBe(expected);
  });
});

describe('rules are read again', () => {
  const waiting = { version: 1, yaml: '', by: 'op-1', why: '' };
  it.each([
    ['when they never were', told(), undefined, true],
    ['not when they are as packed', told(), { version: 0, yaml: '', proposal: undefined }, false],
    [
      'when others are in force',
      told(['in-force', change(1)]),
      { version: 0, yaml: '', proposal: undefined },
      true,
    ],
    ['when others wait', told(['proposed', change(1)]), { version: 0, yaml: '', proposal: undefined }, true],
    ['when none wait any more', told(), { version: 0, yaml: '', proposal: waiting }, true],
    [
      'not when they are as told',
      told(['proposed', change(1)]),
      { version: 0, yaml: '', proposal: waiting },
      false,
    ],
  ])('%s', (_, changes, known, expected) => {
    expect(rulesBehind(changes, known)).toBe(expected);
  });
});
