import { describe, expect, it } from 'vitest';
import { type Box, clipRing, coastOf, type Place, rounded, smoothed } from './clip.ts';

const box: Box = { west: 0, south: 0, east: 10, north: 10 };

function area(ring: Place[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1] as Place;
    const [x2, y2] = ring[i] as Place;
    sum += x1 * y2 - x2 * y1;
  }
  return Math.abs(sum) / 2;
}

describe('clipping a ring at a box', () => {
  it('keeps what lies inside as it is', () => {
    const ring: Place[] = [
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 1],
    ];
    expect(clipRing(ring, box)).toEqual(ring);
  });

  it('drops what lies outside', () => {
    expect(
      clipRing(
        [
          [20, 20],
          [22, 20],
          [22, 22],
          [20, 20],
        ],
        box,
      ),
    ).toEqual([]);
  });

  it('cuts at the edge', () => {
    expect(
      area(
        clipRing(
          [
            [5, 5],
            [15, 5],
            [15, 8],
            [5, 8],
            [5, 5],
          ],
          box,
        ),
      ),
    ).toBe(15);
  });

  it('becomes the box inside a ring all round it', () => {
    expect(
      area(
        clipRing(
          [
            [-5, -5],
            [15, -5],
            [15, 15],
            [-5, 15],
            [-5, -5],
          ],
          box,
        ),
      ),
    ).toBe(100);
  });

  it('closes what it gives', () => {
    const ring = clipRing(
      [
        [5, 5],
        [15, 5],
        [15, 8],
        [5, 8],
        [5, 5],
      ],
      box,
    );
    expect(ring.at(-1)).toEqual(ring[0]);
  });
});

describe('the coast of a clipped ring', () => {
  it('leaves out the ways along the box', () => {
    expect(
      coastOf(
        clipRing(
          [
            [5, -5],
            [15, -5],
            [15, 15],
            [5, 15],
            [5, -5],
          ],
          box,
        ),
        box,
      ),
    ).toEqual([
      [
        [5, 10],
        [5, 0],
      ],
    ]);
  });
});

it('rounds to a metre', () => {
  expect(rounded([[35.0123456, 29.5000004]])).toEqual([[35.01235, 29.5]]);
});

describe('smoothing', () => {
  const stairs: Place[] = [
    [2, 2],
    [8, 2],
    [8, 8],
    [2, 8],
    [2, 2],
  ];

  it('cuts corners inside the box, and stays closed', () => {
    const smooth = smoothed(stairs, box, 1);
    expect(smooth).toHaveLength(9);
    expect(smooth.at(-1)).toEqual(smooth[0]);
    expect(smooth).toContainEqual([3.5, 2]);
    expect(smooth).not.toContainEqual([8, 2]);
    expect(area(smoothed(stairs, box, 2))).toBeGreaterThan(area(stairs) * 0.8);
  });

  it('leaves the edge of the box straight', () => {
    const whole: Place[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    expect(area(smoothed(whole, box, 2))).toBe(100);
  });
});
