import { describe, expect, it } from 'vitest';
import { extents, tracks } from './around.ts';
import { Malformed } from './decode.ts';

const place = { latDeg: 29.47, lonDeg: 34.969 };

const track = {
  mmsi: '972990001',
  feed: 'ais',
  kind: 'BEACON',
  name: null,
  place,
  courseDeg: 190,
  speedMps: 0.2,
  headingDeg: null,
  navStatus: 14,
  shipType: null,
  heardAt: '2026-11-20T13:25:00Z',
  doubt: 'NONE',
  distress: true,
};

const extent = {
  hazard: 'haz-670',
  kind: 'SEARCH',
  area: { polygons: [], circles: [{ centre: place, radiusM: 204.3 }] },
  radiusM: 204.3,
  isolationM: null,
  since: '2026-11-20T13:25:00Z',
};

describe('what is around', () => {
  it('is read as the house writes it', () => {
    const at = '2026-11-20T13:25:02.5Z';
    expect(tracks({ lane: 'live', at, total: 3, tracks: [track] }, '').tracks[0]).toMatchObject({
      mmsi: '972990001',
      name: undefined,
      distress: true,
    });
    expect(extents({ lane: 'live', at, extents: [extent] }, '').extents[0]).toMatchObject({
      kind: 'SEARCH',
      isolationM: undefined,
    });
  });

  it.each([
    { ...track, kind: 'SUBMARINE' },
    { ...track, place: { latDeg: 29 } },
    { ...track, distress: 'yes' },
  ])('is rejected when it is something else: %#', (wrong) => {
    const page = { at: '2026-11-20T13:25:00Z', total: 1, tracks: [wrong] };
    expect(() => tracks(page, '')).toThrow(Malformed);
  });
});
