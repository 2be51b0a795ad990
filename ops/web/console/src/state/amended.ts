import { effect, signal } from '@preact/signals';
import { type Rules, rules as readRules, type SiteChange, type ZoneChange } from '../wire/amend.ts';
import { ask, laneAddress } from '../wire/http.ts';
import { site as readSite } from '../wire/site.ts';
import { zones as readZones, type Zone } from '../wire/zones.ts';
import { lane, site, zones } from './house.ts';
import { objects } from './picture.ts';

/** The rules of the lane as text; undefined until they are read. */
export const rules = signal<Rules | undefined>(undefined);

/** The picture may tell of a change before the member that is asked has it: asked again after so long. */
const WAITS_MS = [0, 300, 1000, 3000, 8000];

/** Whether the picture tells of a zone that is not as it was read. */
export function zonesBehind(told: ReadonlyMap<string, ZoneChange>, known: readonly Zone[]): boolean {
  const versions = new Map(known.map((z) => [z.id, z.version]));
  return [...told].some(([id, change]) => {
    const version = versions.get(id);
    if (change.removed) return version !== undefined && version <= change.version;
    return (version ?? -1) < change.version;
  });
}

/** Whether the picture tells of rules, in force or waiting, that are not those that were read. */
export function rulesBehind(told: ReadonlyMap<string, SiteChange>, known: Rules | undefined): boolean {
  if (!known || known.version < (told.get('in-force')?.version ?? 0)) return true;
  return known.proposal?.version !== told.get('proposed')?.version;
}

/** Reads the zones as they are now. */
export async function loadZones(): Promise<void> {
  const key = lane.peek();
  if (!key) return;
  const answer = await ask(laneAddress(key, 'zones'), readZones);
  if (answer.ok && lane.peek() === key) zones.value = answer.value;
}

/** Reads the rules as they are now, and with other rules in force the site, which names them. */
export async function loadRules(): Promise<void> {
  const key = lane.peek();
  if (!key) return;
  const answer = await ask(laneAddress(key, 'rules'), readRules);
  if (!answer.ok || lane.peek() !== key) return;
  const others = rules.peek() !== undefined && rules.peek()?.version !== answer.value.version;
  rules.value = answer.value;
  if (!others) return;
  const named = await ask(laneAddress(key, 'site'), readSite);
  if (named.ok && lane.peek() === key) site.value = named.value;
}

function keep(behind: () => boolean, load: () => Promise<void>, stopped: AbortSignal): () => void {
  let running = false;
  const run = async () => {
    running = true;
    for (const ms of WAITS_MS) {
      if (stopped.aborted || !behind()) break;
      if (ms > 0) await new Promise((done) => setTimeout(done, ms));
      if (!stopped.aborted) await load();
    }
    running = false;
  };
  return () => {
    if (!running && behind()) void run();
  };
}

/** Follows what anybody changes of zones and rules, until the lane is left. */
export function keepUp(stopped: AbortSignal): void {
  rules.value = undefined;
  const ofZones = keep(() => zonesBehind(objects.zone.peek(), zones.peek()), loadZones, stopped);
  const ofRules = keep(() => rulesBehind(objects.rules.peek(), rules.peek()), loadRules, stopped);
  const stops = [
    effect(() => {
      objects.zone.value;
      ofZones();
    }),
    effect(() => {
      objects.rules.value;
      ofRules();
    }),
  ];
  stopped.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
}
