import { describe, expect, it } from 'vitest';
import { zones } from '../wire/zones.ts';
import { draftOf, losesLines, readTagLines, readText, tagLines, textOf } from './zone-text.ts';

const properties = {
  id: 'old-quay',
  name_ar: 'الرصيف القديم',
  name_en: 'Old quay',
  kind: 'port',
  tags: { group_port: 'yes' },
  population_day: 40,
  population_night: 0,
  site_term_mmi: 0.4,
  provenance: 'drawn by hand',
};
const ring = [
  [34.99, 29.51],
  [34.995, 29.51],
  [34.995, 29.515],
  [34.99, 29.51],
];
const feature = (geometry: object, more: object = {}) => ({
  type: 'Feature',
  properties: { ...properties, ...more },
  geometry,
});
const read = (value: object) => readText(JSON.stringify(value));

describe('a Feature as text', () => {
  it.each([
    ['a polygon', feature({ type: 'Polygon', coordinates: [ring, ring] })],
    ['several', feature({ type: 'MultiPolygon', coordinates: [[ring], [ring]] })],
    ['a line', feature({ type: 'LineString', coordinates: ring }, { buffer_m: 50 })],
    ['a point', feature({ type: 'Point', coordinates: [34.99, 29.51] }, { buffer_m: 200 })],
  ])('is read and written as it was: %s', (_, value) => {
    const found = read(value);
    if (!found.ok) throw new Error(found.why);
    expect(JSON.parse(textOf(found.draft))).toEqual(value);
  });

  it('has one position a line', () => {
    const found = read(feature({ type: 'Polygon', coordinates: [ring] }));
    if (!found.ok) throw new Error(found.why);
    const lines = textOf(found.draft).split('\n');
    expect(lines.filter((line) => /^\s+\[34\.99\d?, 29\.51\d?\],?$/.test(line))).toHaveLength(4);
  });

  it('forgets the metres around what has become an area', () => {
    const found = read(feature({ type: 'Point', coordinates: [34.99, 29.51] }, { buffer_m: 200 }));
    if (!found.ok) throw new Error(found.why);
    const shape = { kind: 'area', polygons: [] } as const;
    expect(textOf({ ...found.draft, shape })).not.toContain('buffer_m');
  });

  it.each([
    ['json', '{'],
    ['feature', '[]'],
    ['feature', '{"type":"Feature"}'],
    ['geometry', JSON.stringify(feature({ type: 'Polygon', coordinates: [[['x', 1]]] }))],
    ['geometry', JSON.stringify(feature({ type: 'Polygon', coordinates: [[[299, 1]]] }))],
    ['geometry', JSON.stringify(feature({ type: 'GeometryCollection' }))],
  ])('that cannot be drawn says why: %s', (why, text) => {
    expect(readText(text)).toEqual({ ok: false, why });
  });

  it('may stand alone in a collection, not among others', () => {
    const one = feature({ type: 'Polygon', coordinates: [ring] });
    expect(read({ type: 'FeatureCollection', features: [one] }).ok).toBe(true);
    expect(read({ type: 'FeatureCollection', features: [one, one] })).toEqual({ ok: false, why: 'feature' });
  });
});

it('a zone of the house is edited with all that is written about it, without its version', () => {
  const value = { ...feature({ type: 'MultiPolygon', coordinates: [[ring]] }), id: 'old-quay', version: 3 };
  const [zone] = zones({ type: 'FeatureCollection', features: [value] }, '');
  if (!zone) throw new Error('no zone');
  expect(zone.version).toBe(3);
  expect(JSON.parse(textOf(draftOf(zone)))).toEqual(feature({ type: 'Polygon', coordinates: [ring] }));
});

describe('a zone that is a buffer', () => {
  const outline = { type: 'MultiPolygon', coordinates: [[ring]] };
  const buffer = (geometry: object) => {
    const value = { ...feature(outline), drawn: { bufferM: 200, geometry }, version: 1 };
    const [zone] = zones({ type: 'FeatureCollection', features: [value] }, '');
    if (!zone) throw new Error('no zone');
    return zone;
  };

  it.each([
    { type: 'Point', coordinates: [34.99, 29.51] },
    { type: 'LineString', coordinates: ring },
  ])('is edited as it was drawn: $type', (geometry) => {
    const zone = buffer(geometry);
    expect(JSON.parse(textOf(draftOf(zone)))).toEqual(feature(geometry, { buffer_m: 200 }));
    expect(losesLines(zone)).toBe(false);
  });

  it('around several lines is edited as an outline, and that is told', () => {
    const zone = buffer({ type: 'MultiLineString', coordinates: [ring, ring] });
    expect(draftOf(zone).shape.kind).toBe('area');
    expect(losesLines(zone)).toBe(true);
  });
});

it('tags are lines', () => {
  expect(tagLines({ wadi: 'yutum', keep_off: '1 2 = 3' })).toBe('wadi = yutum\nkeep_off = 1 2 = 3');
  expect(readTagLines(' wadi = yutum\n\nkeep_off=1 2 = 3\nempty\n')).toEqual({
    wadi: 'yutum',
    keep_off: '1 2 = 3',
    empty: '',
  });
});
