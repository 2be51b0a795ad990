import { describe, expect, it } from 'vitest';
import { count, instant, list, Malformed, maybe, number, object, oneOf, text } from './decode.ts';
import { feed, gaugeState, hazard } from './hazard.ts';
import { batch, readChange, snapshot } from './picture.ts';
import { SseReader } from './sse.ts';
import { fit } from './stream.ts';
import { zones } from './zones.ts';

const quake = {
  id: 'haz-17',
  type: 'earthquake',
  revision: 2,
  status: 'ACTIVE',
  occurredAt: '2026-11-20T14:05:00Z',
  firstReportAt: '2026-11-20T14:08:00.123456789Z',
  lastReportAt: '2026-11-20T14:11:00Z',
  place: { latDeg: 28.826, lonDeg: 34.799 },
  certainty: 'OBSERVED',
  detail: {
    type: 'HazardDetail.Quake',
    magnitude: 7.2,
    magnitudeType: 'mww',
    depthM: 18000,
    preferred: 'usgs',
    why: 'reviewed',
    sources: [
      {
        feed: 'usgs',
        report: 'usgs:us7000abcd',
        magnitude: 7.2,
        magnitudeType: 'mww',
        occurredAt: '2026-11-20T14:05:00Z',
        place: null,
        certainty: 'OBSERVED',
        status: 'ACTUAL',
        updatedAt: '2026-11-20T14:11:00Z',
      },
    ],
    feltMmi: 6,
    shakeMap: { version: 2, contours: [{ mmi: 6, lines: [[{ latDeg: 29.3, lonDeg: 34.7 }]] }] },
  },
  reports: ['usgs:us7000abcd'],
  doubt: null,
};

function rejection(run: () => unknown): string {
  try {
    run();
  } catch (e) {
    if (e instanceof Malformed) return e.message;
    throw e;
  }
  return 'not rejected';
}

describe('a hazard from the house', () => {
  it('is read with its detail and its times', () => {
    const read = hazard(quake, '');
    expect(read.detail).toMatchObject({ magnitude: 7.2, preferred: 'usgs', why: 'reviewed', feltMmi: 6 });
    expect(read.doubt).toBeUndefined();
    if (read.detail.type !== 'HazardDetail.Quake') throw new Error('another detail');
    expect(read.detail.sources[0]?.updatedAt.toISOString()).toBe('2026-11-20T14:11:00.000Z');
    expect(read.detail.sources[0]?.place).toBeUndefined();
    expect(read.detail.shakeMap?.contours[0]?.lines).toEqual([[{ latDeg: 29.3, lonDeg: 34.7 }]]);
    expect(read.firstReportAt.toISOString()).toBe('2026-11-20T14:08:00.123Z');
  });

  it('may say more than the console knows', () => {
    expect(hazard({ ...quake, mood: 'bad' }, '')).not.toHaveProperty('mood');
  });

  it.each([
    [{ status: 'MAYBE' }, 'status: one of ACTIVE, HELD, WITHDRAWN, ENDED wanted, got "MAYBE"'],
    [{ revision: 1.5 }, 'revision: a whole number from 0 wanted, got 1.5'],
    [{ occurredAt: '2026-11-20 14:05' }, 'occurredAt: a UTC time wanted, got "2026-11-20 14:05"'],
    [{ occurredAt: '2026-13-40T14:05:00Z' }, 'occurredAt: a UTC time wanted, got "2026-13-40T14:05:00Z"'],
    [{ place: { latDeg: '28', lonDeg: 34 } }, 'place.latDeg: a number wanted, got "28"'],
    [{ reports: undefined }, 'reports: a list wanted, got nothing'],
    [
      { detail: { type: 'HazardDetail.Mood' } },
      /^detail\.type: one of HazardDetail\.Quake.* wanted, got "HazardDetail\.Mood"$/,
    ],
    [
      { detail: { ...quake.detail, sources: [{ ...quake.detail.sources[0], status: 'LATE' }] } },
      'detail.sources[0].status: one of ACTUAL, WITHDRAWN, TEST wanted, got "LATE"',
    ],
    [
      { detail: { ...quake.detail, shakeMap: { version: 2, contours: [{ mmi: 'VI', lines: [] }] } } },
      'detail.shakeMap.contours[0].mmi: a number wanted, got "VI"',
    ],
    [{ detail: { ...quake.detail, depthM: null } }, 'detail.depthM: a number wanted, got null'],
  ])('is rejected with place and reason: %j', (change, reason) => {
    expect(rejection(() => hazard({ ...quake, ...change }, ''))).toMatch(reason);
  });
});

describe('other details', () => {
  const read = (detail: object) => hazard({ ...quake, detail }, '').detail;

  it('hold ships, people in distress, and drawn warnings', () => {
    expect(
      read({
        type: 'HazardDetail.Vessel',
        mmsi: '438000017',
        name: '',
        trouble: 'ADRIFT',
        courseDeg: null,
        speedMps: 0.4,
        other: '',
        closestM: null,
        closestAt: null,
      }),
    ).toMatchObject({ trouble: 'ADRIFT', speedMps: 0.4, closestM: undefined });
    expect(
      read({
        type: 'HazardDetail.Distress',
        mmsi: '',
        kind: 'COSPAS_SARSAT',
        courseDeg: null,
        speedMps: null,
        messages: 1,
        persons: 6,
      }),
    ).toMatchObject({ kind: 'COSPAS_SARSAT', persons: 6 });
    expect(
      read({
        type: 'HazardDetail.Stated',
        severity: 'SEVERE',
        onset: '2026-11-20T14:05:00Z',
        until: null,
        title: 'x',
        area: { polygons: [], circles: [{ centre: { latDeg: 29, lonDeg: 35 }, radiusM: 10 }] },
        titles: { ar: 'س', en: 'x' },
      }),
    ).toMatchObject({ titles: { ar: 'س' }, area: { circles: [{ radiusM: 10 }] } });
  });

  it('are refused where a ship has a trouble that nobody knows', () => {
    expect(
      rejection(() => read({ type: 'HazardDetail.Vessel', mmsi: '1', name: '', trouble: 'BORED' })),
    ).toMatch(/^detail\.trouble: one of ADRIFT/);
  });
});

describe('sources', () => {
  it('say why they are out, and gauges why they are not believed', () => {
    expect(
      feed({ feed: 'usgs', health: 'GREY', detail: 'x', why: 'silent', since: '2026-11-20T14:05:00Z' }, ''),
    ).toMatchObject({ why: 'silent', lastReportAt: undefined });
    expect(
      gaugeState({ gauge: 'Y1', silent: false, fault: 'STUCK', faultSince: '2026-11-20T14:05:00Z' }, '')
        .fault,
    ).toBe('STUCK');
    expect(rejection(() => gaugeState({ fault: 'SLEEPY' }, ''))).toMatch(/^fault: one of LATE, SILENT/);
  });
});

describe('readers', () => {
  it('tell a missing name from a wrong one', () => {
    const read = object({ a: maybe(number), b: list(object({ c: oneOf('x') })) });
    expect(read({ b: [] }, '')).toEqual({ a: undefined, b: [] });
    expect(rejection(() => read({ b: [{ c: 'x' }, { c: 'y' }] }, ''))).toBe(
      'b[1].c: one of x wanted, got "y"',
    );
    expect(rejection(() => read([], ''))).toBe('value: an object wanted, got a list');
  });

  it('refuse numbers that are not finite or not whole', () => {
    expect(rejection(() => number(Number.NaN, 'n'))).toMatch(/^n: a number wanted/);
    expect(rejection(() => count(-1, 'n'))).toMatch(/^n: a whole number/);
  });

  it('accept instants with or without seconds and fractions, in UTC only', () => {
    expect(instant('2026-11-20T14:05:00Z', '').getTime()).toBe(Date.UTC(2026, 10, 20, 14, 5));
    expect(rejection(() => instant('2026-11-20T17:05:00+03:00', 'at'))).toMatch(/^at: a UTC time/);
    expect(rejection(() => text(7, 'name'))).toBe('name: text wanted, got 7');
  });
});

describe('a picture', () => {
  it('keeps what can be read and names what cannot', () => {
    const read = snapshot(
      {
        seq: 9,
        at: '2026-11-20T14:11:00Z',
        lane: 'live',
        objects: { hazard: { 'haz-17': quake, 'haz-18': {} }, sun: { s: 1 } },
      },
      '',
    );
    expect(read.seq).toBe(9);
    expect(read.changes.map((c) => [c.kind, c.id])).toEqual([
      ['hazard', 'haz-17'],
      ['unreadable', 'haz-18'],
    ]);
  });

  it('is rejected as a whole without its number', () => {
    expect(rejection(() => snapshot({ objects: {} }, ''))).toBe(
      'seq: a whole number from 0 wanted, got nothing',
    );
  });

  it('removes by null, and passes over kinds that this console does not show', () => {
    expect(readChange('hazard', 'haz-17', null)).toEqual({ kind: 'hazard', id: 'haz-17', value: undefined });
    expect(readChange('sun', 's', {})).toBeUndefined();
    expect(readChange('toString', 's', {})).toBeUndefined();
    const read = batch({ seq: 10, at: null, changes: [{ kind: 'hazard', id: 'haz-17', value: null }] }, '');
    expect(read.changes).toHaveLength(1);
  });
});

describe('a batch of changes', () => {
  const next = (seq: number, prev?: number) => ({ seq, prev, at: undefined, changes: [] });

  it.each([
    [9, next(10, 9), 'apply'],
    [9, next(14, 9), 'apply'],
    [9, next(14, 8), 'apply'],
    [9, next(14), 'apply'],
    [9, next(9, 8), 'known'],
    [9, next(4), 'known'],
    [9, next(14, 11), 'gap'],
  ] as const)('at %i: %j is %s', (have, batchOfChanges, expected) => {
    expect(fit(have, batchOfChanges)).toBe(expected);
  });
});

describe('the event stream', () => {
  const stream =
    ': ping\n\nid: 7\ndata: {"a":1}\n\nevent: tick\r\ndata: x\r\ndata: y\r\n\r\nid: 8\ndata:z\n\n';

  it('is read the same wherever the pieces end', () => {
    const whole = new SseReader().feed(stream);
    expect(whole).toEqual([
      { event: 'message', id: '7', data: '{"a":1}' },
      { event: 'tick', id: '7', data: 'x\ny' },
      { event: 'message', id: '8', data: 'z' },
    ]);
    for (let size = 1; size < 12; size++) {
      const reader = new SseReader();
      const found = [];
      for (let i = 0; i < stream.length; i += size) found.push(...reader.feed(stream.slice(i, i + size)));
      expect(found, `pieces of ${size}`).toEqual(whole);
    }
  });

  it('gives an event without data when it has a name', () => {
    expect(new SseReader().feed('event: resync\n\n')).toEqual([{ event: 'resync', id: '', data: '' }]);
  });
});

describe('zones', () => {
  const ring = [
    [35, 29.5],
    [35.01, 29.5],
    [35.01, 29.51],
    [35, 29.5],
  ];
  const feature = (geometry: unknown, properties: object = {}) => ({
    type: 'Feature',
    geometry,
    properties: { id: 'shamiya', name_ar: 'الشامية', name_en: 'Shamiya', kind: 'district', ...properties },
  });

  it('are read from polygons and multipolygons', () => {
    const read = zones(
      {
        features: [
          feature({ type: 'Polygon', coordinates: [ring] }),
          feature({ type: 'MultiPolygon', coordinates: [[ring], [ring]] }),
        ],
      },
      '',
    );
    expect(read.map((z) => z.polygons.length)).toEqual([1, 2]);
    expect(read[0]?.name).toEqual({ ar: 'الشامية', en: 'Shamiya' });
  });

  it('are rejected with latitude first beyond the pole, or another shape', () => {
    expect(
      rejection(() => zones({ features: [feature({ type: 'Polygon', coordinates: [[[35, 129]]] })] }, '')),
    ).toMatch(/coordinates\[0\]\[0\]: longitude and latitude wanted/);
    expect(
      rejection(() => zones({ features: [feature({ type: 'Point', coordinates: [35, 29] })] }, '')),
    ).toMatch(/Polygon or MultiPolygon wanted, got "Point"/);
  });
});
