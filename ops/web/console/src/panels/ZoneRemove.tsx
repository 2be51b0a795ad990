import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { inForce } from '../lib/alerts.ts';
import { Icon } from '../look/Icon.tsx';
import { now } from '../state/clock.ts';
import { zoneName } from '../state/names.ts';
import { order, type Refusal } from '../state/orders.ts';
import { objects } from '../state/picture.ts';
import { openForm, select } from '../state/selection.ts';
import { t } from '../state/words.ts';
import type { Zone } from '../wire/zones.ts';
import { useFocusInside } from './focus.ts';

/** Alerts that hold or wait and name the zone: they keep the area with which they were made. */
function alertsThere(zone: string): number {
  return [...objects.alert.value.values()].filter((alert) => {
    const waits = alert.revisions.find((r) => r.state === 'PENDING');
    return [inForce(alert, now.value), waits].some((r) => r?.message.zones.includes(zone));
  }).length;
}

/** Asks why before a zone is no more, and says what follows. Stands inside a form: no form of its own. */
export function RemoveZone(props: { zone: Zone; refused(answer: Refusal): boolean; cancel(): void }) {
  const { zone, refused, cancel } = props;
  const why = useSignal('');
  const short = useSignal(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useFocusInside(field, () => document.querySelector<HTMLElement>('.form-panel h2'));
  const n = alertsThere(zone.id);
  const send = async () => {
    const words = why.value.trim();
    short.value = words.length < 3;
    if (short.value) {
      field.current?.focus();
      return;
    }
    const done = await order(
      'zone',
      { type: 'SiteCommand.RemoveZone', zone: zone.id, basedOn: zone.version, why: words },
      t('zone.removed'),
      refused,
    );
    if (!done) return;
    select(undefined);
    openForm({ kind: 'zones' });
  };
  return (
    <fieldset class="remove-zone">
      <legend class="unseen">{t('zone.remove')}</legend>
      <p>
        <Icon name="warning" /> <strong>{t('zone.remove.sure', { name: zoneName(zone.id) })}</strong>
      </p>
      <ul>
        <li>{t('zone.remove.rules')}</li>
        <li>{t('zone.remove.needed')}</li>
        {n > 0 && <li>{t('zone.remove.alerts', { n })}</li>}
      </ul>
      <label>
        {t('zone.remove.why')}
        <textarea
          ref={field}
          rows={2}
          maxLength={300}
          dir="auto"
          value={why.value}
          aria-invalid={short.value}
          onInput={(e) => {
            why.value = e.currentTarget.value;
            short.value = false;
          }}
        />
      </label>
      {short.value && (
        <p class="field-error" role="alert">
          {t('compose.why.short')}
        </p>
      )}
      <div class="buttons">
        <button type="button" class="stop" onClick={() => void send()}>
          {t('zone.remove.send')}
        </button>
        <button type="button" onClick={cancel}>
          {t('app.cancel')}
        </button>
      </div>
    </fieldset>
  );
}
