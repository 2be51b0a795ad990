import type { Language } from '../i18n/catalogue.ts';

/** Latin digits in both languages, as officers write them; Jordanian month names in Arabic. */
const locale: Record<Language, string> = { ar: 'ar-JO-u-nu-latn', en: 'en-GB' };

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(key: string, language: Language, options: Intl.DateTimeFormatOptions) {
  const id = `${key}|${language}|${options.timeZone}`;
  const known = made.get(id);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(locale[language], options);
  made.set(id, fresh);
  return fresh;
}

/** `15:47` on the site's clock. */
export function hourMinute(at: Date, timeZone: string): string {
  return formatter('hm', 'en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** `15:47:02` on the site's clock. */
export function hourMinuteSecond(at: Date, timeZone: string): string {
  return formatter('hms', 'en', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** `Friday 20 November 2026`, in the language's own words. */
export function longDate(at: Date, timeZone: string, language: Language): string {
  return formatter('date', language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

/** `2026-11-20` on the site's calendar. */
export function isoDate(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
}

/** How far the site's clock is ahead of UTC at that moment, in minutes. */
export function offsetMinutes(at: Date, timeZone: string): number {
  const local = new Date(`${isoDate(at, timeZone)}T${hourMinuteSecond(at, timeZone)}Z`);
  return Math.round((local.getTime() - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
}

/** `UTC+3`. */
export function offsetName(at: Date, timeZone: string): string {
  const minutes = offsetMinutes(at, timeZone);
  const sign = minutes < 0 ? '−' : '+';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${sign}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/**
 * The moment that the site's clock shows `HH:mm`, nearest to `near` in either direction: at 23:50 an
 * entered 00:10 is twenty minutes ahead, not almost a day ago. Undefined when it is no time of day.
 */
export function momentOf(hhmm: string, near: Date, timeZone: string): Date | undefined {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(hhmm.trim());
  if (!match) return undefined;
  const minutesWanted = Number(match[1]) * 60 + Number(match[2]);
  const minutesNear = near.getUTCHours() * 60 + near.getUTCMinutes() + offsetMinutes(near, timeZone);
  let ahead = (((minutesWanted - minutesNear) % 1440) + 1440) % 1440;
  if (ahead > 720) ahead -= 1440;
  const minute = 60_000;
  return new Date(Math.floor(near.getTime() / minute) * minute + ahead * minute);
}
