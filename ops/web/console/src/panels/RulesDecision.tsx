import type { Key } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../look/Icon.tsx';
import { clock, fresh, now, storeAway } from '../state/clock.ts';
import { can } from '../state/house.ts';
import { personName } from '../state/names.ts';
import { order, underway } from '../state/orders.ts';
import { ownProposal, proposedDiff } from '../state/rules.ts';
import { inDrill } from '../state/view.ts';
import { span, t } from '../state/words.ts';
import type { SiteChange } from '../wire/amend.ts';
import { DecisionButtons } from './DecisionButtons.tsx';
import { DiffView } from './DiffView.tsx';
import { ReasonForm } from './ReasonForm.tsx';

/** A second click so soon after the first is the same finger, not a second thought. */
const TOO_SOON_MS = 600;

type Step = 'rest' | 'armed' | 'rejecting';

function hindrance(): Key | undefined {
  if (fresh.value === 'stale') return 'decision.not.stale';
  if (storeAway.value) return 'link.storeAway.long';
  if (!can('APPROVER')) return 'decision.not.role';
  if (ownProposal.value) return 'reason.own-proposal';
  return proposedDiff.value ? undefined : 'rules.loading';
}

/** The second step: read, ticked, and in another place than the first. */
function Confirm({ go, back }: { go(): void; back(): void }) {
  const ticked = useSignal(false);
  const armedAt = useRef(performance.now());
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <fieldset
      class={`confirm ${inDrill.value ? 'is-drill' : 'is-live'}`}
      onKeyDown={(e) => {
        if (e.key === 'Escape') back();
      }}
    >
      <legend class="unseen">{t('decision.approve')}</legend>
      <p>
        <strong>{t('rules.confirm')}</strong>
      </p>
      <label class="tick">
        <input
          type="checkbox"
          checked={ticked.value}
          onChange={(e) => {
            ticked.value = e.currentTarget.checked;
          }}
        />
        {t('rules.confirm.tick')}
      </label>
      <div class="buttons">
        <button
          type="button"
          class="go"
          disabled={!ticked.value}
          onClick={() => {
            if (performance.now() - armedAt.current >= TOO_SOON_MS) go();
          }}
        >
          <Icon name="check" />
          {t('rules.confirm.yes')}
        </button>
        <button ref={no} type="button" onClick={back}>
          {t('decision.confirm.back')}
        </button>
      </div>
    </fieldset>
  );
}

function Actions({ version }: { version: number }) {
  const step = useSignal<Step>('rest');
  const rest = () => {
    step.value = 'rest';
  };
  const why = hindrance();
  if (underway.value.has('decide:rules')) return <p class="decision-busy">{t('decision.busy')}</p>;
  if (step.value === 'rejecting') {
    return (
      <ReasonForm
        label={t('decision.reject.why')}
        send={t('decision.reject.send')}
        tone="stop"
        cancel={rest}
        done={async (words) => {
          await order('decide:rules', { type: 'SiteCommand.RejectRules', version, why: words });
        }}
      />
    );
  }
  if (step.value === 'armed' && !why) {
    return (
      <Confirm
        back={rest}
        go={() => {
          rest();
          void order('decide:rules', { type: 'SiteCommand.ApproveRules', version });
        }}
      />
    );
  }
  const mayReject = can('OPERATOR', 'APPROVER') && fresh.value !== 'stale' && !storeAway.value;
  return (
    <DecisionButtons
      id="why-rules"
      why={why && t(why)}
      mayReject={mayReject}
      go={t('decision.approve')}
      reject={() => {
        step.value = 'rejecting';
      }}
      approve={() => {
        step.value = 'armed';
      }}
    />
  );
}

/** Rules that wait for a second person: what they change, who wants it and why, and the two buttons. */
export function RulesDecision({ proposed }: { proposed: SiteChange }) {
  const diff = proposedDiff.value;
  const waits = Math.max(0, now.value.getTime() - proposed.at.getTime());
  return (
    <article
      class={`decision rules-decision ${inDrill.value ? 'is-drill' : 'is-live'}`}
      aria-labelledby="rules-headline"
    >
      <header class="decision-head">
        <p class="decision-tags">
          <span class="tag">
            <Icon name="rules" /> {t('rules.title')}
          </span>
          <span class="tag">{t('zone.version', { n: proposed.version })}</span>
          <span class="faint">
            {[
              t('decision.proposedBy.person', { name: personName(proposed.by) }),
              clock(proposed.at),
              t('decision.waiting', { age: span(waits) }),
            ].join(' · ')}
          </span>
        </p>
        <h3 id="rules-headline">{t('rules.decision')}</h3>
        <p>
          <span class="faint">{t('compose.why')}:</span> <bdi>{proposed.why}</bdi>
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs it (WCAG 2.1.1) */}
      <div class="rules-changes" tabIndex={0}>
        {diff ? <DiffView lines={diff} /> : <p class="faint">{t('rules.loading')}</p>}
      </div>
      <footer class="decision-foot">
        <Actions key={proposed.version} version={proposed.version} />
      </footer>
    </article>
  );
}
