import { useSignal } from '@preact/signals';
import { inOrder, isStale } from '../lib/ships.ts';
import { Icon } from '../look/Icon.tsx';
import { tracks, tracksAt, tracksTotal } from '../state/around.ts';
import { isSelected, select } from '../state/selection.ts';
import { showShips } from '../state/settings.ts';
import { shipKind, shipName, shipWords } from '../state/ships.ts';
import { t } from '../state/words.ts';
import type { Track } from '../wire/around.ts';
import { Panel } from './Panel.tsx';

/** Rows of the list; the map shows the others. */
const MOST_ROWS = 200;

function ShipRow({ track }: { track: Track }) {
  const states = [
    track.distress && 'is-distress',
    isStale(track, tracksAt.value ?? track.heardAt) && 'is-stale',
    isSelected('ship', track.mmsi) && 'is-chosen',
  ];
  return (
    <li class={`ship ${states.filter(Boolean).join(' ')}`}>
      <button
        type="button"
        class="ship-main"
        data-ship={track.mmsi}
        onClick={() => select({ kind: 'ship', id: track.mmsi })}
      >
        <Icon name={track.distress ? 'lifebuoy' : track.kind === 'AID' ? 'pin' : 'ship'} />
        <span>
          <bdi>{shipName(track)}</bdi> <span class="faint">{shipKind(track)}</span>
          <br />
          <span class="faint">{shipWords(track)}</span>
        </span>
      </button>
    </li>
  );
}

/** The ships where the map looks, for whoever does not use the map; folded away until somebody asks. */
export function Ships() {
  const open = useSignal(false);
  const seen = tracks.value;
  if (!showShips.value || seen.length === 0) return null;
  const rows = open.value ? inOrder(seen).slice(0, MOST_ROWS) : [];
  const cut = seen.length < tracksTotal.value;
  const left = tracksTotal.value - rows.length;
  return (
    <Panel
      id="ships"
      title={t('ship.title')}
      class={`panel-ships ${open.value || cut ? 'is-open' : ''}`}
      note={tracksTotal.value}
      action={
        <button
          type="button"
          class="small"
          aria-expanded={open.value}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {t(open.value ? 'ship.list.hide' : 'ship.list.show')}
        </button>
      }
    >
      {cut && (
        <p class="card-warn">
          <Icon name="warning" /> {t('ship.cut', { n: seen.length, all: tracksTotal.value })}
        </p>
      )}
      {open.value && (
        <ul class="ships">
          {rows.map((track) => (
            <ShipRow key={track.mmsi} track={track} />
          ))}
        </ul>
      )}
      {open.value && left > 0 && <p class="faint">{t('list.more', { n: left })}</p>}
    </Panel>
  );
}
