import { audience, capCodes, scope } from './alert.ts';
import {
  count,
  type Decoded,
  dictionary,
  list,
  maybe,
  number,
  object,
  oneOf,
  otherwise,
  text,
  truth,
} from './decode.ts';
import { area, latLon, words } from './place.ts';

const level = object({ id: text, rank: number, name: words, colour: text });

/** Who is informed in the place of people beyond the border. */
const neighbour = object({ id: text, name: words, agency: words, channel: words, area });
export type Neighbour = Decoded<typeof neighbour>;

const borders = object({ territory: maybe(area), neighbours: list(neighbour) });

const siteInfo = object({
  id: text,
  name: words,
  timeZone: text,
  languages: list(text),
  centre: latLon,
  smsSender: text,
  levels: list(level),
  hazardTypes: list(object({ id: text, name: words })),
  borders: otherwise(borders, { territory: undefined, neighbours: [] }),
});
export type SiteInfo = Decoded<typeof siteInfo>;

const gap = object({
  name: text,
  kind: oneOf('time', 'span', 'places', 'position', 'number', 'word'),
});
export type Gap = Decoded<typeof gap>;

/** A message of the site, its gaps still open. */
const siteMessage = object({
  key: text,
  cap: maybe(capCodes),
  scope: maybe(scope),
  audience: maybe(audience),
  validFor: maybe(text),
  kind: maybe(oneOf('ALERT', 'CORRECTION', 'ALL_CLEAR')),
  exerciseOnly: otherwise(truth, false),
  /** Gaps that a person chooses words for: gap name to keys of `words`. */
  choices: otherwise(dictionary(list(text)), {}),
  gaps: maybe(list(gap)),
  wordings: dictionary(object({ headline: text, sms: text, instruction: text })),
});
export type SiteMessage = Decoded<typeof siteMessage>;

const unit = object({
  id: text,
  name: words,
  agency: text,
  kind: text,
  skills: list(text),
  base: latLon,
  crew: count,
});
export type Unit = Decoded<typeof unit>;

const gauge = object({
  id: text,
  name: words,
  place: latLon,
  wadi: text,
  stages: maybe(object({ actionM: number, minorM: number, moderateM: number, majorM: number })),
  rainActionMm30: maybe(number),
});
export type Gauge = Decoded<typeof gauge>;

/** A rule as far as a console must know it: what it is about and what it would say. */
const rule = object({ id: text, hazard: text, level: text, message: maybe(text) });
export type Rule = Decoded<typeof rule>;

/** `expects` is missing where the silence of the feed means nothing. */
const siteFeed = object({ id: text, format: text, expects: maybe(text), tells: list(text) });
export type SiteFeed = Decoded<typeof siteFeed>;

export const site = object({
  info: siteInfo,
  messages: otherwise(list(siteMessage), []),
  words: otherwise(dictionary(words), {}),
  units: otherwise(list(unit), []),
  gauges: otherwise(list(gauge), []),
  feeds: otherwise(list(siteFeed), []),
  rules: otherwise(list(rule), []),
  runCards: otherwise(list(text), []),
  people: otherwise(list(object({ ref: text, name: words })), []),
});
export type Site = Decoded<typeof site>;
