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
