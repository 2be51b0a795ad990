import { signal } from '@preact/signals';
import { actorName, isMinor, logWords, toneOf } from '../lib/log-words.ts';
import { clock } from '../state/clock.ts';
import { behind, logEntries, logNames } from '../state/log.ts';
import { t } from '../state/words.ts';
import { Empty } from './Panel.tsx';

const MOST_LINES = 120;

const everything = signal(false);

/** Also the entries that only those want who look for a fault. */
export function LogSwitch() {
  return (
    <label class="log-all">
      <input
        type="checkbox"
        checked={everything.value}
        onChange={(e) => {
          everything.value = e.currentTarget.checked;
        }}
      />
      {t('log.all')}
    </label>
  );
}

/** The last entries of the journal, in words. */
export function Log() {
  const lines = logEntries.value.filter((entry) => everything.value || !isMinor(entry)).slice(0, MOST_LINES);
  if (lines.length === 0) return <Empty>{t('log.none')}</Empty>;
  return (
    <ol class="log" aria-label={t('log.title')}>
      {lines.map((entry) => (
        <li key={entry.seq} class={`is-${toneOf(entry)}`} title={t('log.entry', { seq: entry.seq })}>
          <time dateTime={entry.at.toISOString()}>{clock(entry.at)}</time>
          <span>{logWords(entry, logNames)}</span>
          <bdi class="log-actor">{actorName(behind(entry), logNames)}</bdi>
        </li>
      ))}
    </ol>
  );
}
