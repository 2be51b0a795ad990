import { number } from '@nadhir/kit';
import { intensityOf, offset, romanOf } from '../lib/quake.ts';
import { Icon } from '../look/Icon.tsx';
import { clock } from '../state/clock.ts';
import { feedName } from '../state/names.ts';
import { t, tOr } from '../state/words.ts';
import type { DetailOf, Hazard, Source } from '../wire/hazard.ts';

type Quake = DetailOf<'Quake'>;

function stateOf({ status, certainty }: Source): string {
  if (status === 'WITHDRAWN') return t('hazard.sources.withdrawn');
  if (status === 'TEST') return t('hazard.sources.test');
  return certainty === 'OBSERVED' ? t('hazard.sources.reviewed') : t('hazard.sources.automatic');
}

function whereOf(source: Source, hazard: Hazard, preferred: boolean): string {
  if (!source.place) return t('hazard.sources.noPlace');
  if (preferred || !hazard.place) return '';
  const apart = offset(hazard.place, source.place);
  if (!apart) return t('hazard.sources.same');
  return t('hazard.sources.offset', {
    km: number(apart.km, apart.km < 10 ? 1 : 0),
    way: t(`compass.${apart.way}`),
  });
}

function SourceRow({ source, hazard, quake }: { source: Source; hazard: Hazard; quake: Quake }) {
  const preferred = source.feed === quake.preferred && source.report === quake.sources[0]?.report;
  const where = whereOf(source, hazard, preferred);
  return (
    <tr class={source.status === 'WITHDRAWN' ? 'is-withdrawn' : ''}>
      <th scope="row">
        <bdi>{feedName(source.feed)}</bdi>
        {preferred && (
          <span class="preferred">
            <Icon name="check" /> {t('hazard.sources.preferred')}
          </span>
        )}
      </th>
      <td>
        <strong>{number(source.magnitude, 1)}</strong> <bdi class="faint">{source.magnitudeType}</bdi>
      </td>
      <td>
        {where && <span>{where}</span>}{' '}
        <time dateTime={source.occurredAt.toISOString()}>{clock(source.occurredAt)}</time>
      </td>
      <td>{stateOf(source)}</td>
    </tr>
  );
}

/** Which networks say what, which one is believed and why, and how strongly it was felt. */
export function QuakeFacts({ hazard, quake }: { hazard: Hazard; quake: Quake }) {
  const why = tOr(`preferred.${quake.why}`, 'preferred.other', { why: quake.why });
  return (
    <>
      {quake.feltMmi !== undefined && (
        <p>
          <Icon name="users" />{' '}
          {t('hazard.quake.felt', {
            roman: romanOf(quake.feltMmi),
            words: t(`felt.${intensityOf(quake.feltMmi)}`),
          })}
        </p>
      )}
      {quake.shakeMap && <p class="faint">{t('hazard.quake.shakeMap', { n: quake.shakeMap.version })}</p>}
      {quake.sources.length > 0 && (
        <table class="sources">
          <caption>
            {t('hazard.sources')}
            {quake.why && <span class="faint"> · {t('hazard.quake.why', { why })}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('hazard.sources.network')}</th>
              <th scope="col">{t('hazard.sources.magnitude')}</th>
              <th scope="col">{t('hazard.sources.where')}</th>
              <th scope="col">{t('hazard.sources.state')}</th>
            </tr>
          </thead>
          <tbody>
            {quake.sources.map((source) => (
              <SourceRow key={source.report} source={source} hazard={hazard} quake={quake} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
