import {
  count,
  type Decoded,
  instant,
  list,
  maybe,
  number,
  object,
  oneOf,
  otherwise,
  text,
  truth,
} from './decode.ts';
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
  /** Those that it is in. */
  zones: otherwise(list(text), []),
});
export type Track = Decoded<typeof track>;

/** Ships and what else speaks as they do; `total` counts those, too, that were left out. */
export const tracks = object({ at: instant, total: count, tracks: list(track) });

/** A ship entered, dwelt in or left a zone. */
const passage = object({
  mmsi: text,
  feed: text,
  name: maybe(text),
  zone: text,
  what: oneOf('ENTERED', 'DWELT', 'LEFT'),
  at: instant,
  stayed: maybe(text),
  /** It did not come in: it was in when it was first heard. */
  already: truth,
  /** It was not seen to go. */
  unheard: truth,
});
export type ShipPassage = Decoded<typeof passage>;

/** The newest first. */
export const passages = object({ at: instant, gone: count, passages: list(passage) });

/** A response unit by its device's last word. */
const position = object({
  unit: text,
  place: latLon,
  at: instant,
  accuracyM: number,
  speedMps: maybe(number),
  headingDeg: maybe(number),
  zones: list(text),
  silent: truth,
});
export type Position = Decoded<typeof position>;

export const positions = object({ at: instant, units: list(position) });
