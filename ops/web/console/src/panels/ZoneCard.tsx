import { number } from '@nadhir/kit';
import { Icon } from '../look/Icon.tsx';
import { LevelBadge } from '../look/Level.tsx';
import { clock } from '../state/clock.ts';
import { can, zoneById } from '../state/house.ts';
import { personName } from '../state/names.ts';
import { objects } from '../state/picture.ts';
import { form, openForm, select, selected } from '../state/selection.ts';
import { levelsOfZones } from '../state/view.ts';
import { named, t, tPlain, versionWords } from '../state/words.ts';
import { ZoneShips } from './ShipsInside.tsx';

/** Latin words inside a line of either direction. */
const isolated = (words: string) => `\u2068${words}\u2069`;

function arrival(zone: string): string | undefined {
  for (const assessment of objects.assessment.value.values()) {
    const impact = assessment.zones.find((z) => z.zone === zone && z.arrivesFrom);
    if (!impact?.arrivesFrom) continue;
    const from = clock(impact.arrivesFrom);
    const to = impact.arrivesTo ? clock(impact.arrivesTo) : from;
    return t('zone.arrival', {
      span: from === to ? t('time.about', { at: from }) : t('time.span', { from, to }),
    });
  }
  return undefined;
}

/** What an officer needs to know of the zone that was clicked. */
export function ZoneCard() {
  const chosen = selected.value;
  const zone = chosen?.kind === 'zone' ? zoneById.value.get(chosen.id) : undefined;
  if (!zone || form.value?.kind === 'zone') return null;
  const change = objects.zone.value.get(zone.id);
  const held = levelsOfZones.value.get(zone.id);
  const comes = arrival(zone.id);
  const facts: [string, string | undefined][] = [
    [
      t('zone.population.label'),
      zone.populationDay + zone.populationNight > 0
        ? t('zone.population', { day: number(zone.populationDay), night: number(zone.populationNight) })
        : undefined,
    ],
    [t('zone.assembly'), zone.assemblyPoint && named(zone.assemblyPoint)],
    [t('zone.highGround'), zone.highGround && named(zone.highGround)],
    [t('zone.roads'), zone.accessRoads.map((road) => named(road)).join(t('list.and')) || undefined],
    [
      t('zone.tags.label'),
      Object.entries(zone.tags)
        .map(([name, value]) => isolated(name.startsWith('group_') ? name.slice(6) : `${name} = ${value}`))
        .join(t('list.and')) || undefined,
    ],
    [t('zone.provenance'), zone.provenance || undefined],
  ];
  return (
    <aside class="zone-card" aria-label={named(zone.name, zone.id)}>
      <header>
        <h3>{named(zone.name, zone.id)}</h3>
        <span class="faint">{tPlain(`zone.kind.${zone.kind}`, zone.kind)}</span>
        <button type="button" class="bare" aria-label={t('app.close')} onClick={() => select(undefined)}>
          <Icon name="close" />
        </button>
      </header>
      {held && (
        <p>
          <LevelBadge id={held.level.id} /> {t(`zone.stage.${held.stage}`)}
          {comes && <strong> · {comes}</strong>}
        </p>
      )}
      <ZoneShips zone={zone} />
      <dl>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p class="zone-version">
        {versionWords(zone.version)}
        {change && !change.removed && (
          <>
            {' · '}
            {t('zone.changed', { name: personName(change.by), at: clock(change.at) })}
            <br />
            <bdi>{change.why}</bdi>
          </>
        )}
      </p>
      {can('OPERATOR', 'APPROVER') && (
        <button
          type="button"
          class="small zone-edit"
          onClick={() => openForm({ kind: 'zone', zone: zone.id })}
        >
          <Icon name="edit" /> {t('zone.edit')}
        </button>
      )}
      {zone.provenance.includes('illustrative') && <p class="faint">{t('zone.illustrative')}</p>}
    </aside>
  );
}
