import { describe, expect, it } from 'vitest';
import type { Area, LatLon } from '../wire/place.ts';
import { covers } from './inside.ts';

const p = (latDeg: number, lonDeg: number): LatLon => ({ latDeg, lonDeg });
const square = (from: number, to: number) => [
  p(from, from),
  p(from, to),
  p(to, to),
  p(to, from),
  p(from, from),
];

/** As in the test of the house's own: a yard with a hole, and a circle of a kilometre. */
const yard: Area = {
  polygons: [{ outer: square(0, 10), holes: [square(4, 6)] }],
  circles: [{ centre: p(0, 20), radiusM: 1000 }],
};

describe('an area covers', () => {
  it.each([
    ['a polygon', p(1, 1), true],
    ['what is level with a corner', p(4, 2), true],
    ['no hole', p(5, 5), false],
    ['nothing beside it', p(5, 10.01), false],
    ['nothing below it', p(-1, 5), false],
    ['its circle', p(0, 20.008), true],
    ['nothing beyond its circle', p(0, 20.01), false],
  ] as const)('%s', (_, place, inside) => {
    expect(covers(yard, place)).toBe(inside);
  });
});
