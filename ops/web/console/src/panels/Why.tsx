import { number } from '@nadhir/kit';
import { useEffect, useRef } from 'preact/hooks';
import { closingAt, type Doing, doingOf, type Group, groupsOf, inOrder } from '../lib/why.ts';
import { Icon } from '../look/Icon.tsx';
import { LevelBadge } from '../look/Level.tsx';
import { clock, now } from '../state/clock.ts';
import { hazardTitle } from '../state/hazards.ts';
import { gaugeById, lane } from '../state/house.ts';
import { gaugeName, personName, ruleName, zoneName } from '../state/names.ts';
import { objects } from '../state/picture.ts';
import { openForm } from '../state/selection.ts';
import { explained, followWhy, whyTrouble } from '../state/why.ts';
import { ago, t, tOr } from '../state/words.ts';
import type { Comparison, Explanation, Reading, Reason } from '../wire/why.ts';
import { useFocusInside } from './focus.ts';
import { Empty } from './Panel.tsx';

/** An id inside a sentence of either direction. */
const isolated = (id: string) => `\u2068${id}\u2069`;

/** Each zone of a firing is let go in its own time. */
const where = (zones: readonly string[]) =>
  zones.length === 0 ? '' : `${zones.map(zoneName).join(t('list.and'))}: `;

function reasonWords(reason: Reason): string {
  switch (reason.type) {
    case 'Why.Fired':
    case 'Why.Closed':
      return t(`why.${reason.type.slice(4) as 'Fired' | 'Closed'}`, { at: clock(reason.at) });
    case 'Why.FamilyFired':
      return t('why.FamilyFired', { rule: isolated(reason.rule), at: clock(reason.at) });
    case 'Why.NotActive':
      return t('why.NotActive', { status: t(`hazard.status.${reason.status}`) });
    case 'Why.Quorum':
      return t('why.Quorum', { over: reason.over, alive: reason.alive, wanted: reason.wanted });
    case 'Why.Holding':
      return (
        where(reason.zones) +
        t(`why.Holding.${reason.outcome}`, { since: clock(reason.since), due: clock(reason.due) })
      );
    case 'Why.LacksWord':
      return where(reason.zones) + t(`why.LacksWord.${reason.outcome}`, { since: clock(reason.since) });
    case 'Why.Quiet':
      return t('why.Quiet', { until: clock(reason.until) });
    case 'Why.RuleGone':
      return t('why.RuleGone');
    case 'Why.CannotSee':
      return t('why.CannotSee');
    case 'Why.HoldsNowhere':
      return t('why.HoldsNowhere');
  }
}

/** Who closed it and why, in that person's own words. */
function Closing({ at }: { at: Date }) {
  const closing = closingAt(objects.log.value.values(), at);
  if (!closing) return null;
  return (
    <span class="faint">
      {' '}
      <bdi>{personName(closing.who)}</bdi>: <q dir="auto">{closing.why}</q>
    </span>
  );
}

/** A sign and a word: colour says it a third time only. */
function Verdict({ holds }: { holds: boolean }) {
  return (
    <span class={`verdict ${holds ? 'is-yes' : 'is-no'}`}>
      <Icon name={holds ? 'check' : 'close'} /> {t(holds ? 'why.holds' : 'why.holdsNot')}
    </span>
  );
}

/** As it stands in the rule, with its numbers; what its names mean stands below. */
function Compared({ comparison }: { comparison: Comparison }) {
  return (
    <li>
      <Verdict holds={comparison.holds} />
      <code dir="ltr">{comparison.text}</code>
      {comparison.facts.map((fact) => (
        <span key={fact} class="fact-words">
          <code dir="ltr">{fact}</code> {tOr(`fact.${fact}`, 'fact.other', { fact })}
        </span>
      ))}
    </li>
  );
}

function Zones({ group }: { group: Group }) {
  const n = group.zones.length;
  return (
    <li class="why-zones">
      <p>
        <strong>{t(group.holds ? 'why.holds.in' : 'why.holdsNot.in', { n })}</strong>
        {': '}
        {group.zones.map(zoneName).join(t('list.and'))}
      </p>
      <ul class="comparisons">
        {group.comparisons.map((comparison) => (
          <Compared key={comparison.text} comparison={comparison} />
        ))}
      </ul>
    </li>
  );
}

const signs = { fired: 'ringing', gone: 'warning', waits: 'clock', quiet: 'minus' } as const;

/** The level of a rule, or of what is left of one that is gone. */
function levelOf(rule: Explanation): string | undefined {
  return rule.asked?.level ?? objects.assessment.value.get(rule.firing ?? '')?.level;
}

function Rule({ rule }: { rule: Explanation }) {
  const doing = doingOf(rule);
  const level = levelOf(rule);
  const groups = groupsOf(rule.zones);
  const { asked } = rule;
  const name = ruleName(rule.rule);
  return (
    <li class={`card why-rule is-${doing}`} data-rule={rule.rule}>
      <h4>
        {level && <LevelBadge id={level} />}
        <span>{name}</span>
        <span class={`why-doing is-${doing}`}>
          <Icon name={signs[doing]} /> {t(`why.rule.${doing}`)}
        </span>
      </h4>
      <p class="faint">
        {name !== rule.rule && <bdi dir="ltr">{rule.rule}</bdi>}
        {name !== rule.rule && asked?.updates && ' · '}
        {asked?.updates && t('why.updates', { rule: isolated(asked.updates) })}
      </p>
      <ul class="why-reasons">
        {rule.reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>
            {reasonWords(reason)}
            {reason.type === 'Why.Closed' && <Closing at={reason.at} />}
          </li>
        ))}
      </ul>
      {asked && (
        <dl class="why-asked">
          <dt>{t('why.when')}</dt>
          <dd>
            <code dir="ltr">{asked.when}</code>
          </dd>
          {asked.until && (
            <>
              <dt>{t('why.until')}</dt>
              <dd>
                <code dir="ltr">{asked.until}</code>
              </dd>
            </>
          )}
        </dl>
      )}
      {asked && groups.length === 0 && <p class="faint">{t('why.zones.none')}</p>}
      {groups.length > 0 && (
        <details open={doing !== 'quiet'}>
          <summary>{t('why.details')}</summary>
          <ul class="why-groups">
            {groups.map((group) => (
              <Zones key={group.zones.join(' ')} group={group} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function valueWords({ gauge, value }: Reading): string {
  if (value === undefined) return t('why.reading.none');
  const water = gaugeById.value.get(gauge)?.stages !== undefined;
  return water ? t('gauge.stage', { value: number(value, 2) }) : t('gauge.rain', { value: number(value) });
}

function Readings({ readings }: { readings: readonly Reading[] }) {
  if (readings.length === 0) return null;
  return (
    <section class="why-readings">
      <h3>{t('why.readings')}</h3>
      <ul>
        {readings.map((reading) => (
          <li key={reading.gauge} data-gauge={reading.gauge}>
            <strong>{gaugeName(reading.gauge)}</strong>
            <span>
              {valueWords(reading)}
              <span class="faint">
                {' · '}
                <time dateTime={reading.at.toISOString()}>{clock(reading.at)}</time>
                {' · '}
                {ago(Math.max(0, now.value.getTime() - reading.at.getTime()))}
              </span>
            </span>
            <span class={`verdict ${reading.over ? 'is-yes' : 'is-no'}`}>
              <Icon name={reading.over ? 'arrowUp' : 'minus'} />{' '}
              {t(reading.over ? 'why.reading.over' : 'why.reading.under')}
            </span>
            <span class={`verdict ${reading.alive ? 'is-alive' : 'is-dead'}`}>
              <Icon name={reading.alive ? 'check' : 'warning'} />{' '}
              {t(reading.alive ? 'why.reading.alive' : 'why.reading.dead')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const headings: [Doing[], 'why.rules.fired' | 'why.rules.waits' | 'why.rules.quiet'][] = [
  [['fired', 'gone'], 'why.rules.fired'],
  [['waits'], 'why.rules.waits'],
  [['quiet'], 'why.rules.quiet'],
];

function Rules({ rules }: { rules: readonly Explanation[] }) {
  if (rules.length === 0) return <Empty>{t('why.none')}</Empty>;
  const sorted = inOrder(rules);
  return (
    <>
      {headings.map(([doings, title]) => {
        const some = sorted.filter((rule) => doings.includes(doingOf(rule)));
        return (
          some.length > 0 && (
            <section key={title}>
              <h3>{t(title)}</h3>
              <ul class="cards">
                {some.map((rule) => (
                  <Rule key={`${rule.rule} ${rule.firing ?? ''}`} rule={rule} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <Readings readings={sorted[0]?.readings ?? []} />
    </>
  );
}

function Standing() {
  const told = explained.value;
  const trouble = whyTrouble.value;
  const at = told && clock(told.at);
  return (
    <p class={trouble ? 'card-warn' : 'faint'} role="status">
      {!trouble && (at ? t('why.at', { at }) : t('why.asking'))}
      {trouble && (
        <>
          <Icon name="warning" />
          <span>
            {t(`why.${trouble}`)} {at && t('why.old', { at })}
          </span>
        </>
      )}
    </p>
  );
}

/** Why the rules about a hazard have fired or have not: beside the map, in the reader's language. */
export function Why({ hazard }: { hazard: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  const known = objects.hazard.value.get(hazard);
  const key = lane.value;
  const close = () => openForm(undefined);
  useEffect(() => (key ? followWhy(key, hazard) : undefined), [key, hazard]);
  useFocusInside(title, () => document.getElementById('hazards'));
  const words = t('why.title', { hazard: known ? hazardTitle(known) : hazard });
  return (
    <section
      class="panel form-panel why"
      aria-label={words}
      onKeyDown={(e) => {
        if (e.key === 'Escape') close();
      }}
    >
      <header class="panel-head">
        <h2 ref={title} tabIndex={-1}>
          {words}
        </h2>
        <button type="button" class="bare" aria-label={t('app.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {/* Scrolls, so it can be reached with the keyboard even where nothing inside can. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs it (WCAG 2.1.1) */}
      <div class="panel-body" tabIndex={0}>
        <Standing />
        {explained.value && <Rules rules={explained.value.rules} />}
      </div>
    </section>
  );
}
