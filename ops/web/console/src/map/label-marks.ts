import { lookOf } from '@nadhir/kit';
import { boundsOf, labelPlace, nearest, polygonsOf } from '../lib/geo.ts';
import { intensityColour, romanOf } from '../lib/quake.ts';
import type { ZoneLevel } from '../lib/zone-levels.ts';
import type { Extent } from '../wire/around.ts';
import type { ShakeMap } from '../wire/hazard.ts';
import type { LatLon } from '../wire/place.ts';
import type { Zone } from '../wire/zones.ts';
import { element, shapeElement } from './dom.ts';
import type { Mark } from './markers.ts';
import { placeNames } from './places.ts';

const kindPriority: Record<string, number> = {
  hospital: 24,
  airport: 22,
  port: 20,
  district: 18,
  hotel: 14,
  shore: 12,
  floodplain: 10,
  road: 8,
  marine: 8,
  school: 2,
};

/** Names from this priority on belong to zones with a level: they move aside before they vanish. */
export const HELD = 100;

export interface Labels {
  marks: Mark[];
  priorities: Map<string, number>;
}

/** Names of zones and places. A zone with a level carries the level's sign and name. */
export function labelMarks(
  zones: readonly Zone[],
  levels: ReadonlyMap<string, ZoneLevel>,
  zoom: number,
  chosen: string | undefined,
  name: (words: Record<string, string>) => string,
): Labels {
  const marks: Mark[] = [];
  const priorities = new Map<string, number>();
  for (const zone of zones) {
    const held = levels.get(zone.id);
    const id = `zone:${zone.id}`;
    const label = name(zone.name);
    const level = held ? name(held.level.name) : '';
    marks.push({
      id,
      at: labelPlace(zone.polygons),
      look: `${label}|${level}|${held?.stage}|${chosen === zone.id}`,
      anchor: 'center',
      layer: held ? 3 : 1,
      make: () => zoneLabel(label, level, held, chosen === zone.id),
    });
    priorities.set(
      id,
      (kindPriority[zone.kind] ?? 5) +
        (held ? HELD + held.level.rank * 10 : 0) +
        (chosen === zone.id ? 500 : 0),
    );
  }
  for (const place of placeNames) {
    if (zoom < place.from || zoom > place.to) continue;
    const id = `place:${place.id}`;
    const text = name(place.name);
    marks.push({
      id,
      at: place.at,
      look: text,
      anchor: 'center',
      layer: 0,
      make: () => element('div', `map-place map-place-${place.kind}`, text),
    });
    priorities.set(id, place.kind === 'land' ? 1 : 4);
  }
  return { marks, priorities };
}

/** One label on each whole step of the shaking, at the point of its line that is nearest to the city. */
export function contourLabels(
  map: ShakeMap | undefined,
  city: LatLon | undefined,
  title: (roman: string) => string,
): Labels {
  const marks: Mark[] = [];
  const priorities = new Map<string, number>();
  for (const { mmi, lines } of map?.contours ?? []) {
    if (!city || !Number.isInteger(mmi)) continue;
    const near = nearest(lines.flat(), city);
    if (!near) continue;
    const id = `contour:${mmi}`;
    const roman = romanOf(mmi);
    marks.push({
      id,
      at: [near.lonDeg, near.latDeg],
      look: `${roman}|${title(roman)}`,
      anchor: 'center',
      layer: 2,
      make: () => {
        const made = element('div', 'map-contour', roman);
        made.title = title(roman);
        made.style.setProperty('--contour', intensityColour(mmi));
        return made;
      },
    });
    priorities.set(id, 60 + mmi);
  }
  return { marks, priorities };
}

/** What each reckoned area is, at its northern edge. */
export function extentLabels(extents: readonly Extent[], words: (extent: Extent) => string): Labels {
  const marks: Mark[] = [];
  const priorities = new Map<string, number>();
  for (const extent of extents) {
    const box = boundsOf(polygonsOf(extent.area).flatMap(([outer = []]) => outer));
    if (!box) continue;
    const id = `extent:${extent.hazard}`;
    const text = words(extent);
    marks.push({
      id,
      at: [(box[0] + box[2]) / 2, box[3]],
      look: `${extent.kind}|${text}`,
      anchor: 'center',
      layer: 4,
      make: () => {
        const made = element('div', `map-extent ${extent.kind === 'SEARCH' ? 'is-search' : 'is-protective'}`);
        made.append(element('bdi', '', text));
        return made;
      },
    });
    priorities.set(id, HELD + 400);
  }
  return { marks, priorities };
}

function zoneLabel(label: string, level: string, held: ZoneLevel | undefined, chosen: boolean): HTMLElement {
  const made = element(
    'div',
    `map-label ${held ? `is-held is-${held.stage}` : 'is-quiet'}${chosen ? ' is-chosen' : ''}`,
  );
  if (held) {
    made.append(shapeElement(lookOf(held.level)));
    made.title = `${label}: ${level}`;
  }
  made.append(element('bdi', '', label));
  return made;
}
