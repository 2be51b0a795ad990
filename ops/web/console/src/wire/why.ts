import {
  choice,
  count,
  type Decoded,
  instant,
  list,
  maybe,
  number,
  object,
  oneOf,
  text,
  truth,
} from './decode.ts';

const outcome = oneOf('FIRES', 'CLEARS');

/** One reason why a rule does what it does. */
const reason = choice({
  'Why.Fired': { assessment: text, at: instant },
  'Why.FamilyFired': { rule: text, assessment: text, at: instant },
  'Why.RuleGone': { rule: text },
  'Why.CannotSee': {},
  'Why.NotActive': { status: oneOf('ACTIVE', 'HELD', 'WITHDRAWN', 'ENDED') },
  'Why.HoldsNowhere': {},
  'Why.Quorum': { over: count, alive: count, wanted: count },
  'Why.Holding': { zones: list(text), since: instant, due: instant, outcome },
  'Why.LacksWord': { zones: list(text), since: instant, outcome },
  'Why.Quiet': { until: instant },
  'Why.Closed': { at: instant },
});
export type Reason = Decoded<typeof reason>;

const comparison = object({ text, holds: truth, facts: list(text) });
export type Comparison = Decoded<typeof comparison>;

const ofZone = object({ zone: text, holds: truth, comparisons: list(comparison) });
export type OfZone = Decoded<typeof ofZone>;

/** The last word of a gauge: metres of water, or millimetres of rain in 30 minutes. */
const reading = object({ gauge: text, value: maybe(number), at: instant, alive: truth, over: truth });
export type Reading = Decoded<typeof reading>;

const explanation = object({
  rule: text,
  /** Missing when the site no longer has the rule for such a hazard. */
  asked: maybe(object({ level: text, when: text, until: maybe(text), updates: maybe(text) })),
  firing: maybe(text),
  reasons: list(reason),
  zones: list(ofZone),
  readings: list(reading),
});
export type Explanation = Decoded<typeof explanation>;

/** What each rule about a hazard makes of it, at one moment of the lane. */
export const explained = object({ hazard: text, at: instant, rules: list(explanation) });
export type Explained = Decoded<typeof explained>;
