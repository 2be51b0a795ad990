import { number } from '@nadhir/kit';
import { computed } from '@preact/signals';
import { type UnitPlace, unitPlace } from '../lib/unit-places.ts';
import { positions } from './around.ts';
import { now } from './clock.ts';
import { units } from './view.ts';
import { ago, t } from './words.ts';

/** Marks follow ages in steps of so many milliseconds. */
const STEP_MS = 10_000;

const step = computed(() => Math.floor(now.value.getTime() / STEP_MS) * STEP_MS);

/** Where each unit is and how that is known. */
export const unitPlaces = computed<ReadonlyMap<string, UnitPlace>>(() => {
  const at = new Date(step.value);
  return new Map(units.value.map((u) => [u.unit, unitPlace(u, positions.value.get(u.unit), at)]));
});

const KMH_PER_MPS = 3.6;

/** `seen 12 s ago · 43 km/h · ± 10 m`. */
export function placeWords({ known, seenAt, speedMps, accuracyM }: UnitPlace): string {
  const age = seenAt ? ago(Math.max(0, now.value.getTime() - seenAt.getTime())) : '';
  const live = known === 'live';
  return [
    t(`unit.known.${known}`, { ago: age }),
    live && speedMps !== undefined && t('unit.speed', { kmh: number(speedMps * KMH_PER_MPS) }),
    live && accuracyM !== undefined && t('unit.accuracy', { m: number(accuracyM) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
