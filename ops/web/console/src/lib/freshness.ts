/** How much the picture can be trusted, by when the server was last heard. */
export type Freshness = 'fresh' | 'late' | 'stale';

/** The server speaks at least every 10 s. */
export const LATE_MS = 12_000;
export const STALE_MS = 20_000;

export function freshness(silentMs: number, connected: boolean): Freshness {
  if (silentMs >= STALE_MS) return 'stale';
  return connected && silentMs < LATE_MS ? 'fresh' : 'late';
}

/** The house tells its time once a second: not moved for longer than two of these, it stands. */
export const STANDS_MS = 2500;

export function stands(unmovedMs: number): boolean {
  return unmovedMs >= STANDS_MS;
}

/**
 * The lane's time now. The live lane's clock runs with ours since the server last told it; a drill's
 * clock moves only when the server says so.
 */
export function laneNow(told: Date, toldAtMs: number, nowMs: number, drill: boolean): Date {
  return drill ? told : new Date(told.getTime() + Math.max(0, nowMs - toldAtMs));
}
