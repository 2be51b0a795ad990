import { type Signal, useSignal } from '@preact/signals';
import { Icon } from '../look/Icon.tsx';
import { zones } from '../state/house.ts';
import { drawing } from '../state/selection.ts';
import { named, t } from '../state/words.ts';
import type { Area } from '../wire/place.ts';

/** Corners that CAP allows us in one polygon are 100; a drawn one needs far fewer. */
export const MOST_CORNERS = 60;

export function drawnArea(): Area | undefined {
  const now = drawing.value;
  const first = now?.mode === 'area' ? now.corners[0] : undefined;
  if (now?.mode !== 'area' || !first || now.corners.length < 3) return undefined;
  return { polygons: [{ outer: [...now.corners, first], holes: [] }], circles: [] };
}

function Drawing() {
  const now = drawing.value;
  const corners = now?.mode === 'area' ? now.corners : [];
  const set = (next: typeof corners) => {
    drawing.value = { mode: 'area', corners: next };
  };
  return (
    <div class="drawing">
      <p class="hint">
        <Icon name="pin" /> {t('compose.draw.hint')}
      </p>
      <p>
        {t('compose.draw.corners', { n: corners.length })}{' '}
        <button
          type="button"
          class="small"
          disabled={corners.length === 0}
          onClick={() => set(corners.slice(0, -1))}
        >
          {t('compose.draw.undo')}
        </button>{' '}
        <button type="button" class="small" disabled={corners.length === 0} onClick={() => set([])}>
          {t('compose.draw.clear')}
        </button>
      </p>
    </div>
  );
}

function ZoneList({ chosen }: { chosen: Signal<string[]> }) {
  const search = useSignal('');
  const wanted = search.value.trim().toLocaleLowerCase();
  const listed = zones.value.filter((z) =>
    `${z.id} ${Object.values(z.name).join(' ')}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <>
      <input
        type="search"
        placeholder={t('compose.zones.search')}
        aria-label={t('compose.zones.search')}
        value={search.value}
        onInput={(e) => {
          search.value = e.currentTarget.value;
        }}
      />
      <ul class="zone-list">
        {listed.map((zone) => (
          <li key={zone.id}>
            <label class="tick">
              <input
                type="checkbox"
                checked={chosen.value.includes(zone.id)}
                onChange={(e) => {
                  const others = chosen.value.filter((id) => id !== zone.id);
                  chosen.value = e.currentTarget.checked ? [...others, zone.id] : others;
                }}
              />
              {named(zone.name, zone.id)}
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

/**
 * Listed zones, an area drawn on the map, or the hazard's own: one of them.
 *
 * @param offered whether the hazard's area is meant; undefined where it has none
 */
export function AreaField(props: { chosen: Signal<string[]>; offered: Signal<boolean> | undefined }) {
  const { chosen, offered } = props;
  const own = offered?.value ?? false;
  const drawn = !own && drawing.value?.mode === 'area';
  const take = (hazards: boolean, drawings: typeof drawing.value) => {
    if (offered) offered.value = hazards;
    drawing.value = drawings;
  };
  return (
    <fieldset class="area-field">
      <legend>{t('compose.where')}</legend>
      <div class="switch">
        <button type="button" aria-pressed={!drawn && !own} onClick={() => take(false, undefined)}>
          {t('compose.where.zones')}{' '}
          {chosen.value.length > 0 && <span class="count">{chosen.value.length}</span>}
        </button>
        <button
          type="button"
          aria-pressed={drawn}
          onClick={() => {
            if (!drawn) take(false, { mode: 'area', corners: [] });
          }}
        >
          {t('compose.where.drawn')}
        </button>
        {offered && (
          <button type="button" aria-pressed={own} onClick={() => take(true, undefined)}>
            {t('compose.where.hazard')}
          </button>
        )}
      </div>
      {own && <p class="hint">{t('compose.where.hazard.note')}</p>}
      {!own && (drawn ? <Drawing /> : <ZoneList chosen={chosen} />)}
    </fieldset>
  );
}
