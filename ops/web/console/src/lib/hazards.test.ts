import { describe, expect, it } from 'vitest';
import { chart } from './gauge.ts';
import { openHazards, statedTitle } from './hazards.ts';
import { compassOf, intensityColour, intensityOf, offset, romanOf } from './quake.ts';
import { happenedAt, mmsiOf, personsOf } from './report.ts';
import { at, gaugeOf, hazardOf } from './samples.ts';

describe('open hazards', () => {
  it('stand in the order in which somebody must look at them', () => {
    const ids = openHazards([
      hazardOf('old', { lastReportAt: at('12:00') }),
      hazardOf('over', { status: 'ENDED', lastReportAt: at('14:00') }),
      hazardOf('new', { lastReportAt: at('13:00') }),
      hazardOf('held', { status: 'HELD', lastReportAt: at('11:00') }),
      hazardOf('withdrawn', { status: 'WITHDRAWN', lastReportAt: at('11:30') }),
    ]).map((h) => h.id);
    expect(ids).toEqual(['withdrawn', 'held', 'new', 'old']);
  });
});

describe('a stated title', () => {
  const titles = { ar: 'تحذير من السيول', en: 'Flood warning' };

  it.each([
    [{ title: 'Flood warning', titles }, 'ar', 'تحذير من السيول', 'reader'],
    [{ title: 'Flood warning', titles }, 'en', 'Flood warning', 'reader'],
    [{ title: 'Red Sea trough', titles: undefined }, 'ar', 'Red Sea trough', 'source'],
    [{ title: 'منخفض البحر الأحمر', titles: undefined }, 'ar', 'منخفض البحر الأحمر', 'reader'],
    [{ title: 'منخفض البحر الأحمر', titles: undefined }, 'en', 'منخفض البحر الأحمر', 'source'],
    [{ title: '112-1', titles: undefined }, 'ar', '112-1', 'reader'],
    [{ title: '', titles: { fr: 'Crue' } }, 'ar', 'Crue', 'source'],
  ])('%j in %s', (detail, language, text, by) => {
    expect(statedTitle(detail, language)).toEqual({ text, by });
  });

  it('may be missing', () => {
    expect(statedTitle({ title: '', titles: undefined }, 'ar')).toBeUndefined();
  });
});

describe('shaking', () => {
  it('is counted in Roman numbers, on the scale', () => {
    expect([0.2, 3.4, 3.5, 6.2, 9.6, 14].map(romanOf)).toEqual(['I', 'III', 'IV', 'VI', 'X', 'XII']);
    expect([0.2, 6.2, 11.9].map(intensityOf)).toEqual([1, 6, 10]);
  });

  it('is darker where it is stronger', () => {
    expect(new Set([4, 5, 6, 7, 8, 9].map(intensityColour)).size).toBe(6);
    expect(intensityColour(6.5)).toBe(intensityColour(6));
  });

  it('is told by each network from its own place', () => {
    const here = { latDeg: 28.826, lonDeg: 34.799 };
    const apart = offset(here, { latDeg: 28.86, lonDeg: 34.75 });
    expect(apart?.km).toBeCloseTo(6.1, 1);
    expect(apart?.way).toBe('NW');
    expect(offset(here, here)).toBeUndefined();
    expect([0, 44, 46, 180, 337.4, 359, 720].map(compassOf)).toEqual(['N', 'NE', 'NE', 'S', 'NW', 'N', 'N']);
  });
});

describe('what a person reports', () => {
  const now = new Date('2026-11-20T14:10:20Z'); // 17:10 in Aqaba

  it.each([
    ['17:05', '2026-11-20T14:05:00.000Z'],
    ['17:10', '2026-11-20T14:10:00.000Z'],
    ['17:12', '2026-11-20T14:10:20.000Z'],
    ['17:30', '2026-11-19T14:30:00.000Z'],
    ['23:50', '2026-11-19T20:50:00.000Z'],
    ['04:00', '2026-11-20T01:00:00.000Z'],
  ])('at %s has happened at %s', (written, moment) => {
    expect(happenedAt(written, now, 'Asia/Amman')?.toISOString()).toBe(moment);
  });

  it('needs a time of day', () => {
    expect(happenedAt('now', now, 'Asia/Amman')).toBeUndefined();
  });

  it('has an MMSI of nine digits or none', () => {
    expect(['', '438000017', '438 000 017', '43800001', 'SINDBAD'].map(mmsiOf)).toEqual([
      '',
      '438000017',
      '438000017',
      undefined,
      undefined,
    ]);
  });

  it('has a count of people or none', () => {
    expect(['', '6', '0', '10001', 'six', '-1', '1.5'].map(personsOf)).toEqual([
      null,
      6,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the chart of a gauge', () => {
  const series: [Date, number][] = [
    [at('12:00'), 0],
    [at('12:30'), 1],
    [at('13:00'), 1],
  ];

  it('reaches to now, and holds its thresholds', () => {
    const drawn = chart(gaugeOf({ series }), [['action', 2]], undefined, at('14:00'), 120, 22);
    expect(drawn?.believed).toBe('0.0,22.0 30.0,12.0 60.0,12.0');
    expect(drawn?.lines).toEqual([{ name: 'action', y: 2 }]);
    expect([drawn?.doubted, drawn?.doubtX]).toEqual(['', undefined]);
  });

  it('breaks where it is no longer believed', () => {
    const drawn = chart(gaugeOf({ series }), [], at('12:30'), at('13:00'), 60, 11);
    expect(drawn?.believed).toBe('0.0,11.0 30.0,1.0');
    expect(drawn?.doubted).toBe('30.0,1.0 60.0,1.0');
    expect(drawn?.doubtX).toBe(30);
  });

  it('needs two readings', () => {
    expect(
      chart(gaugeOf({ series: series.slice(0, 1) }), [], undefined, at('13:00'), 60, 11),
    ).toBeUndefined();
  });
});
