import { signal } from '@preact/signals';
import { type Accepted, type Command, give } from '../wire/command.ts';
import type { Answer } from '../wire/http.ts';
import { lane, me } from './house.ts';
import { t, tOr } from './words.ts';

/** What became of the last orders, to be read and waved away. */
export interface Notice {
  id: number;
  tone: 'good' | 'bad';
  /** In the language in which it is read, whenever that is. */
  text(): string;
}

export const notices = signal<Notice[]>([]);
const MOST_NOTICES = 4;
const GOOD_STAYS_MS = 5000;

/** What nobody ordered is read later than what one waits for. */
const NEWS_STAYS_MS = 30_000;
let noticeId = 0;

export function dismiss(id: number): void {
  notices.value = notices.value.filter((n) => n.id !== id);
}

export function notify(tone: Notice['tone'], text: () => string, how: 'goes' | 'stays' = 'goes'): void {
  const id = ++noticeId;
  notices.value = [...notices.value, { id, tone, text }].slice(-MOST_NOTICES);
  if (tone === 'good') setTimeout(() => dismiss(id), how === 'goes' ? GOOD_STAYS_MS : NEWS_STAYS_MS);
}

/** Orders on their way, by a name that the button knows. */
export const underway = signal<ReadonlySet<string>>(new Set());

function mark(name: string, on: boolean): void {
  const next = new Set(underway.value);
  if (on) next.add(name);
  else next.delete(name);
  underway.value = next;
}

/** Any answer that is no acceptance. */
export type Refusal = Answer<unknown> & { ok: false };

export function reasonOf(answer: Refusal): string {
  switch (answer.why) {
    case 'away':
      return t('reason.away');
    case 'unreadable':
      return t('link.version');
    case 'signed-out':
      return t('reason.signed-out');
    case 'problem':
      return problemText(answer);
  }
}

function problemText({ status, reason, detail }: { status: number; reason: string; detail: string }): string {
  const named = reason || String(status);
  const fallback =
    status === 503 ? 'reason.unavailable' : status === 400 ? 'reason.malformed' : 'reason.other';
  return tOr(`reason.${reason}`, fallback, { reason: named, detail });
}

/**
 * Gives an order once: a second click while it is underway does nothing. A value when it was accepted.
 *
 * @param refused looks at a refusal first; true when it shows it itself, so that no notice is needed
 */
export async function order(
  name: string,
  command: Command,
  done?: string,
  refused: (answer: Refusal) => boolean = () => false,
): Promise<Accepted | undefined> {
  const key = lane.value;
  if (!key || underway.value.has(name)) return undefined;
  mark(name, true);
  const answer = await give(key, command);
  mark(name, false);
  if (answer.ok) {
    if (done) notify('good', () => done);
    return answer.value;
  }
  if (answer.why === 'signed-out') me.value = null;
  if (!refused(answer)) notify('bad', () => reasonOf(answer));
  return undefined;
}
