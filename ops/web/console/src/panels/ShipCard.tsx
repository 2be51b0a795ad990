import { positionText } from '../lib/geo.ts';
import { Icon } from '../look/Icon.tsx';
import { tracks } from '../state/around.ts';
import { select, selected } from '../state/selection.ts';
import { shipKind, shipName, shipWords } from '../state/ships.ts';
import { t, tPlain } from '../state/words.ts';

/** What is known of the ship that was clicked. */
export function ShipCard() {
  const chosen = selected.value;
  const track = chosen?.kind === 'ship' ? tracks.value.find((one) => one.mmsi === chosen.id) : undefined;
  if (!track) return null;
  const status = track.navStatus === undefined ? '' : tPlain(`ship.status.${track.navStatus}`, '');
  return (
    <aside class="zone-card ship-card" aria-label={shipName(track)}>
      <header>
        <h3>
          <bdi>{shipName(track)}</bdi>
        </h3>
        <button type="button" class="bare" aria-label={t('app.close')} onClick={() => select(undefined)}>
          <Icon name="close" />
        </button>
      </header>
      <p>
        {track.distress && <Icon name="lifebuoy" />} <strong>{shipKind(track)}</strong>
        {status && ` · ${status}`}
      </p>
      <p>{shipWords(track)}</p>
      {track.name && <p class="faint">{t('hazard.vessel.mmsi', { mmsi: track.mmsi })}</p>}
      <p class="faint">
        <bdi dir="ltr">{positionText(track.place)}</bdi>
      </p>
    </aside>
  );
}
