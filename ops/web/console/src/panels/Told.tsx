import { number } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { Icon } from '../look/Icon.tsx';
import { zoneById } from '../state/house.ts';
import { zoneName } from '../state/names.ts';
import { objects } from '../state/picture.ts';
import { select } from '../state/selection.ts';
import { t, tPlain } from '../state/words.ts';
import type { AudienceCounts, Revision } from '../wire/alert.ts';

/** What is known of the audience: counted, or expected. */
export function audienceOf(revision: Revision): { counts: AudienceCounts; estimate: boolean } | undefined {
  if (revision.audience) return { counts: revision.audience, estimate: false };
  const { alert, revision: n } = revision.message;
  const expected = objects.progress.value.get(`${alert}.${n}`)?.audience;
  return expected ? { counts: expected, estimate: revision.state === 'PENDING' } : undefined;
}

export function AudienceNumbers({
  counts,
  estimate = false,
}: {
  counts: AudienceCounts;
  estimate?: boolean;
}) {
  const parts = [
    counts.people > 0 && t('audience.people', { n: counts.people }),
    counts.institutions > 0 && t('audience.institutions.n', { n: counts.institutions }),
    counts.partners > 0 && t('audience.partners.n', { n: counts.partners }),
  ].filter(Boolean);
  const languages = Object.entries(counts.byLanguage).map(
    ([tag, n]) => `${tPlain(`phones.language.${tag}`, tag)} ${number(n)}`,
  );
  return (
    <>
      <p class="audience-n">
        {parts.join(' · ') || t('audience.people', { n: 0 })}
        {estimate && <span class="faint"> ({t('audience.estimate')})</span>}
      </p>
      {languages.length > 0 && <p class="faint">{languages.join(' · ')}</p>}
      {counts.unreachable > 0 && (
        <p class="audience-unreachable">
          <Icon name="warning" /> {t('audience.unreachable', { n: number(counts.unreachable) })}
        </p>
      )}
    </>
  );
}

/** Who will be told by a revision that waits. */
export function Told({ revision }: { revision: Revision }) {
  const { audience, scope } = revision.message;
  const known = audienceOf(revision);
  return (
    <section class="told">
      <h3>{t('decision.told')}</h3>
      <ul class="chips">
        {audience.publicRegister && <li>{t('audience.publicRegister')}</li>}
        {audience.institutions && <li>{t('audience.institutions')}</li>}
        {audience.listed.map((tag) => (
          <li key={tag}>
            <bdi>{tPlain(`partner.${tag}`, tag)}</bdi>
          </li>
        ))}
      </ul>
      {known ? (
        <AudienceNumbers counts={known.counts} estimate={known.estimate} />
      ) : (
        <p class="faint">{t('audience.counting')}</p>
      )}
      {scope === 'PUBLIC' && audience.publicRegister && (
        <p class="faint told-not">{t('decision.unreached')}</p>
      )}
    </section>
  );
}

/** More zones than this are folded away until somebody asks. */
const MOST_ZONES = 6;

/** Where: the zones by name, with the people who live there. */
export function Where({ revision }: { revision: Revision }) {
  const { zones } = revision.message;
  const all = useSignal(false);
  const shown = all.value ? zones : zones.slice(0, MOST_ZONES);
  const people = zones.reduce(
    (sum, id) => {
      const zone = zoneById.value.get(id);
      return { day: sum.day + (zone?.populationDay ?? 0), night: sum.night + (zone?.populationNight ?? 0) };
    },
    { day: 0, night: 0 },
  );
  return (
    <section class="where">
      <h3>
        {t('decision.area')}{' '}
        {zones.length > 1 && <span class="faint">({t('zone.count', { n: zones.length })})</span>}
      </h3>
      {zones.length === 0 ? (
        <p>{t('zone.drawn')}</p>
      ) : (
        <ul class="chips">
          {shown.map((id) => (
            <li key={id}>
              <button type="button" onClick={() => select({ kind: 'zone', id })}>
                {zoneName(id)}
              </button>
            </li>
          ))}
          {shown.length < zones.length && (
            <li>
              <button
                type="button"
                aria-expanded={false}
                onClick={() => {
                  all.value = true;
                }}
              >
                {t('list.more', { n: zones.length - shown.length })}
              </button>
            </li>
          )}
        </ul>
      )}
      {people.day + people.night > 0 && (
        <p class="faint">
          {t('zone.population.label')}:{' '}
          {t('zone.population', { day: number(people.day), night: number(people.night) })}
        </p>
      )}
    </section>
  );
}
