import type { Alert, AlertMessage, Revision } from '../wire/alert.ts';
import type { Feed, GaugeState, Hazard } from '../wire/hazard.ts';

/** Things to test with. */
export const at = (hhmm: string) => new Date(`2026-11-20T${hhmm}:00Z`);

export function message(changes: Partial<AlertMessage> = {}): AlertMessage {
  return {
    alert: 'alert-21',
    revision: 1,
    type: 'ALERT',
    scope: 'PUBLIC',
    audience: { publicRegister: true, institutions: true, listed: [] },
    hazard: 'haz-17',
    assessment: 'ass-19',
    messageKey: 'flood-evacuate',
    level: 'red',
    cap: {
      category: 'Met',
      event: 'Flash flood',
      responseTypes: ['Evacuate'],
      urgency: 'EXPECTED',
      severity: 'EXTREME',
      certainty: 'LIKELY',
    },
    zones: ['shamiya'],
    area: { polygons: [], circles: [{ centre: { latDeg: 29.56, lonDeg: 35.03 }, radiusM: 900 }] },
    clipped: undefined,
    wordings: [
      { language: 'ar', headline: 'إخلاء فوري', sms: 'س', instruction: 'غادروا' },
      { language: 'en', headline: 'Leave now', sms: 's', instruction: 'Leave' },
    ],
    proposedAt: at('12:46'),
    expiresAt: at('18:00'),
    approval: 'TWO_PEOPLE',
    author: { type: 'Actor.House', part: 'alert' },
    doubts: [],
    overlaps: [],
    note: undefined,
    ...changes,
  };
}

export function revision(changes: Partial<Revision> = {}, ofMessage: Partial<AlertMessage> = {}): Revision {
  return {
    message: message(ofMessage),
    state: 'PENDING',
    approvals: [],
    issuedAt: undefined,
    rejected: undefined,
    audience: undefined,
    counts: [],
    acknowledged: [],
    overdue: [],
    cap: undefined,
    problems: [],
    ...changes,
  };
}

export function alertOf(id: string, ...revisions: Revision[]): Alert {
  return { id, revisions };
}

export function feedOf(feed: string, changes: Partial<Feed> = {}): Feed {
  return {
    feed,
    health: 'UNKNOWN',
    detail: '',
    why: '',
    since: undefined,
    lastReportAt: undefined,
    ...changes,
  };
}

export function gaugeOf(changes: Partial<GaugeState> = {}): GaugeState {
  return {
    at: undefined,
    stageM: undefined,
    riseMPerH: undefined,
    rainMm30: undefined,
    silent: false,
    fault: undefined,
    faultSince: undefined,
    series: [],
    ...changes,
  };
}

/** An earthquake of one network, unless told otherwise. */
export function hazardOf(id: string, changes: Partial<Hazard> = {}): Hazard {
  return {
    id,
    type: 'earthquake',
    revision: 1,
    status: 'ACTIVE',
    occurredAt: at('14:05'),
    firstReportAt: at('14:08'),
    lastReportAt: at('14:08'),
    place: { latDeg: 28.826, lonDeg: 34.799 },
    certainty: 'LIKELY',
    detail: {
      type: 'HazardDetail.Quake',
      magnitude: 7.2,
      magnitudeType: 'mww',
      depthM: 18_000,
      preferred: 'usgs',
      why: 'only-one',
      sources: [],
      feltMmi: undefined,
      shakeMap: undefined,
    },
    reports: ['usgs:1'],
    doubt: undefined,
    endedAt: undefined,
    why: undefined,
    ...changes,
  };
}
