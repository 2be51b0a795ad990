import type { Drill } from '../wire/picture.ts';

/** `drill:friday` is an exercise, `live` is not. */
export function isDrill(lane: string): boolean {
  return lane !== 'live';
}

export function drillName(lane: string): string {
  return lane.replace(/^drill:/, '');
}

export type DrillState = 'running' | 'waits' | 'held' | 'finished';

/**
 * In an interactive drill the clock stands still while a decision waits for the visitor. While it
 * waits for the scripted first of two, time goes on: only a clock that stands is said to wait.
 */
export function drillState(drill: Drill, decisionsWaiting: number, standsStill: boolean): DrillState {
  if (drill.finishedAt) return 'finished';
  if (drill.held !== undefined) return 'held';
  return drill.interactive && decisionsWaiting > 0 && standsStill ? 'waits' : 'running';
}

/** The newest line of the story. */
export function lastInject(drill: Drill): Drill['injects'][number] | undefined {
  return drill.injects.at(-1);
}
