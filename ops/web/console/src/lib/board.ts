import type { Assignment, AssignmentState, Incident, Recommendation, UnitState } from '../wire/dispatch.ts';
import type { Unit } from '../wire/site.ts';

type Next = Exclude<AssignmentState, 'ASSIGNED'>;

const next: Record<AssignmentState, Next | undefined> = {
  ASSIGNED: 'EN_ROUTE',
  EN_ROUTE: 'ON_SCENE',
  ON_SCENE: 'CLEAR',
  CLEAR: undefined,
};

/** The state that an assignment reaches next; it never goes back. */
export function nextState(state: AssignmentState): Next | undefined {
  return next[state];
}

/** When the assignment reached the state it is in. */
export function reachedAt(a: Assignment): Date {
  return a.clearAt ?? a.onSceneAt ?? a.enRouteAt ?? a.assignedAt;
}

export interface IncidentBoard {
  incident: Incident;
  assignments: Assignment[];
  /** Recommended units that are free and not yet sent here. */
  recommended: Recommendation['units'][number][];
  unmetNeeds: readonly string[];
}

/** Open incidents, the newest first, each with its units. */
export function boards(
  incidents: Iterable<Incident>,
  assignments: readonly Assignment[],
  recommendations: ReadonlyMap<string, Recommendation>,
  units: ReadonlyMap<string, UnitState>,
): IncidentBoard[] {
  const made = [...incidents].map((incident) => {
    const sent = assignments
      .filter((a) => a.incident === incident.id)
      .sort((a, b) => a.assignedAt.getTime() - b.assignedAt.getTime() || (a.id < b.id ? -1 : 1));
    const here = new Set(sent.filter((a) => a.state !== 'CLEAR').map((a) => a.unit));
    const advice = recommendations.get(incident.id);
    const free = (id: string) => (units.get(id)?.status ?? 'AVAILABLE') === 'AVAILABLE';
    return {
      incident,
      assignments: sent,
      recommended: (advice?.units ?? []).filter((r) => !here.has(r.unit) && free(r.unit)),
      unmetNeeds: advice?.unmetNeeds ?? [],
    };
  });
  return made.sort((a, b) => b.incident.openedAt.getTime() - a.incident.openedAt.getTime());
}

/** Every unit of the site with its state; one that was never moved stands at its base. */
export function unitStates(units: readonly Unit[], states: ReadonlyMap<string, UnitState>): UnitState[] {
  const listed = units.map(
    (u): UnitState =>
      states.get(u.id) ?? {
        unit: u.id,
        status: 'AVAILABLE',
        place: u.base,
        assignment: undefined,
        seenAt: undefined,
      },
  );
  const known = new Set(units.map((u) => u.id));
  return [...listed, ...[...states.values()].filter((s) => !known.has(s.unit))];
}

const urgency: Record<UnitState['status'], number> = {
  ON_SCENE: 4,
  EN_ROUTE: 3,
  ASSIGNED: 2,
  AVAILABLE: 1,
  OUT_OF_SERVICE: 0,
};

/**
 * Units by place (to about 50 m) and by whether they are busy, the furthest on first in each group, so
 * that a station full of free units does not hide one that is on its way. Those out of service are left
 * out. Each of those that must not be overlooked is a group of its own, out of service or not.
 */
export function unitGroups(
  states: readonly UnitState[],
  apart: ReadonlySet<string> = new Set(),
): [UnitState, ...UnitState[]][] {
  const groups = new Map<string, [UnitState, ...UnitState[]]>();
  for (const state of states) {
    const alone = apart.has(state.unit);
    if (state.status === 'OUT_OF_SERVICE' && !alone) continue;
    const { latDeg, lonDeg } = state.place;
    const busy = state.status !== 'AVAILABLE';
    const key = alone ? state.unit : `${(latDeg * 2000).toFixed(0)} ${(lonDeg * 2000).toFixed(0)} ${busy}`;
    const group = groups.get(key);
    if (group) group.push(state);
    else groups.set(key, [state]);
  }
  for (const group of groups.values()) group.sort((a, b) => urgency[b.status] - urgency[a.status]);
  return [...groups.values()];
}
