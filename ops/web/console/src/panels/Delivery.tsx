import { number } from '@nadhir/kit';
import { bar } from '../lib/alerts.ts';
import { Icon } from '../look/Icon.tsx';
import { objects } from '../state/picture.ts';
import { t } from '../state/words.ts';
import type { DeliveryCounts, Revision } from '../wire/alert.ts';
import { AudienceNumbers, audienceOf } from './Told.tsx';

function ChannelBar({ counts }: { counts: DeliveryCounts }) {
  const { total, parts } = bar(counts);
  const label = parts.map(({ state, n }) => `${t(`delivery.${state}`)} ${number(n)}`).join(t('list.and'));
  return (
    <div class="channel">
      <p class="channel-head">
        <Icon name={counts.channel === 'SMS' ? 'message' : 'bell'} />
        {t(`channel.${counts.channel}`)} <strong>{number(total)}</strong>
      </p>
      <div class="channel-bar" role="img" aria-label={`${t(`channel.${counts.channel}`)}: ${label}`}>
        {parts.map(({ state, share }) => (
          <span key={state} class={`part is-${state}`} style={{ inlineSize: `${share * 100}%` }} />
        ))}
      </div>
      <ul class="channel-parts">
        {parts.map(({ state, n }) => (
          <li key={state} title={t(`delivery.hint.${state}`)}>
            <span class={`part is-${state}`} aria-hidden="true" />
            {t(`delivery.${state}`)} <strong>{number(n)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where the messages of one revision stand, by channel. */
export function Delivery({ revision }: { revision: Revision }) {
  const { alert, revision: n } = revision.message;
  const running = objects.progress.value.get(`${alert}.${n}`)?.counts ?? [];
  const counts = running.length > 0 ? running : revision.counts;
  const audience = audienceOf(revision);
  return (
    <div class="delivery">
      {audience && <AudienceNumbers counts={audience.counts} />}
      {counts.length === 0 && <p class="faint">{t('delivery.none')}</p>}
      {counts.map((c) => (
        <ChannelBar key={c.channel} counts={c} />
      ))}
    </div>
  );
}
