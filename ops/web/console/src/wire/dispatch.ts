import {
  choice,
  count,
  type Decoded,
  instant,
  list,
  maybe,
  number,
  object,
  oneOf,
  text,
  truth,
} from './decode.ts';
import { latLon } from './place.ts';

export const incident = object({
  id: text,
  type: text,
  hazard: maybe(text),
  assessment: maybe(text),
  level: text,
  place: latLon,
  zones: list(text),
  runCard: maybe(text),
  openedAt: instant,
  closedAt: maybe(instant),
  why: maybe(text),
});
export type Incident = Decoded<typeof incident>;

export const recommendation = object({
  incident: text,
  units: list(object({ unit: text, need: text, distanceM: number, eta: text })),
  unmetNeeds: list(text),
});
export type Recommendation = Decoded<typeof recommendation>;

export const assignmentState = oneOf('ASSIGNED', 'EN_ROUTE', 'ON_SCENE', 'CLEAR');
export type AssignmentState = Decoded<typeof assignmentState>;

export const assignment = object({
  id: text,
  incident: text,
  unit: text,
  state: assignmentState,
  assignedAt: instant,
  enRouteAt: maybe(instant),
  onSceneAt: maybe(instant),
  clearAt: maybe(instant),
});
export type Assignment = Decoded<typeof assignment>;

export const unitStatus = oneOf('AVAILABLE', 'ASSIGNED', 'EN_ROUTE', 'ON_SCENE', 'OUT_OF_SERVICE');
export type UnitStatus = Decoded<typeof unitStatus>;

export const unitState = object({
  unit: text,
  status: unitStatus,
  place: latLon,
  assignment: maybe(text),
  /** When its own word was that it is there; undefined where the place is its base or its incident. */
  seenAt: maybe(instant),
});
export type UnitState = Decoded<typeof unitState>;

/** A zone, or the area that was drawn for an alert. */
export const dangerPlace = choice({
  'DangerPlace.Zone': { zone: text },
  'DangerPlace.Drawn': { alert: text },
});
export type DangerPlace = Decoded<typeof dangerPlace>;

/** A unit in a dangerous place. The causes are those of the beginning. */
export const danger = object({
  unit: text,
  place: dangerPlace,
  since: instant,
  causes: list(text),
  already: truth,
  long: truth,
});
export type Danger = Decoded<typeof danger>;

/** A unit with an assignment of which nothing is heard. */
export const unheard = object({ unit: text, assignment: text, since: instant });
export type Unheard = Decoded<typeof unheard>;

/** What a person must do besides sending units. */
export const task = object({
  id: text,
  kind: oneOf('INFORM_NEIGHBOUR'),
  neighbour: text,
  alert: text,
  revision: count,
  openedAt: instant,
  doneAt: maybe(instant),
  doneBy: maybe(text),
  note: maybe(text),
});
export type Task = Decoded<typeof task>;
