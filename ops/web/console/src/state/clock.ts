import { hourMinute } from '@nadhir/kit';
import { computed, signal } from '@preact/signals';
import { isDrill } from '../lib/drill.ts';
import { freshness, laneNow, stands } from '../lib/freshness.ts';
import type { Link } from '../wire/stream.ts';
import { lane, site } from './house.ts';

/** This machine's clock, once a second: for ages of what arrived, never for what happened. */
export const wallMs = signal(Date.now());

export function startClock(): void {
  setInterval(() => {
    wallMs.value = Date.now();
  }, 1000);
}

export const link = signal<Link>({ state: 'connecting' });

/** When the server was last heard, by this machine's clock. */
export const heardMs = signal(Date.now());

/** The store behind the server does not answer: nothing is decided. */
export const storeAway = signal(false);

interface Told {
  at: Date;
  atMs: number;
  /** When the told time last differed from the one before. */
  movedMs: number;
}

const told = signal<Told | undefined>(undefined);

export function tellTime(at: Date | undefined): void {
  if (!at) return;
  const atMs = Date.now();
  const before = told.peek();
  const moved = before?.at.getTime() !== at.getTime();
  told.value = { at, atMs, movedMs: moved ? atMs : (before?.movedMs ?? atMs) };
}

export function forgetTime(): void {
  told.value = undefined;
}

export const silentMs = computed(() => Math.max(0, wallMs.value - heardMs.value));
export const fresh = computed(() => freshness(silentMs.value, link.value.state === 'live'));

/** The lane's time; this machine's until the lane has told its own. */
export const now = computed(() => {
  const known = told.value;
  if (!known) return new Date(wallMs.value);
  return laneNow(known.at, known.atMs, wallMs.value, isDrill(lane.value ?? 'live'));
});

/** The lane's time has not moved for a while: a drill's clock that waits, or a link that is silent. */
export const standsStill = computed(() => {
  const known = told.value;
  return known !== undefined && stands(wallMs.value - known.movedMs);
});

export const zone = computed(() => site.value?.info.timeZone ?? 'UTC');

/** `15:47` on the site's clock. */
export function clock(at: Date): string {
  return hourMinute(at, zone.value);
}
