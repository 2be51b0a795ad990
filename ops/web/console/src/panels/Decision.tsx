import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Pending } from '../lib/alerts.ts';
import { authorOf, headline, lastIssued, noteBeyondExercise, typeName } from '../lib/alerts.ts';
import { standing } from '../lib/approval.ts';
import { Icon } from '../look/Icon.tsx';
import { LevelBadge } from '../look/Level.tsx';
import { clock, now } from '../state/clock.ts';
import { me } from '../state/house.ts';
import { doubtWords, personName } from '../state/names.ts';
import { objects } from '../state/picture.ts';
import { select } from '../state/selection.ts';
import { language } from '../state/settings.ts';
import { inDrill } from '../state/view.ts';
import { span, t } from '../state/words.ts';
import type { Revision } from '../wire/alert.ts';
import { Clipped } from './Clipped.tsx';
import { DecisionActions } from './DecisionActions.tsx';
import { ShipsToCall } from './ShipsInside.tsx';
import { Told, Where } from './Told.tsx';
import { WhyButton } from './WhyButton.tsx';
import { Wordings } from './Wordings.tsx';

function proposedBy(revision: Revision): string {
  const author = authorOf(revision.message.author);
  if (author.kind === 'person') return t('decision.proposedBy.person', { name: personName(author.name) });
  const assessment = objects.assessment.value.get(revision.message.assessment ?? '');
  return assessment
    ? t('decision.proposedBy.rule', { rule: assessment.rule })
    : t('decision.proposedBy.house');
}

function Doubts({ revision }: { revision: Revision }) {
  const { doubts } = revision.message;
  if (doubts.length === 0) return <p class="faint doubts-none">{t('decision.doubts.none')}</p>;
  return (
    <section class="doubts" aria-label={t('decision.doubts')}>
      <h3>
        <Icon name="warning" /> {t('decision.doubts')}
      </h3>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubtWords(doubt)}</li>
        ))}
      </ul>
    </section>
  );
}

function Overlaps({ revision }: { revision: Revision }) {
  const { overlaps } = revision.message;
  if (overlaps.length === 0) return null;
  return (
    <section class="overlaps">
      <h3>{t('decision.overlaps')}</h3>
      <ul>
        {overlaps.map((id) => {
          const alert = objects.alert.value.get(id);
          const issued = alert && (lastIssued(alert) ?? alert.revisions.at(-1));
          return (
            <li key={id}>
              <button type="button" class="bare" onClick={() => select({ kind: 'alert', id })}>
                {issued && <LevelBadge id={issued.message.level} />}{' '}
                {issued ? headline(issued, language.value) : id}
              </button>
            </li>
          );
        })}
      </ul>
      <p class="faint">{t('decision.overlaps.note')}</p>
    </section>
  );
}

function Agreed({ revision }: { revision: Revision }) {
  const self = me.value;
  if (!self) return null;
  const { agreed, needed } = standing(revision, self);
  return (
    <section class="agreed">
      <h3>
        {t('decision.agreed')}{' '}
        <span class="faint">({t(`decision.policy.${revision.message.approval}`)})</span>
      </h3>
      <ol>
        {agreed.map((a) => (
          <li key={a.who} class="is-done">
            <Icon name="check" />
            <bdi>
              {a.author ? t('decision.agreed.author', { name: personName(a.who) }) : personName(a.who)}
            </bdi>
            {a.at && <time dateTime={a.at.toISOString()}>{clock(a.at)}</time>}
          </li>
        ))}
        {Array.from({ length: Math.max(0, needed - agreed.length) }, (_, i) => (
          <li key={`open-${agreed.length + i}`} class="is-open">
            <Icon name="user" />
            {agreed.length === 0 && i === 0 ? t('decision.agreed.none') : t('decision.agreed.missing')}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Everything that an approver must see before saying yes or no, and the two buttons. */
export function Decision({ pending }: { pending: Pending }) {
  const { alert, revision } = pending;
  const { message } = revision;
  const seen = useSignal(message.revision);
  const changed = seen.value !== message.revision;
  useEffect(() => {
    seen.value = message.revision;
  }, [alert.id]);

  const note = message.note && noteBeyondExercise(message.note);
  const hazard = objects.assessment.value.get(message.assessment ?? '')?.hazard;
  const waits = now.value.getTime() - message.proposedAt.getTime();
  return (
    <article
      class={`decision ${inDrill.value ? 'is-drill' : 'is-live'}`}
      data-alert={alert.id}
      aria-labelledby="decision-headline"
    >
      <header class="decision-head">
        <p class="decision-tags">
          <LevelBadge id={message.level} />
          <span class="tag">{t(`alert.type.${typeName(revision)}`)}</span>
          <span class="tag">{t(`alert.scope.${message.scope}`)}</span>
          {inDrill.value && <span class="tag tag-drill">{t('app.drill')}</span>}
          <span class="faint">
            {[
              proposedBy(revision),
              clock(message.proposedAt),
              t('decision.waiting', { age: span(waits) }),
              t('alert.expiresAt', { at: clock(message.expiresAt) }),
            ].join(' · ')}
          </span>
        </p>
        <div class="decision-title">
          <h3 id="decision-headline">{headline(revision, language.value)}</h3>
          {hazard && <WhyButton hazard={hazard} />}
        </div>
        {note && (
          <p class="decision-note" dir="auto">
            {note}
          </p>
        )}
        {changed && (
          <p class="decision-changed" role="alert">
            <Icon name="warning" /> {t('decision.changed', { n: message.revision })}
          </p>
        )}
      </header>
      <div class="decision-body">
        <div class="decision-side">
          <Doubts revision={revision} />
          <Clipped revision={revision} />
          <Overlaps revision={revision} />
          <Told revision={revision} />
          <Where revision={revision} />
          <ShipsToCall area={message.area} />
        </div>
        <section class="decision-words">
          <h3 class="unseen">{t('decision.wordings')}</h3>
          <Wordings wordings={message.wordings} />
        </section>
      </div>
      <footer class="decision-foot">
        <Agreed revision={revision} />
        <DecisionActions key={`${alert.id}.${message.revision}`} pending={pending} />
      </footer>
    </article>
  );
}
