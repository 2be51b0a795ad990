import { hourMinute } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { type Intensity, intensities, romanOf } from '../lib/quake.ts';
import { happenedAt, MOST_SOURCE } from '../lib/report.ts';
import { now, zone } from '../state/clock.ts';
import { order } from '../state/orders.ts';
import { openForm } from '../state/selection.ts';
import { t } from '../state/words.ts';
import { FormPanel, Line, Missing } from './fields.tsx';
import { PlaceField, pointed } from './PlaceField.tsx';

/** Shaking that people felt: how strong it was is asked in plain words, not in numbers. */
export function FeltForm() {
  const mmi = useSignal<Intensity | undefined>(undefined);
  const source = useSignal('');
  const at = useSignal(hourMinute(now.peek(), zone.peek()));
  const lacks = useSignal<string[]>([]);

  const submit = async () => {
    const place = pointed();
    const moment = happenedAt(at.value, now.value, zone.value);
    lacks.value = [
      ...(place ? [] : [t('report.place')]),
      ...(mmi.value ? [] : [t('report.mmi.missing')]),
      ...(source.value.trim() ? [] : [t('report.source')]),
      ...(moment ? [] : [t('report.at.wrong')]),
    ];
    if (!place || !mmi.value || !moment || lacks.value.length > 0) return;
    const done = await order(
      'report-felt',
      {
        type: 'HazardCommand.ReportFelt',
        place,
        mmi: mmi.value,
        source: source.value.trim(),
        at: moment.toISOString(),
      },
      t('compose.sent'),
    );
    if (done) openForm(undefined);
  };

  return (
    <FormPanel title={t('report.felt.title')} submit={() => void submit()}>
      <PlaceField />
      <fieldset class="felt">
        <legend>{t('report.mmi')}</legend>
        {intensities.map((step) => (
          <label key={step} class={`tick ${mmi.value === step ? 'is-chosen' : ''}`}>
            <input
              type="radio"
              name="mmi"
              checked={mmi.value === step}
              onChange={() => {
                mmi.value = step;
              }}
            />
            <strong class="roman">{romanOf(step)}</strong>
            <span>{t(`felt.${step}`)}</span>
          </label>
        ))}
      </fieldset>
      <Line
        label={t('report.source')}
        hint={t('report.source.felt.hint')}
        most={MOST_SOURCE}
        value={source.value}
        write={(v) => {
          source.value = v;
        }}
      />
      <Line
        label={t('report.at')}
        dir="ltr"
        most={5}
        value={at.value}
        write={(v) => {
          at.value = v;
        }}
      />
      <Missing what={lacks.value} />
      <button type="submit" class="primary">
        {t('report.send')}
      </button>
    </FormPanel>
  );
}
