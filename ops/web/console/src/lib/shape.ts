import type { LatLon } from '../wire/place.ts';
import { distanceM, towards } from './geo.ts';

/** Corners of a ring or a line; a ring is not closed here. */
export type Corners = readonly LatLon[];

/**
 * An outline while it is edited: areas as polygons of rings (the first one outside, the others holes), or
 * a point or a line with metres around it.
 */
export type Shape =
  | { kind: 'area'; polygons: readonly (readonly Corners[])[] }
  | { kind: 'line'; corners: Corners; bufferM: number }
  | { kind: 'point'; corners: Corners; bufferM: number };

/** Which corner: of which ring of which polygon; lines and points have one ring. */
export interface Path {
  polygon: number;
  ring: number;
  corner: number;
}

/** Below this a ring encloses nothing, a line leads nowhere. */
const FEWEST = { area: 3, line: 2, point: 1 } as const;

/** A ten-millionth of a degree is a centimetre; people draw no finer than a tenth of a metre. */
const DECIMALS = 6;

export const rounded = (deg: number) => Number(deg.toFixed(DECIMALS));

export function emptyShape(kind: Shape['kind'], bufferM: number): Shape {
  return kind === 'area' ? { kind, polygons: [[[]]] } : { kind, corners: [], bufferM };
}

/** Every ring with its path, in order. */
export function ringsOf(shape: Shape): { polygon: number; ring: number; corners: Corners }[] {
  if (shape.kind !== 'area') return [{ polygon: 0, ring: 0, corners: shape.corners }];
  return shape.polygons.flatMap((rings, polygon) =>
    rings.map((corners, ring) => ({ polygon, ring, corners })),
  );
}

export function cornersIn(shape: Shape): number {
  return ringsOf(shape).reduce((sum, { corners }) => sum + corners.length, 0);
}

/** Whether it has corners enough to be a shape at all. */
export function isWhole(shape: Shape): boolean {
  const rings = ringsOf(shape);
  const buffered = shape.kind === 'area' || shape.bufferM > 0;
  return rings.length > 0 && buffered && rings.every((r) => r.corners.length >= FEWEST[shape.kind]);
}

function changed(shape: Shape, at: Omit<Path, 'corner'>, change: (corners: Corners) => Corners): Shape {
  if (shape.kind !== 'area') return { ...shape, corners: change(shape.corners) };
  const polygons = shape.polygons.map((rings, p) =>
    p === at.polygon ? rings.map((ring, r) => (r === at.ring ? change(ring) : ring)) : rings,
  );
  return { ...shape, polygons };
}

const exact = ({ latDeg, lonDeg }: LatLon): LatLon => ({ latDeg: rounded(latDeg), lonDeg: rounded(lonDeg) });

export function moveCorner(shape: Shape, path: Path, to: LatLon): Shape {
  return changed(shape, path, (corners) => corners.map((c, i) => (i === path.corner ? exact(to) : c)));
}

/** Puts a corner behind the one that is named. */
export function addCorner(shape: Shape, path: Path, at: LatLon): Shape {
  return changed(shape, path, (corners) => corners.toSpliced(path.corner + 1, 0, exact(at)));
}

/** At the end of what is being drawn: the last ring, the line; a point moves there. */
export function appendCorner(shape: Shape, at: LatLon): Shape {
  if (shape.kind === 'point') return { ...shape, corners: [exact(at)] };
  const last = ringsOf(shape).at(-1);
  if (!last) return { kind: 'area', polygons: [[[exact(at)]]] };
  return changed(shape, last, (corners) => [...corners, exact(at)]);
}

/** The last corner of what is being drawn is taken back. */
export function undoCorner(shape: Shape): Shape {
  const last = ringsOf(shape).at(-1);
  return last ? changed(shape, last, (corners) => corners.slice(0, -1)) : shape;
}

/** Without the corner; undefined where too few would be left. */
export function removeCorner(shape: Shape, path: Path): Shape | undefined {
  const ring = ringsOf(shape).find((r) => r.polygon === path.polygon && r.ring === path.ring);
  if (!ring || ring.corners.length <= FEWEST[shape.kind]) return undefined;
  return changed(shape, path, (corners) => corners.filter((_, i) => i !== path.corner));
}

/** Between a corner and the next one; of a line's last corner there is none. */
export function middleAfter(shape: Shape, path: Path): LatLon | undefined {
  const ring = ringsOf(shape).find((r) => r.polygon === path.polygon && r.ring === path.ring);
  const here = ring?.corners[path.corner];
  const last = path.corner === (ring?.corners.length ?? 0) - 1;
  const next = last && shape.kind !== 'area' ? undefined : ring?.corners[last ? 0 : path.corner + 1];
  if (!here || !next || shape.kind === 'point') return undefined;
  return exact({ latDeg: (here.latDeg + next.latDeg) / 2, lonDeg: (here.lonDeg + next.lonDeg) / 2 });
}

/**
 * What a ring encloses, in square kilometres: on a plane that touches the earth at its first corner, which
 * is good to a per cent over a city.
 */
function ringKm2(corners: Corners): number {
  const [first] = corners;
  if (!first) return 0;
  const kmPerDeg = distanceM(first, { ...first, latDeg: first.latDeg + 1 }) / 1000;
  const kmPerDegLon = kmPerDeg * Math.cos((first.latDeg * Math.PI) / 180);
  const x = (c: LatLon) => (c.lonDeg - first.lonDeg) * kmPerDegLon;
  const y = (c: LatLon) => (c.latDeg - first.latDeg) * kmPerDeg;
  let twice = 0;
  for (const [i, a] of corners.entries()) {
    const b = corners[(i + 1) % corners.length] ?? first;
    twice += x(a) * y(b) - x(b) * y(a);
  }
  return Math.abs(twice / 2);
}

/** What it covers; of a line about, since its bends are counted twice. */
export function areaKm2(shape: Shape): number {
  if (shape.kind === 'area') {
    return shape.polygons.reduce((sum, rings) => {
      const [outer = [], ...holes] = rings;
      return sum + ringKm2(outer) - holes.reduce((all, hole) => all + ringKm2(hole), 0);
    }, 0);
  }
  const radiusKm = shape.bufferM / 1000;
  const lengthKm = shape.corners.reduce((sum, c, i) => {
    const before = shape.corners[i - 1];
    return before ? sum + distanceM(before, c) / 1000 : sum;
  }, 0);
  return shape.corners.length > 0 ? Math.PI * radiusKm ** 2 + 2 * radiusKm * lengthKm : 0;
}

/** Corners of a round end. */
const ROUND = 16;

/** Around one stretch of a line: both sides and round ends. */
export function capsule(a: LatLon, b: LatLon, bearing: number, metres: number): LatLon[] {
  const half = (centre: LatLon, from: number) =>
    Array.from({ length: ROUND + 1 }, (_, i) => towards(centre, from + (i * 180) / ROUND, metres));
  return [...half(b, bearing - 90), ...half(a, bearing + 90)];
}
