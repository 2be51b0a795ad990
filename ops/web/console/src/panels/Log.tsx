import { useSignal } from '@preact/signals';
import { actorName, isMinor, logWords, toneOf } from '../lib/log-words.ts';
import { clock } from '../state/clock.ts';
import { logEntries, logNames } from '../state/log.ts';
import { t } from '../state/words.ts';
import { Empty } from './Panel.tsx';

const MOST_LINES = 120;

/** The last entries of the journal, in words. */
export function Log() {
  const all = useSignal(false);
  const lines = logEntries.value.filter((entry) => all.value || !isMinor(entry)).slice(0, MOST_LINES);
  return (
    <>
      <label class="log-all">
        <input
          type="checkbox"
          checked={all.value}
          onChange={(e) => {
            all.value = e.currentTarget.checked;
          }}
        />
        {t('log.all')}
      </label>
      {lines.length === 0 && <Empty>{t('log.none')}</Empty>}
      <ol class="log" aria-label={t('log.title')}>
        {lines.map((entry) => (
          <li key={entry.seq} class={`is-${toneOf(entry)}`} title={t('log.entry', { seq: entry.seq })}>
            <time dateTime={entry.at.toISOString()}>{clock(entry.at)}</time>
            <span>{logWords(entry, logNames)}</span>
            <bdi class="log-actor">{actorName(entry.actor, logNames)}</bdi>
          </li>
        ))}
      </ol>
    </>
  );
}
