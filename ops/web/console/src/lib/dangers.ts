import type { Danger, DangerPlace } from '../wire/dispatch.ts';

/** The id of the zone or alert that a place is named by. */
export const placeKey = (place: DangerPlace) => ('zone' in place ? place.zone : place.alert);

/** By unit, the dangerous places that it is in, the earliest first. */
export function byUnit(dangers: Iterable<Danger>): Map<string, Danger[]> {
  const found = new Map<string, Danger[]>();
  for (const danger of [...dangers].sort((a, b) => a.since.getTime() - b.since.getTime())) {
    const known = found.get(danger.unit);
    if (known) known.push(danger);
    else found.set(danger.unit, [danger]);
  }
  return found;
}
