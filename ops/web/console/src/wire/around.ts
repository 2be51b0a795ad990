import { count, type Decoded, instant, list, maybe, number, object, oneOf, text, truth } from './decode.ts';
import { area, latLon } from './place.ts';

/** Where to search, or whom a release can reach, at one moment of the lane. */
const extent = object({
  hazard: text,
  kind: oneOf('SEARCH', 'PROTECTIVE_SECTOR', 'PROTECTIVE_CIRCLE', 'ISOLATION_CIRCLE'),
  area,
  radiusM: number,
  isolationM: maybe(number),
  since: instant,
});
export type Extent = Decoded<typeof extent>;

export const extents = object({ at: instant, extents: list(extent) });

const track = object({
  mmsi: text,
  feed: text,
  kind: oneOf('CLASS_A', 'CLASS_B', 'AID', 'AIRCRAFT', 'BEACON', 'STATION'),
  name: maybe(text),
  place: latLon,
  courseDeg: maybe(number),
  speedMps: maybe(number),
  headingDeg: maybe(number),
  navStatus: maybe(count),
  shipType: maybe(count),
  heardAt: instant,
  doubt: oneOf('NONE', 'NO_FIX', 'JUMP', 'TWO_SHIPS', 'CROWD'),
  distress: truth,
});
export type Track = Decoded<typeof track>;

/** Ships and what else speaks as they do; `total` counts those, too, that were left out. */
export const tracks = object({ at: instant, total: count, tracks: list(track) });
