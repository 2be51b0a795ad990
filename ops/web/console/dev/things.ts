import { wordings } from './site.ts';

/** Makers of the picture's objects, as DomainJson writes them. */

export const utc = (hhmm: string) => {
  const [h = 0, m = 0] = hhmm.split(':').map(Number);
  return new Date(Date.UTC(2026, 10, 20, h - 3, m)).toISOString();
};

export const place = (latDeg: number, lonDeg: number) => ({ latDeg, lonDeg });

type Wording = keyof typeof wordings;

export function hazard(
  id: string,
  type: string,
  at: string,
  where: object | null,
  detail: object,
  more: object = {},
) {
  return {
    id,
    type,
    revision: 1,
    status: 'ACTIVE',
    occurredAt: utc(at),
    firstReportAt: utc(at),
    lastReportAt: utc(at),
    place: where,
    certainty: 'OBSERVED',
    detail,
    reports: [`${type}:1`],
    ...more,
  };
}

export function message(alert: string, wording: Wording, at: string, more: Record<string, unknown> = {}) {
  const cap = {
    category: 'Met',
    event: 'Flash flood',
    responseTypes: ['Evacuate'],
    urgency: 'EXPECTED',
    severity: 'EXTREME',
    certainty: 'LIKELY',
    ...((more.cap as object) ?? {}),
  };
  return {
    alert,
    revision: 1,
    type: 'ALERT',
    scope: 'PUBLIC',
    audience: { publicRegister: true, institutions: true, listed: [] },
    hazard: null,
    assessment: null,
    messageKey: wording,
    level: 'red',
    zones: [],
    area: { polygons: [], circles: [{ centre: place(29.56, 35.03), radiusM: 900 }] },
    clipped: null as object | null,
    wordings: Object.entries(wordings[wording]).map(([language, texts]) => ({ language, ...texts })),
    proposedAt: utc(at),
    expiresAt: utc('21:00'),
    approval: 'TWO_PEOPLE',
    author: { type: 'Actor.House', part: 'alert' },
    doubts: [],
    overlaps: [],
    note: null,
    ...more,
    cap,
  };
}

export function revision(of: object, more: object = {}) {
  return {
    message: of,
    state: 'PENDING',
    approvals: [] as { by: string; at: string }[],
    issuedAt: null as string | null,
    rejected: null as object | null,
    audience: null as object | null,
    counts: [] as object[],
    acknowledged: [] as object[],
    overdue: [] as string[],
    cap: null as object | null,
    problems: [] as object[],
    ...more,
  };
}
export type MockRevision = ReturnType<typeof revision> & { message: { revision: number } };

export function counts(channel: 'SMS' | 'PUSH', delivered: number, more: object = {}) {
  return {
    channel,
    queued: 0,
    sending: 0,
    sent: 0,
    delivered,
    failed: 0,
    unknown: 0,
    expired: 0,
    suppressed: 0,
    ...more,
  };
}

export function audience(people: number, institutions: number, partners = 0, unreachable = 0) {
  const ar = Math.round(people * 0.78) + institutions;
  return {
    people,
    institutions,
    partners,
    unreachable,
    byLanguage: { ar, en: people + institutions + partners - ar },
  };
}

export function assessment(
  id: string,
  rule: string,
  haz: string,
  level: string,
  at: string,
  zones: object[],
) {
  return {
    id,
    revision: 1,
    rule,
    hazard: haz,
    hazardRevision: 1,
    level,
    at: utc(at),
    zones,
    message: null,
    approval: 'TWO_PEOPLE',
    runCard: 'flood',
    slots: {},
    doubts: [],
  };
}

export const impact = (zone: string, from?: string, to?: string) => ({
  zone,
  arrivesFrom: from ? utc(from) : null,
  arrivesTo: to ? utc(to) : null,
  facts: {},
});

export function water(gauge: string, series: [string, number][], more: object = {}) {
  const last = series.at(-1) ?? ['15:00', 0];
  const before = series.at(-2) ?? last;
  const hours = (Date.parse(utc(last[0])) - Date.parse(utc(before[0]))) / 3_600_000;
  return {
    gauge,
    at: utc(last[0]),
    stageM: last[1],
    riseMPerH: hours > 0 ? (last[1] - before[1]) / hours : 0,
    silent: false,
    series: series.map(([t, v]) => [utc(t), v]),
    ...more,
  };
}

export function rain(gauge: string, series: [string, number][]) {
  const last = series.at(-1) ?? ['15:00', 0];
  return {
    gauge,
    at: utc(last[0]),
    rainMm30: last[1],
    silent: false,
    series: series.map(([t, v]) => [utc(t), v]),
  };
}

export const feed = (
  id: string,
  health: string,
  detail = '',
  since = '15:00',
  why = '',
  lastReport = '15:00',
) => ({
  feed: id,
  health,
  detail,
  why,
  since: utc(since),
  lastReportAt: utc(lastReport),
});

export const incident = (
  id: string,
  type: string,
  level: string,
  at: string,
  where: object,
  zones: string[],
) => ({
  id,
  type,
  hazard: null,
  assessment: null,
  level,
  place: where,
  zones,
  runCard: 'flood',
  openedAt: utc(at),
  closedAt: null,
});

export const advice = (id: string, units: [string, string, number, number][], unmetNeeds: string[] = []) => ({
  incident: id,
  units: units.map(([unit, need, km, min]) => ({ unit, need, distanceM: km * 1000, eta: `PT${min}M` })),
  unmetNeeds,
});

export const assignment = (
  id: string,
  inc: string,
  unit: string,
  state: string,
  at: string,
  more: object = {},
) => ({
  id,
  incident: inc,
  unit,
  state,
  assignedAt: utc(at),
  enRouteAt: null,
  onSceneAt: null,
  clearAt: null,
  ...more,
});
