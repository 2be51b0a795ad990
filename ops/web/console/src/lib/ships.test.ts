import { describe, expect, it } from 'vitest';
import type { Track } from '../wire/around.ts';
import { inOrder, isStale, pointsTo, signOf } from './ships.ts';

const at = new Date('2026-11-20T13:25:00Z');

function track(over: Partial<Track> = {}): Track {
  return {
    mmsi: '438000001',
    feed: 'ais',
    kind: 'CLASS_A',
    name: 'DEMO BOX',
    place: { latDeg: 29.47, lonDeg: 34.96 },
    courseDeg: 190,
    speedMps: 5,
    headingDeg: undefined,
    navStatus: 0,
    shipType: 70,
    heardAt: at,
    doubt: 'NONE',
    distress: false,
    zones: [],
    ...over,
  };
}

describe('a ship on the map', () => {
  it('points to its bow, else to where it goes, and nowhere when it lies still', () => {
    expect(pointsTo(track({ headingDeg: 10 }))).toBe(10);
    expect(pointsTo(track())).toBe(190);
    expect(pointsTo(track({ speedMps: 0.1 }))).toBeUndefined();
    expect(pointsTo(track({ speedMps: undefined }))).toBeUndefined();
  });

  it('has the sign of what it is, and of distress before all else', () => {
    const signs = [
      track(),
      track({ speedMps: 0 }),
      track({ kind: 'CLASS_B' }),
      track({ kind: 'AID' }),
      track({ kind: 'AIRCRAFT' }),
      track({ kind: 'BEACON' }),
      track({ kind: 'BEACON', distress: true }),
      track({ kind: 'STATION' }),
    ].map(signOf);
    expect(signs).toEqual(['a', 'still-a', 'b', 'aid', 'aircraft', 'beacon', 'distress', 'station']);
  });

  it('is stale after a quarter of an hour of the lane', () => {
    expect(isStale(track(), new Date(at.getTime() + 15 * 60_000))).toBe(false);
    expect(isStale(track(), new Date(at.getTime() + 15 * 60_000 + 1))).toBe(true);
  });

  it('stands in the list after those in distress and those in doubt', () => {
    const listed = inOrder([
      track({ mmsi: '4', name: undefined }),
      track({ mmsi: '3', name: 'B' }),
      track({ mmsi: '2', name: 'C', doubt: 'JUMP' }),
      track({ mmsi: '1', name: 'D', distress: true }),
      track({ mmsi: '5', name: 'A' }),
    ]);
    expect(listed.map((t) => t.mmsi)).toEqual(['1', '2', '5', '3', '4']);
  });
});
