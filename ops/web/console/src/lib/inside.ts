import type { Track } from '../wire/around.ts';
import type { Area, LatLon } from '../wire/place.ts';
import { distanceM } from './geo.ts';

function inRing(ring: readonly LatLon[], { latDeg, lonDeg }: LatLon): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const a = ring[i - 1] as LatLon;
    const b = ring[i] as LatLon;
    if (a.latDeg > latDeg === b.latDeg > latDeg) continue;
    const crossing = a.lonDeg + ((latDeg - a.latDeg) / (b.latDeg - a.latDeg)) * (b.lonDeg - a.lonDeg);
    if (lonDeg < crossing) inside = !inside;
  }
  return inside;
}

/** Whether a place is in an area; good for a list of ships, not for who is told. */
export function covers(area: Area, place: LatLon): boolean {
  return (
    area.polygons.some(
      ({ outer, holes }) => inRing(outer, place) && !holes.some((hole) => inRing(hole, place)),
    ) || area.circles.some(({ centre, radiusM }) => distanceM(centre, place) <= radiusM)
  );
}

/** Who has a radio and somebody at it. */
export function canBeCalled({ kind }: Track): boolean {
  return kind === 'CLASS_A' || kind === 'CLASS_B' || kind === 'AIRCRAFT';
}
