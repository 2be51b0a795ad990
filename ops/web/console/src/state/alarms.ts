import { batch, computed, effect, signal } from '@preact/signals';
import { type Alarm, alarmsOf, recovered, unnoted } from '../lib/alarms.ts';
import { clock } from './clock.ts';
import { faultWords, hazardTitle } from './hazards.ts';
import { lane } from './house.ts';
import { dangerPlaceName, feedName, gaugeName, ruleName, unitName } from './names.ts';
import { notify } from './orders.ts';
import { loaded, objects } from './picture.ts';
import { dangersOf } from './view.ts';
import { t, tOr } from './words.ts';

/** What is out, blind, or waits for a person now. */
export const alarms = computed(() =>
  alarmsOf({
    feeds: objects.feed.value.values(),
    gauges: objects.gauge.value,
    blind: objects.blind.value.values(),
    hazards: objects.hazard.value.values(),
    dangers: objects.danger.value.values(),
    unheard: objects.unheard.value.values(),
  }),
);

/** What this console's officer has noted. A reload forgets it, so that nothing is overlooked. */
const noted = signal<ReadonlySet<string>>(new Set());

export const newAlarms = computed(() => unnoted(alarms.value, noted.value));

/** The bar shows all alarms, noted ones too. */
export const showAll = signal(false);

export function noteAll(): void {
  batch(() => {
    noted.value = new Set(alarms.value.flatMap((a) => a.parts));
    showAll.value = false;
  });
}

/** What has happened, without its time. */
export function alarmWords({ kind, id }: Alarm): string {
  switch (kind) {
    case 'danger': {
      const dangers = dangersOf.value.get(id) ?? [];
      const places = dangers.map((d) => dangerPlaceName(d.place)).join(t('list.and'));
      const long = dangers.some((d) => d.long);
      return t(long ? 'alarm.danger.long' : 'alarm.danger', { unit: unitName(id), places });
    }
    case 'unheard':
      return t('alarm.unheard', { unit: unitName(id) });
    case 'feed':
      return t('alarm.feed', { feed: feedName(id), why: feedWhy(id) });
    case 'gauge': {
      const fault = faultWords(objects.gauge.value.get(id));
      const gauge = gaugeName(id);
      return fault?.fault === 'SILENT'
        ? t('alarm.gauge.SILENT', { gauge })
        : t('alarm.gauge', { gauge, why: fault?.long ?? '' });
    }
    case 'rule':
      return t('alarm.rule', { rule: ruleName(id) });
    case 'hazard': {
      const hazard = objects.hazard.value.get(id);
      const title = hazard ? hazardTitle(hazard) : id;
      return t(`alarm.hazard.${hazard?.status === 'WITHDRAWN' ? 'WITHDRAWN' : 'HELD'}`, { hazard: title });
    }
  }
}

/** Why a feed is out, in words; the house's own detail where its key is unknown. */
export function feedWhy(id: string): string {
  const feed = objects.feed.value.get(id);
  if (!feed) return t('feed.why.other');
  return tOr(`feed.why.${feed.why}`, 'feed.why.other');
}

export const blindWords = (rules: readonly string[]): string =>
  rules.length > 0 ? t('alarm.blind', { rules: rules.map(ruleName).join(t('list.and')) }) : '';

/** One sentence for those who listen. */
export function alarmSentence(alarm: Alarm): string {
  const since = alarm.since && alarm.kind !== 'hazard' ? t('alarm.since', { at: clock(alarm.since) }) : '';
  return [alarmWords(alarm), since, alarm.kind === 'rule' ? '' : blindWords(alarm.blind)]
    .filter(Boolean)
    .join(t('list.and'));
}

const ofCrew = ({ kind }: Alarm) => kind === 'danger' || kind === 'unheard';

function backWords({ kind, id }: Alarm): string {
  if (kind === 'danger') return t('alarm.back.danger', { unit: unitName(id) });
  if (kind === 'unheard') return t('alarm.back.unheard', { unit: unitName(id) });
  if (kind === 'feed') return t('alarm.back.feed', { feed: feedName(id) });
  if (kind === 'gauge') return t('alarm.back.gauge', { gauge: gaugeName(id) });
  return t('alarm.back.rule', { rule: ruleName(id) });
}

/** Tells what has come back, as long as it is the same lane that is looked at. */
export function followRecovery(): () => void {
  let before: readonly Alarm[] = [];
  let of: string | undefined;
  return effect(() => {
    const now = alarms.value;
    const here = loaded.value ? lane.value : undefined;
    const back = here !== undefined && here === of ? recovered(before, now) : [];
    before = now;
    of = here;
    // Crews drive in and out; their good news goes sooner.
    for (const alarm of back) notify('good', () => backWords(alarm), ofCrew(alarm) ? 'goes' : 'stays');
  });
}
