import { number } from '@nadhir/kit';
import { isFeltOnly } from '../lib/hazards.ts';
import { intensityOf, romanOf } from '../lib/quake.ts';
import { Icon } from '../look/Icon.tsx';
import { extentOf } from '../state/around.ts';
import { clock, now } from '../state/clock.ts';
import { distanceWords, knots } from '../state/hazards.ts';
import { feedName, gaugeName } from '../state/names.ts';
import { extentWords } from '../state/ships.ts';
import { span, t } from '../state/words.ts';
import type { DetailOf, FloodGauge, Hazard } from '../wire/hazard.ts';
import { QuakeFacts } from './QuakeFacts.tsx';

/** One line under the title: what matters at a glance. */
export function summaryOf(hazard: Hazard): string {
  const { detail } = hazard;
  switch (detail.type) {
    case 'HazardDetail.Quake': {
      if (isFeltOnly(hazard)) {
        const felt = detail.feltMmi;
        const words = felt !== undefined && `${romanOf(felt)}: ${t(`felt.${intensityOf(felt)}`)}`;
        const estimate = t('hazard.quake.estimate', { m: number(detail.magnitude, 1) });
        return [words, estimate].filter(Boolean).join(' · ');
      }
      const networks = detail.sources.length;
      return [
        t('hazard.quake.depth', { km: number(detail.depthM / 1000) }),
        networks > 1
          ? t('hazard.sources.count', { n: networks })
          : t('hazard.quake.from', { feed: feedName(detail.preferred) }),
      ].join(' · ');
    }
    case 'HazardDetail.Flood':
      return t('hazard.gauges', { n: detail.gauges.length });
    case 'HazardDetail.Distress':
      return distressWords(detail);
    case 'HazardDetail.Vessel':
      return vesselWords(detail);
    case 'HazardDetail.Stated': {
      const until = detail.until ? t('hazard.until', { at: clock(detail.until) }) : '';
      return [t(`severity.${detail.severity}`), until].filter(Boolean).join(' · ');
    }
  }
}

function distressWords(detail: DetailOf<'Distress'>): string {
  const { kind, courseDeg, speedMps, persons, messages, mmsi } = detail;
  return [
    t(`hazard.distress.${kind}`),
    persons !== undefined && t('hazard.persons', { n: persons }),
    mmsi && t('hazard.vessel.mmsi', { mmsi }),
    courseDeg !== undefined &&
      speedMps !== undefined &&
      t('hazard.drift', { deg: number(courseDeg), kn: knots(speedMps) }),
    messages > 1 && t('hazard.messages', { n: messages }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function vesselWords(detail: DetailOf<'Vessel'>): string {
  const { mmsi, name, courseDeg, speedMps } = detail;
  return [
    name && mmsi && t('hazard.vessel.mmsi', { mmsi }),
    courseDeg !== undefined &&
      speedMps !== undefined &&
      t('hazard.vessel.course', { deg: number(courseDeg), kn: knots(speedMps) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The closest point of approach: of whom, how near, when, and how long until then. */
export function Closest({ detail }: { detail: DetailOf<'Vessel'> }) {
  const { other, closestM, closestAt } = detail;
  if (closestM === undefined) return null;
  const whom = /^\d{9}$/.test(other) ? t('hazard.vessel.mmsi', { mmsi: other }) : other;
  const left = closestAt ? closestAt.getTime() - now.value.getTime() : 0;
  const at = closestAt
    ? `${clock(closestAt)}${left > 0 ? ` (${t('hazard.inSpan', { age: span(left) })})` : ''}`
    : '';
  return (
    <p class="closest">
      {t('hazard.vessel.closest', {
        other: whom || t('hazard.vessel.closest.other'),
        distance: distanceWords(closestM),
        at,
      })}
    </p>
  );
}

const rains = ['rainMm15', 'rainMm30', 'rainMm60', 'rainMm180', 'rainMm360'] as const;

function FloodRow({ gauge }: { gauge: FloodGauge }) {
  const fault = gauge.fault ?? (gauge.silent ? 'SILENT' : undefined);
  const rain = rains.map((name) => gauge[name]);
  const rained = rain.some((mm) => mm !== undefined);
  return (
    <li>
      <strong>{gaugeName(gauge.gauge)}</strong>{' '}
      {gauge.stageM !== undefined && t('gauge.stage', { value: number(gauge.stageM, 2) })}{' '}
      {gauge.riseMPerH !== undefined &&
        gauge.riseMPerH >= 0.05 &&
        t('gauge.rise', { value: number(gauge.riseMPerH, 1) })}
      {rained && (
        <span title={t('hazard.flood.rain')}>
          <span class="unseen">{t('hazard.flood.rain')}: </span>
          <bdi>{rain.map((mm) => (mm === undefined ? '–' : number(mm))).join(' / ')}</bdi>
        </span>
      )}{' '}
      {gauge.wetnessMm !== undefined && t('hazard.flood.wet', { value: number(gauge.wetnessMm) })}
      {fault && <span class="gauge-fault"> {t(`gauge.fault.${fault}`)}</span>}
    </li>
  );
}

function Flood({ detail }: { detail: DetailOf<'Flood'> }) {
  const rained = detail.gauges.some((g) => rains.some((name) => g[name] !== undefined));
  return (
    <>
      <ul class="flood-gauges">
        {detail.gauges.map((gauge) => (
          <FloodRow key={gauge.gauge} gauge={gauge} />
        ))}
      </ul>
      {rained && (
        <p class="faint" aria-hidden="true">
          {t('hazard.flood.rain')}
        </p>
      )}
    </>
  );
}

/** Where to search by now, or whom to protect; an officer can propose an alert for it. */
function Reach({ hazard }: { hazard: Hazard }) {
  const extent = extentOf.value.get(hazard.id);
  if (!extent) return null;
  return (
    <p class="reach">
      <Icon name={extent.kind === 'SEARCH' ? 'lifebuoy' : 'biohazard'} /> {extentWords(extent)}
    </p>
  );
}

/** All that is known of a hazard, for whoever opens its card. */
export function HazardFacts({ hazard }: { hazard: Hazard }) {
  return (
    <>
      <Reach hazard={hazard} />
      <Facts hazard={hazard} />
    </>
  );
}

function Facts({ hazard }: { hazard: Hazard }) {
  const { detail } = hazard;
  switch (detail.type) {
    case 'HazardDetail.Quake':
      return <QuakeFacts hazard={hazard} quake={detail} />;
    case 'HazardDetail.Flood':
      return <Flood detail={detail} />;
    case 'HazardDetail.Distress':
      return (
        <>
          {detail.persons === undefined && <p class="faint">{t('hazard.persons.unknown')}</p>}
          {detail.beacons.length > 1 && (
            <p>{t('hazard.beacons', { list: detail.beacons.join(t('list.and')) })}</p>
          )}
        </>
      );
    case 'HazardDetail.Vessel':
    case 'HazardDetail.Stated':
      return null;
  }
}
