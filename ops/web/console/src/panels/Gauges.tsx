import { number } from '@nadhir/kit';
import { scaleTop, sparkline, trend } from '../lib/gauge.ts';
import { Icon } from '../look/Icon.tsx';
import { clock, now } from '../state/clock.ts';
import { gaugeStage, reading } from '../state/gauges.ts';
import { site } from '../state/house.ts';
import { objects } from '../state/picture.ts';
import { ago, named, t } from '../state/words.ts';
import type { GaugeState } from '../wire/hazard.ts';
import type { Gauge } from '../wire/site.ts';
import { Panel } from './Panel.tsx';

function StageBar({ gauge, state }: { gauge: Gauge; state: GaugeState }) {
  const { stages } = gauge;
  if (!stages || state.stageM === undefined) return null;
  const top = scaleTop(stages, state.stageM);
  const at = (m: number) => `${((Math.max(m, 0) / top) * 100).toFixed(1)}%`;
  return (
    <div class="stage-bar" aria-hidden="true">
      <span class="stage-fill" style={{ inlineSize: at(state.stageM) }} />
      {[stages.actionM, stages.minorM, stages.moderateM, stages.majorM].map((m) => (
        <span key={m} class="stage-mark" style={{ insetInlineStart: at(m) }} />
      ))}
    </div>
  );
}

function Spark({ gauge, state }: { gauge: Gauge; state: GaugeState }) {
  const top = gauge.stages
    ? scaleTop(gauge.stages, state.stageM)
    : Math.max(20, ...state.series.map(([, v]) => v));
  const points = sparkline(state, 56, 20, top);
  if (!points) return <span class="spark" />;
  return (
    <svg class="spark" viewBox="0 0 56 20" preserveAspectRatio="none" aria-hidden="true">
      <polyline
        points={points}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        vector-effect="non-scaling-stroke"
      />
    </svg>
  );
}

function trendWords(state: GaugeState): string {
  const way = trend(state.riseMPerH);
  if (way === undefined) return '';
  if (way === 'steady') return t('gauge.steady');
  return t(`gauge.${way}`, { value: number(Math.abs(state.riseMPerH ?? 0), 1) });
}

function GaugeRow({ gauge }: { gauge: Gauge }) {
  const state = objects.gauge.value.get(gauge.id);
  const heard = state?.at !== undefined;
  const silent = state?.silent ?? false;
  const stage = gaugeStage(gauge, state);
  const value = reading(gauge, state);
  return (
    <li class={`gauge is-stage-${stage} ${silent ? 'is-silent' : ''} ${heard ? '' : 'is-mute'}`}>
      <span class="gauge-id">
        <Icon name={gauge.stages ? 'gauge' : 'rain'} />
        <bdi>{gauge.id}</bdi>
      </span>
      <span class="gauge-name">{named(gauge.name)}</span>
      <span class="gauge-value">{heard && !silent ? value : ''}</span>
      {state && <Spark gauge={gauge} state={state} />}
      <span class="gauge-words">
        {!heard && t('gauge.silent.never')}
        {heard && silent && state.at && (
          <strong>
            <Icon name="warning" /> {t('gauge.silent', { at: clock(state.at) })}
            {value && ` · ${t('gauge.silent.last', { value })}`}
          </strong>
        )}
        {heard && !silent && state.at && (
          <>
            {stage !== 'none' && <strong class="gauge-stage">{t(`gauge.stage.${stage}`)}</strong>}
            {gauge.stages && <span>{trendWords(state)}</span>}
            <span class="faint">{ago(now.value.getTime() - state.at.getTime())}</span>
          </>
        )}
      </span>
      {state && !silent && <StageBar gauge={gauge} state={state} />}
    </li>
  );
}

export function Gauges() {
  const gauges = site.value?.gauges ?? [];
  return (
    <Panel title={t('gauge.title')} class="panel-gauges">
      <ul class="gauges">
        {gauges.map((gauge) => (
          <GaugeRow key={gauge.id} gauge={gauge} />
        ))}
      </ul>
    </Panel>
  );
}
