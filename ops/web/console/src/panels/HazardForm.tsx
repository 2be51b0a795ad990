import { useSignal } from '@preact/signals';
import { now } from '../state/clock.ts';
import { site } from '../state/house.ts';
import { order } from '../state/orders.ts';
import { openForm } from '../state/selection.ts';
import { named, t } from '../state/words.ts';
import type { Certainty, Severity } from '../wire/hazard.ts';
import { Choice, FormPanel, Line, Missing } from './fields.tsx';
import { PlaceField, pointed } from './PlaceField.tsx';

const certainties: Certainty[] = ['OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN'];
const severities: Severity[] = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN'];

/** A person reports a hazard: most incidents begin with a telephone call. */
export function HazardForm() {
  const types = site.value?.info.hazardTypes ?? [];
  const type = useSignal(types[0]?.id ?? '');
  const source = useSignal('');
  const title = useSignal('');
  const certainty = useSignal<Certainty>('LIKELY');
  const severity = useSignal<Severity>('SEVERE');
  const lacks = useSignal<string[]>([]);

  const submit = async () => {
    const place = pointed();
    lacks.value = [
      ...(place ? [] : [t('report.place')]),
      ...(source.value.trim() ? [] : [t('hazard.source')]),
      ...(title.value.trim() ? [] : [t('hazard.headline')]),
    ];
    if (!place || lacks.value.length > 0) return;
    const done = await order(
      'open-hazard',
      {
        type: 'HazardCommand.OpenHazard',
        hazardType: type.value,
        place,
        source: source.value.trim(),
        certainty: certainty.value,
        severity: severity.value,
        onset: now.value.toISOString(),
        until: null,
        title: title.value.trim(),
      },
      t('compose.sent'),
    );
    if (done) openForm(undefined);
  };

  return (
    <FormPanel title={t('hazard.open')} submit={() => void submit()}>
      <Choice
        label={t('hazard.type')}
        value={type.value}
        options={types.map((h) => ({ value: h.id, label: named(h.name, h.id) }))}
        choose={(v) => {
          type.value = v;
        }}
      />
      <PlaceField />
      <Line
        label={t('hazard.headline')}
        hint={t('hazard.headline.hint')}
        value={title.value}
        write={(v) => {
          title.value = v;
        }}
      />
      <Line
        label={t('hazard.source')}
        hint={t('hazard.source.hint')}
        value={source.value}
        write={(v) => {
          source.value = v;
        }}
      />
      <div class="pair">
        <Choice
          label={t('hazard.certainty')}
          value={certainty.value}
          options={certainties.map((value) => ({ value, label: t(`certainty.${value}`) }))}
          choose={(v) => {
            certainty.value = v as Certainty;
          }}
        />
        <Choice
          label={t('hazard.severity')}
          value={severity.value}
          options={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
          choose={(v) => {
            severity.value = v as Severity;
          }}
        />
      </div>
      <Missing what={lacks.value} />
      <button type="submit" class="primary">
        {t('compose.record')}
      </button>
    </FormPanel>
  );
}
