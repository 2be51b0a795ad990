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
import { latLon } from './place.ts';

export const certainty = oneOf('OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN');
export const severity = oneOf('EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN');
export type Certainty = Decoded<typeof certainty>;
export type Severity = Decoded<typeof severity>;

/** `[at, value]`, oldest first. */
const point: Decoder<readonly [Date, number]> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 2) throw new Malformed(path, 'a time and a value', value);
  return [instant(value[0], `${path}[0]`), number(value[1], `${path}[1]`)];
};

export const gaugeState = object({
  at: maybe(instant),
  stageM: maybe(number),
  riseMPerH: maybe(number),
  rainMm30: maybe(number),
  silent: otherwise(truth, false),
  series: otherwise(list(point), []),
});
export type GaugeState = Decoded<typeof gaugeState>;

const detail = choice({
  'HazardDetail.Quake': { magnitude: number, magnitudeType: text, depthM: number, preferred: text },
  'HazardDetail.Flood': { wadi: text, gauges: list(anything) },
  'HazardDetail.Distress': {
    mmsi: text,
    kind: oneOf('SART', 'MAN_OVERBOARD', 'EPIRB', 'NAV_STATUS', 'CALL'),
    courseDeg: maybe(number),
    speedMps: maybe(number),
    messages: count,
  },
  'HazardDetail.Stated': { severity, onset: instant, until: maybe(instant), title: text },
});

export const hazard = object({
  id: text,
  type: text,
  revision: count,
  status: oneOf('ACTIVE', 'WITHDRAWN', 'ENDED'),
  occurredAt: instant,
  firstReportAt: instant,
  lastReportAt: instant,
  place: maybe(latLon),
  certainty,
  detail,
  reports: list(text),
  endedAt: maybe(instant),
  why: maybe(text),
});
export type Hazard = Decoded<typeof hazard>;
export type HazardDetail = Hazard['detail'];

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
  since: maybe(instant),
  lastReportAt: maybe(instant),
  accepted: maybe(count),
  rejected: maybe(dictionary(count)),
});
export type Feed = Decoded<typeof feed>;
