import { lookOf } from '@nadhir/kit';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { bearingDeg, polygonsOf, type Ring } from '../lib/geo.ts';
import { waitsForPerson } from '../lib/hazards.ts';
import { intensityColour } from '../lib/quake.ts';
import { type Corners, capsule, type Shape } from '../lib/shape.ts';
import { isStale, pointsTo, signOf } from '../lib/ships.ts';
import type { ZoneLevel } from '../lib/zone-levels.ts';
import type { Extent, Track } from '../wire/around.ts';
import type { Hazard, ShakeMap } from '../wire/hazard.ts';
import type { Area } from '../wire/place.ts';
import type { Zone } from '../wire/zones.ts';

const polygon = (coordinates: Ring[], properties: Record<string, unknown>): Feature<Polygon> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
});

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

export const nothing: FeatureCollection = collection([]);

/** Large zones lie under small ones, so that each can be seen and clicked. */
function size(zone: Zone): number {
  let total = 0;
  for (const [outer = []] of zone.polygons) {
    for (let i = 1; i < outer.length; i++) {
      const [ax, ay] = outer[i - 1] ?? [0, 0];
      const [bx, by] = outer[i] ?? [0, 0];
      total += ax * by - bx * ay;
    }
  }
  return Math.abs(total);
}

export function zoneFeatures(
  zones: readonly Zone[],
  levels: ReadonlyMap<string, ZoneLevel>,
  chosen?: string,
): FeatureCollection {
  const ordered = zones.toSorted((a, b) => size(b) - size(a));
  return collection(
    ordered.flatMap((zone) => {
      const held = levels.get(zone.id);
      const properties = {
        id: zone.id,
        kind: zone.kind,
        stage: held?.stage ?? 'none',
        colour: held ? lookOf(held.level).ground : '#000000',
        chosen: zone.id === chosen,
      };
      return zone.polygons.map((rings) => polygon(rings, properties));
    }),
  );
}

export function areaFeatures(area: Area | undefined): FeatureCollection {
  return collection(area ? polygonsOf(area).map((rings) => polygon(rings, {})) : []);
}

/** The areas that sources drew for their warnings, and whether each is believed. */
export function statedFeatures(hazards: readonly Hazard[], chosen?: string): FeatureCollection {
  return collection(
    hazards.flatMap((hazard) => {
      const area = hazard.detail.type === 'HazardDetail.Stated' ? hazard.detail.area : undefined;
      const properties = { id: hazard.id, doubted: waitsForPerson(hazard), chosen: hazard.id === chosen };
      return area ? polygonsOf(area).map((rings) => polygon(rings, properties)) : [];
    }),
  );
}

/** Where to search and whom to protect. */
export function extentFeatures(extents: readonly Extent[], chosen?: string): FeatureCollection {
  return collection(
    extents.flatMap(({ hazard, kind, area }) =>
      polygonsOf(area).map((rings) =>
        polygon(rings, { id: hazard, search: kind === 'SEARCH', chosen: hazard === chosen }),
      ),
    ),
  );
}

/** Ships, those in distress last, so that they lie on top. */
export function shipFeatures(tracks: readonly Track[], at: Date, chosen?: string): FeatureCollection {
  const ordered = tracks.toSorted((a, b) => Number(a.distress) - Number(b.distress));
  return collection(
    ordered.map((track) => ({
      type: 'Feature',
      properties: {
        mmsi: track.mmsi,
        sign: signOf(track),
        turn: pointsTo(track) ?? 0,
        stale: isStale(track, at),
        doubted: track.doubt !== 'NONE',
        chosen: track.mmsi === chosen,
      },
      geometry: { type: 'Point', coordinates: [track.place.lonDeg, track.place.latDeg] },
    })),
  );
}

/** Lines of equal shaking. */
export function shakingFeatures(map: ShakeMap | undefined): FeatureCollection {
  return collection(
    (map?.contours ?? []).map(({ mmi, lines }) => ({
      type: 'Feature',
      properties: { mmi, colour: intensityColour(mmi), whole: Number.isInteger(mmi) },
      geometry: {
        type: 'MultiLineString',
        coordinates: lines.map((line) => line.map((p): [number, number] => [p.lonDeg, p.latDeg])),
      },
    })),
  );
}

/** What is being drawn: a line of corners, an area from three on. */
export function draftFeatures(corners: readonly { latDeg: number; lonDeg: number }[]): FeatureCollection {
  const ring = corners.map((c): [number, number] => [c.lonDeg, c.latDeg]);
  const features: Feature[] = ring.map((at) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: at },
  }));
  const first = ring[0];
  if (first && ring.length >= 3) features.push(polygon([[...ring, first]], {}));
  else if (ring.length === 2) {
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: ring } });
  }
  return collection(features);
}

const ringOf = (corners: Corners): Ring => {
  const [first] = corners;
  return (first ? [...corners, first] : []).map((c) => [c.lonDeg, c.latDeg]);
};

/** Around a point or a line, about; the house reckons it exactly. */
function around(corners: Corners, metres: number): Feature<Polygon>[] {
  const [first] = corners;
  if (!first || metres <= 0) return [];
  const stretches = corners.length === 1 ? [[first, first] as const] : [];
  for (const [i, to] of corners.entries()) {
    const from = corners[i - 1];
    if (from) stretches.push([from, to]);
  }
  return stretches.map(([a, b]) => polygon([ringOf(capsule(a, b, bearingDeg(a, b), metres))], {}));
}

/** An outline that is edited; its corners are marks, which can be taken with the keyboard, too. */
export function shapeFeatures(shape: Shape | undefined): FeatureCollection {
  if (!shape) return nothing;
  if (shape.kind !== 'area') {
    const line: Feature = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: shape.corners.map((c) => [c.lonDeg, c.latDeg]) },
    };
    return collection([...around(shape.corners, shape.bufferM), ...(shape.corners.length > 1 ? [line] : [])]);
  }
  return collection(
    shape.polygons
      .filter(([outer = []]) => outer.length > 1)
      .map((rings) => polygon(rings.filter((ring) => ring.length > 1).map(ringOf), {})),
  );
}
