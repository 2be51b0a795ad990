import {
  count,
  type Decoded,
  dictionary,
  instant,
  list,
  maybe,
  number,
  object,
  otherwise,
  text,
  truth,
} from './decode.ts';

/** Who changed the rules when, or proposed to. The texts are fetched. */
export const siteChange = object({ version: count, at: instant, by: text, why: text });
export type SiteChange = Decoded<typeof siteChange>;

/** The latest change of a zone that differs from the site pack. The zones are fetched. */
export const zoneChange = object({ version: count, at: instant, by: text, why: text, removed: truth });
export type ZoneChange = Decoded<typeof zoneChange>;

/** The rules as their text, and those that wait for a second person. */
export const rules = object({
  version: count,
  yaml: text,
  proposal: maybe(object({ version: count, yaml: text, by: text, why: text })),
});
export type Rules = Decoded<typeof rules>;

/** A mistake in English with its place, and a key for other languages where there are words for it. */
const toldMistake = object({ text, key: maybe(text), gaps: otherwise(dictionary(text), {}) });
export type ToldMistake = Decoded<typeof toldMistake>;

/** What would come of a zone as it is drawn. */
export const zoneCheck = object({
  mistakes: list(toldMistake),
  repair: maybe(object({ geoJson: text, outlines: count, km2: number })),
});
export type ZoneCheck = Decoded<typeof zoneCheck>;
export type Repair = NonNullable<ZoneCheck['repair']>;
