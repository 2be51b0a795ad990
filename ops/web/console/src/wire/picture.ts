import { actor, alert, progress } from './alert.ts';
import { siteChange, zoneChange } from './amend.ts';
import {
  anything,
  count,
  type Decoded,
  type Decoder,
  dictionary,
  instant,
  list,
  Malformed,
  maybe,
  number,
  object,
  otherwise,
  text,
  truth,
} from './decode.ts';
import { assignment, danger, incident, recommendation, task, unheard, unitState } from './dispatch.ts';
import { assessment, blind, feed, gaugeState, hazard, quarantined } from './hazard.ts';
import { words } from './place.ts';

export const drill = object({
  scenario: text,
  from: maybe(instant),
  to: maybe(instant),
  interactive: otherwise(truth, false),
  finishedAt: maybe(instant),
  held: maybe(text),
  injects: otherwise(list(object({ index: number, at: maybe(instant), story: words })), []),
});
export type Drill = Decoded<typeof drill>;

export const watch = object({
  member: maybe(text),
  epoch: maybe(number),
  since: maybe(instant),
  site: maybe(text),
});
export type Watch = Decoded<typeof watch>;

/** A journal entry. Its event keeps whatever it holds: words are made of it by type. */
const event: Decoder<{ type: string; [name: string]: unknown }> = (value, path) => {
  const fields = dictionary(anything)(value, path);
  return { ...fields, type: text(fields.type, `${path}.type`) };
};
export const logEntry = object({ seq: count, at: instant, actor, cause: maybe(count), event });
export type LogEntry = Decoded<typeof logEntry>;

/** What the picture holds, by kind. */
export const kinds = {
  hazard,
  assessment,
  alert,
  progress,
  incident,
  recommendation,
  assignment,
  unit: unitState,
  danger,
  unheard,
  task,
  gauge: gaugeState,
  feed,
  quarantine: quarantined,
  blind,
  drill,
  zone: zoneChange,
  rules: siteChange,
  watch,
  log: logEntry,
};
export type Kind = keyof typeof kinds;
export type KindValue = { [K in Kind]: Decoded<(typeof kinds)[K]> };

export function isKind(kind: string): kind is Kind {
  return Object.hasOwn(kinds, kind);
}

/** One thing of the picture: read, gone, unreadable, or of a kind that this console does not show. */
export type Change =
  | { [K in Kind]: { kind: K; id: string; value: KindValue[K] | undefined } }[Kind]
  | { kind: 'unreadable'; of: string; id: string; why: string };

export function readChange(kind: string, id: string, raw: unknown): Change | undefined {
  if (!isKind(kind)) return undefined;
  if (raw === null) return { kind, id, value: undefined } as Change;
  try {
    return { kind, id, value: kinds[kind](raw, '') } as Change;
  } catch (e) {
    if (e instanceof Malformed) return { kind: 'unreadable', of: kind, id, why: e.message };
    throw e;
  }
}

const pictureShape = object({
  seq: count,
  at: maybe(instant),
  lane: otherwise(anything, undefined),
  objects: dictionary(dictionary(anything)),
});

export interface Snapshot {
  seq: number;
  at: Date | undefined;
  changes: Change[];
}

/** A whole picture. One unreadable thing does not hide the others. */
export const snapshot: Decoder<Snapshot> = (value, path) => {
  const { seq, at, objects } = pictureShape(value, path);
  const changes = Object.entries(objects).flatMap(([kind, byId]) =>
    Object.entries(byId).flatMap(([id, raw]) => readChange(kind, id, raw) ?? []),
  );
  return { seq, at, changes };
};

const batchShape = object({
  seq: count,
  prev: maybe(count),
  at: maybe(instant),
  changes: list(object({ kind: text, id: text, value: otherwise(anything, null) })),
});

export interface Batch {
  seq: number;
  /** The picture that the changes apply to; of any when the server does not say. */
  prev: number | undefined;
  at: Date | undefined;
  changes: Change[];
}

export const batch: Decoder<Batch> = (value, path) => {
  const { seq, prev, at, changes } = batchShape(value, path);
  return { seq, prev, at, changes: changes.flatMap((c) => readChange(c.kind, c.id, c.value) ?? []) };
};

const progressShape = object({ at: maybe(instant), progress: dictionary(anything) });

/** All deliveries that run now, in the place of what was told before. Not numbered. */
export const progressNow: Decoder<Change[]> = (value, path) =>
  Object.entries(progressShape(value, path).progress).flatMap(
    ([id, raw]) => readChange('progress', id, raw) ?? [],
  );

/** Once a second: the lane's time, and whether the store behind the house answers. */
export const tick = object({ at: instant, storeAway: otherwise(truth, false) });
export type Tick = Decoded<typeof tick>;
