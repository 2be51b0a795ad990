import { useSignal } from '@preact/signals';
import { Icon } from '../look/Icon.tsx';
import { LevelShape } from '../look/Level.tsx';
import { borders, levels } from '../state/house.ts';
import { levelName } from '../state/names.ts';
import { showShips, showUnits } from '../state/settings.ts';
import { t } from '../state/words.ts';

/** What colours, shapes and stripes on the map mean. */
export function MapKey() {
  const open = useSignal(false);
  return (
    <div class={`map-key ${open.value ? 'is-open' : ''}`}>
      <button
        type="button"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon name="chevronDown" />
        {t('map.legend')}
      </button>
      {open.value && (
        <ul>
          {levels.value.toReversed().map((level) => (
            <li key={level.id}>
              <LevelShape level={level} /> {levelName(level.id)}
            </li>
          ))}
          <li>
            <span class="swatch swatch-issued" /> {t('map.legend.issued')}
          </li>
          <li>
            <span class="swatch swatch-pending" /> {t('map.legend.pending')}
          </li>
          <li>
            <span class="swatch swatch-assessed" /> {t('map.legend.assessed')}
          </li>
          <li>
            <span class="swatch swatch-stated" /> {t('map.legend.stated')}
          </li>
          <li>
            <span class="swatch swatch-search" /> {t('map.legend.search')}
          </li>
          <li>
            <span class="swatch swatch-protective" /> {t('map.legend.protective')}
          </li>
          {showShips.value && <li class="key-ships">{t('map.legend.ships')}</li>}
          {showUnits.value && <li class="key-ships">{t('map.legend.units')}</li>}
          {borders.value?.territory && (
            <li>
              <span class="swatch-border" /> {t('clip.legend')}
            </li>
          )}
          <li>
            <span class="swatch-shaking" /> {t('map.legend.shaking')}
          </li>
          <li>
            <Icon name="doubted" /> {t('map.legend.doubted')}
          </li>
          <li class="faint">{t('zone.illustrative')}</li>
          <li class="faint">{t('map.legend.coast')}</li>
        </ul>
      )}
    </div>
  );
}
