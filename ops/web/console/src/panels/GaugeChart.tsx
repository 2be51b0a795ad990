import { number } from '@nadhir/kit';
import { faultSince } from '../lib/alarms.ts';
import { type Chart, chart, type StageName } from '../lib/gauge.ts';
import { Icon } from '../look/Icon.tsx';
import { clock, now } from '../state/clock.ts';
import { reading } from '../state/gauges.ts';
import { faultWords } from '../state/hazards.ts';
import { gaugeName } from '../state/names.ts';
import { t } from '../state/words.ts';
import type { GaugeState } from '../wire/hazard.ts';
import type { Gauge } from '../wire/site.ts';

const WIDTH = 256;
const HEIGHT = 92;

type Threshold = [Exclude<StageName, 'none'>, number];

function thresholds(gauge: Gauge): Threshold[] {
  const { stages } = gauge;
  if (stages) {
    return [
      ['action', stages.actionM],
      ['minor', stages.minorM],
      ['moderate', stages.moderateM],
      ['major', stages.majorM],
    ];
  }
  return [];
}

/** From the moment of the doubt on: stripes, a broken line, and the word for it. */
function Doubted({ drawn, word }: { drawn: Chart; word: string }) {
  if (drawn.doubtX === undefined) return null;
  return (
    <>
      <rect
        x={drawn.doubtX}
        y={0}
        width={Math.max(2, WIDTH - drawn.doubtX)}
        height={HEIGHT}
        class="chart-doubt"
        fill="url(#chart-stripes)"
      />
      <line x1={drawn.doubtX} x2={drawn.doubtX} y1={0} y2={HEIGHT} class="chart-doubt-edge" />
      <text
        x={drawn.doubtX > WIDTH / 2 ? drawn.doubtX - 4 : drawn.doubtX + 4}
        y={12}
        class="chart-doubt-word"
        text-anchor={drawn.doubtX > WIDTH / 2 ? 'end' : 'start'}
      >
        {word}
      </text>
    </>
  );
}

/** The course of one gauge, its thresholds, and from when it is not believed. Time runs left to right. */
export function GaugeChart({ gauge, state }: { gauge: Gauge; state: GaugeState | undefined }) {
  const fault = faultWords(state);
  const doubtFrom = state && fault ? faultSince(state) : undefined;
  const drawn = state && chart(state, thresholds(gauge), doubtFrom, now.value, WIDTH, HEIGHT);
  return (
    <figure class="chart">
      <figcaption>
        {fault ? (
          <strong class="gauge-fault">
            <Icon name="doubted" /> {fault.since}: {fault.long}
          </strong>
        ) : (
          <span class="faint">{reading(gauge, state)}</span>
        )}
      </figcaption>
      {!drawn && <p class="faint">{t('gauge.chart.none')}</p>}
      {drawn && (
        <>
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            role="img"
            aria-label={[
              t('gauge.chart', { gauge: gaugeName(gauge.id) }),
              fault?.since ?? reading(gauge, state),
            ].join(': ')}
          >
            <defs>
              <pattern
                id="chart-stripes"
                width="7"
                height="7"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line x1="0" y1="0" x2="0" y2="7" class="chart-stripe" />
              </pattern>
            </defs>
            <Doubted drawn={drawn} word={fault?.short ?? ''} />
            {drawn.lines.map(({ name, y }) => (
              <g key={name} class={`chart-line is-stage-${name}`}>
                <line x1={0} x2={WIDTH} y1={y} y2={y} />
              </g>
            ))}
            <polyline points={drawn.believed} class="chart-course" />
            <polyline points={drawn.doubted} class="chart-course is-doubted" />
          </svg>
          <p class="chart-axis faint" dir="ltr">
            <time>{clock(drawn.from)}</time>
            <time>{clock(drawn.to)}</time>
          </p>
          {gauge.stages && (
            <p class="faint chart-key">
              {thresholds(gauge)
                .map(([name, value]) => `${t(`gauge.stage.${name}`)} ${number(value, 1)}`)
                .join(' · ')}
            </p>
          )}
        </>
      )}
    </figure>
  );
}
