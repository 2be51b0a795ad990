import { number } from '@nadhir/kit';
import { type StageName, stageOf } from '../lib/gauge.ts';
import type { GaugeState } from '../wire/hazard.ts';
import type { Gauge } from '../wire/site.ts';
import { t } from './words.ts';

/** `1.6 m`, `18 mm in 30 min`, or nothing. */
export function reading(gauge: Gauge, state: GaugeState | undefined): string {
  if (gauge.stages)
    return state?.stageM === undefined ? '' : t('gauge.stage', { value: number(state.stageM, 2) });
  return state?.rainMm30 === undefined ? '' : t('gauge.rain', { value: number(state.rainMm30) });
}

/** The stage that the water has reached; a rain gauge knows only its action value. */
export function gaugeStage(gauge: Gauge, state: GaugeState | undefined): StageName {
  if (!state) return 'none';
  if (gauge.stages) return state.stageM === undefined ? 'none' : stageOf(state.stageM, gauge.stages);
  const action = gauge.rainActionMm30;
  return action !== undefined && (state.rainMm30 ?? 0) >= action ? 'action' : 'none';
}
