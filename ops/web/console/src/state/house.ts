import { computed, signal } from '@preact/signals';
import type { LaneInfo, Me } from '../wire/account.ts';
import type { Site, Unit } from '../wire/site.ts';
import type { Zone } from '../wire/zones.ts';

/** Who is signed in; undefined until known, null when nobody is. */
export const me = signal<Me | null | undefined>(undefined);

export const lanes = signal<LaneInfo[]>([]);
export const lane = signal<string | undefined>(undefined);
export const site = signal<Site | undefined>(undefined);
export const zones = signal<Zone[]>([]);

/** Why the console could not be opened, as a text for people. */
export const failure = signal<string | undefined>(undefined);

export const levels = computed(() => site.value?.info.levels ?? []);

export const zoneById = computed(() => new Map(zones.value.map((z) => [z.id, z])));

export const unitById = computed(() => new Map<string, Unit>(site.value?.units.map((u) => [u.id, u]) ?? []));

export const gaugeById = computed(() => new Map(site.value?.gauges.map((g) => [g.id, g]) ?? []));

/** Where the site's authority ends, and who is informed beyond it. */
export const borders = computed(() => site.value?.info.borders);

export const neighbourById = computed(() => new Map(borders.value?.neighbours.map((n) => [n.id, n]) ?? []));

const hazardTypes = computed(() => new Map(site.value?.info.hazardTypes.map((h) => [h.id, h]) ?? []));

const people = computed(() => new Map(site.value?.people.map((p) => [p.ref, p.name]) ?? []));

export function hazardType(id: string) {
  return hazardTypes.value.get(id);
}

/** The name that the site gives to a person or institution. */
export function person(ref: string): Record<string, string> | undefined {
  return people.value.get(ref);
}

export function can(...roles: string[]): boolean {
  return me.value?.roles.some((role) => roles.includes(role)) ?? false;
}
