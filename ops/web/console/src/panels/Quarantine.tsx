import { isoDate, longDate } from '@nadhir/kit';
import { positionText } from '../lib/geo.ts';
import { Icon } from '../look/Icon.tsx';
import { hazardIcon } from '../look/icons.ts';
import { clock, now, zone } from '../state/clock.ts';
import { feedName, typeNameOf } from '../state/names.ts';
import { language } from '../state/settings.ts';
import { quarantine } from '../state/view.ts';
import { t, tOr, tPlain } from '../state/words.ts';
import type { Quarantined } from '../wire/hazard.ts';
import { Empty } from './Panel.tsx';

/** With its day where that is not today's: the date is often what is wrong. */
function moment(at: Date): string {
  const today = isoDate(now.value, zone.value) === isoDate(at, zone.value);
  return today ? clock(at) : `${longDate(at, zone.value, language.value)} ${clock(at)}`;
}

/** `magnitude 5.1`: names and values as the house has them; lists and parts by their size only. */
function facts(report: Quarantined): [string, string][] {
  const { type: _, ...observed } = report.observation;
  const said = Object.entries(observed).flatMap(([name, value]): [string, string][] => {
    if (value === null || value === '') return [];
    if (Array.isArray(value)) return [[name, `(${value.length})`]];
    return [[name, typeof value === 'object' ? '(…)' : String(value)]];
  });
  return [
    ['id', report.id],
    ['occurredAt', report.occurredAt.toISOString()],
    ['updatedAt', report.updatedAt.toISOString()],
    ...(report.place ? ([['place', positionText(report.place)]] as [string, string][]) : []),
    ['certainty', report.certainty],
    ...said,
  ];
}

function Row({ report }: { report: Quarantined }) {
  const why =
    tPlain(`ignored.${report.why}`, '') || tOr(`reason.${report.why}`, 'doubt.other', { doubt: report.why });
  return (
    <li class="held-back" data-quarantine={report.id}>
      <Icon name={hazardIcon(report.type)} />
      <div>
        <p>
          <strong>{typeNameOf(report.type)}</strong> · <bdi>{feedName(report.feed)}</bdi> ·{' '}
          <strong class="held-why">{why}</strong>
        </p>
        <p>
          {report.title && (
            <>
              <q dir="auto">{report.title}</q> ·{' '}
            </>
          )}
          {t('quarantine.dated', { at: moment(report.occurredAt) })} ·{' '}
          <span class="faint">{t('quarantine.received', { at: moment(report.receivedAt) })}</span>
        </p>
        <details>
          <summary>{t('quarantine.facts')}</summary>
          <dl dir="ltr" class="raw-facts">
            {facts(report).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </li>
  );
}

/** Reports that are not believed, with why, and as they came. */
export function Quarantine() {
  const reports = quarantine.value;
  if (reports.length === 0) return <Empty>{t('quarantine.none')}</Empty>;
  return (
    <>
      <p class="faint">{t('quarantine.note')}</p>
      <ul class="quarantine">
        {reports.map((report) => (
          <Row key={report.id} report={report} />
        ))}
      </ul>
    </>
  );
}
