import type { Danger, Unheard } from '../wire/dispatch.ts';
import type { Blind, Feed, GaugeState, Hazard } from '../wire/hazard.ts';
import { byUnit, placeKey } from './dangers.ts';

/**
 * Something that no officer may overlook: a crew in danger or not heard, a hazard that waits for a person, a
 * source that is out.
 */
export interface Alarm {
  kind: 'danger' | 'unheard' | 'feed' | 'gauge' | 'rule' | 'hazard';
  /** Of the unit, feed, gauge, rule or hazard. */
  id: string;
  since: Date | undefined;
  /** Rules that are blind because of it. */
  blind: readonly string[];
  /**
   * What there is to be seen, each with the moment at which it began: the same source falling out
   * again, a further rule going blind, or a crew that stays in danger for long, is something new.
   */
  parts: readonly string[];
}

export interface Sources {
  feeds: Iterable<Feed>;
  /** By id. */
  gauges: Iterable<readonly [string, GaugeState]>;
  blind: Iterable<Blind>;
  hazards: Iterable<Hazard>;
  dangers: Iterable<Danger>;
  unheard: Iterable<Unheard>;
}

/** Why a gauge is not believed; undefined when it is. One that was late and is silent now is silent. */
export function faultOf(gauge: GaugeState | undefined): GaugeState['fault'] {
  const late = gauge?.fault === undefined || gauge.fault === 'LATE';
  return gauge?.silent && late ? 'SILENT' : gauge?.fault;
}

/** Since when a gauge is not believed: of a silent one, its last word. */
export function faultSince(gauge: GaugeState): Date | undefined {
  return faultOf(gauge) === 'SILENT' ? gauge.at : (gauge.faultSince ?? gauge.at);
}

const part = (kind: string, id: string, since: Date | undefined) =>
  `${kind}/${id}/${since?.toISOString() ?? ''}`;

/** By unit; all the places that it is in danger in are one alarm. */
function endangered(dangers: Iterable<Danger>): Alarm[] {
  return [...byUnit(dangers)].map(([unit, all]) => ({
    kind: 'danger',
    id: unit,
    since: all[0]?.since,
    blind: [],
    parts: all.map((d) => part('danger', `${unit}/${placeKey(d.place)}${d.long ? '/long' : ''}`, d.since)),
  }));
}

/** All alarms: crews first, then what waits for a decision, then sources; the newest first in each. */
export function alarmsOf({ feeds, gauges, blind, hazards, dangers, unheard }: Sources): Alarm[] {
  const rules = [...blind];
  const source = (kind: 'feed' | 'gauge', id: string, why: string, since: Date | undefined): Alarm => {
    const because = rules.filter((r) => r.sources.includes(id));
    return {
      kind,
      id,
      since,
      blind: because.map((r) => r.rule),
      parts: [part(kind, `${id}/${why}`, since), ...because.map((r) => part('rule', r.rule, r.since))],
    };
  };
  const out = [
    ...[...feeds].filter((f) => f.health === 'GREY').map((f) => source('feed', f.feed, f.why, f.since)),
    ...[...gauges]
      .filter(([, state]) => faultOf(state))
      .map(([id, state]) => source('gauge', id, faultOf(state) ?? '', faultSince(state))),
  ];
  const told = new Set(out.flatMap((alarm) => alarm.blind));
  const others = rules
    .filter((r) => !told.has(r.rule))
    .map(
      (r): Alarm => ({
        kind: 'rule',
        id: r.rule,
        since: r.since,
        blind: [r.rule],
        parts: [part('rule', r.rule, r.since)],
      }),
    );
  const waiting = [...hazards]
    .filter((h) => h.status === 'HELD' || h.status === 'WITHDRAWN')
    .map(
      (h): Alarm => ({
        kind: 'hazard',
        id: h.id,
        since: h.lastReportAt,
        blind: [],
        parts: [`hazard/${h.id}/${h.status}`],
      }),
    );
  const missed = [...unheard].map(
    ({ unit, since }): Alarm => ({
      kind: 'unheard',
      id: unit,
      since,
      blind: [],
      parts: [part('unheard', unit, since)],
    }),
  );
  const rank = ({ kind }: Alarm) => (kind === 'danger' || kind === 'unheard' ? 0 : kind === 'hazard' ? 1 : 2);
  const moment = (a: Alarm) => a.since?.getTime() ?? 0;
  return [...endangered(dangers), ...missed, ...waiting, ...out, ...others].sort(
    (a, b) => rank(a) - rank(b) || moment(b) - moment(a) || (a.id < b.id ? -1 : 1),
  );
}

/** Those of which something has not been noted yet. */
export function unnoted(alarms: readonly Alarm[], noted: ReadonlySet<string>): Alarm[] {
  return alarms.filter((alarm) => alarm.parts.some((p) => !noted.has(p)));
}

/** Sources that were out before and crews that were in danger, and are so no longer. */
export function recovered(before: readonly Alarm[], after: readonly Alarm[]): Alarm[] {
  const still = new Set(after.map((a) => `${a.kind}/${a.id}`));
  return before.filter((a) => a.kind !== 'hazard' && !still.has(`${a.kind}/${a.id}`));
}
