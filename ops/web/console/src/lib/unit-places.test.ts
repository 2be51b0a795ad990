import { describe, expect, it } from 'vitest';
import type { Position } from '../wire/around.ts';
import type { UnitState } from '../wire/dispatch.ts';
import { at } from './samples.ts';
import { unitPlace } from './unit-places.ts';

const state = (over: Partial<UnitState> = {}): UnitState => ({
  unit: 'amb-1',
  status: 'EN_ROUTE',
  place: { latDeg: 29.5, lonDeg: 35 },
  assignment: 'asg-1',
  seenAt: at('12:59'),
  ...over,
});

const position = (over: Partial<Position> = {}): Position => ({
  unit: 'amb-1',
  place: { latDeg: 29.6, lonDeg: 35 },
  at: at('12:59'),
  accuracyM: 8,
  speedMps: 12,
  headingDeg: 270,
  zones: [],
  silent: false,
  ...over,
});

const where = (s: UnitState, p: Position | undefined) => {
  const { place, known, headingDeg } = unitPlace(s, p, at('13:00'));
  return [place.latDeg, known, headingDeg];
};

describe('a unit is', () => {
  it('where its device says, pointing to where it drives', () => {
    expect(where(state(), position())).toEqual([29.6, 'live', 270]);
    expect(where(state(), position({ speedMps: undefined }))).toEqual([29.6, 'live', 270]);
  });

  it('without a heading when it stands, or when its word is old', () => {
    expect(where(state(), position({ speedMps: 0.2 }))).toEqual([29.6, 'live', undefined]);
    const minutesOld = { at: at('12:58'), headingDeg: 90 };
    expect(where(state({ seenAt: at('12:58') }), position(minutesOld))).toEqual([29.6, 'live', 90]);
    expect(where(state({ seenAt: at('12:56') }), position({ at: at('12:56') }))).toEqual([
      29.6,
      'old',
      undefined,
    ]);
  });

  it('where a silent device was last, and shown as silent', () => {
    const silent = position({ at: at('12:40'), silent: true });
    expect(where(state({ seenAt: at('12:40') }), silent)).toEqual([29.6, 'silent', undefined]);
  });

  it('where the picture has it while no position is there, or one that is older', () => {
    expect(where(state(), undefined)).toEqual([29.5, 'live', undefined]);
    expect(where(state({ seenAt: at('12:50') }), undefined)).toEqual([29.5, 'old', undefined]);
    expect(where(state(), position({ at: at('12:58') }))).toEqual([29.5, 'live', undefined]);
  });

  it('where people say, unless its device speaks now', () => {
    const told = state({ seenAt: undefined });
    expect(where(told, undefined)).toEqual([29.5, 'told', undefined]);
    expect(where(told, position())).toEqual([29.6, 'live', 270]);
    expect(where(told, position({ at: at('12:50') }))).toEqual([29.5, 'told', undefined]);
    expect(where(told, position({ silent: true }))).toEqual([29.5, 'told', undefined]);
  });
});
