import { type Level, worst } from '@nadhir/kit';
import type { Alert } from '../wire/alert.ts';
import type { Assessment } from '../wire/hazard.ts';
import { decisions, inForce, isAllClear, lastIssued } from './alerts.ts';

/** How far the house has come with a zone: a rule has fired, a decision waits, an alert is out. */
export type Stage = 'assessed' | 'pending' | 'issued';

export interface ZoneLevel {
  level: Level;
  stage: Stage;
  /** Why, as ids: assessments and alerts that name the zone. */
  because: string[];
}

const stageRank: Record<Stage, number> = { assessed: 0, pending: 1, issued: 2 };

/** Assessments whose alert was taken back or declared over: people have been told that they hold no longer. */
function settled(alerts: readonly Alert[]): Set<string> {
  const ids = new Set<string>();
  for (const alert of alerts) {
    const last = lastIssued(alert);
    if (!last || (last.message.type !== 'CANCEL' && !isAllClear(last))) continue;
    for (const { message } of alert.revisions) if (message.assessment) ids.add(message.assessment);
  }
  return ids;
}

/** The worst level of each zone that has one; at equal levels the furthest stage. */
export function zoneLevels(
  levels: readonly Level[],
  assessments: Iterable<Assessment>,
  alerts: readonly Alert[],
  at: Date,
): Map<string, ZoneLevel> {
  const found = new Map<string, ZoneLevel>();
  const note = (zone: string, levelId: string, stage: Stage, because: string) => {
    const level = worst(levels, [levelId]);
    if (!level) return;
    const known = found.get(zone);
    if (!known) {
      found.set(zone, { level, stage, because: [because] });
      return;
    }
    if (!known.because.includes(because)) known.because.push(because);
    if (level.rank > known.level.rank) {
      known.level = level;
      known.stage = stage;
    } else if (level.rank === known.level.rank && stageRank[stage] > stageRank[known.stage]) {
      known.stage = stage;
    }
  };
  const over = settled(alerts);
  for (const assessment of assessments) {
    if (over.has(assessment.id)) continue;
    for (const { zone } of assessment.zones) note(zone, assessment.level, 'assessed', assessment.id);
  }
  for (const { alert, revision } of decisions(alerts)) {
    if (revision.message.type === 'CANCEL') continue;
    for (const zone of revision.message.zones) note(zone, revision.message.level, 'pending', alert.id);
  }
  for (const alert of alerts) {
    const revision = inForce(alert, at);
    for (const zone of revision?.message.zones ?? []) {
      note(zone, revision?.message.level ?? '', 'issued', alert.id);
    }
  }
  return found;
}

/** The highest level that holds anywhere: what the head of the console says. */
export function cityLevel(
  levels: readonly Level[],
  zones: ReadonlyMap<string, ZoneLevel>,
): Level | undefined {
  return worst(
    levels,
    [...zones.values()].map((z) => z.level.id),
  );
}
