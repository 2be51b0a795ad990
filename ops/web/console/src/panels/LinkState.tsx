import type { Key } from '@nadhir/kit';
import { Icon } from '../look/Icon.tsx';
import { fresh, link, silentMs, storeAway, wallMs } from '../state/clock.ts';
import { unreadable } from '../state/picture.ts';
import { ago, span, t } from '../state/words.ts';

function state(): Key {
  if (fresh.value === 'stale') return link.value.state === 'lost' ? 'link.lost' : 'link.stale';
  if (link.value.state === 'lost') return 'link.lost';
  return link.value.state === 'live' ? 'link.live' : 'link.connecting';
}

/** Connection and age of what is shown, always there. */
export function LinkState() {
  const good = fresh.value === 'fresh';
  return (
    <div class={`link is-${fresh.value}`}>
      <Icon name={good ? 'linked' : 'unlinked'} />
      <span class="link-words">
        <span role="status">{t(state())}</span>
        <span class="link-age">{t('link.lastWord', { age: ago(silentMs.value) })}</span>
      </span>
    </div>
  );
}

/** Across the whole console while what it shows may be old. */
export function StaleBar() {
  const now = link.value;
  const odd = unreadable.value;
  return (
    <>
      {fresh.value === 'stale' && (
        <div class="stale-bar">
          <Icon name="unlinked" />
          {/* The ages beside it change each second, and are not to be read out each second. */}
          <strong role="alert">{t(state())}</strong>
          <span>{t('link.stale.long', { age: span(silentMs.value) })}</span>
          {now.state === 'lost' && (
            <span>
              {now.why === 'unreadable'
                ? t('link.version')
                : t('link.retry', { n: Math.max(0, Math.ceil((now.retryAt - wallMs.value) / 1000)) })}
            </span>
          )}
        </div>
      )}
      {storeAway.value && fresh.value !== 'stale' && (
        <div class="stale-bar" role="alert">
          <Icon name="warning" />
          <strong>{t('link.storeAway')}</strong>
          <span>{t('link.storeAway.long')}</span>
        </div>
      )}
      {odd.size > 0 && (
        <details class="odd-bar">
          <summary>
            <Icon name="warning" /> {t('app.unreadable', { n: odd.size })}
          </summary>
          <ul dir="ltr">
            {[...odd].slice(0, 20).map(([id, why]) => (
              <li key={id}>
                {id}: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
