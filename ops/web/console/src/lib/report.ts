import { momentOf } from '@nadhir/kit';

const DAY_MS = 86_400_000;

/** People's clocks differ a little from the house's. */
const AHEAD_MS = 5 * 60_000;

/**
 * When something that is told now has happened, from the time of day: the last time that the site's
 * clock showed it. Undefined when it is no time of day.
 */
export function happenedAt(hhmm: string, now: Date, timeZone: string): Date | undefined {
  const at = momentOf(hhmm, now, timeZone);
  if (!at) return undefined;
  if (at.getTime() > now.getTime() + AHEAD_MS) return new Date(at.getTime() - DAY_MS);
  // Within the minute that runs it has happened just now, not before it was told.
  return at > now ? now : at;
}

/** Nine digits, or nothing; undefined for what is no MMSI. Blanks between the digits are dropped. */
export function mmsiOf(written: string): string | undefined {
  const digits = written.replaceAll(/[\s-]/g, '');
  return /^(\d{9})?$/.test(digits) ? digits : undefined;
}

/** What the house takes, in characters. */
export const MOST_SOURCE = 80;
export const MOST_TITLE = 118;
const MOST_PERSONS = 10_000;

/** A count of people, null for nobody knows; undefined for what is no count. */
export function personsOf(written: string): number | null | undefined {
  const text = written.trim();
  if (!text) return null;
  const n = Number(text);
  return /^\d{1,5}$/.test(text) && n >= 1 && n <= MOST_PERSONS ? n : undefined;
}
