import { effect, signal } from '@preact/signals';
import { ask, laneAddress } from '../wire/http.ts';
import { type Explained, explained as readExplained } from '../wire/why.ts';
import { objects } from './picture.ts';

/** Gauges speak by the second in a drill; nobody reads faster. */
const PAUSE_MS = 1500;

/** When nobody answered. */
const AGAIN_MS = 5000;

/** The last answer about the hazard that is looked at. */
export const explained = signal<Explained | undefined>(undefined);

/** Why the last answer is not from now. */
export const whyTrouble = signal<'over' | 'nobody' | undefined>(undefined);

/** Words of the picture by which an answer grows old. They keep their identity until they change. */
function rests(hazard: string): unknown[] {
  const about = [...objects.assessment.value.values()].filter((a) => a.hazard === hazard);
  return [objects.hazard.value.get(hazard), objects.rules.value.get('in-force'), ...about];
}

/**
 * Asks why the rules about a hazard do what they do, and again when the hazard or its assessments change
 * in the picture, until what is returned is called. One question at a time.
 */
export function followWhy(lane: string, hazard: string): () => void {
  const ended = new AbortController();
  const address = laneAddress(lane, `hazards/${encodeURIComponent(hazard)}/explanation`);
  let asking = false;
  let again = false;
  explained.value = undefined;
  whyTrouble.value = undefined;

  const askUntilStill = async () => {
    asking = true;
    do {
      again = false;
      const answer = await ask(address, readExplained);
      if (ended.signal.aborted) return;
      if (answer.ok) {
        explained.value = answer.value;
        whyTrouble.value = undefined;
      } else {
        const over = answer.why === 'problem' && answer.status === 404;
        whyTrouble.value = over ? 'over' : 'nobody';
        again = !over;
      }
      await pause(ended.signal, answer.ok ? PAUSE_MS : AGAIN_MS);
    } while (again && !ended.signal.aborted);
    asking = false;
  };

  let before: unknown[] | undefined;
  const stop = effect(() => {
    const now = rests(hazard);
    const known = before;
    before = now;
    if (known?.length === now.length && known.every((word, i) => word === now[i])) return;
    again = true;
    if (!asking) void askUntilStill();
  });
  return () => {
    ended.abort();
    stop();
  };
}

function pause(ended: AbortSignal, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    ended.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
