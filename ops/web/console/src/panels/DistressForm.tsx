import { hourMinute } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { happenedAt, MOST_SOURCE, MOST_TITLE, mmsiOf, personsOf } from '../lib/report.ts';
import { now, zone } from '../state/clock.ts';
import { order } from '../state/orders.ts';
import { openForm } from '../state/selection.ts';
import { t } from '../state/words.ts';
import type { DistressKind } from '../wire/hazard.ts';
import { Choice, FormPanel, Line, Missing } from './fields.tsx';
import { PlaceField, pointed } from './PlaceField.tsx';

/** Those that people take by ear or screen first. */
const kinds: DistressKind[] = [
  'CALL',
  'DSC',
  'COSPAS_SARSAT',
  'EPIRB',
  'SART',
  'MAN_OVERBOARD',
  'NAV_STATUS',
];

/** A call of distress, typed by whoever took it: the normal way in which a rescue at sea begins. */
export function DistressForm() {
  const kind = useSignal<DistressKind>('CALL');
  const mmsi = useSignal('');
  const persons = useSignal('');
  const source = useSignal('');
  const what = useSignal('');
  const at = useSignal(hourMinute(now.peek(), zone.peek()));
  const lacks = useSignal<string[]>([]);

  const submit = async () => {
    const place = pointed();
    const number = mmsiOf(mmsi.value);
    const people = personsOf(persons.value);
    const moment = happenedAt(at.value, now.value, zone.value);
    lacks.value = [
      ...(place ? [] : [t('report.place')]),
      ...(number === undefined ? [t('report.mmsi.wrong')] : []),
      ...(people === undefined ? [t('report.persons.wrong')] : []),
      ...(source.value.trim() ? [] : [t('report.source')]),
      ...(moment ? [] : [t('report.at.wrong')]),
    ];
    if (!place || number === undefined || people === undefined || !moment || lacks.value.length > 0) return;
    const done = await order(
      'report-distress',
      {
        type: 'HazardCommand.ReportDistress',
        kind: kind.value,
        place,
        mmsi: number,
        persons: people,
        source: source.value.trim(),
        at: moment.toISOString(),
        title: what.value.trim(),
      },
      t('compose.sent'),
    );
    if (done) openForm(undefined);
  };

  return (
    <FormPanel title={t('report.distress.title')} submit={() => void submit()}>
      <Choice
        label={t('report.kind')}
        value={kind.value}
        options={kinds.map((value) => ({ value, label: t(`hazard.distress.${value}`) }))}
        choose={(v) => {
          kind.value = v as DistressKind;
        }}
      />
      <PlaceField />
      <Line
        label={t('report.source')}
        hint={t('report.source.hint')}
        most={MOST_SOURCE}
        value={source.value}
        write={(v) => {
          source.value = v;
        }}
      />
      <div class="pair">
        <Line
          label={t('report.persons')}
          dir="ltr"
          inputMode="numeric"
          most={5}
          value={persons.value}
          write={(v) => {
            persons.value = v;
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
      </div>
      <Line
        label={t('report.mmsi')}
        dir="ltr"
        inputMode="numeric"
        most={14}
        value={mmsi.value}
        write={(v) => {
          mmsi.value = v;
        }}
      />
      <Line
        label={t('report.what')}
        hint={t('report.what.hint')}
        most={MOST_TITLE}
        value={what.value}
        write={(v) => {
          what.value = v;
        }}
      />
      <Missing what={lacks.value} />
      <button type="submit" class="primary">
        {t('report.send')}
      </button>
    </FormPanel>
  );
}
