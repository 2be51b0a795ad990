import type { LatLon } from '../wire/place.ts';
import { distanceM } from './geo.ts';
import { type Corners, cornersIn, type Shape } from './shape.ts';

/** Nobody wants an outline that lies further off. */
const MOST_OFF_M = 2_000;

const FIRST_OFF_M = 0.5;

/** A ring has at least so many corners. */
const FEWEST = 3;

interface Flat {
  x: number;
  y: number;
}

/** On a plane that touches the earth at `origin`, in metres: good to a per cent over a city. */
function flat(corners: Corners, origin: LatLon): Flat[] {
  const mPerDeg = distanceM(origin, { ...origin, latDeg: origin.latDeg + 1 });
  const mPerDegLon = mPerDeg * Math.cos((origin.latDeg * Math.PI) / 180);
  return corners.map((c) => ({
    x: (c.lonDeg - origin.lonDeg) * mPerDegLon,
    y: (c.latDeg - origin.latDeg) * mPerDeg,
  }));
}

function offM(p: Flat, a: Flat, b: Flat): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/** Which corners of a line stay (Douglas and Peucker 1973): its ends, and what lies further off than that. */
function staying(line: readonly Flat[], mostOffM: number): Set<number> {
  const stay = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    const [a, b] = [line[from], line[to]];
    let furthest = 0;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const p = line[i];
      const off = a && b && p ? offM(p, a, b) : 0;
      if (off > furthest) [furthest, at] = [off, i];
    }
    if (furthest <= mostOffM) continue;
    stay.add(at);
    open.push([from, at], [at, to]);
  }
  return stay;
}

function simpler(corners: Corners, closed: boolean, mostOffM: number): Corners {
  const [first] = corners;
  if (!first || corners.length <= FEWEST) return corners;
  const line = flat(closed ? [...corners, first] : corners, first);
  const stay = staying(line, mostOffM);
  const left = corners.filter((_, i) => stay.has(i));
  return closed && left.length < FEWEST ? corners : left;
}

/**
 * The same outline with at most so many corners, and how far it may lie from what it was; undefined when
 * that cannot be had.
 */
export function simplified(shape: Shape, mostCorners: number): { shape: Shape; offM: number } | undefined {
  for (let off = FIRST_OFF_M; off <= MOST_OFF_M; off *= 2) {
    const tried: Shape =
      shape.kind === 'area'
        ? { kind: 'area', polygons: shape.polygons.map((rings) => rings.map((r) => simpler(r, true, off))) }
        : { ...shape, corners: simpler(shape.corners, false, off) };
    if (cornersIn(tried) <= mostCorners) return { shape: tried, offM: off };
  }
  return undefined;
}
