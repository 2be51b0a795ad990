import { useSignal } from '@preact/signals';
import { Icon } from '../look/Icon.tsx';
import { can, zones } from '../state/house.ts';
import { isSelected, openForm, select } from '../state/selection.ts';
import { named, t, tPlain } from '../state/words.ts';
import type { Zone } from '../wire/zones.ts';
import { Choice, FormPanel } from './fields.tsx';
import { Empty, Panel } from './Panel.tsx';

export const kindName = (kind: string) => tPlain(`zone.kind.${kind}`, kind);

/** The kinds of zone that the site has, by name. */
export function zoneKinds(): { value: string; label: string }[] {
  return [...new Set(zones.value.map((z) => z.kind))]
    .map((value) => ({ value, label: kindName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function ZoneRow({ zone }: { zone: Zone }) {
  const chosen = isSelected('zone', zone.id);
  return (
    <li class={`zone-row ${chosen ? 'is-chosen' : ''}`}>
      <button
        type="button"
        data-zone={zone.id}
        aria-current={chosen}
        onClick={() => select({ kind: 'zone', id: zone.id })}
      >
        <span>{named(zone.name, zone.id)}</span>
        <span class="faint">
          {kindName(zone.kind)}
          {zone.version > 0 && <> · {t('zone.version', { n: zone.version })}</>}
        </span>
      </button>
    </li>
  );
}

/** All zones beside the map; the chosen one is told on its card there. */
export function Zones() {
  const search = useSignal('');
  const kind = useSignal('');
  const wanted = search.value.trim().toLocaleLowerCase();
  const listed = zones.value
    .filter((z) => !kind.value || z.kind === kind.value)
    .filter((z) => `${z.id} ${Object.values(z.name).join(' ')}`.toLocaleLowerCase().includes(wanted))
    .map((zone) => ({ zone, name: named(zone.name, zone.id) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <FormPanel title={t('zone.title')} submit={() => undefined}>
      <div class="pair">
        <label>
          {t('zone.search')}
          <input
            type="search"
            value={search.value}
            dir="auto"
            onInput={(e) => {
              search.value = e.currentTarget.value;
            }}
          />
        </label>
        <Choice
          label={t('zone.kind')}
          value={kind.value}
          options={[{ value: '', label: t('zone.kind.all') }, ...zoneKinds()]}
          choose={(v) => {
            kind.value = v;
          }}
        />
      </div>
      {can('OPERATOR', 'APPROVER') && (
        <button
          type="button"
          class="zone-new"
          onClick={() => {
            select(undefined);
            openForm({ kind: 'zone' });
          }}
        >
          <Icon name="plus" /> {t('zone.new')}
        </button>
      )}
      <p class="faint" role="status">
        {t('zone.count', { n: listed.length })}
      </p>
      {listed.length === 0 && <Empty>{t('zone.none')}</Empty>}
      <ul class="zone-rows">
        {listed.map(({ zone }) => (
          <ZoneRow key={zone.id} zone={zone} />
        ))}
      </ul>
    </FormPanel>
  );
}

/** Folded away under the other lists until somebody wants the zones. */
export function ZonesFold() {
  return (
    <Panel
      id="zones"
      title={t('zone.title')}
      class="panel-ships"
      note={zones.value.length}
      action={
        <button type="button" class="small" onClick={() => openForm({ kind: 'zones' })}>
          {t('zone.open')}
        </button>
      }
    >
      {null}
    </Panel>
  );
}
