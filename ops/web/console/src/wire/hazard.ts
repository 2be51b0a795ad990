import {
  anything,
  choice,
  count,
  type Decoded,
  type Decoder,
  dictionary,
  instant,
  list,
  Malformed,
  maybe,
  number,
  object,
  oneOf,
  otherwise,
  text,
  truth,
} from './decode.ts';
import { area, latLon, words } from './place.ts';

export const certainty = oneOf('OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN');
export const severity = oneOf('EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN');
export type Certainty = Decoded<typeof certainty>;
export type Severity = Decoded<typeof severity>;

/** `[at, value]`, oldest first. */
const point: Decoder<readonly [Date, number]> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 2) throw new Malformed(path, 'a time and a value', value);
  return [instant(value[0], `${path}[0]`), number(value[1], `${path}[1]`)];
};

export const gaugeFault = oneOf('LATE', 'SILENT', 'STUCK', 'SENTINEL', 'OUT_OF_RANGE', 'JUMPING');
export type GaugeFault = Decoded<typeof gaugeFault>;

/** A gauge of the picture: its latest values and a short series. */
export const gaugeState = object({
  at: maybe(instant),
  stageM: maybe(number),
  riseMPerH: maybe(number),
  rainMm30: maybe(number),
  silent: otherwise(truth, false),
  fault: maybe(gaugeFault),
  faultSince: maybe(instant),
  series: otherwise(list(point), []),
});
export type GaugeState = Decoded<typeof gaugeState>;

/** A gauge inside of a flood: what the desk makes of its last hours. */
const floodGauge = object({
  gauge: text,
  at: instant,
  stageM: maybe(number),
  riseMPerH: maybe(number),
  rainMm15: maybe(number),
  rainMm30: maybe(number),
  rainMm60: maybe(number),
  rainMm180: maybe(number),
  rainMm360: maybe(number),
  wetnessMm: maybe(number),
  silent: otherwise(truth, false),
  fault: maybe(gaugeFault),
});
export type FloodGauge = Decoded<typeof floodGauge>;

export const distressKind = oneOf(
  'CALL',
  'DSC',
  'COSPAS_SARSAT',
  'EPIRB',
  'SART',
  'MAN_OVERBOARD',
  'NAV_STATUS',
);
export type DistressKind = Decoded<typeof distressKind>;

/** One network's word on an earthquake. */
const source = object({
  feed: text,
  report: text,
  magnitude: number,
  magnitudeType: text,
  occurredAt: instant,
  place: maybe(latLon),
  certainty,
  status: oneOf('ACTUAL', 'WITHDRAWN', 'TEST'),
  updatedAt: instant,
});
export type Source = Decoded<typeof source>;

const shakeMap = object({
  version: count,
  contours: list(object({ mmi: number, lines: list(list(latLon)) })),
});
export type ShakeMap = Decoded<typeof shakeMap>;

const detail = choice({
  'HazardDetail.Quake': {
    magnitude: number,
    magnitudeType: text,
    depthM: number,
    preferred: text,
    why: otherwise(text, ''),
    sources: otherwise(list(source), []),
    feltMmi: maybe(number),
    shakeMap: maybe(shakeMap),
  },
  'HazardDetail.Flood': { wadi: text, gauges: list(floodGauge) },
  'HazardDetail.Distress': {
    mmsi: text,
    kind: distressKind,
    courseDeg: maybe(number),
    speedMps: maybe(number),
    messages: count,
    persons: maybe(count),
    beacons: otherwise(list(text), []),
  },
  'HazardDetail.Vessel': {
    mmsi: text,
    name: text,
    trouble: oneOf('ADRIFT', 'NOT_UNDER_COMMAND', 'AGROUND', 'COLLISION_COURSE', 'POSITION_DOUBTFUL'),
    courseDeg: maybe(number),
    speedMps: maybe(number),
    other: text,
    closestM: maybe(number),
    closestAt: maybe(instant),
  },
  'HazardDetail.Stated': {
    severity,
    onset: instant,
    until: maybe(instant),
    title: text,
    area: maybe(area),
    titles: maybe(words),
  },
});

export const hazard = object({
  id: text,
  type: text,
  revision: count,
  status: oneOf('ACTIVE', 'HELD', 'WITHDRAWN', 'ENDED'),
  occurredAt: instant,
  firstReportAt: instant,
  lastReportAt: instant,
  place: maybe(latLon),
  certainty,
  detail,
  reports: list(text),
  /** A key: why it is held, or what else an officer must know. */
  doubt: maybe(text),
  endedAt: maybe(instant),
  why: maybe(text),
});
export type Hazard = Decoded<typeof hazard>;
export type HazardDetail = Hazard['detail'];
export type DetailOf<T extends string> = Extract<HazardDetail, { type: `HazardDetail.${T}` }>;

/** A report that is held back, with what it says as it came. */
export const quarantined = object({
  id: text,
  feed: text,
  type: text,
  status: text,
  occurredAt: instant,
  updatedAt: instant,
  receivedAt: instant,
  place: maybe(latLon),
  certainty,
  observation: dictionary(anything),
  title: otherwise(text, ''),
  why: text,
});
export type Quarantined = Decoded<typeof quarantined>;

/** A rule all of whose sources are silent or not believed. */
export const blind = object({ rule: text, since: instant, sources: list(text) });
export type Blind = Decoded<typeof blind>;

export const approvalPolicy = oneOf('AUTOMATIC', 'ONE_PERSON', 'TWO_PEOPLE');
export type ApprovalPolicy = Decoded<typeof approvalPolicy>;

export const slot = choice({
  'Slot.Time': { at: instant },
  'Slot.Span': { from: instant, to: instant },
  'Slot.Position': { place: latLon },
  'Slot.Places': { zones: list(text) },
  'Slot.Number': { value: number, decimals: count },
  'Slot.Word': { key: text },
});
export type Slot = Decoded<typeof slot>;

export const assessment = object({
  id: text,
  revision: count,
  rule: text,
  hazard: text,
  level: text,
  at: instant,
  zones: list(
    object({
      zone: text,
      arrivesFrom: maybe(instant),
      arrivesTo: maybe(instant),
      facts: dictionary(number),
    }),
  ),
  message: maybe(text),
  approval: approvalPolicy,
  slots: dictionary(slot),
  doubts: list(text),
});
export type Assessment = Decoded<typeof assessment>;

export const feed = object({
  feed: text,
  health: oneOf('UNKNOWN', 'GREEN', 'GREY'),
  detail: otherwise(text, ''),
  /** A key: `unreachable`, `silent`…; empty where the health says all. */
  why: otherwise(text, ''),
  since: maybe(instant),
  lastReportAt: maybe(instant),
});
export type Feed = Decoded<typeof feed>;
