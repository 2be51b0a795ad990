import { useSignal } from '@preact/signals';
import { mayBeSame, statedTitle, waitsForPerson } from '../lib/hazards.ts';
import { Icon } from '../look/Icon.tsx';
import { hazardIcon } from '../look/icons.ts';
import { areaOf } from '../state/around.ts';
import { clock } from '../state/clock.ts';
import { hazardTitle } from '../state/hazards.ts';
import { can } from '../state/house.ts';
import { zoneNames } from '../state/names.ts';
import { order, underway } from '../state/orders.ts';
import { objects } from '../state/picture.ts';
import { isSelected, openForm, select } from '../state/selection.ts';
import { language } from '../state/settings.ts';
import { hazards } from '../state/view.ts';
import { t, tOr } from '../state/words.ts';
import type { Hazard } from '../wire/hazard.ts';
import { Assessments } from './Assessments.tsx';
import { Choice } from './fields.tsx';
import { Closest, HazardFacts, summaryOf } from './HazardFacts.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { WhyButton } from './WhyButton.tsx';

/** Why it is held or taken back, and what that means. */
function Standing({ hazard, open }: { hazard: Hazard; open: boolean }) {
  const { status, doubt } = hazard;
  const words = doubt && tOr(`doubt.${doubt}`, 'doubt.other', { doubt });
  if (status === 'HELD' || status === 'WITHDRAWN') {
    return (
      <div class="hazard-standing">
        <p>
          <Icon name={status === 'HELD' ? 'held' : 'warning'} />{' '}
          <strong>{t(`hazard.status.${status}`)}</strong>
          {words && `: ${words}`}
        </p>
        {open && <p class="faint">{t(status === 'HELD' ? 'hazard.held.note' : 'hazard.withdrawn.note')}</p>}
      </div>
    );
  }
  return words ? (
    <p class="card-warn">
      <Icon name="warning" /> {words}
    </p>
  ) : null;
}

type Step = 'rest' | 'believe' | 'merge' | 'end' | 'close';

/** Believe it or end it, each with a reason. A hazard that waits for a person always offers both. */
function Decide({ hazard }: { hazard: Hazard }) {
  const step = useSignal<Step>('rest');
  const { id, status } = hazard;
  const waits = waitsForPerson(hazard);
  const chosen = useSignal('');
  const closing = useSignal<string | undefined>(undefined);
  const fired = [...objects.assessment.value.values()].filter((assessment) => assessment.hazard === id);
  const others = mayBeSame(hazard, hazards.value);
  const into = others.find((h) => h.id === chosen.value) ?? others[0];
  const name = `hazard:${id}`;
  const rest = () => {
    step.value = 'rest';
  };
  const word = status === 'WITHDRAWN' ? ('keep' as const) : ('confirm' as const);
  const give = async (type: 'HazardCommand.ConfirmHazard' | 'HazardCommand.EndHazard', why: string) => {
    if (await order(name, { type, hazard: id, why }, t('compose.sent'))) rest();
  };
  if (step.value === 'believe' && waits) {
    return (
      <ReasonForm
        label={t(`hazard.${word}.why`)}
        send={t(`hazard.${word}.send`)}
        cancel={rest}
        done={(why) => give('HazardCommand.ConfirmHazard', why)}
      />
    );
  }
  if (step.value === 'merge' && into) {
    return (
      <ReasonForm
        label={t('hazard.merge.why')}
        send={t('hazard.merge.send')}
        cancel={rest}
        done={async (why) => {
          const merge = { type: 'HazardCommand.MergeHazards', from: id, into: into.id, why } as const;
          if (await order(name, merge, t('compose.sent'))) rest();
        }}
      >
        <Choice
          label={t('hazard.merge.into')}
          value={into.id}
          options={others.map((h) => ({
            value: h.id,
            label: `${hazardTitle(h)}, ${clock(h.occurredAt)} (${h.id})`,
          }))}
          choose={(value) => {
            chosen.value = value;
          }}
        />
      </ReasonForm>
    );
  }
  if (step.value === 'close' && closing.value) {
    const assessment = closing.value;
    return (
      <ReasonForm
        label={t('assessment.close.why')}
        send={t('assessment.close')}
        tone="stop"
        cancel={rest}
        done={async (why) => {
          const close = { type: 'RiskCommand.CloseAssessment', assessment, why } as const;
          if (await order(name, close, t('compose.sent'))) rest();
        }}
      />
    );
  }
  if (step.value === 'end') {
    return (
      <ReasonForm
        label={t('hazard.end.why')}
        send={t('hazard.end')}
        tone="stop"
        cancel={rest}
        done={(why) => give('HazardCommand.EndHazard', why)}
      />
    );
  }
  return (
    <div class="card-actions">
      {waits && (
        <button
          type="button"
          class="small primary"
          disabled={underway.value.has(name)}
          onClick={() => {
            step.value = 'believe';
          }}
        >
          <Icon name="check" />
          {t(`hazard.${word}`)}
        </button>
      )}
      <button
        type="button"
        class="small"
        disabled={underway.value.has(name)}
        onClick={() => {
          step.value = 'end';
        }}
      >
        {t('hazard.end.open')}
      </button>
      {fired.map((assessment) => (
        <button
          key={assessment.id}
          type="button"
          class="small"
          disabled={underway.value.has(name)}
          onClick={() => {
            closing.value = assessment.id;
            step.value = 'close';
          }}
        >
          {t('assessment.close.open', { zones: zoneNames(assessment.zones.map((z) => z.zone)) })}
        </button>
      ))}
      {areaOf(id) && (
        <button
          type="button"
          class="small"
          data-form="alert"
          onClick={() => openForm({ kind: 'alert', hazard: id })}
        >
          {t('compose.forArea')}
        </button>
      )}
      {others.length > 0 && (
        <button
          type="button"
          class="small"
          disabled={underway.value.has(name)}
          onClick={() => {
            step.value = 'merge';
          }}
        >
          {t('hazard.merge')}
        </button>
      )}
    </div>
  );
}

/** What a source says in a language or script that the reader did not choose, as the source's own words. */
function SourceWords({ hazard }: { hazard: Hazard }) {
  const title =
    hazard.detail.type === 'HazardDetail.Stated' ? statedTitle(hazard.detail, language.value) : undefined;
  if (title?.by !== 'source') return null;
  return (
    <span class="source-words">
      <span class="faint">{t('hazard.stated.source')}:</span> <q dir="auto">{title.text}</q>
    </span>
  );
}

export function HazardCard({ hazard }: { hazard: Hazard }) {
  const chosen = isSelected('hazard', hazard.id);
  const waits = waitsForPerson(hazard);
  return (
    <li
      id={`hazard-${hazard.id}`}
      data-hazard={hazard.id}
      tabIndex={-1}
      class={`card hazard is-${hazard.status.toLowerCase()} ${chosen ? 'is-chosen' : ''}`}
    >
      <button
        type="button"
        class="card-main"
        aria-expanded={chosen}
        onClick={() => select(chosen ? undefined : { kind: 'hazard', id: hazard.id })}
      >
        <span class="card-icon">
          <Icon name={hazardIcon(hazard.type, hazard.detail.type)} />
        </span>
        <span class="card-words">
          <strong>{hazardTitle(hazard)}</strong>
          <span>{summaryOf(hazard)}</span>
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
      <SourceWords hazard={hazard} />
      {hazard.detail.type === 'HazardDetail.Vessel' && <Closest detail={hazard.detail} />}
      <Standing hazard={hazard} open={chosen} />
      {chosen && (
        <div class="hazard-facts">
          <HazardFacts hazard={hazard} />
        </div>
      )}
      {chosen && <Assessments hazard={hazard.id} />}
      <p class="card-why">
        <WhyButton hazard={hazard.id} />
      </p>
      {can('OPERATOR') && (waits || chosen) && <Decide key={hazard.status} hazard={hazard} />}
    </li>
  );
}
