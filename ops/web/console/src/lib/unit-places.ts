import type { Position } from '../wire/around.ts';
import type { UnitState } from '../wire/dispatch.ts';
import type { LatLon } from '../wire/place.ts';

/** Devices speak every few seconds; a word older than this is shown as old. Our choice. */
export const OLD_MS = 2 * 60_000;

/** Slower than this a heading is noise. */
const STILL_MPS = 0.5;

/** How a place is known: by a word just now, by an old one, by one of a device that is silent, or by people. */
export type Known = 'live' | 'old' | 'silent' | 'told';

export interface UnitPlace {
  place: LatLon;
  known: Known;
  /** Of its own word. */
  seenAt: Date | undefined;
  /** Where it points while it moves. */
  headingDeg: number | undefined;
  speedMps: number | undefined;
  accuracyM: number | undefined;
}

const isOld = (seenAt: Date, at: Date) => at.getTime() - seenAt.getTime() > OLD_MS;

/**
 * Where a unit is: by its device, else where the picture has it. People who say that it is elsewhere are
 * believed more than an old word of the device.
 */
export function unitPlace(state: UnitState, position: Position | undefined, at: Date): UnitPlace {
  if (position && believes(state, position, at)) {
    const { place, at: seenAt, headingDeg, speedMps, accuracyM, silent } = position;
    const known = silent ? 'silent' : isOld(seenAt, at) ? 'old' : 'live';
    const moves = known === 'live' && (speedMps ?? 1) > STILL_MPS;
    return { place, known, seenAt, headingDeg: moves ? headingDeg : undefined, speedMps, accuracyM };
  }
  const { place, seenAt } = state;
  const known = !seenAt ? 'told' : isOld(seenAt, at) ? 'old' : 'live';
  return { place, known, seenAt, headingDeg: undefined, speedMps: undefined, accuracyM: undefined };
}

function believes(state: UnitState, position: Position, at: Date): boolean {
  if (state.seenAt) return position.at >= state.seenAt;
  return !position.silent && !isOld(position.at, at);
}
