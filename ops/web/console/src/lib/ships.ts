import type { Track } from '../wire/around.ts';

/** As the house has it: an older position says nothing any more. A moored ship speaks every 3 minutes. */
export const STALE_MS = 15 * 60_000;

/** Slower than this a course is noise: half a knot. */
export const STILL_MPS = 0.26;

export function isStale(track: Track, at: Date): boolean {
  return at.getTime() - track.heardAt.getTime() > STALE_MS;
}

/** Where the sign points: the bow, else where it goes; undefined of what lies still or does not say. */
export function pointsTo({ headingDeg, courseDeg, speedMps }: Track): number | undefined {
  return headingDeg ?? (speedMps !== undefined && speedMps > STILL_MPS ? courseDeg : undefined);
}

/** The sign on the map, after those of IEC 62288. */
export type ShipSign =
  | 'a'
  | 'b'
  | 'still-a'
  | 'still-b'
  | 'aid'
  | 'aircraft'
  | 'distress'
  | 'beacon'
  | 'station';

export function signOf(track: Track): ShipSign {
  if (track.distress) return 'distress';
  const moving = pointsTo(track) !== undefined;
  switch (track.kind) {
    case 'CLASS_A':
      return moving ? 'a' : 'still-a';
    case 'CLASS_B':
      return moving ? 'b' : 'still-b';
    case 'AID':
      return 'aid';
    case 'AIRCRAFT':
      return 'aircraft';
    case 'BEACON':
      return 'beacon';
    case 'STATION':
      return 'station';
  }
}

/** Those in distress first, then those whose position is doubted, then by name and number. */
export function inOrder(tracks: readonly Track[]): Track[] {
  const rank = (t: Track) => (t.distress ? 0 : t.doubt === 'NONE' ? 2 : 1);
  const name = (t: Track) => t.name ?? '';
  return tracks.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(name(a) === '') - Number(name(b) === '') ||
      name(a).localeCompare(name(b)) ||
      a.mmsi.localeCompare(b.mmsi),
  );
}
