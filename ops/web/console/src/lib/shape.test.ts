import { describe, expect, it } from 'vitest';
import {
  addCorner,
  appendCorner,
  areaKm2,
  capsule,
  cornersIn,
  emptyShape,
  isWhole,
  middleAfter,
  moveCorner,
  removeCorner,
  type Shape,
  undoCorner,
} from './shape.ts';

const at = (latDeg: number, lonDeg: number) => ({ latDeg, lonDeg });
const square = [at(29.5, 35), at(29.5, 35.01), at(29.51, 35.01), at(29.51, 35)];
const hole = [at(29.502, 35.002), at(29.502, 35.004), at(29.504, 35.004)];
const area: Shape = { kind: 'area', polygons: [[square, hole], [square]] };
const line: Shape = { kind: 'line', corners: [at(29.5, 35), at(29.51, 35)], bufferM: 50 };

const ring = (shape: Shape | undefined, polygon: number, index: number) =>
  shape?.kind === 'area' ? shape.polygons[polygon]?.[index] : undefined;

describe('a corner', () => {
  it('moves alone, and no finer than a tenth of a metre', () => {
    const moved = moveCorner(area, { polygon: 0, ring: 1, corner: 2 }, at(29.50412345678, 35.0039));
    expect(ring(moved, 0, 1)?.[2]).toEqual(at(29.504123, 35.0039));
    expect(ring(moved, 0, 0)).toBe(square);
    expect(ring(moved, 1, 0)).toBe(square);
  });

  it('is added behind the one that is named, also behind the last', () => {
    const path = { polygon: 1, ring: 0, corner: 3 };
    const middle = middleAfter(area, path);
    expect(middle).toEqual(at(29.505, 35));
    const more = middle && addCorner(area, path, middle);
    expect(more && ring(more, 1, 0)).toEqual([...square, at(29.505, 35)]);
  });

  it('is removed while enough are left', () => {
    const fewer = removeCorner(area, { polygon: 1, ring: 0, corner: 0 });
    expect(ring(fewer, 1, 0)).toEqual(square.slice(1));
    expect(removeCorner(area, { polygon: 0, ring: 1, corner: 0 })).toBeUndefined();
    expect(removeCorner(line, { polygon: 0, ring: 0, corner: 0 })).toBeUndefined();
  });

  it('has no middle behind the end of a line', () => {
    expect(middleAfter(line, { polygon: 0, ring: 0, corner: 1 })).toBeUndefined();
    expect(middleAfter(line, { polygon: 0, ring: 0, corner: 0 })).toEqual(at(29.505, 35));
  });
});

describe('drawing', () => {
  it('goes from nothing to an area, and back', () => {
    let shape = emptyShape('area', 0);
    expect([cornersIn(shape), isWhole(shape)]).toEqual([0, false]);
    for (const corner of square.slice(0, 3)) shape = appendCorner(shape, corner);
    expect([cornersIn(shape), isWhole(shape)]).toEqual([3, true]);
    shape = undoCorner(shape);
    expect([cornersIn(shape), isWhole(shape)]).toEqual([2, false]);
  });

  it('puts a point where it was clicked last', () => {
    const first = appendCorner(emptyShape('point', 200), at(29.5, 35));
    const second = appendCorner(first, at(29.6, 35));
    expect(second).toEqual({ kind: 'point', corners: [at(29.6, 35)], bufferM: 200 });
    expect(isWhole({ ...second, bufferM: 0 } as Shape)).toBe(false);
  });
});

describe('what it covers', () => {
  it('is reckoned without its holes', () => {
    // 0.01° of latitude are 1112 m, of longitude at 29.5° north 968 m.
    expect(areaKm2({ kind: 'area', polygons: [[square]] })).toBeCloseTo(1.076, 2);
    expect(areaKm2({ kind: 'area', polygons: [[square, hole]] })).toBeCloseTo(1.076 - 0.0215, 2);
  });

  it('is a circle around a point, and a band along a line', () => {
    expect(areaKm2({ kind: 'point', corners: [at(29.5, 35)], bufferM: 1000 })).toBeCloseTo(Math.PI, 5);
    expect(areaKm2(line)).toBeCloseTo(0.1112 + Math.PI * 0.0025, 3);
    expect(areaKm2(emptyShape('line', 50))).toBe(0);
  });
});

it('a capsule lies on both sides of its stretch', () => {
  const outline = capsule(at(29.5, 35), at(29.51, 35), 0, 100);
  const lats = outline.map((c) => c.latDeg);
  expect(Math.max(...lats)).toBeCloseTo(29.5109, 4);
  expect(Math.min(...lats)).toBeCloseTo(29.4991, 4);
  expect(outline.some((c) => c.lonDeg < 35) && outline.some((c) => c.lonDeg > 35)).toBe(true);
});
