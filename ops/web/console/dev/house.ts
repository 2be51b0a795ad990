import { informNeighbours } from './amend.ts';
import { story } from './story.ts';
import { counts, type MockRevision, utc } from './things.ts';

interface Batch {
  seq: number;
  at: string;
  changes: { kind: string; id: string; value: unknown }[];
}

/** One event of the stream: its name (none for numbered changes), and its data. */
type Listener = (name: '' | 'progress', data: { at: string; seq?: number }) => void;

const ROLES: Record<string, string[]> = {
  operator: ['OPERATOR', 'DISPATCHER'],
  approver: ['OPERATOR', 'APPROVER', 'DISPATCHER', 'COORDINATOR'],
  viewer: ['VIEWER'],
};

export const accounts = ROLES;
export const personOf = (name: string) =>
  name === 'operator' ? 'op-1' : name === 'approver' ? 'ap-1' : 'vi-1';

/** A house of cards that behaves enough like the real one to work on the console. */
export class MockHouse {
  readonly objects = new Map<string, unknown>();
  readonly messages: object[] = [];
  readonly #progress = new Map<string, unknown>();
  seq = 0;
  at = utc('15:00');
  #listeners = new Set<Listener>();
  #step = 0;

  /** @param stepMs between the moments of the story; 0 for one that others move */
  constructor(stepMs: number, told = true) {
    if (told) this.next();
    if (stepMs > 0) setInterval(() => this.#tick(), stepMs);
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  picture() {
    const objects: Record<string, Record<string, unknown>> = {};
    for (const [key, value] of this.objects) {
      const [kind = '', id = ''] = key.split('/');
      objects[kind] ??= {};
      (objects[kind] as Record<string, unknown>)[id] = value;
    }
    objects.progress = Object.fromEntries(this.#progress);
    return { seq: this.seq, at: this.at, lane: 'drill:evening', objects };
  }

  put(
    changes: Record<string, unknown>,
    log: object[] = [],
    actor: object = { type: 'Actor.House', part: 'alert' },
  ): void {
    const prev = this.seq;
    const all = { ...changes };
    for (const event of log) {
      this.seq += 1;
      all[`log/${String(this.seq).padStart(12, '0')}`] = {
        seq: this.seq,
        at: this.at,
        actor,
        cause: this.seq,
        event,
      };
    }
    this.seq += 1;
    for (const [key, value] of Object.entries(all)) {
      if (value === null) this.objects.delete(key);
      else this.objects.set(key, value);
    }
    const list = Object.entries(all).map(([key, value]) => {
      const [kind = '', id = ''] = key.split('/');
      return { kind, id, value };
    });
    for (const listener of this.#listeners)
      listener('', { seq: this.seq, prev, at: this.at, changes: list } as never);
  }

  /** How far deliveries are; not numbered, told as a whole. */
  progress(id: string, value: object | undefined): void {
    if (value) this.#progress.set(id, value);
    else this.#progress.delete(id);
    const data = { at: this.at, progress: Object.fromEntries(this.#progress) };
    for (const listener of this.#listeners) listener('progress', data);
  }

  #waits(): boolean {
    return [...this.objects].some(
      ([key, value]) =>
        key.startsWith('alert/') &&
        (value as { revisions: MockRevision[] }).revisions.some((r) => r.state === 'PENDING'),
    );
  }

  #tick(): void {
    if (!this.#waits()) this.next();
  }

  /** Plays a recorded change (a line as the event stream sends it) until the lane's time is reached. */
  replay(lines: readonly string[], until: string): void {
    for (const line of lines) {
      const batch = JSON.parse(line) as Batch;
      if (batch.seq <= this.seq) continue;
      if (batch.at > until) return;
      this.seq = batch.seq;
      this.at = batch.at;
      for (const { kind, id, value } of batch.changes) {
        if (value === null) this.objects.delete(`${kind}/${id}`);
        else this.objects.set(`${kind}/${id}`, value);
      }
      for (const listener of this.#listeners) listener('', batch);
    }
  }

  /** The next moment of the story; false at its end. */
  next(): boolean {
    const step = story[this.#step];
    if (!step) return false;
    this.at = utc(step.at);
    const drill = (this.objects.get('drill/drill') ?? step.put['drill/drill']) as { injects: object[] };
    const told = step.story
      ? {
          'drill/drill': {
            ...drill,
            injects: [...drill.injects, { index: this.#step, at: this.at, story: step.story }],
          },
        }
      : {};
    const log = [
      ...(step.log ?? []),
      ...(step.story ? [{ type: 'DrillEvent.Injected', index: this.#step, story: step.story }] : []),
    ];
    this.#step += 1;
    this.put({ ...step.put, ...told }, log);
    for (const [id, value] of Object.entries(step.progress ?? {})) this.progress(id, value);
    return true;
  }

  alert(id: string) {
    return this.objects.get(`alert/${id}`) as { id: string; revisions: MockRevision[] } | undefined;
  }

  approve(id: string, number: number, who: string): string | undefined {
    const alert = this.alert(id);
    const r = alert?.revisions.find((x) => x.message.revision === number);
    if (!alert || !r || r.state !== 'PENDING') return 'not-pending';
    if (r.approvals.some((a) => a.by === who)) return 'already-approved';
    const message = r.message as unknown as { approval: string };
    const approvals = [...r.approvals, { by: who, at: this.at }];
    const done = approvals.length >= (message.approval === 'TWO_PEOPLE' ? 2 : 1);
    const change = done ? { state: 'ISSUED', issuedAt: this.at, approvals } : { approvals };
    const log = [
      { type: 'AlertEvent.Approved', alert: id, revision: number, by: who },
      ...(done ? [{ type: 'AlertEvent.Issued', alert: id, revision: number }] : []),
    ];
    this.#revise(id, number, change, log, who);
    if (done) {
      informNeighbours(this, id, number);
      this.#deliver(id, number);
    }
    return undefined;
  }

  believe(id: string, who: string): string | undefined {
    return this.#hazard(id, { status: 'ACTIVE', doubt: null }, 'HazardEvent.Revised', who);
  }

  end(id: string, who: string, why: string): string | undefined {
    return this.#hazard(id, { status: 'ENDED', endedAt: this.at, why }, 'HazardEvent.Ended', who);
  }

  #hazard(id: string, change: object, type: string, who: string): string | undefined {
    const known = this.objects.get(`hazard/${id}`) as object | undefined;
    if (!known) return 'unknown-hazard';
    const person = { type: 'Actor.Person', who, roles: [] };
    this.put({ [`hazard/${id}`]: { ...known, ...change } }, [{ type, hazard: id, ...change }], person);
    return undefined;
  }

  reject(id: string, number: number, who: string, why: string): string | undefined {
    if (!this.alert(id)) return 'unknown-alert';
    this.#revise(
      id,
      number,
      { state: 'REJECTED', rejected: { by: who, why } },
      [{ type: 'AlertEvent.Rejected', alert: id, revision: number, by: who, why }],
      who,
    );
    return undefined;
  }

  #revise(id: string, number: number, change: object, log: object[], who: string): void {
    const alert = this.alert(id);
    if (!alert) return;
    const revisions = alert.revisions.map((r) => (r.message.revision === number ? { ...r, ...change } : r));
    this.put({ [`alert/${id}`]: { id, revisions } }, log, { type: 'Actor.Person', who, roles: [] });
  }

  #deliver(id: string, number: number): void {
    const restricted = id === 'alert-44';
    const total = restricted ? 14 : 1184;
    const push = restricted ? 6 : 411;
    const people = {
      people: restricted ? 0 : 1184,
      institutions: restricted ? 0 : 7,
      partners: restricted ? 14 : 0,
      unreachable: restricted ? 0 : 46,
      byLanguage: { ar: 930, en: 261 },
    };
    let done = 0;
    const key = `${id}.${number}`;
    const timer = setInterval(() => {
      done = Math.min(1, done + 0.12);
      const part = (n: number) => {
        const out = Math.round(n * done);
        return {
          queued: Math.max(0, n - out - 40),
          sending: Math.min(40, n - out),
          sent: Math.round(out * 0.2),
          delivered: out - Math.round(out * 0.2),
        };
      };
      this.progress(key, {
        alert: id,
        revision: number,
        audience: people,
        counts: [counts('SMS', 0, part(total)), counts('PUSH', 0, part(push))],
      });
      if (done < 1) return;
      clearInterval(timer);
      const final = [
        counts('SMS', total - 21, { sent: 9, failed: 8, unknown: 1, suppressed: 3 }),
        counts('PUSH', push - 4, { failed: 4 }),
      ];
      this.progress(key, undefined);
      this.#revise(
        id,
        number,
        { audience: people, counts: final, cap: { identifier: id, sha256: '0' } },
        [{ type: 'AlertEvent.Delivered', alert: id, revision: number, audience: people }],
        'house',
      );
      this.#phones(id, number, restricted ? 14 : 60);
    }, 350);
  }

  #phones(id: string, number: number, n: number): void {
    const r = this.alert(id)?.revisions.find((x) => x.message.revision === number);
    if (!r) return;
    const { wordings } = r.message as unknown as {
      wordings: { language: string; headline: string; sms: string; instruction: string }[];
    };
    for (let i = 0; i < n; i++) {
      const wording = wordings[i % 5 === 4 ? 1 : 0];
      if (!wording) continue;
      const push = i % 4 === 3;
      this.messages.push({
        at: this.at,
        channel: push ? 'PUSH' : 'SMS',
        to: push ? `push-${1000 + i}` : `+9997900${String(1000 + i * 7)}`,
        language: wording.language,
        title: push ? wording.headline : '',
        text: push ? wording.instruction : wording.sms,
        state: i % 11 === 10 ? 'SENT' : 'DELIVERED',
      });
    }
  }
}
