import type { Area, LatLon } from '../wire/place.ts';

/** Mean earth radius (IUGG), as the house uses it. */
const RADIUS_M = 6_371_008.8;

const rad = (deg: number) => (deg * Math.PI) / 180;
const deg = (r: number) => (r * 180) / Math.PI;

/** Great-circle distance in metres (haversine). */
export function distanceM(a: LatLon, b: LatLon): number {
  const s = Math.sin(rad(b.latDeg - a.latDeg) / 2);
  const t = Math.sin(rad(b.lonDeg - a.lonDeg) / 2);
  const h = s * s + Math.cos(rad(a.latDeg)) * Math.cos(rad(b.latDeg)) * t * t;
  return 2 * RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The place so far away in that direction (clockwise from north). */
export function towards(from: LatLon, bearingDeg: number, metres: number): LatLon {
  const d = metres / RADIUS_M;
  const b = rad(bearingDeg);
  const lat = rad(from.latDeg);
  const lat2 = Math.asin(Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(b));
  const dLon = Math.atan2(
    Math.sin(b) * Math.sin(d) * Math.cos(lat),
    Math.cos(d) - Math.sin(lat) * Math.sin(lat2),
  );
  return { latDeg: deg(lat2), lonDeg: from.lonDeg + deg(dLon) };
}

/** Initial direction from a to b, clockwise from north, 0 to 360. */
export function bearingDeg(a: LatLon, b: LatLon): number {
  const y = Math.sin(rad(b.lonDeg - a.lonDeg)) * Math.cos(rad(b.latDeg));
  const x =
    Math.cos(rad(a.latDeg)) * Math.sin(rad(b.latDeg)) -
    Math.sin(rad(a.latDeg)) * Math.cos(rad(b.latDeg)) * Math.cos(rad(b.lonDeg - a.lonDeg));
  return (deg(Math.atan2(y, x)) + 360) % 360;
}

/** The one of some places that is nearest; undefined of none. */
export function nearest(places: readonly LatLon[], to: LatLon): LatLon | undefined {
  let best: { place: LatLon; m: number } | undefined;
  for (const place of places) {
    const m = distanceM(place, to);
    if (!best || m < best.m) best = { place, m };
  }
  return best?.place;
}

/** Corners of a circle on a map. */
const CORNERS = 48;

export type Ring = [number, number][];

/** GeoJSON polygons (longitude first) of an area of the house; a circle becomes 48 corners. */
export function polygonsOf(area: Area): Ring[][] {
  const flip = (ring: readonly LatLon[]): Ring => ring.map((p) => [p.lonDeg, p.latDeg]);
  const polygons = area.polygons.map(({ outer, holes }) => [flip(outer), ...holes.map(flip)]);
  const circles = area.circles.map(({ centre, radiusM }) => {
    const ring = Array.from({ length: CORNERS }, (_, i) => towards(centre, (i * 360) / CORNERS, radiusM));
    return [flip([...ring, ring[0] as LatLon])];
  });
  return [...polygons, ...circles];
}

/** Where a label of these polygons stands: the centroid of the largest outer ring. */
export function labelPlace(polygons: readonly Ring[][]): [number, number] {
  let best: { area: number; at: [number, number] } | undefined;
  for (const [outer] of polygons) {
    const found = outer && centroid(outer);
    if (found && (!best || found.area > best.area)) best = found;
  }
  return best?.at ?? [0, 0];
}

function centroid(ring: Ring): { area: number; at: [number, number] } {
  const [ox, oy] = ring[0] ?? [0, 0];
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    const cross = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
    twice += cross;
    x += (ax + bx - 2 * ox) * cross;
    y += (ay + by - 2 * oy) * cross;
  }
  if (twice === 0) return { area: 0, at: [ox, oy] };
  return { area: Math.abs(twice / 2), at: [ox + x / (3 * twice), oy + y / (3 * twice)] };
}

/** Westmost, southmost, eastmost, northmost of some places; undefined of none. */
export function boundsOf(
  places: Iterable<readonly [number, number]>,
): [number, number, number, number] | undefined {
  let box: [number, number, number, number] | undefined;
  for (const [lon, lat] of places) {
    box = box
      ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)]
      : [lon, lat, lon, lat];
  }
  return box;
}

/** `29.4700 N 34.9690 E`, the way officers read positions in both languages. */
export function positionText({ latDeg, lonDeg }: LatLon): string {
  const part = (value: number, plus: string, minus: string) =>
    `${Math.abs(value).toFixed(4)} ${value < 0 ? minus : plus}`;
  return `${part(latDeg, 'N', 'S')} ${part(lonDeg, 'E', 'W')}`;
}
