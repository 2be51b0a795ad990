import type { LatLon } from '../wire/place.ts';
import type { Zone } from '../wire/zones.ts';
import type { Corners, Shape } from './shape.ts';

export type Properties = Record<string, unknown>;

/** A zone while it is edited: what is written about it, and its outline. */
export interface Draft {
  properties: Properties;
  shape: Shape;
}

type Position = [number, number];

const position = (c: LatLon): Position => [c.lonDeg, c.latDeg];
const closed = (corners: Corners): Position[] => {
  const [first] = corners;
  return first ? [...corners, first].map(position) : [];
};

function geometryOf(shape: Shape): object {
  switch (shape.kind) {
    case 'point':
      return { type: 'Point', coordinates: shape.corners[0] ? position(shape.corners[0]) : [] };
    case 'line':
      return { type: 'LineString', coordinates: shape.corners.map(position) };
    case 'area': {
      const coordinates = shape.polygons.map((rings) => rings.map(closed));
      return coordinates.length === 1
        ? { type: 'Polygon', coordinates: coordinates[0] }
        : { type: 'MultiPolygon', coordinates };
    }
  }
}

/** The Feature as text: one position a line, so that the house's line numbers can be followed. */
export function textOf({ properties, shape }: Draft): string {
  const { buffer_m: _, ...others } = properties;
  const buffer = shape.kind === 'area' ? {} : { buffer_m: shape.bufferM };
  const feature = { type: 'Feature', properties: { ...others, ...buffer }, geometry: geometryOf(shape) };
  return JSON.stringify(feature, null, 2).replace(
    /\[\s+(-?[\d.e+-]+),\s+(-?[\d.e+-]+)(?:,\s+(-?[\d.e+-]+))?\s+\]/g,
    (_all, lon: string, lat: string, height?: string) =>
      `[${[lon, lat, height].filter((part) => part !== undefined).join(', ')}]`,
  );
}

/** What cannot be drawn on the map; the house says the rest. The name is a text key, `zone.text.<name>`. */
export type Unreadable = 'json' | 'feature' | 'geometry';

const plain = (value: unknown): Properties | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Properties) : undefined;

function place(value: unknown): LatLon | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const [lonDeg, latDeg] = value as unknown[];
  if (typeof lonDeg !== 'number' || typeof latDeg !== 'number') return undefined;
  return Math.abs(lonDeg) <= 180 && Math.abs(latDeg) <= 90 ? { latDeg, lonDeg } : undefined;
}

function places(value: unknown): LatLon[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.map(place);
  return all.every((p) => p !== undefined) ? (all as LatLon[]) : undefined;
}

/** A ring without its closing corner. */
function open(value: unknown): LatLon[] | undefined {
  const all = places(value);
  const first = all?.[0];
  const last = all?.at(-1);
  const shut = all && all.length > 1 && first?.latDeg === last?.latDeg && first?.lonDeg === last?.lonDeg;
  return shut ? all.slice(0, -1) : all;
}

function rings(value: unknown): LatLon[][] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.map(open);
  return all.every((r) => r !== undefined) ? (all as LatLon[][]) : undefined;
}

function shapeOf(geometry: Properties | undefined, bufferM: number): Shape | undefined {
  const { type, coordinates } = geometry ?? {};
  if (type === 'Point') {
    const at = place(coordinates);
    return at && { kind: 'point', corners: [at], bufferM };
  }
  if (type === 'LineString') {
    const corners = places(coordinates);
    return corners && { kind: 'line', corners, bufferM };
  }
  if (type === 'Polygon') {
    const polygon = rings(coordinates);
    return polygon && { kind: 'area', polygons: [polygon] };
  }
  if (type !== 'MultiPolygon' || !Array.isArray(coordinates)) return undefined;
  const polygons = coordinates.map(rings);
  return polygons.every((p) => p !== undefined)
    ? { kind: 'area', polygons: polygons as LatLon[][][] }
    : undefined;
}

/** Reads a pasted Feature; a collection of one is taken as that one. */
export function readText(text: string): { ok: true; draft: Draft } | { ok: false; why: Unreadable } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, why: 'json' };
  }
  const whole = plain(value);
  const list =
    whole?.type === 'FeatureCollection' && Array.isArray(whole.features) ? whole.features : [value];
  const feature = list.length === 1 ? plain(list[0]) : undefined;
  const properties = plain(feature?.properties);
  if (feature?.type !== 'Feature' || !properties) return { ok: false, why: 'feature' };
  const bufferM = typeof properties.buffer_m === 'number' ? properties.buffer_m : 0;
  const shape = shapeOf(plain(feature.geometry), bufferM);
  return shape ? { ok: true, draft: { properties, shape } } : { ok: false, why: 'geometry' };
}

/** A zone of the house as it would be edited: a buffer by the place or line that it lies around. */
export function draftOf(zone: Zone): Draft {
  const drawn = zone.drawn && shapeOf(zone.drawn.geometry, zone.drawn.bufferM);
  if (drawn) return { properties: zone.properties, shape: drawn };
  const flip = ([lonDeg, latDeg]: Position): LatLon => ({ latDeg, lonDeg });
  const polygons = zone.polygons.map((all) => all.map((ring) => ring.slice(0, -1).map(flip)));
  return { properties: zone.properties, shape: { kind: 'area', polygons } };
}

/** A buffer around several lines cannot be drawn here: what is edited is its outline. */
export function losesLines(zone: Zone): boolean {
  return zone.drawn !== undefined && draftOf(zone).shape.kind === 'area';
}

/** Tags as lines of `name = value`. */
export function tagLines(tags: unknown): string {
  return Object.entries(plain(tags) ?? {})
    .map(([name, value]) => `${name} = ${String(value)}`)
    .join('\n');
}

export function readTagLines(lines: string): Record<string, string> {
  const pairs = lines.split('\n').flatMap((line): [string, string][] => {
    const [name = '', ...rest] = line.split('=');
    return name.trim() ? [[name.trim(), rest.join('=').trim()]] : [];
  });
  return Object.fromEntries(pairs);
}
