import { number } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { Icon } from '../look/Icon.tsx';
import { hazardIcon } from '../look/icons.ts';
import { clock } from '../state/clock.ts';
import { can } from '../state/house.ts';
import { typeNameOf } from '../state/names.ts';
import { order } from '../state/orders.ts';
import { isSelected, openForm, select } from '../state/selection.ts';
import { hazards } from '../state/view.ts';
import { t } from '../state/words.ts';
import type { Hazard } from '../wire/hazard.ts';
import { Empty, Panel } from './Panel.tsx';
import { ReasonForm } from './ReasonForm.tsx';

const KNOTS_PER_MPS = 3600 / 1852;

function detailOf(hazard: Hazard): string {
  const { detail } = hazard;
  switch (detail.type) {
    case 'HazardDetail.Quake': {
      const what = t('hazard.quake', { m: number(detail.magnitude, 1), km: number(detail.depthM / 1000) });
      return `${what} · ${t('hazard.quake.from', { feed: detail.preferred })}`;
    }
    case 'HazardDetail.Flood':
      return t('hazard.gauges', { n: detail.gauges.length });
    case 'HazardDetail.Distress': {
      const moves = detail.courseDeg !== undefined && detail.speedMps !== undefined;
      const drift = moves
        ? t('hazard.drift', {
            deg: number(detail.courseDeg ?? 0),
            kn: number((detail.speedMps ?? 0) * KNOTS_PER_MPS, 1),
          })
        : '';
      return [t(`hazard.distress.${detail.kind}`), drift, t('hazard.messages', { n: detail.messages })]
        .filter(Boolean)
        .join(' · ');
    }
    case 'HazardDetail.Stated': {
      const until = detail.until ? t('hazard.until', { at: clock(detail.until) }) : '';
      return [t(`severity.${detail.severity}`), until].filter(Boolean).join(' · ');
    }
  }
}

function titleOf(hazard: Hazard): string {
  return hazard.detail.type === 'HazardDetail.Stated' ? hazard.detail.title : '';
}

function HazardCard({ hazard }: { hazard: Hazard }) {
  const ending = useSignal(false);
  const chosen = isSelected('hazard', hazard.id);
  const title = titleOf(hazard);
  return (
    <li class={`card hazard is-${hazard.status.toLowerCase()} ${chosen ? 'is-chosen' : ''}`}>
      <button type="button" class="card-main" onClick={() => select({ kind: 'hazard', id: hazard.id })}>
        <span class="card-icon">
          <Icon name={hazardIcon(hazard.type)} />
        </span>
        <span class="card-words">
          <strong>{typeNameOf(hazard.type)}</strong>
          {title && <bdi>{title}</bdi>}
          <span>{detailOf(hazard)}</span>
          <span class="faint">
            {[
              t('hazard.since', { at: clock(hazard.occurredAt) }),
              t(`certainty.${hazard.certainty}`),
              hazard.reports.length > 0 && t('hazard.reports', { n: hazard.reports.length }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </button>
      {hazard.status === 'WITHDRAWN' && (
        <p class="card-warn">
          <Icon name="warning" /> {t('hazard.withdrawn.note')}
        </p>
      )}
      {chosen && can('OPERATOR', 'APPROVER') && !ending.value && (
        <button
          type="button"
          class="small"
          onClick={() => {
            ending.value = true;
          }}
        >
          {t('hazard.end')}
        </button>
      )}
      {ending.value && (
        <ReasonForm
          label={t('hazard.end.why')}
          send={t('hazard.end')}
          cancel={() => {
            ending.value = false;
          }}
          done={async (why) => {
            const ok = await order(`end:${hazard.id}`, {
              type: 'HazardCommand.EndHazard',
              hazard: hazard.id,
              why,
            });
            if (ok) ending.value = false;
          }}
        />
      )}
    </li>
  );
}

export function Hazards() {
  return (
    <Panel
      title={t('hazard.title')}
      class="panel-hazards"
      note={hazards.value.length > 0 ? hazards.value.length : undefined}
      action={
        can('OPERATOR') && (
          <button type="button" class="small" onClick={() => openForm({ kind: 'hazard' })}>
            <Icon name="plus" />
            {t('hazard.open')}
          </button>
        )
      }
    >
      {hazards.value.length === 0 && <Empty>{t('hazard.none')}</Empty>}
      <ul class="cards">
        {hazards.value.map((hazard) => (
          <HazardCard key={hazard.id} hazard={hazard} />
        ))}
      </ul>
    </Panel>
  );
}
