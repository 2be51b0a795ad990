import type { LogEntry } from '../wire/picture.ts';
import type { Explanation, OfZone, Reason } from '../wire/why.ts';

/** What a rule does: it has fired, it waits for time or a second reading, or nothing of it is to be said. */
export type Doing = 'fired' | 'gone' | 'waits' | 'quiet';

const order: readonly Doing[] = ['fired', 'gone', 'waits', 'quiet'];

const isWait = ({ type }: Reason) => type === 'Why.Holding' || type === 'Why.LacksWord';

export function doingOf(rule: Explanation): Doing {
  if (rule.firing !== undefined) return rule.asked ? 'fired' : 'gone';
  return rule.reasons.some(isWait) ? 'waits' : 'quiet';
}

/** Those that have fired first, then those that wait; else as the house lists them. */
export function inOrder(rules: readonly Explanation[]): Explanation[] {
  const rank = (rule: Explanation) => order.indexOf(doingOf(rule));
  return [...rules].sort((a, b) => rank(a) - rank(b));
}

/** Zones of which the same is to be said. */
export interface Group {
  zones: string[];
  holds: boolean;
  comparisons: OfZone['comparisons'];
}

/** Where it holds first. */
export function groupsOf(zones: readonly OfZone[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { zone, holds, comparisons } of zones) {
    const said = JSON.stringify([holds, comparisons]);
    const known = groups.get(said);
    if (known) known.zones.push(zone);
    else groups.set(said, { zones: [zone], holds, comparisons });
  }
  return [...groups.values()].sort((a, b) => Number(b.holds) - Number(a.holds));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Who closed an assessment at that moment, and the reason given: where the log still has it, and it alone. */
export function closingAt(log: Iterable<LogEntry>, at: Date): { who: string; why: string } | undefined {
  const found = [...log].flatMap(({ at: then, actor, event: { type, command } }) => {
    if (then.getTime() !== at.getTime() || type !== 'Input.Commanded' || !isRecord(command)) return [];
    if (command.type !== 'RiskCommand.CloseAssessment' || actor.type !== 'Actor.Person') return [];
    return [{ who: actor.who, why: String(command.why) }];
  });
  return found.length === 1 ? found[0] : undefined;
}
