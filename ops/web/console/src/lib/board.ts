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
      states.get(u.id) ?? { unit: u.id, status: 'AVAILABLE', place: u.base, assignment: undefined },
  );
  const known = new Set(units.map((u) => u.id));
  return [...listed, ...[...states.values()].filter((s) => !known.has(s.unit))];
}
