import type { GaugeState } from '../wire/hazard.ts';
import type { Gauge } from '../wire/site.ts';

export type StageName = 'none' | 'action' | 'minor' | 'moderate' | 'major';

type Stages = NonNullable<Gauge['stages']>;

export function stageOf(stageM: number, stages: Stages): StageName {
  if (stageM >= stages.majorM) return 'major';
  if (stageM >= stages.moderateM) return 'moderate';
  if (stageM >= stages.minorM) return 'minor';
  if (stageM >= stages.actionM) return 'action';
  return 'none';
}

/** The height of the scale: a fifth above the last stage, or above the water where that is higher. */
export function scaleTop(stages: Stages, stageM = 0): number {
  return Math.max(stages.majorM, stageM) * 1.2;
}

/** Below this the water stands: readings scatter by about a centimetre. */
export const STEADY_M_PER_H = 0.05;

export function trend(riseMPerH: number | undefined): 'rise' | 'fall' | 'steady' | undefined {
  if (riseMPerH === undefined) return undefined;
  if (Math.abs(riseMPerH) < STEADY_M_PER_H) return 'steady';
  return riseMPerH > 0 ? 'rise' : 'fall';
}

/** SVG points of the series in a box, newest at the end edge; empty with fewer than two. */
export function sparkline(state: GaugeState, width: number, height: number, top: number): string {
  const { series } = state;
  const first = series[0];
  const last = series.at(-1);
  if (!first || !last || series.length < 2 || top <= 0) return '';
  const from = first[0].getTime();
  const span = Math.max(1, last[0].getTime() - from);
  return series
    .map(([at, value]) => {
      const x = ((at.getTime() - from) / span) * width;
      const y = height - (Math.min(Math.max(value, 0), top) / top) * height;
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

export interface Chart {
  /** SVG points up to the fault, or all of them. */
  believed: string;
  /** From the fault on; empty where there is none. */
  doubted: string;
  /** Where the doubt begins. */
  doubtX: number | undefined;
  /** Heights of the thresholds, lowest first. */
  lines: { name: Exclude<StageName, 'none'>; y: number }[];
  from: Date;
  to: Date;
}

/**
 * The series in a box with its thresholds, time from left to right in every language. It reaches to
 * `now`, so that silence is seen as an empty end. Undefined with fewer than two points.
 */
export function chart(
  state: GaugeState,
  thresholds: readonly [Exclude<StageName, 'none'>, number][],
  doubtFrom: Date | undefined,
  now: Date,
  width: number,
  height: number,
): Chart | undefined {
  const { series } = state;
  const first = series[0];
  const last = series.at(-1);
  if (!first || !last || series.length < 2) return undefined;
  const from = first[0];
  const to = now > last[0] ? now : last[0];
  const span = Math.max(1, to.getTime() - from.getTime());
  const top = Math.max(...series.map(([, v]) => v), ...thresholds.map(([, v]) => v), 0.1) * 1.1;
  const x = (at: Date) => ((at.getTime() - from.getTime()) / span) * width;
  const y = (value: number) => height - (Math.min(Math.max(value, 0), top) / top) * height;
  const point = ([at, value]: readonly [Date, number]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`;
  const good = doubtFrom ? series.filter(([at]) => at <= doubtFrom) : series;
  const bad = doubtFrom ? series.filter(([at]) => at > doubtFrom) : [];
  const link = good.at(-1);
  return {
    believed: good.map(point).join(' '),
    doubted: bad.length > 0 ? [...(link ? [link] : []), ...bad].map(point).join(' ') : '',
    doubtX: doubtFrom && Math.min(width, Math.max(0, x(doubtFrom))),
    lines: thresholds.map(([name, value]) => ({ name, y: y(value) })),
    from,
    to,
  };
}
