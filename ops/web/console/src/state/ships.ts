import { number } from '@nadhir/kit';
import { isStale, STILL_MPS } from '../lib/ships.ts';
import type { Extent, Track } from '../wire/around.ts';
import { extentsAt, tracksAt } from './around.ts';
import { clock, now } from './clock.ts';
import { distanceWords, knots } from './hazards.ts';
import { ago, t } from './words.ts';

export function shipName(track: Track): string {
  return track.name ?? t('hazard.vessel.mmsi', { mmsi: track.mmsi });
}

/** What it is, and whether it is in distress or in test. */
export function shipKind(track: Track): string {
  return t(track.distress ? 'ship.distress' : `ship.kind.${track.kind}`);
}

/** `190°, 8.2 kn · 4 min ago`, and what is wrong with it. */
export function shipWords(track: Track): string {
  const { courseDeg, speedMps, heardAt, doubt } = track;
  const moving =
    speedMps !== undefined &&
    (speedMps <= STILL_MPS
      ? t('ship.still')
      : courseDeg === undefined
        ? t('ship.speed', { kn: knots(speedMps) })
        : t('hazard.vessel.course', { deg: number(courseDeg), kn: knots(speedMps) }));
  return [
    moving,
    ago(Math.max(0, now.value.getTime() - heardAt.getTime())),
    isStale(track, tracksAt.value ?? heardAt) && t('ship.stale'),
    doubt !== 'NONE' && t(`ship.doubt.${doubt}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** `Search circle, radius 1.2 km, last position 42 min ago`. */
export function extentWords(extent: Extent): string {
  const { kind, radiusM, isolationM, since } = extent;
  const gaps = { r: distanceWords(radiusM), i: distanceWords(isolationM ?? 0), at: clock(since) };
  if (kind !== 'SEARCH') return t(`extent.${kind}`, gaps);
  const age = Math.max(0, (extentsAt.value ?? since).getTime() - since.getTime());
  return t('extent.SEARCH', { ...gaps, ago: ago(age) });
}
