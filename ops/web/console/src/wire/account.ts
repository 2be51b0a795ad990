import { role } from './alert.ts';
import {
  type Decoded,
  type Decoder,
  list,
  Malformed,
  maybe,
  object,
  otherwise,
  text,
  truth,
} from './decode.ts';
import { words } from './place.ts';

/** A name may come in one language or in several. */
const name: Decoder<Record<string, string>> = (value, path) =>
  typeof value === 'string' ? { en: value, ar: value } : words(value, path);

export const me = object({ who: text, name, roles: list(role) });
export type Me = Decoded<typeof me>;

const lane = object({ key: text, title: maybe(words), running: otherwise(truth, true) });
export type LaneInfo = Decoded<typeof lane>;

const lanesShape = object({ lanes: list(lane), default: maybe(text) });

export const lanes: Decoder<Decoded<typeof lanesShape>> = (value, path) => {
  const found = lanesShape(value, path);
  if (found.lanes.length === 0) throw new Malformed(path, 'at least one lane', value);
  return found;
};

export const problem = object({
  title: otherwise(text, ''),
  detail: otherwise(text, ''),
  status: maybe((value) => value),
  reason: maybe(text),
});
export type Problem = Decoded<typeof problem>;
