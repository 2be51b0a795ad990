import { number } from '@nadhir/kit';
import { scaleTop, sparkline, trend } from '../lib/gauge.ts';
import { Icon } from '../look/Icon.tsx';
import { now } from '../state/clock.ts';
import { gaugeStage, reading } from '../state/gauges.ts';
import { faultWords } from '../state/hazards.ts';
import { site } from '../state/house.ts';
import { objects } from '../state/picture.ts';
import { isSelected, select } from '../state/selection.ts';
import { ago, named, t } from '../state/words.ts';
import type { GaugeState } from '../wire/hazard.ts';
import type { Gauge } from '../wire/site.ts';
import { GaugeChart } from './GaugeChart.tsx';
import { Panel } from './Panel.tsx';

function StageBar({ gauge, state }: { gauge: Gauge; state: GaugeState }) {
  const { stages } = gauge;
  if (!stages || state.stageM === undefined) return null;
  const top = scaleTop(stages, state.stageM);
  const at = (m: number) => `${((Math.max(m, 0) / top) * 100).toFixed(1)}%`;
  return (
    <span class="stage-bar" aria-hidden="true">
      <span class="stage-fill" style={{ inlineSize: at(state.stageM) }} />
      {[stages.actionM, stages.minorM, stages.moderateM, stages.majorM].map((m) => (
        <span key={m} class="stage-mark" style={{ insetInlineStart: at(m) }} />
      ))}
    </span>
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
  const fault = faultWords(state);
  const stage = gaugeStage(gauge, state);
  const value = reading(gauge, state);
  const open = isSelected('gauge', gauge.id);
  return (
    <li id={`gauge-${gauge.id}`} class={`gauge-item ${open ? 'is-chosen' : ''}`} tabIndex={-1}>
      <button
        type="button"
        class={`gauge is-stage-${stage} ${fault ? 'is-doubted' : ''} ${heard ? '' : 'is-mute'}`}
        aria-expanded={open}
        onClick={() => select(open ? undefined : { kind: 'gauge', id: gauge.id })}
      >
        <span class="gauge-id">
          <Icon name={fault ? 'doubted' : gauge.stages ? 'gauge' : 'rain'} />
          <bdi>{gauge.id}</bdi>
        </span>
        <span class="gauge-value">{heard && !fault ? value : ''}</span>
        {state && <Spark gauge={gauge} state={state} />}
        <span class="gauge-words">
          <span class="gauge-name">{named(gauge.name)}</span>
          {!heard && !fault && t('gauge.silent.never')}
          {fault && (
            <strong class="gauge-fault">
              {fault.since}
              {value && ` · ${t('gauge.last', { value })}`}
            </strong>
          )}
          {heard && !fault && state.at && (
            <>
              {stage !== 'none' && <strong class="gauge-stage">{t(`gauge.stage.${stage}`)}</strong>}
              {gauge.stages && <span>{trendWords(state)}</span>}
              <span class="faint">{ago(now.value.getTime() - state.at.getTime())}</span>
            </>
          )}
        </span>
        {state && !fault && <StageBar gauge={gauge} state={state} />}
      </button>
      {open && <GaugeChart gauge={gauge} state={state} />}
    </li>
  );
}

export function Gauges() {
  const gauges = site.value?.gauges ?? [];
  const doubted = gauges.filter((g) => faultWords(objects.gauge.value.get(g.id))).length;
  return (
    <Panel
      id="gauges"
      title={t('gauge.title')}
      class={`panel-gauges ${doubted > 0 ? 'has-alarm' : ''}`}
      note={`${gauges.length - doubted}/${gauges.length}`}
    >
      <ul class="gauges">
        {gauges.map((gauge) => (
          <GaugeRow key={gauge.id} gauge={gauge} />
        ))}
      </ul>
    </Panel>
  );
}
