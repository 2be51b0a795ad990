import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { give } from './command.ts';
import type { Batch, Change, Snapshot, Tick } from './picture.ts';
import { follow, type Link, SILENCE_MS } from './stream.ts';

/** A server that answers each request with the next of its answers, and notes what was asked. */
class Server {
  readonly asked: { path: string; init: RequestInit }[] = [];
  readonly #answers: (() => Response | Promise<Response>)[] = [];

  answer(answer: () => Response | Promise<Response>): this {
    this.#answers.push(answer);
    return this;
  }

  picture(seq: number): this {
    return this.answer(() => Response.json({ seq, at: '2026-11-20T12:00:00Z', objects: {} }));
  }

  /** A stream of these pieces that stays open unless told to end. */
  stream(pieces: string[], ends = true): this {
    return this.answer(() => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
          if (ends) controller.close();
        },
      });
      return new Response(body);
    });
  }

  fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    this.asked.push({ path, init });
    const answer = this.#answers.shift();
    if (answer) return answer();
    return new Promise((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')));
    });
  };

  header(index: number, name: string): string | null {
    return new Headers(this.asked[index]?.init.headers).get(name);
  }
}

class Diary {
  readonly lines: string[] = [];
  snapshot = (s: Snapshot) => this.lines.push(`snapshot ${s.seq}`);
  changes = (b: Batch) => this.lines.push(`changes ${b.seq}`);
  tick = (t: Tick) =>
    this.lines.push(`tick ${t.at.toISOString().slice(11, 19)}${t.storeAway ? ' store away' : ''}`);
  progress = (running: Change[]) => this.lines.push(`progress ${running.map((c) => c.id).join(' ')}`);
  heard = () => {};
  link = (l: Link) => this.lines.push(l.state);
}

const data = (seq: number, prev: number) =>
  `id: ${seq}\ndata: ${JSON.stringify({ seq, prev, at: null, changes: [] })}\n\n`;

let server: Server;
let diary: Diary;
let stop: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
  diary = new Diary();
  stop = new AbortController();
  vi.stubGlobal('fetch', server.fetch);
});

afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function run(ms: number): Promise<string[]> {
  void follow('drill:evening', diary, stop.signal);
  await vi.advanceTimersByTimeAsync(ms);
  return diary.lines;
}

describe('following a lane', () => {
  it('takes the snapshot, then the changes after it', async () => {
    server
      .picture(7)
      .stream([data(8, 7), 'event: tick\ndata: {"at":"2026-11-20T12:00:05Z"}\n\n', data(12, 8)], false);
    expect(await run(10)).toEqual([
      'connecting',
      'snapshot 7',
      'live',
      'changes 8',
      'tick 12:00:05',
      'changes 12',
    ]);
    expect(server.asked[0]?.path).toBe('/api/v1/lanes/drill:evening/picture');
    expect(server.header(1, 'Last-Event-ID')).toBe('7');
  });

  it('hears what has no number: deliveries that run, a store that is away', async () => {
    const running = { 'alert-2.1': { alert: 'alert-2', revision: 1, audience: null, counts: [] } };
    const at = '2026-11-20T12:00:05Z';
    const pieces = [
      `event: progress\ndata: ${JSON.stringify({ at, progress: running })}\n\n`,
      `event: tick\ndata: ${JSON.stringify({ at, seq: 7, storeAway: true })}\n\n`,
      'event: weather\ndata: fine\n\n',
      `event: progress\ndata: ${JSON.stringify({ at, progress: {} })}\n\n`,
    ];
    server.picture(7).stream(pieces, false);
    expect((await run(10)).slice(3)).toEqual(['progress alert-2.1', 'tick 12:00:05 store away', 'progress ']);
  });

  it('goes on by number after a break, without a new snapshot', async () => {
    server
      .picture(7)
      .stream([data(8, 7)])
      .stream([data(8, 7), data(9, 8)], false);
    expect(await run(600)).toEqual([
      'connecting',
      'snapshot 7',
      'live',
      'changes 8',
      'lost',
      'live',
      'changes 9',
    ]);
    expect(server.header(2, 'Last-Event-ID')).toBe('8');
  });

  it('takes a new snapshot after a gap, at once', async () => {
    server
      .picture(7)
      .stream([data(15, 11)], false)
      .picture(15)
      .stream([], false);
    expect(await run(10)).toEqual(['connecting', 'snapshot 7', 'live', 'connecting', 'snapshot 15', 'live']);
  });

  it('takes a new snapshot when the server says so', async () => {
    server.picture(7).stream(['event: resync\n\n'], false).picture(20).stream([], false);
    expect(await run(10)).toContain('snapshot 20');
  });

  it('gives up a stream that cannot be read, and starts over', async () => {
    server.picture(7).stream(['data: {"seq":"8"}\n\n'], false).picture(8).stream([], false);
    expect(await run(600)).toEqual([
      'connecting',
      'snapshot 7',
      'live',
      'lost',
      'connecting',
      'snapshot 8',
      'live',
    ]);
  });

  it('cuts a connection that says nothing', async () => {
    server
      .picture(7)
      .stream([': ping\n\n'], false)
      .stream([data(8, 7)], false);
    const lines = await run(SILENCE_MS - 1);
    expect(lines).toEqual(['connecting', 'snapshot 7', 'live']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(lines).toEqual(['connecting', 'snapshot 7', 'live', 'lost', 'live', 'changes 8']);
  });

  it('waits longer the longer the server is away', async () => {
    for (let i = 0; i < 3; i++) server.answer(() => Promise.reject(new TypeError('refused')));
    expect(await run(499)).toEqual(['connecting', 'lost']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.asked).toHaveLength(3);
  });

  it('ends when nobody is signed in', async () => {
    server.answer(() => new Response('', { status: 401 }));
    expect(await run(10)).toEqual(['connecting', 'signed-out']);
  });

  it('ends when it is stopped', async () => {
    server.picture(7).stream([], false);
    await run(10);
    stop.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(2);
  });
});

describe('an order', () => {
  const approve = { type: 'AlertCommand.Approve', alert: 'alert-2', revision: 1 } as const;

  it('is sent again under the same id when no answer comes', async () => {
    server
      .answer(() => Promise.reject(new TypeError('cut')))
      .answer(() => Response.json({ seq: 9, subject: 'alert-2' }));
    expect(await give('live', approve)).toEqual({ ok: true, value: { seq: 9, subject: 'alert-2' } });
    expect(server.header(0, 'Idempotency-Key')).toMatch(/^web-[0-9a-f]{32}$/);
    expect(server.header(1, 'Idempotency-Key')).toBe(server.header(0, 'Idempotency-Key'));
    expect(JSON.parse(String(server.asked[0]?.init.body))).toEqual(approve);
  });

  it('is not repeated when the house refuses it', async () => {
    server.answer(() =>
      Response.json({ title: 'Refused', reason: 'own-proposal', detail: 'no' }, { status: 409 }),
    );
    expect(await give('live', approve)).toEqual({
      ok: false,
      why: 'problem',
      status: 409,
      reason: 'own-proposal',
      detail: 'no',
    });
    expect(server.asked).toHaveLength(1);
  });

  it('survives a refusal without a body', async () => {
    server.answer(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await give('live', approve)).toMatchObject({ ok: false, why: 'problem', status: 502, reason: '' });
  });
});
