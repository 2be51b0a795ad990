import { count, type Decoded, instant, list, maybe, number, object, text, truth } from './decode.ts';

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

/** What would come of a zone as it is drawn. */
export const zoneCheck = object({
  mistakes: list(text),
  repair: maybe(object({ geoJson: text, outlines: count, km2: number })),
});
export type ZoneCheck = Decoded<typeof zoneCheck>;
export type Repair = NonNullable<ZoneCheck['repair']>;
