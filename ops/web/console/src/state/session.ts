import { batch } from '@preact/signals';
import { lanes as readLanes, me as readMe } from '../wire/account.ts';
import { anything } from '../wire/decode.ts';
import { type Answer, ask, laneAddress, sendJson } from '../wire/http.ts';
import type { Tick } from '../wire/picture.ts';
import { site as readSite } from '../wire/site.ts';
import { follow } from '../wire/stream.ts';
import { zones as readZones } from '../wire/zones.ts';
import { keepUp } from './amended.ts';
import { lookAround } from './around.ts';
import { forgetTime, heardMs, link, storeAway, tellTime } from './clock.ts';
import { failure, lane, lanes, me, site, zones } from './house.ts';
import { reasonOf } from './orders.ts';
import { forget, takeChanges, takeProgress, takeSnapshot } from './picture.ts';
import { askedLane } from './route.ts';
import { remember, rememberedLane } from './settings.ts';

let following = new AbortController();

/** Looks whether a session is there already, and opens the house with it. */
export async function enter(): Promise<void> {
  const answer = await ask('/api/v1/me', readMe);
  if (!answer.ok) {
    if (answer.why === 'signed-out') me.value = null;
    else failure.value = reasonOf(answer);
    return;
  }
  failure.value = undefined;
  me.value = answer.value;
  await openHouse();
}

export async function signIn(name: string, password: string): Promise<Answer<unknown>> {
  const answer = await sendJson('POST', '/api/v1/session', { name, password }, anything);
  if (answer.ok) await enter();
  return answer;
}

export async function signOut(): Promise<void> {
  following.abort();
  await sendJson('DELETE', '/api/v1/session', undefined, anything);
  batch(() => {
    me.value = null;
    lane.value = undefined;
    forget();
  });
}

async function openHouse(): Promise<void> {
  const answer = await ask('/api/v1/lanes', readLanes);
  if (!answer.ok) {
    failure.value = reasonOf(answer);
    return;
  }
  lanes.value = answer.value.lanes;
  const keys = answer.value.lanes.map((l) => l.key);
  const wish = [askedLane.value, rememberedLane, answer.value.default, keys[0]];
  const chosen = wish.find((key) => key !== undefined && key !== null && keys.includes(key));
  if (chosen) await openLane(chosen);
}

export async function openLane(key: string): Promise<void> {
  following.abort();
  following = new AbortController();
  const { signal } = following;
  const [siteAnswer, zonesAnswer] = await Promise.all([
    ask(laneAddress(key, 'site'), readSite),
    ask(laneAddress(key, 'zones'), readZones),
  ]);
  if (signal.aborted) return;
  if (!siteAnswer.ok || !zonesAnswer.ok) {
    const refused = siteAnswer.ok ? zonesAnswer : siteAnswer;
    if (!refused.ok) {
      if (refused.why === 'signed-out') me.value = null;
      else failure.value = reasonOf(refused);
    }
    return;
  }
  batch(() => {
    forget();
    forgetTime();
    failure.value = undefined;
    lane.value = key;
    site.value = siteAnswer.value;
    zones.value = zonesAnswer.value;
  });
  remember('lane', key);
  void follow(key, follower, signal);
  void lookAround(key, signal);
  keepUp(signal);
}

const follower = {
  snapshot: (picture: Parameters<typeof takeSnapshot>[0]) => {
    batch(() => {
      takeSnapshot(picture);
      tellTime(picture.at);
    });
  },
  changes: (changes: Parameters<typeof takeChanges>[0]) => {
    batch(() => {
      takeChanges(changes);
      tellTime(changes.at);
    });
  },
  tick: (tick: Tick) => {
    batch(() => {
      tellTime(tick.at);
      storeAway.value = tick.storeAway;
    });
  },
  progress: takeProgress,
  heard: () => {
    heardMs.value = Date.now();
  },
  link: (next: typeof link.value) => {
    link.value = next;
    if (next.state === 'signed-out') me.value = null;
  },
};
