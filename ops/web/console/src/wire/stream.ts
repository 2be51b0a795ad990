import { Malformed } from './decode.ts';
import { ask, laneAddress } from './http.ts';
import {
  type Batch,
  batch,
  type Change,
  progressNow,
  type Snapshot,
  snapshot,
  type Tick,
  tick,
} from './picture.ts';
import { type ServerEvent, SseReader } from './sse.ts';

/** Where the link to the house stands. */
export type Link =
  | { state: 'connecting' }
  | { state: 'live' }
  | { state: 'lost'; retryAt: number; why: 'away' | 'unreadable' | 'problem'; detail: string }
  | { state: 'signed-out' };

export interface Follower {
  snapshot(picture: Snapshot): void;
  changes(batch: Batch): void;
  /** Between changes, once a second. */
  tick(tick: Tick): void;
  /** All deliveries that run now. */
  progress(running: Change[]): void;
  /** Any byte from the server. */
  heard(): void;
  link(link: Link): void;
}

/** Nothing heard for this long: the connection is given up and made anew. */
export const SILENCE_MS = 25_000;

/** Waits between tries: quick at first, then calm. The last one repeats. */
export const RETRY_MS = [500, 1000, 2000, 4000, 8000, 10_000] as const;

/** How a batch fits to what we have. */
export function fit(have: number, next: Batch): 'apply' | 'known' | 'gap' {
  if (next.seq <= have) return 'known';
  if (next.prev !== undefined && next.prev > have) return 'gap';
  return 'apply';
}

type Ending = 'resync' | 'closed' | 'signed-out' | 'unreadable';

/**
 * Follows a lane: a snapshot, then numbered changes, resumed by number after a break, and a new
 * snapshot after a gap. Runs until the signal is aborted.
 */
export async function follow(lane: string, follower: Follower, stop: AbortSignal): Promise<void> {
  let number: number | undefined;
  let failures = 0;
  while (!stop.aborted) {
    if (number === undefined) {
      follower.link({ state: 'connecting' });
      const answer = await ask(laneAddress(lane, 'picture'), snapshot);
      if (stop.aborted) return;
      if (!answer.ok) {
        if (answer.why === 'signed-out') return follower.link({ state: 'signed-out' });
        await pause(follower, failures++, answer.why, answer.detail, stop);
        continue;
      }
      number = answer.value.seq;
      follower.heard();
      follower.snapshot(answer.value);
    }
    const session = new Session(lane, number, follower, stop);
    const ending = await session.run();
    if (stop.aborted) return;
    if (ending === 'signed-out') return follower.link({ state: 'signed-out' });
    number = ending === 'closed' ? session.number : undefined;
    if (session.wasHeard) failures = 0;
    if (ending !== 'resync') {
      await pause(
        follower,
        failures++,
        ending === 'unreadable' ? 'unreadable' : 'away',
        session.detail,
        stop,
      );
    }
  }
}

async function pause(
  follower: Follower,
  failures: number,
  why: 'away' | 'unreadable' | 'problem',
  detail: string,
  stop: AbortSignal,
): Promise<void> {
  const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 10_000;
  follower.link({ state: 'lost', retryAt: Date.now() + wait, why, detail });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, wait);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** One connection, from its request to its end. */
class Session {
  wasHeard = false;
  detail = '';
  readonly #cut = new AbortController();
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly lane: string,
    public number: number,
    private readonly follower: Follower,
    private readonly stop: AbortSignal,
  ) {}

  async run(): Promise<Ending> {
    const end = () => this.#cut.abort();
    this.stop.addEventListener('abort', end);
    try {
      this.#expectWord();
      return await this.#read();
    } catch (e) {
      this.detail = e instanceof Error ? e.message : String(e);
      return e instanceof Malformed || e instanceof SyntaxError ? 'unreadable' : 'closed';
    } finally {
      clearTimeout(this.#silence);
      this.stop.removeEventListener('abort', end);
      this.#cut.abort();
    }
  }

  async #read(): Promise<Ending> {
    const response = await fetch(laneAddress(this.lane, 'events'), {
      headers: { Accept: 'text/event-stream', 'Last-Event-ID': String(this.number) },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: this.#cut.signal,
    });
    if (response.status === 401) return 'signed-out';
    if (!response.ok || !response.body) {
      this.detail = `${response.status}`;
      return 'closed';
    }
    const reader = new SseReader();
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    this.#cut.signal.addEventListener('abort', () => void pieces.cancel().catch(() => undefined));
    this.follower.link({ state: 'live' });
    for (;;) {
      this.#expectWord();
      const { done, value } = await pieces.read();
      if (done) return 'closed';
      this.wasHeard = true;
      this.follower.heard();
      for (const event of reader.feed(value)) {
        if (this.#take(event) === 'resync') return 'resync';
      }
    }
  }

  #take(event: ServerEvent): 'resync' | undefined {
    if (event.event === 'resync') return 'resync';
    if (event.event === 'tick') this.follower.tick(tick(JSON.parse(event.data), ''));
    if (event.event === 'progress') this.follower.progress(progressNow(JSON.parse(event.data), ''));
    if (event.event !== 'message') return undefined;
    const next = batch(JSON.parse(event.data), '');
    const how = fit(this.number, next);
    if (how === 'gap') return 'resync';
    if (how === 'apply') {
      this.number = next.seq;
      this.follower.changes(next);
    }
    return undefined;
  }

  #expectWord(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#cut.abort(), SILENCE_MS);
  }
}
