import type { DetailOf, Hazard } from '../wire/hazard.ts';

/** Told and not believed, or taken back: a person must decide what it means. */
export function waitsForPerson(hazard: Hazard): boolean {
  return hazard.status === 'HELD' || hazard.status === 'WITHDRAWN';
}

/** Open hazards: those that wait for a person first, then by their last report. */
export function openHazards(all: Iterable<Hazard>): Hazard[] {
  const rank = (h: Hazard) => (waitsForPerson(h) ? 0 : 1);
  return [...all]
    .filter((h) => h.status !== 'ENDED')
    .sort((a, b) => rank(a) - rank(b) || b.lastReportAt.getTime() - a.lastReportAt.getTime());
}

/** Shaking that people felt and no network has reported: its magnitude is no measurement. */
export function isFeltOnly({ detail }: Hazard): boolean {
  return detail.type === 'HazardDetail.Quake' && detail.why === 'felt-only';
}

/**
 * Open hazards that this one may turn out to be. A wadi's flood is its gauges', a ship's trouble hers:
 * these are never the same as another.
 */
export function mayBeSame(hazard: Hazard, open: readonly Hazard[]): Hazard[] {
  const own = hazard.detail.type;
  if (own === 'HazardDetail.Flood' || own === 'HazardDetail.Vessel') return [];
  return open.filter((h) => h.id !== hazard.id && h.type === hazard.type && h.detail.type === own);
}

export interface Title {
  text: string;
  /** In whose words it stands: the reader's language, or the source's own. */
  by: 'reader' | 'source';
}

const arabic = /[\u0600-\u06ff]/;

/** Whether a text is in the script that the language is written in. Digits alone are in every one. */
function readableIn(text: string, language: string): boolean {
  return !/\p{L}/u.test(text) || arabic.test(text) === (language === 'ar');
}

/** What is stated, in the reader's language where there is one, else in the words that the source used. */
export function statedTitle(
  detail: Pick<DetailOf<'Stated'>, 'title' | 'titles'>,
  language: string,
): Title | undefined {
  const own = detail.titles?.[language];
  if (own) return { text: own, by: 'reader' };
  const given = detail.title || Object.values(detail.titles ?? {})[0];
  if (!given) return undefined;
  return { text: given, by: readableIn(given, language) ? 'reader' : 'source' };
}
