import type { Actor, Alert, DeliveryCounts, Revision, Wording } from '../wire/alert.ts';

export interface Pending {
  alert: Alert;
  revision: Revision;
}

const severityOrder = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN'];

/** Decisions that wait: the most severe first, then the oldest. */
export function decisions(alerts: Iterable<Alert>): Pending[] {
  const waiting: Pending[] = [];
  for (const alert of alerts) {
    for (const revision of alert.revisions) {
      if (revision.state === 'PENDING') waiting.push({ alert, revision });
    }
  }
  const rank = (p: Pending) => severityOrder.indexOf(p.revision.message.cap.severity);
  const since = (p: Pending) => p.revision.message.proposedAt.getTime();
  return waiting.sort((a, b) => rank(a) - rank(b) || since(a) - since(b));
}

/** The newest revision that went out. */
export function lastIssued(alert: Alert): Revision | undefined {
  return alert.revisions.findLast((r) => r.issuedAt !== undefined);
}

/** What an alert says now: the newest issued revision, else the newest of all. */
export function current(alert: Alert): Revision | undefined {
  return lastIssued(alert) ?? alert.revisions.at(-1);
}

/** In force at that moment: issued, not expired, not taken back, not an all-clear. */
export function inForce(alert: Alert, at: Date): Revision | undefined {
  const revision = lastIssued(alert);
  if (revision?.state !== 'ISSUED' || revision.message.type === 'CANCEL') return undefined;
  if (isAllClear(revision)) return undefined;
  return revision.message.expiresAt > at ? revision : undefined;
}

/** An Update with which the danger is past. A correction is not one. */
export function isAllClear(revision: Revision): boolean {
  return revision.message.type === 'UPDATE' && revision.message.cap.urgency === 'PAST';
}

/** How it is called: `alert.type.<name>`. */
export function typeName(revision: Revision): 'ALERT' | 'UPDATE' | 'CANCEL' | 'allClear' {
  return isAllClear(revision) ? 'allClear' : revision.message.type;
}

export function wordingIn(revision: Revision, language: string): Wording | undefined {
  const { wordings } = revision.message;
  return (
    wordings.find((w) => w.language === language) ?? wordings.find((w) => w.language === 'en') ?? wordings[0]
  );
}

/** Every text of a drill carries these words at both ends. */
const exerciseMarks = ['تمرين', 'EXERCISE'];

/** A headline for lists, which stand under the drill's banner anyway. Wordings keep their marks. */
export function withoutMarks(headline: string): string {
  for (const mark of exerciseMarks) {
    if (headline.startsWith(`${mark}. `) && headline.endsWith(` ${mark}`)) {
      return headline.slice(mark.length + 2, -mark.length - 1).replace(/\.$/, '');
    }
  }
  return headline;
}

/** What a note says beyond naming the exercise, which the banner and the tag do already. */
export function noteBeyondExercise(note: string): string {
  return note.replace(/^Exercise [^\s.]+\.?\s*/, '');
}

export function headline(revision: Revision, language: string): string {
  return withoutMarks(wordingIn(revision, language)?.headline ?? revision.message.messageKey);
}

/** Delivery states in the order in which bars show them: from the good end to the open one. */
export const deliveryStates = [
  'delivered',
  'sent',
  'sending',
  'queued',
  'unknown',
  'failed',
  'expired',
  'suppressed',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface Part {
  state: DeliveryState;
  n: number;
  share: number;
}

/** The parts of one channel's bar that are not empty; shares add up to 1. */
export function bar(counts: DeliveryCounts): { total: number; parts: Part[] } {
  const total = deliveryStates.reduce((sum, state) => sum + counts[state], 0);
  const parts = deliveryStates
    .filter((state) => counts[state] > 0)
    .map((state) => ({ state, n: counts[state], share: counts[state] / total }));
  return { total, parts };
}

/** Still on the way to an end state of sending. */
export function pendingDeliveries(counts: readonly DeliveryCounts[]): number {
  return counts.reduce((sum, c) => sum + c.queued + c.sending, 0);
}

export function authorOf(actor: Actor): { kind: 'person' | 'house'; name: string } {
  if (actor.type === 'Actor.Person') return { kind: 'person', name: actor.who };
  return { kind: 'house', name: actor.type === 'Actor.Feed' ? actor.feed : actor.part };
}
