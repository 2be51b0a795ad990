import type { Gaps } from '@nadhir/kit';
import type { Actor } from '../wire/alert.ts';
import type { DangerPlace } from '../wire/dispatch.ts';
import type { LogEntry } from '../wire/picture.ts';

/** Names of things, in the language of the page. */
export interface Names {
  /** The text of a catalogue key. */
  text(key: string, gaps?: Gaps): string;
  /** A catalogue text, or `plain` when there is no such key. */
  textOr(key: string, plain: string, gaps?: Gaps): string;
  words(value: unknown): string;
  zones(ids: string[]): string;
  unit(id: string): string;
  person(ref: string): string;
  level(id: string): string;
  hazardType(id: string): string;
  /** By id; empty when the picture no longer holds it. */
  hazard(id: string): string;
  incident(id: string): string;
  headline(alert: string, revision: number): string;
  /** By what a rule is about; its id where that is not known. */
  rule(id: string): string;
  gauge(id: string): string;
  /** A gauge or a feed. */
  source(id: string): string;
  /** A zone, or the area of an alert. */
  dangerPlace(place: DangerPlace): string;
  /** The agency of a neighbour. */
  neighbour(id: string): string;
  clock(at: Date): string;
}

export type Tone = 'plain' | 'good' | 'bad' | 'decide' | 'story';

const tones: Record<string, Tone> = {
  'WatchEvent.Refused': 'bad',
  'HazardEvent.Opened': 'bad',
  'HazardEvent.GaugeSilent': 'bad',
  'HazardEvent.GaugeFaulty': 'bad',
  'HazardEvent.GaugeBack': 'good',
  'HazardEvent.Quarantined': 'bad',
  'RiskEvent.Blind': 'bad',
  'RiskEvent.Sighted': 'good',
  'HazardEvent.Withdrawn': 'bad',
  'RiskEvent.Assessed': 'bad',
  'AlertEvent.Proposed': 'decide',
  'AlertEvent.Issued': 'good',
  'AlertEvent.EffectFailed': 'bad',
  'AlertEvent.AcknowledgementOverdue': 'bad',
  'DrillEvent.Injected': 'story',
  'SiteEvent.RulesProposed': 'decide',
  'SiteEvent.RulesChanged': 'good',
  'DispatchEvent.UnitEndangered': 'bad',
  'DispatchEvent.UnitStays': 'bad',
  'DispatchEvent.UnitSafe': 'good',
  'DispatchEvent.UnitUnheard': 'bad',
  'DispatchEvent.UnitBack': 'good',
  'DispatchEvent.TaskMoved': 'decide',
  'DispatchEvent.TaskMoved.done': 'good',
};

/** What only those want to read who look for a fault. */
const minor = new Set([
  'Input.Commanded',
  'Input.Reported',
  'Input.GaugeDoubted',
  'Input.Woken',
  'Input.EffectEnded',
  'Input.SiteAdopted',
  'WatchEvent.WakeUpAsked',
  'WatchEvent.WakeUpDropped',
  'WatchEvent.EffectAsked',
  'HazardEvent.Revised',
  'HazardEvent.Ignored',
  'AlertEvent.Tallied',
  'AlertEvent.Acknowledged',
  'DispatchEvent.UnitMoved',
  'DispatchEvent.IncidentRevised',
]);

export function isMinor(entry: LogEntry): boolean {
  return minor.has(entry.event.type);
}

export function toneOf(entry: LogEntry): Tone {
  return tones[keyOf(entry.event)] ?? 'plain';
}

type Part = Record<string, unknown>;

/** The kind of an entry; one kind that tells of two things says which. */
function keyOf(event: Part & { type: string }): string {
  switch (event.type) {
    case 'SiteEvent.ZoneChanged':
      return text(event.geoJson) ? event.type : `${event.type}.removed`;
    case 'DispatchEvent.TaskMoved':
      return part(event.task).doneAt ? `${event.type}.done` : event.type;
    default:
      return event.type;
  }
}

const part = (value: unknown): Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Part) : {};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const whole = (value: unknown): number => (typeof value === 'number' ? value : 0);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];

/** `AlertCommand.Approve` in words: the key is made of what stands after the point. */
function kindIn(family: 'command' | 'effect', value: unknown, names: Names): string {
  const kind = text(part(value).type).replace(/^.*\./, '');
  return names.textOr(`${family}.${kind}`, kind);
}

/** One line of the log for people. An entry of an unknown kind is named, not hidden. */
export function logWords(entry: LogEntry, names: Names): string {
  const { event } = entry;
  const gaps = gapsOf(event, entry, names);
  if (!gaps) return names.text('log.other', { type: event.type });
  return names.textOr(`log.${keyOf(event)}`, names.text('log.other', { type: event.type }), gaps).trim();
}

function gapsOf(event: Part & { type: string }, entry: LogEntry, names: Names): Gaps | undefined {
  const [family] = event.type.split('.');
  switch (family) {
    case 'Input':
      return inputGaps(event, entry, names);
    case 'WatchEvent':
      return watchGaps(event, names);
    case 'HazardEvent':
      return hazardGaps(event, names);
    case 'RiskEvent':
      return riskGaps(event, names);
    case 'AlertEvent':
      return alertGaps(event, names);
    case 'DispatchEvent':
      return dispatchGaps(event, names);
    case 'SiteEvent':
      return siteGaps(event, names);
    case 'DrillEvent':
      return drillGaps(event, names);
    default:
      return undefined;
  }
}

function inputGaps(event: Part, entry: LogEntry, names: Names): Gaps {
  const report = part(event.report);
  const fault = part(event.fault);
  const health = text(event.health);
  const detail = health && health !== 'GREEN' ? text(event.detail) : '';
  return {
    member: text(event.member),
    site: text(event.site),
    feed: names.source(text(report.feed) || text(event.feed)),
    title: text(report.title) || names.hazardType(text(report.type)),
    name: actorName(entry.actor, names),
    command: kindIn('command', event.command, names),
    desk: text(event.desk),
    effect: kindIn('effect', event.result, names),
    health: names.textOr(`feed.${health}`, health),
    detail: names.textOr(`feed.why.${text(event.why)}`, detail),
    gauge: names.gauge(text(fault.gauge)),
    fault: faultWord(fault.fault, names),
  };
}

const faultWord = (fault: unknown, names: Names) => names.textOr(`gauge.fault.${text(fault)}`, text(fault));

/** The site's clock at an instant of the event; empty where there is none. */
function clockOf(value: unknown, names: Names): string {
  const at = new Date(text(value));
  return Number.isNaN(at.getTime()) ? '' : names.clock(at);
}

function watchGaps(event: Part, names: Names): Gaps {
  const reason = text(event.reason);
  return {
    reason: names.textOr(`reason.${reason}`, text(event.detail) || reason, {
      detail: text(event.detail),
      reason,
    }),
    desk: text(event.desk),
    at: clockOf(event.due, names),
    effect: kindIn('effect', event.effect, names),
  };
}

/** `same-as haz-7`: the word before the blank is the key. */
const endedWords = (why: string, names: Names) => names.textOr(`ended.${why.split(' ')[0]}`, why);

function hazardGaps(event: Part, names: Names): Gaps {
  const hazard = part(event.hazard);
  const id = text(event.hazard) || text(hazard.id);
  const report = part(event.report);
  const reason = text(event.reason);
  return {
    hazard: names.hazard(id) || names.hazardType(text(hazard.type)) || id,
    why: endedWords(text(event.why), names),
    report: text(event.report),
    feed: names.source(text(report.feed)),
    title: text(report.title) || names.hazardType(text(report.type)),
    reason: names.textOr(`ignored.${reason}`, names.textOr(`reason.${reason}`, reason)),
    gauge: names.gauge(text(event.gauge)),
    fault: faultWord(event.fault, names),
    since: clockOf(event.since, names),
    at: clockOf(event.lastAt, names),
  };
}

const HAZARD_OVER = 'hazard over: ';
const CLOSED = 'closed by a person: ';

/** Why an assessment ended: the house writes it in English, behind it a person's own words or the hazard's reason. */
function clearedWords(why: string, names: Names): string {
  if (why.startsWith(CLOSED)) return names.text('cleared.closed', { why: why.slice(CLOSED.length) });
  if (why.startsWith(HAZARD_OVER)) {
    return names.text('cleared.hazard-over', { why: endedWords(why.slice(HAZARD_OVER.length), names) });
  }
  return names.textOr(`cleared.${why.replaceAll(' ', '-')}`, why);
}

function riskGaps(event: Part, names: Names): Gaps {
  const assessment = part(event.assessment);
  const zones = Array.isArray(assessment.zones) ? assessment.zones.map((z) => text(part(z).zone)) : [];
  const hazard = text(assessment.hazard);
  return {
    level: names.level(text(assessment.level)),
    zones: zones.length > 0 ? names.zones(zones) : names.hazard(hazard) || hazard,
    rule: text(assessment.rule) || names.rule(text(event.rule)),
    sources: texts(event.sources).map(names.source).join(names.text('list.and')),
    why: clearedWords(text(event.why), names),
  };
}

function alertGaps(event: Part, names: Names): Gaps {
  const message = part(event.message);
  const alert = text(event.alert) || text(message.alert);
  const revision = whole(event.revision) || whole(message.revision);
  const audience = part(event.audience);
  const overdue = texts(event.institutions).length;
  return {
    headline: names.headline(alert, revision) || alert,
    name: names.person(text(event.by) || text(event.institution)),
    why: text(event.why),
    what: text(event.what),
    detail: text(event.detail),
    n: overdue || whole(audience.people) + whole(audience.institutions) + whole(audience.partners),
  };
}

function dispatchGaps(event: Part, names: Names): Gaps {
  const incident = part(event.incident);
  const id = text(event.incident) || text(incident.id);
  const assignment = part(event.assignment);
  const unit = part(event.unit);
  const task = part(event.task);
  const alert = text(task.alert);
  const list = Array.isArray(event.units) ? event.units.map((u) => names.unit(text(part(u).unit))) : [];
  const state = assignment.state
    ? names.textOr(`assignment.${text(assignment.state)}`, text(assignment.state))
    : names.textOr(`unit.status.${text(unit.status)}`, text(unit.status));
  return {
    incident: names.incident(id) || names.hazardType(text(incident.type)) || id,
    n: list.length,
    units: list.join(names.text('list.and')),
    unit: names.unit(text(assignment.unit) || text(unit.unit) || text(event.unit)),
    place: dangerPlaceOf(event.place, names),
    since: clockOf(event.since, names),
    state,
    neighbour: names.neighbour(text(task.neighbour)),
    headline: names.headline(alert, whole(task.revision)) || alert,
    note: text(task.note),
    why: text(event.why),
  };
}

function dangerPlaceOf(value: unknown, names: Names): string {
  const place = part(value);
  if (text(place.zone)) return names.dangerPlace({ type: 'DangerPlace.Zone', zone: text(place.zone) });
  return text(place.alert) ? names.dangerPlace({ type: 'DangerPlace.Drawn', alert: text(place.alert) }) : '';
}

function siteGaps(event: Part, names: Names): Gaps {
  return {
    zone: names.zones([text(event.zone)]),
    version: whole(event.version),
    name: names.person(text(event.by)),
    why: text(event.why),
  };
}

function drillGaps(event: Part, names: Names): Gaps {
  return { scenario: text(event.scenario), story: names.words(event.story), why: text(event.why) };
}

export function actorName(actor: Actor, names: Pick<Names, 'person' | 'text'>): string {
  switch (actor.type) {
    case 'Actor.Person':
      return names.person(actor.who);
    case 'Actor.Feed':
      return actor.feed;
    case 'Actor.House':
      return names.text('log.by.house');
  }
}
