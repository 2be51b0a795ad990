import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Alarm } from '../lib/alarms.ts';
import { chime, wakeSound } from '../look/chime.ts';
import { Icon } from '../look/Icon.tsx';
import type { IconName } from '../look/icons.ts';
import {
  alarmSentence,
  alarms,
  alarmWords,
  blindWords,
  followRecovery,
  newAlarms,
  noteAll,
  showAll,
} from '../state/alarms.ts';
import { clock, now } from '../state/clock.ts';
import { select } from '../state/selection.ts';
import { setSound, sound } from '../state/settings.ts';
import { span, t } from '../state/words.ts';
import { rescueFocus } from './focus.ts';

/** While alarms are not noted and the sound is on, it is heard this often. */
const CHIME_EVERY_MS = 8000;

/** Lines of the bar; more stand behind its count, and all in the panels. */
const MOST_LINES = 4;

const icons: Record<Alarm['kind'], IconName> = {
  danger: 'warning',
  unheard: 'out',
  feed: 'out',
  gauge: 'doubted',
  rule: 'blind',
  hazard: 'question',
};

function show({ kind, id }: Alarm): void {
  if (kind === 'hazard') select({ kind: 'hazard', id });
  if (kind === 'gauge') select({ kind: 'gauge', id });
  const crew = kind === 'danger' || kind === 'unheard';
  if (crew) select({ kind: 'unit', id });
  const panel = kind === 'hazard' ? 'hazards' : kind === 'gauge' ? 'gauges' : 'sources';
  const row = document.getElementById(`${crew ? 'unit' : kind}-${id}`) ?? document.getElementById(panel);
  row?.scrollIntoView({ block: 'nearest' });
  row?.focus({ preventScroll: true });
}

function AlarmLine({ alarm }: { alarm: Alarm }) {
  const { kind, since, blind } = alarm;
  const source = kind === 'feed' || kind === 'gauge';
  return (
    <li>
      <button type="button" class="bare" onClick={() => show(alarm)}>
        <Icon name={icons[kind]} />
        <span>
          <strong>{alarmWords(alarm)}</strong>{' '}
          {since &&
            kind !== 'hazard' &&
            `${t('alarm.since', { at: clock(since) })} (${span(now.value.getTime() - since.getTime())})`}
          {source && blind.length > 0 && (
            <span class="alarm-blind">
              <Icon name="blind" /> {blindWords(blind)}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

/** Across the console from the moment that something falls out until the officer has noted it. */
export function AlarmBar() {
  const fresh = newAlarms.value;
  const shown = showAll.value ? alarms.value : fresh;
  if (shown.length === 0) return null;
  const rest = showAll.value ? 0 : Math.max(0, shown.length - MOST_LINES);
  return (
    <section class={`alarm-bar ${fresh.length > 0 ? 'is-new' : ''}`} aria-label={t('alarm.title')}>
      <Icon name="ringing" />
      <ul>
        {shown.slice(0, shown.length - rest).map((alarm) => (
          <AlarmLine key={`${alarm.kind}/${alarm.id}`} alarm={alarm} />
        ))}
        {rest > 0 && (
          <li>
            <button
              type="button"
              class="bare"
              onClick={() => {
                showAll.value = true;
              }}
            >
              {t('list.more', { n: rest })}
            </button>
          </li>
        )}
      </ul>
      <button
        type="button"
        class="alarm-noted"
        title={t('alarm.noted.hint')}
        onClick={() => {
          noteAll();
          rescueFocus(document.querySelector<HTMLElement>('.alarm-badge'));
        }}
      >
        <Icon name="check" />
        {t('alarm.noted')}
      </button>
    </section>
  );
}

/** In the head, as long as anything is out or waits, noted or not. */
export function AlarmBadge() {
  const n = alarms.value.length;
  if (n === 0) return null;
  const fresh = newAlarms.value.length > 0;
  return (
    <button
      type="button"
      class={`alarm-badge ${fresh ? 'is-new' : ''}`}
      aria-expanded={showAll.value || fresh}
      aria-label={t('alarm.count', { n })}
      title={t('alarm.show')}
      onClick={() => {
        if (!fresh) showAll.value = !showAll.value;
      }}
    >
      <Icon name={fresh ? 'ringing' : 'doubted'} />
      <span class="alarm-badge-n">{n}</span>
      <span class="alarm-badge-words">{t('alarm.badge', { n })}</span>
    </button>
  );
}

export function SoundButton() {
  const on = sound.value;
  const label = t(on ? 'alarm.sound.on' : 'alarm.sound.off');
  return (
    <button
      type="button"
      class="quiet"
      aria-pressed={on}
      aria-label={label}
      title={label}
      onClick={() => {
        wakeSound();
        setSound(!on);
        if (!on) chime();
      }}
    >
      <Icon name={on ? 'soundOn' : 'soundOff'} />
    </button>
  );
}

/** Says a new alarm to those who listen instead of looking, once; rings for those who want it. */
export function AlarmAnnouncer() {
  const place = useRef<HTMLParagraphElement>(null);
  const told = useRef(new Set<string>());
  useEffect(() => followRecovery(), []);
  useSignalEffect(() => {
    const fresh = newAlarms.value;
    const unheard = fresh.filter((a) => a.parts.some((p) => !told.current.has(p)));
    told.current = new Set(alarms.value.flatMap((a) => a.parts));
    if (unheard.length === 0 || !place.current) return;
    place.current.textContent = unheard.map(alarmSentence).join('. ');
    if (sound.value) chime();
  });
  useSignalEffect(() => {
    if (!sound.value || newAlarms.value.length === 0) return undefined;
    const timer = setInterval(chime, CHIME_EVERY_MS);
    return () => clearInterval(timer);
  });
  return <p ref={place} class="unseen" role="alert" />;
}
