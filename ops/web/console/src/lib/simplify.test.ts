import { describe, expect, it } from 'vitest';
import type { LatLon } from '../wire/place.ts';
import { areaKm2, cornersIn, isWhole, type Shape } from './shape.ts';
import { simplified } from './simplify.ts';

const middle: LatLon = { latDeg: 29.5, lonDeg: 35 };

/** A round bay with so many corners, a kilometre or so wide. */
const round = (n: number, wideDeg = 0.005): LatLon[] =>
  Array.from({ length: n }, (_, i) => ({
    latDeg: middle.latDeg + wideDeg * Math.sin((2 * Math.PI * i) / n),
    lonDeg: middle.lonDeg + wideDeg * Math.cos((2 * Math.PI * i) / n),
  }));

const area = (...rings: LatLon[][]): Shape => ({ kind: 'area', polygons: [rings] });

describe('an outline with too many corners', () => {
  it('is given with few, and lies where it lay', () => {
    const fine = area(round(900), round(300, 0.001));
    const found = simplified(fine, 250);
    if (!found) throw new Error('none');
    expect(cornersIn(found.shape)).toBeLessThanOrEqual(250);
    expect(cornersIn(found.shape)).toBeGreaterThan(20);
    expect(found.offM).toBeLessThan(5);
    expect(areaKm2(found.shape) / areaKm2(fine)).toBeCloseTo(1, 2);
  });

  it('keeps holes and small parts as rings', () => {
    const found = simplified(area(round(500), round(200, 0.000_01)), 250);
    expect(found && isWhole(found.shape)).toBe(true);
    expect(found?.shape).toMatchObject({ polygons: [{ length: 2 }] });
  });

  it('may be a line, of which both ends stay', () => {
    const corners = round(700).slice(0, 400);
    const found = simplified({ kind: 'line', corners, bufferM: 50 }, 100);
    expect(found?.shape).toMatchObject({ kind: 'line', bufferM: 50 });
    const left = found?.shape.kind === 'line' ? found.shape.corners : [];
    expect([left[0], left.at(-1)]).toEqual([corners[0], corners.at(-1)]);
    expect(left.length).toBeLessThanOrEqual(100);
  });

  it('cannot always be had: more parts than corners', () => {
    const many: Shape = { kind: 'area', polygons: Array.from({ length: 100 }, () => [round(8)]) };
    expect(simplified(many, 250)).toBeUndefined();
  });
});
