import type { Key } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Pending } from '../lib/alerts.ts';
import { type Hindrance, standing } from '../lib/approval.ts';
import { Icon } from '../look/Icon.tsx';
import { fresh, storeAway } from '../state/clock.ts';
import { me } from '../state/house.ts';
import { zoneNames } from '../state/names.ts';
import { order, underway } from '../state/orders.ts';
import { inDrill } from '../state/view.ts';
import { t } from '../state/words.ts';
import { DecisionButtons } from './DecisionButtons.tsx';
import { ReasonForm } from './ReasonForm.tsx';

/** A second click so soon after the first is the same finger, not a second thought. */
const TOO_SOON_MS = 600;

/** Armed and left alone for this long, the button is disarmed. */
const DISARM_MS = 30_000;

type Step = 'rest' | 'armed' | 'rejecting';

function hindranceKey(stale: boolean, away: boolean, hindrance: Hindrance | undefined): Key | undefined {
  if (stale) return 'decision.not.stale';
  if (away) return 'link.storeAway.long';
  return hindrance && `decision.not.${hindrance}`;
}

/**
 * Approve and reject. Approving takes two steps in two places; live, also a tick that both wordings
 * were read. The revision that was seen is the one that is agreed to.
 */
export function DecisionActions({ pending }: { pending: Pending }) {
  const { alert, revision } = pending;
  const step = useSignal<Step>('rest');
  const self = me.value;
  if (!self) return null;
  const { hindrance, issues } = standing(revision, self);
  const name = `decide:${alert.id}`;
  const busy = underway.value.has(name);
  const number = revision.message.revision;
  const stale = fresh.value === 'stale';
  const why = hindranceKey(stale, storeAway.value, hindrance);
  const rest = () => {
    step.value = 'rest';
  };

  if (busy) return <p class="decision-busy">{t('decision.busy')}</p>;
  if (step.value === 'rejecting' && !stale) {
    return (
      <ReasonForm
        label={t('decision.reject.why')}
        send={t('decision.reject.send')}
        tone="stop"
        cancel={rest}
        done={async (words) => {
          await order(name, { type: 'AlertCommand.Reject', alert: alert.id, revision: number, why: words });
        }}
      />
    );
  }
  if (step.value === 'armed' && !why) {
    return (
      <Confirm
        pending={pending}
        issues={issues}
        back={rest}
        go={() => {
          rest();
          void order(name, { type: 'AlertCommand.Approve', alert: alert.id, revision: number });
        }}
      />
    );
  }
  const mayReject = !stale && !storeAway.value && hindrance !== 'role';
  return (
    <DecisionButtons
      id={`why-${alert.id}`}
      why={why && t(why)}
      mayReject={mayReject}
      go={t(issues ? 'decision.approve' : 'decision.agree')}
      reject={() => {
        step.value = 'rejecting';
      }}
      approve={() => {
        step.value = 'armed';
      }}
    />
  );
}

function Confirm(props: { pending: Pending; issues: boolean; back(): void; go(): void }) {
  const { message } = props.pending.revision;
  const drill = inDrill.value;
  const ticked = useSignal(drill);
  const armedAt = useRef(performance.now());
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    back.current?.focus();
    const timer = setTimeout(props.back, DISARM_MS);
    return () => clearTimeout(timer);
  }, []);
  const where = message.zones.length > 0 ? zoneNames(message.zones) : t('zone.drawn');

  return (
    <fieldset
      class={`confirm ${drill ? 'is-drill' : 'is-live'}`}
      onKeyDown={(e) => {
        if (e.key === 'Escape') props.back();
      }}
    >
      <legend class="unseen">{t('decision.approve')}</legend>
      <p>
        <strong>{t(drill ? 'decision.confirm.drill' : 'decision.confirm.live')}</strong>
        <span>
          {t(`alert.scope.${message.scope}`)} · {where}
        </span>
      </p>
      {!drill && (
        <label class="tick">
          <input
            type="checkbox"
            checked={ticked.value}
            onChange={(e) => {
              ticked.value = e.currentTarget.checked;
            }}
          />
          {t('decision.confirm.tick')}
        </label>
      )}
      <div class="buttons">
        <button
          type="button"
          class="go"
          disabled={!ticked.value}
          onClick={() => {
            if (performance.now() - armedAt.current >= TOO_SOON_MS) props.go();
          }}
        >
          <Icon name="check" />
          {t(props.issues ? 'decision.confirm.issue' : 'decision.confirm.first')}
        </button>
        <button ref={back} type="button" onClick={props.back}>
          {t('decision.confirm.back')}
        </button>
      </div>
    </fieldset>
  );
}
