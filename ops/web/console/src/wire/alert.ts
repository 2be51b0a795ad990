import {
  choice,
  count,
  type Decoded,
  dictionary,
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
import { approvalPolicy, certainty, severity } from './hazard.ts';
import { area } from './place.ts';

export const role = oneOf('VIEWER', 'OPERATOR', 'APPROVER', 'DISPATCHER', 'COORDINATOR', 'ADMINISTRATOR');
export type Role = Decoded<typeof role>;

export const actor = choice({
  'Actor.Person': { who: text, roles: list(role) },
  'Actor.Feed': { feed: text },
  'Actor.House': { part: text },
});
export type Actor = Decoded<typeof actor>;

export const scope = oneOf('PUBLIC', 'RESTRICTED', 'PRIVATE');
export type Scope = Decoded<typeof scope>;

export const capCodes = object({
  category: text,
  event: text,
  responseTypes: list(text),
  urgency: oneOf('IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN'),
  severity,
  certainty,
});
export type CapCodes = Decoded<typeof capCodes>;

export const audience = object({ publicRegister: truth, institutions: truth, listed: list(text) });

const wording = object({ language: text, headline: text, sms: text, instruction: text });
export type Wording = Decoded<typeof wording>;

/** What was cut off at the border; nobody is told there. */
const clipping = object({ lostPercent: number, neighbours: list(text) });
export type Clipping = Decoded<typeof clipping>;

export const message = object({
  alert: text,
  revision: count,
  type: oneOf('ALERT', 'UPDATE', 'CANCEL'),
  scope,
  audience,
  hazard: maybe(text),
  assessment: maybe(text),
  messageKey: text,
  level: text,
  cap: capCodes,
  zones: list(text),
  area,
  clipped: maybe(clipping),
  wordings: list(wording),
  proposedAt: instant,
  expiresAt: instant,
  approval: approvalPolicy,
  author: actor,
  doubts: list(text),
  overlaps: list(text),
  note: maybe(text),
});
export type AlertMessage = Decoded<typeof message>;

export const audienceCounts = object({
  people: count,
  institutions: count,
  partners: count,
  unreachable: count,
  byLanguage: dictionary(count),
});
export type AudienceCounts = Decoded<typeof audienceCounts>;

export const deliveryCounts = object({
  channel: oneOf('SMS', 'PUSH'),
  queued: count,
  sending: count,
  sent: count,
  delivered: count,
  failed: count,
  unknown: count,
  expired: count,
  suppressed: count,
});
export type DeliveryCounts = Decoded<typeof deliveryCounts>;

export const revisionState = oneOf(
  'PENDING',
  'ISSUED',
  'REPLACED',
  'REJECTED',
  'EXPIRED',
  'SUPERSEDED',
  'CANCELLED',
);

const revision = object({
  message,
  state: revisionState,
  approvals: otherwise(list(object({ by: text, at: maybe(instant) })), []),
  issuedAt: maybe(instant),
  rejected: maybe(object({ by: text, why: text })),
  audience: maybe(audienceCounts),
  counts: otherwise(list(deliveryCounts), []),
  acknowledged: otherwise(list(object({ institution: text, at: maybe(instant) })), []),
  overdue: otherwise(list(text), []),
  cap: maybe(object({ identifier: text, sha256: text })),
  problems: otherwise(list(object({ what: text, detail: text })), []),
});
export type Revision = Decoded<typeof revision>;

export const alert = object({ id: text, revisions: list(revision) });
export type Alert = Decoded<typeof alert>;

/** Counts while a delivery runs, and the audience expected before it is approved. Not journaled. */
export const progress = object({
  alert: text,
  revision: count,
  audience: maybe(audienceCounts),
  counts: otherwise(list(deliveryCounts), []),
});
export type Progress = Decoded<typeof progress>;
