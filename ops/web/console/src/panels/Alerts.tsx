import { useSignal } from '@preact/signals';
import { typeName } from '../lib/alerts.ts';
import { Icon } from '../look/Icon.tsx';
import { LevelBadge } from '../look/Level.tsx';
import { clock } from '../state/clock.ts';
import { can, lane } from '../state/house.ts';
import { headlineOf, personName } from '../state/names.ts';
import { isSelected, openForm, select } from '../state/selection.ts';
import { issuedAlerts } from '../state/view.ts';
import { t } from '../state/words.ts';
import type { Alert, Revision } from '../wire/alert.ts';
import { laneAddress } from '../wire/http.ts';
import { Delivery } from './Delivery.tsx';
import { Empty, Panel } from './Panel.tsx';
import { ShipsToCall } from './ShipsInside.tsx';

/** What the last word of this alert means now. A sent correction reads better as `cancelled`. */
function stateKey(revision: Revision, alive: boolean) {
  if (revision.state === 'ISSUED' && revision.message.type === 'CANCEL')
    return 'alert.state.CANCELLED' as const;
  if (revision.state === 'ISSUED' && !alive) {
    return typeName(revision) === 'allClear'
      ? ('alert.type.allClear' as const)
      : ('alert.state.EXPIRED' as const);
  }
  return `alert.state.${revision.state}` as const;
}

function Facts({ revision }: { revision: Revision }) {
  const { message, approvals, issuedAt, rejected } = revision;
  const names = approvals.map((a) => personName(a.by)).join(t('list.and'));
  return (
    <p class="faint">
      {[
        issuedAt && t('alert.issuedAt', { at: clock(issuedAt) }),
        issuedAt && t('alert.expiresAt', { at: clock(message.expiresAt) }),
        names && t('alert.approvedBy', { names }),
        rejected && t('alert.rejectedBy', { name: personName(rejected.by), why: rejected.why }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

function Acknowledgements({ revision }: { revision: Revision }) {
  const heard = revision.acknowledged.length + revision.overdue.length;
  const all = Math.max(revision.audience?.institutions ?? 0, heard);
  if (all === 0) return null;
  return (
    <p class="acknowledged">
      {t('alert.acknowledged', { done: revision.acknowledged.length, n: all })}
      {revision.overdue.length > 0 && (
        <strong class="overdue">
          <Icon name="warning" /> {t('alert.overdue', { n: revision.overdue.length })}
        </strong>
      )}
    </p>
  );
}

function Chain({ alert, shown }: { alert: Alert; shown: Revision }) {
  const earlier = alert.revisions.filter((r) => r !== shown && r.state !== 'PENDING');
  if (earlier.length === 0) return null;
  return (
    <ol class="chain">
      {earlier.map((r) => (
        <li key={r.message.revision}>
          {r.issuedAt && <time dateTime={r.issuedAt.toISOString()}>{clock(r.issuedAt)}</time>}
          <span class="tag">{t(`alert.type.${typeName(r)}`)}</span>
          <span>{headlineOf(r)}</span>
          <span class="faint">{t(stateKey(r, false))}</span>
        </li>
      ))}
    </ol>
  );
}

function AlertCard({ alert, revision, alive }: { alert: Alert; revision: Revision; alive: boolean }) {
  const chosen = isSelected('alert', alert.id);
  const { message } = revision;
  const waits = alert.revisions.some((r) => r.state === 'PENDING');
  return (
    <li
      class={`card alert ${alive ? 'is-alive' : 'is-over'} ${chosen ? 'is-chosen' : ''}`}
      data-alert={alert.id}
    >
      <button
        type="button"
        class="card-main"
        aria-expanded={chosen}
        onClick={() => select({ kind: 'alert', id: alert.id })}
      >
        <span class="card-words">
          <span class="card-tags">
            <LevelBadge id={message.level} />
            <span class="tag">{t(`alert.type.${typeName(revision)}`)}</span>
            {message.scope !== 'PUBLIC' && <span class="tag">{t(`alert.scope.${message.scope}`)}</span>}
            <span class={alive ? 'state is-good' : 'state'}>{t(stateKey(revision, alive))}</span>
          </span>
          <strong>{headlineOf(revision)}</strong>
        </span>
      </button>
      <Facts revision={revision} />
      {revision.issuedAt && <Delivery revision={revision} />}
      <Acknowledgements revision={revision} />
      {chosen && alive && <ShipsToCall area={message.area} />}
      {revision.problems.map((problem) => (
        <p key={`${problem.what}${problem.detail}`} class="card-warn">
          <Icon name="warning" /> {t('alert.problem', { what: problem.what })} <bdi>{problem.detail}</bdi>{' '}
          {t('alert.problem.look')}
        </p>
      ))}
      <Chain alert={alert} shown={revision} />
      <div class="card-actions">
        {alive && !waits && can('OPERATOR') && (
          <>
            <button type="button" class="small" onClick={() => openForm({ kind: 'update', alert: alert.id })}>
              {t('alert.update')}
            </button>
            <button type="button" class="small" onClick={() => openForm({ kind: 'cancel', alert: alert.id })}>
              {t('alert.correct')}
            </button>
          </>
        )}
        {revision.cap && lane.value && (
          <a
            class="small"
            title={t('alert.cap.long')}
            href={laneAddress(
              lane.value,
              `alerts/${encodeURIComponent(alert.id)}/${message.revision}/cap.xml`,
            )}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="file" />
            {t('alert.cap')}
          </a>
        )}
      </div>
    </li>
  );
}

export function Alerts() {
  const showOver = useSignal(false);
  const alive = issuedAlerts.value.filter((a) => a.alive);
  const over = issuedAlerts.value.filter((a) => !a.alive);
  return (
    <Panel
      title={t('alert.title')}
      class="panel-alerts"
      note={alive.length > 0 ? alive.length : undefined}
      action={
        can('OPERATOR') && (
          <button type="button" class="small" onClick={() => openForm({ kind: 'alert' })}>
            <Icon name="plus" />
            {t('alert.compose')}
          </button>
        )
      }
    >
      {issuedAlerts.value.length === 0 && <Empty>{t('alert.none')}</Empty>}
      <ul class="cards">
        {alive.map((a) => (
          <AlertCard key={a.alert.id} {...a} />
        ))}
      </ul>
      {over.length > 0 && (
        <button
          type="button"
          class="fold"
          aria-expanded={showOver.value}
          onClick={() => {
            showOver.value = !showOver.value;
          }}
        >
          <Icon name="chevronDown" /> {t('alert.ended', { n: over.length })}
        </button>
      )}
      {showOver.value && (
        <ul class="cards">
          {over.map((a) => (
            <AlertCard key={a.alert.id} {...a} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
