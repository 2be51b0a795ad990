import { hourMinute } from '@nadhir/kit';
import { computed, signal } from '@preact/signals';
import { isDrill } from '../lib/drill.ts';
import { freshness, laneNow } from '../lib/freshness.ts';
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
}

const told = signal<Told | undefined>(undefined);

export function tellTime(at: Date | undefined): void {
  if (at) told.value = { at, atMs: Date.now() };
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

export const zone = computed(() => site.value?.info.timeZone ?? 'UTC');

/** `15:47` on the site's clock. */
export function clock(at: Date): string {
  return hourMinute(at, zone.value);
}
