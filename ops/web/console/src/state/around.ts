import { batch, computed, effect, signal } from '@preact/signals';
import { isDrill } from '../lib/drill.ts';
import { boundsOf, polygonsOf } from '../lib/geo.ts';
import {
  type Extent,
  type Position,
  extents as readExtents,
  passages as readPassages,
  positions as readPositions,
  tracks as readTracks,
  type ShipPassage,
  type Track,
} from '../wire/around.ts';
import { ask, laneAddress } from '../wire/http.ts';
import type { Area } from '../wire/place.ts';
import { zoneById } from './house.ts';
import { objects } from './picture.ts';
import { selected } from './selection.ts';
import { showShips, showUnits } from './settings.ts';
import { decision, hazards, troubled } from './view.ts';

/**
 * What is around and not in the picture: ships, and areas that change with every minute. It is asked for
 * while somebody looks, every few seconds, and for the part of the sea that is shown.
 */
const EVERY_MS = 5000;

/** A drill's minutes are seconds, and few look at it. */
const EVERY_IN_DRILL_MS = 2000;

/** More than these are not drawn; the server keeps those in distress. */
const MOST_TRACKS = 1500;

/** West, south, east, north of what the map shows; the map writes it. */
export const mapBox = signal<[number, number, number, number] | undefined>(undefined);

export const extents = signal<readonly Extent[]>([]);
/** The lane's time for which they were reckoned. */
export const extentsAt = signal<Date | undefined>(undefined);
export const tracks = signal<readonly Track[]>([]);
/** How many there are where the map looks; more than `tracks` when some were left out. */
export const tracksTotal = signal(0);
/** The lane's time when the ships were told. */
export const tracksAt = signal<Date | undefined>(undefined);

/** Units by their devices' last words, by id. */
export const positions = signal<ReadonlyMap<string, Position>>(new Map());

/** Ships in and around what is looked at; `undefined` while nobody answers or nothing is asked. */
export const seaTracks = signal<readonly Track[] | undefined>(undefined);

/** So many more are there, and the answer left them out: any of them may be inside. */
export const seaLeftOut = signal(0);

/** Who passed the zone that is looked at, the newest first. */
export const passages = signal<{ zone: string; told: readonly ShipPassage[] } | undefined>(undefined);

export const extentOf = computed(() => new Map(extents.value.map((e) => [e.hazard, e])));

/** The area that an alert for this hazard would be about: reckoned by the house, or drawn by its source. */
export function areaOf(hazard: string): Area | undefined {
  const detail = objects.hazard.value.get(hazard)?.detail;
  const drawn = detail?.type === 'HazardDetail.Stated' ? detail.area : undefined;
  return extentOf.value.get(hazard)?.area ?? drawn;
}

/** Only these can have an extent. */
function wanted(): boolean {
  return hazards
    .peek()
    .some(({ detail }) => detail.type === 'HazardDetail.Distress' || detail.type === 'HazardDetail.Stated');
}

async function lookAtHazards(lane: string, ended: AbortSignal): Promise<void> {
  const answer = wanted() ? await ask(laneAddress(lane, 'extents'), readExtents) : undefined;
  if (ended.aborted) return;
  if (!answer) {
    if (extents.peek().length > 0) extents.value = [];
  } else if (answer.ok) {
    const { at, extents: told } = answer.value;
    batch(() => {
      extents.value = told;
      extentsAt.value = at;
    });
  }
}

async function lookAtShips(lane: string, ended: AbortSignal): Promise<void> {
  if (!showShips.peek()) return;
  const box = mapBox.peek();
  const where = box ? `&bbox=${box.map((deg) => deg.toFixed(4)).join(',')}` : '';
  const answer = await ask(laneAddress(lane, `tracks?limit=${MOST_TRACKS}${where}`), readTracks);
  // Without an answer the last ones stay, and turn grey as they grow old.
  if (ended.aborted || !answer.ok) return;
  batch(() => {
    tracks.value = answer.value.tracks;
    tracksTotal.value = answer.value.total;
    tracksAt.value = answer.value.at;
  });
}

async function lookAtUnits(lane: string, ended: AbortSignal): Promise<void> {
  // Those in trouble stand on the map even when the others are switched off.
  if (!showUnits.peek() && troubled.peek().size === 0) return;
  const answer = await ask(laneAddress(lane, 'positions'), readPositions);
  // Without an answer the last ones stay and grow old.
  if (ended.aborted || !answer.ok) return;
  positions.value = new Map(answer.value.units.map((p) => [p.unit, p]));
}

/** So much around what is looked at: who lies on its edge is in it still, some metres out. */
const AROUND_DEG = 0.01;

const chosenAlert = computed(() =>
  selected.value?.kind === 'alert' ? objects.alert.value.get(selected.value.id) : undefined,
);
const chosenZone = computed(() =>
  selected.value?.kind === 'zone' ? zoneById.value.get(selected.value.id) : undefined,
);

/** Around the zone that is chosen and the areas of the alerts that are looked at: ships there matter. */
const seaBox = computed(() => {
  const areas = [decision.value?.revision, chosenAlert.value?.revisions.at(-1)].flatMap((revision) =>
    revision ? polygonsOf(revision.message.area) : [],
  );
  const box = boundsOf([...areas, ...(chosenZone.value?.polygons ?? [])].flat(2));
  const [west, south, east, north] = box ?? [];
  if (west === undefined || south === undefined || east === undefined || north === undefined) return '';
  const around = [
    Math.max(-180, west - AROUND_DEG),
    Math.max(-90, south - AROUND_DEG),
    Math.min(180, east + AROUND_DEG),
    Math.min(90, north + AROUND_DEG),
  ];
  return around.map((deg) => deg.toFixed(4)).join(',');
});

async function lookAtSea(lane: string, ended: AbortSignal): Promise<void> {
  const box = seaBox.peek();
  const answer = box
    ? await ask(laneAddress(lane, `tracks?limit=${MOST_TRACKS}&bbox=${box}`), readTracks)
    : undefined;
  if (ended.aborted) return;
  batch(() => {
    seaTracks.value = answer?.ok ? answer.value.tracks : undefined;
    seaLeftOut.value = answer?.ok ? Math.max(0, answer.value.total - answer.value.tracks.length) : 0;
  });
}

async function lookAtPassages(lane: string, ended: AbortSignal): Promise<void> {
  const zone = chosenZone.peek()?.id;
  const answer = zone
    ? await ask(laneAddress(lane, `passages?zone=${encodeURIComponent(zone)}`), readPassages)
    : undefined;
  if (ended.aborted) return;
  passages.value = zone && answer?.ok ? { zone, told: answer.value.passages } : undefined;
}

function forget(): void {
  batch(() => {
    positions.value = new Map();
    seaTracks.value = undefined;
    seaLeftOut.value = 0;
    passages.value = undefined;
    extents.value = [];
    tracks.value = [];
    tracksTotal.value = 0;
    tracksAt.value = undefined;
  });
}

/** Looks around in one lane until `ended`; not while the page is hidden. One look at a time. */
export async function lookAround(lane: string, ended: AbortSignal): Promise<void> {
  forget();
  const looks = [lookAtHazards, lookAtShips, lookAtUnits, lookAtSea, lookAtPassages];
  const stop = effect(() => {
    seaBox.value;
    lookNow();
  });
  ended.addEventListener('abort', stop);
  while (!ended.aborted) {
    if (!document.hidden) await Promise.all(looks.map((look) => look(lane, ended)));
    await pause(ended, isDrill(lane) ? EVERY_IN_DRILL_MS : EVERY_MS);
  }
}

let wake: () => void = () => undefined;

/** Looks at once, when the map shows another part or the layer is switched on. */
export function lookNow(): void {
  wake();
}

function pause(ended: AbortSignal, everyMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, everyMs);
    function done() {
      clearTimeout(timer);
      ended.removeEventListener('abort', done);
      resolve();
    }
    wake = done;
    ended.addEventListener('abort', done);
  });
}
