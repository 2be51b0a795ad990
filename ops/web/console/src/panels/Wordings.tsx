import { direction, isLanguage } from '@nadhir/kit';
import { budget, smsSize } from '../lib/sms.ts';
import { inDrill } from '../state/view.ts';
import { t, tPlain } from '../state/words.ts';
import type { Wording } from '../wire/alert.ts';

function Size({ wording }: { wording: Wording }) {
  const { code, units, segments } = smsSize(wording.sms);
  const most = budget(wording.language, inDrill.value);
  const over = segments > most;
  return (
    <span class={`sms-size ${over ? 'is-over' : ''}`}>
      <strong>{t('sms.segments', { n: segments })}</strong> · {t('sms.units', { n: units, code })}
      {over && <> · {t('sms.over', { n: most })}</>}
    </span>
  );
}

/** One language of an alert, as people will read it, in its own direction. */
export function WordingCard({ wording }: { wording: Wording }) {
  const dir = isLanguage(wording.language) ? direction(wording.language) : 'auto';
  return (
    <article class="wording">
      <header>
        <h4>{tPlain(`phones.language.${wording.language}`, wording.language)}</h4>
        <Size wording={wording} />
      </header>
      <div lang={wording.language} dir={dir}>
        <p class="wording-headline">{wording.headline}</p>
        <p class="bubble">{wording.sms}</p>
      </div>
      {wording.instruction && (
        <details>
          <summary>{t('wording.instruction')}</summary>
          <p lang={wording.language} dir={dir}>
            {wording.instruction}
          </p>
        </details>
      )}
    </article>
  );
}

export function Wordings({ wordings }: { wordings: readonly Wording[] }) {
  return (
    <div class="wordings">
      {wordings.map((wording) => (
        <WordingCard key={wording.language} wording={wording} />
      ))}
    </div>
  );
}
