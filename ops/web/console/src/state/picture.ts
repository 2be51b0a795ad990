import { computed, type Signal, signal, batch as together } from '@preact/signals';
import type { Batch, Change, Kind, KindValue, Snapshot } from '../wire/picture.ts';

type Objects = { [K in Kind]: Signal<ReadonlyMap<string, KindValue[K]>> };

function empty(): Objects {
  const none = () => signal(new Map());
  return {
    hazard: none(),
    assessment: none(),
    alert: none(),
    progress: none(),
    incident: none(),
    recommendation: none(),
    assignment: none(),
    unit: none(),
    danger: none(),
    unheard: none(),
    task: none(),
    gauge: none(),
    feed: none(),
    quarantine: none(),
    blind: none(),
    drill: none(),
    zone: none(),
    rules: none(),
    watch: none(),
    log: none(),
  };
}

/** The picture of the lane, one signal for each kind. */
export const objects: Objects = empty();

/** Things that arrived and could not be read, `kind/id` to the reason. */
export const unreadable = signal<ReadonlyMap<string, string>>(new Map());

/** False until the first snapshot of the lane is there. */
export const loaded = signal(false);

function put(kind: Kind, changes: readonly Change[], fresh: boolean): void {
  const target = objects[kind] as Signal<ReadonlyMap<string, unknown>>;
  const next = new Map(fresh ? [] : target.value);
  let touched = fresh && target.value.size > 0;
  for (const change of changes) {
    if (change.kind !== kind) continue;
    touched = true;
    if (change.value === undefined) next.delete(change.id);
    else next.set(change.id, change.value);
  }
  if (touched) target.value = next;
}

function apply(changes: readonly Change[], fresh: boolean): void {
  together(() => {
    for (const kind of Object.keys(objects) as Kind[]) put(kind, changes, fresh);
    const known = new Map(fresh ? [] : unreadable.value);
    for (const change of changes) {
      if (change.kind === 'unreadable') known.set(`${change.of}/${change.id}`, change.why);
      else known.delete(`${change.kind}/${change.id}`);
    }
    if (known.size > 0 || unreadable.value.size > 0) unreadable.value = known;
  });
}

export function takeSnapshot(picture: Snapshot): void {
  apply(picture.changes, true);
  loaded.value = true;
}

export function takeChanges(batch: Batch): void {
  apply(batch.changes, false);
}

/** Running deliveries are told as a whole: what is not named runs no longer. */
export function takeProgress(running: readonly Change[]): void {
  together(() => put('progress', running, true));
}

export function forget(): void {
  apply([], true);
  loaded.value = false;
}

export const drill = computed(() => [...objects.drill.value.values()].at(-1));
