import { parseDuration } from '@nadhir/kit';
import { canBeCalled, covers } from '../lib/inside.ts';
import { inOrder } from '../lib/ships.ts';
import { Icon } from '../look/Icon.tsx';
import { passages, seaLeftOut, seaTracks } from '../state/around.ts';
import { clock } from '../state/clock.ts';
import { select } from '../state/selection.ts';
import { shipKind, shipName, shipWords } from '../state/ships.ts';
import { span, t } from '../state/words.ts';
import type { ShipPassage, Track } from '../wire/around.ts';
import type { Area } from '../wire/place.ts';
import type { Zone } from '../wire/zones.ts';

/** Rows of a list; the map shows the others. */
const MOST_TO_CALL = 12;
const MOST_IN_ZONE = 6;
const MOST_PASSAGES = 6;

/** Where the absence of ships is news. */
const AT_SEA = ['marine', 'port', 'shore'];

function ShipRows({ ships, most }: { ships: readonly Track[]; most: number }) {
  const shown = inOrder(ships).slice(0, most);
  return (
    <>
      <ul class="sea-ships">
        {shown.map((track) => (
          <li key={track.mmsi}>
            <button type="button" class="bare" onClick={() => select({ kind: 'ship', id: track.mmsi })}>
              <Icon name={track.distress ? 'lifebuoy' : 'ship'} />
              <span>
                <bdi>{shipName(track)}</bdi>{' '}
                <span class="faint">
                  {[
                    shipKind(track),
                    track.name && t('hazard.vessel.mmsi', { mmsi: track.mmsi }),
                    shipWords(track),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < ships.length && (
        <p class="faint">{t('list.more', { n: ships.length - shown.length })}</p>
      )}
    </>
  );
}

/** Whoever reads the list must know that it may not be whole. */
function LeftOut() {
  const n = seaLeftOut.value;
  if (n === 0) return null;
  return (
    <p class="card-warn">
      <Icon name="warning" /> <span>{t('sea.cut', { n })}</span>
    </p>
  );
}

/** The ships in an alert's area: nobody else tells them. */
export function ShipsToCall({ area }: { area: Area }) {
  const inside = (seaTracks.value ?? []).filter((s) => canBeCalled(s) && covers(area, s.place));
  if (inside.length === 0 && seaLeftOut.value === 0) return null;
  return (
    <section class="ships-to-call">
      <h3>
        <Icon name="call" />{' '}
        {inside.length > 0 ? t('sea.call', { ships: t('sea.inside', { n: inside.length }) }) : t('sea.none')}
      </h3>
      <LeftOut />
      <ShipRows ships={inside} most={MOST_TO_CALL} />
      <p class="faint">{t('sea.call.why')}</p>
    </section>
  );
}

function passed({ what, stayed, already, unheard }: ShipPassage): string {
  const age = span(parseDuration(stayed ?? '') ?? 0);
  switch (what) {
    case 'ENTERED':
      return t(already ? 'sea.ENTERED.already' : 'sea.ENTERED');
    case 'DWELT':
      return t('sea.DWELT', { age });
    case 'LEFT':
      return t(unheard ? 'sea.LEFT.unheard' : 'sea.LEFT', { age });
  }
}

/** The ships that are in a zone now, and who passed it last. */
export function ZoneShips({ zone }: { zone: Zone }) {
  const heard = seaTracks.value;
  const inside = (heard ?? []).filter((s) => s.zones.includes(zone.id));
  const last = passages.value?.zone === zone.id ? passages.value.told : [];
  const atSea = AT_SEA.includes(zone.kind);
  if (!atSea && inside.length === 0 && last.length === 0 && seaLeftOut.value === 0) return null;
  return (
    <section class="zone-ships">
      <h4>
        <Icon name="ship" />{' '}
        {!heard
          ? t('sea.unknown')
          : inside.length > 0
            ? t('sea.inside', { n: inside.length })
            : t('sea.none')}
      </h4>
      <LeftOut />
      <ShipRows ships={inside} most={MOST_IN_ZONE} />
      {last.length > 0 && (
        <>
          <h4>{t('sea.passed')}</h4>
          <ul class="sea-passages">
            {last.slice(0, MOST_PASSAGES).map((passage) => (
              <li key={`${passage.feed} ${passage.mmsi} ${passage.at.toISOString()} ${passage.what}`}>
                <time dateTime={passage.at.toISOString()}>{clock(passage.at)}</time>{' '}
                <bdi>{passage.name ?? t('hazard.vessel.mmsi', { mmsi: passage.mmsi })}</bdi>{' '}
                <span class="faint">{passed(passage)}</span>
              </li>
            ))}
          </ul>
          {last.length > MOST_PASSAGES && (
            <p class="faint">{t('list.more', { n: last.length - MOST_PASSAGES })}</p>
          )}
        </>
      )}
    </section>
  );
}
