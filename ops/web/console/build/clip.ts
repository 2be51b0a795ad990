/** Longitude and latitude, as GeoJSON has them. */
export type Place = [number, number];

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

interface Side {
  inside(p: Place): boolean;
  cross(a: Place, b: Place): Place;
}

function meridian(lon: number, keepEast: boolean): Side {
  return {
    inside: (p) => (keepEast ? p[0] >= lon : p[0] <= lon),
    cross: (a, b) => [lon, a[1] + ((b[1] - a[1]) * (lon - a[0])) / (b[0] - a[0])],
  };
}

function parallel(lat: number, keepNorth: boolean): Side {
  return {
    inside: (p) => (keepNorth ? p[1] >= lat : p[1] <= lat),
    cross: (a, b) => [a[0] + ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]), lat],
  };
}

function along(ring: Place[], side: Side): Place[] {
  const out: Place[] = [];
  for (let i = 0; i < ring.length; i++) {
    const here = ring[i] as Place;
    const before = ring[(i + ring.length - 1) % ring.length] as Place;
    if (side.inside(here) !== side.inside(before)) out.push(side.cross(before, here));
    if (side.inside(here)) out.push(here);
  }
  return out;
}

/**
 * The part of a closed ring inside a box (Sutherland and Hodgman, 1974), closed again; empty when
 * nothing is left. Edges along the box may double back, which a fill does not show.
 */
export function clipRing(ring: Place[], box: Box): Place[] {
  const open = ring.slice(0, -1);
  const sides = [
    meridian(box.west, true),
    meridian(box.east, false),
    parallel(box.south, true),
    parallel(box.north, false),
  ];
  const clipped = sides.reduce(along, open);
  if (clipped.length < 3) return [];
  return [...clipped, clipped[0] as Place];
}

/** Five decimals: about a metre. */
export function rounded(ring: Place[]): Place[] {
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  return ring.map(([lon, lat]): Place => [round(lon), round(lat)]);
}

/** The stretches of a clipped ring that are coast, without the straight ways along the box. */
export function coastOf(ring: Place[], box: Box): Place[][] {
  const onBox = (a: Place, b: Place) =>
    (a[0] === b[0] && (a[0] === box.west || a[0] === box.east)) ||
    (a[1] === b[1] && (a[1] === box.south || a[1] === box.north));
  const lines: Place[][] = [];
  let line: Place[] = [];
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as Place;
    const b = ring[i] as Place;
    if (onBox(a, b)) {
      if (line.length > 1) lines.push(line);
      line = [];
      continue;
    }
    if (line.length === 0) line.push(a);
    line.push(b);
  }
  if (line.length > 1) lines.push(line);
  return lines;
}

/**
 * Cuts the corners of a clipped ring (Chaikin 1974), except along the box. The source lies on a grid of
 * some 400 m, which shows as stairs in a city; what is cut off is smaller than that error.
 */
export function smoothed(ring: Place[], box: Box, rounds: number): Place[] {
  const onEdge = ([lon, lat]: Place) =>
    lon === box.west || lon === box.east || lat === box.south || lat === box.north;
  let now = ring;
  for (let round = 0; round < rounds; round++) {
    const next: Place[] = [];
    for (let i = 1; i < now.length; i++) {
      const a = now[i - 1] as Place;
      const b = now[i] as Place;
      const between = (t: number): Place => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
      next.push(onEdge(a) ? a : between(0.25), onEdge(b) ? b : between(0.75));
    }
    now = [...next, next[0] as Place];
  }
  return now;
}
