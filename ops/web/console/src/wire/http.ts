import { problem } from './account.ts';
import { type Decoder, Malformed } from './decode.ts';

/** What came back, without exceptions: the caller must look at each way it can end. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; why: 'signed-out' | 'away' | 'unreadable'; detail: string }
  | { ok: false; why: 'problem'; status: number; reason: string; detail: string };

/** A server that says nothing for this long is taken as away. */
const LIMIT_MS = 15_000;

export function laneAddress(lane: string, rest: string): string {
  return `/api/v1/lanes/${encodeURIComponent(lane).replaceAll('%3A', ':')}/${rest}`;
}

async function refusal(response: Response): Promise<Answer<never>> {
  if (response.status === 401) return { ok: false, why: 'signed-out', detail: '' };
  const fallback = { title: '', detail: '', reason: undefined };
  const told = await response
    .json()
    .then((body) => problem(body, ''))
    .catch(() => fallback);
  return {
    ok: false,
    why: 'problem',
    status: response.status,
    reason: told.reason ?? '',
    detail: told.detail || told.title,
  };
}

export async function ask<T>(path: string, read: Decoder<T>, init: RequestInit = {}): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(LIMIT_MS),
      ...init,
    });
    if (!response.ok) return await refusal(response);
    const body: unknown = response.status === 204 ? null : await response.json();
    return { ok: true, value: read(body, '') };
  } catch (e) {
    const detail = e instanceof Error ? e.message : String(e);
    return {
      ok: false,
      why: e instanceof Malformed || e instanceof SyntaxError ? 'unreadable' : 'away',
      detail,
    };
  }
}

export function sendJson<T>(
  method: 'POST' | 'DELETE',
  path: string,
  body: unknown,
  read: Decoder<T>,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const init: RequestInit = { method, headers: { ...headers } };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { 'Content-Type': 'application/json', ...headers };
  }
  return ask(path, read, init);
}
