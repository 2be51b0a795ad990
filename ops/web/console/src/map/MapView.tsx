import { computed, effect, signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { boundsOf, polygonsOf } from '../lib/geo.ts';
import { addCorner, middleAfter, moveCorner, removeCorner, ringsOf } from '../lib/shape.ts';
import { Icon } from '../look/Icon.tsx';
import { extentOf, extents, lookNow, mapBox, tracks, tracksAt } from '../state/around.ts';
import { borders, gaugeById, site, zoneById, zones } from '../state/house.ts';
import { objects } from '../state/picture.ts';
import { drawAt, drawing, focusMap, isSelected, offered, select, selected } from '../state/selection.ts';
import {
  language,
  setShowBorder,
  setShowShips,
  setShowUnits,
  showBorder,
  showShips,
  showUnits,
  theme,
} from '../state/settings.ts';
import { extentWords, shipKind, shipName, shipWords } from '../state/ships.ts';
import { unitPlaces } from '../state/units.ts';
import { decision, hazards, levelsOfZones } from '../state/view.ts';
import { named, t } from '../state/words.ts';
import type { Hazard, ShakeMap } from '../wire/hazard.ts';
import type { Area } from '../wire/place.ts';
import { type CornerEdit, cornerMarks, handleId } from './corner-marks.ts';
import {
  areaFeatures,
  draftFeatures,
  extentFeatures,
  nothing,
  shakingFeatures,
  shapeFeatures,
  shipFeatures,
  statedFeatures,
  zoneFeatures,
} from './features.ts';
import { type Box, GulfMap, views } from './gulf-map.ts';
import { contourLabels, extentLabels, labelMarks } from './label-marks.ts';
import { MapKey } from './MapKey.tsx';
import { paletteOf } from './palette.ts';
import { gaugeMarks, hazardMarks, incidentMarks, unitMarks } from './picture-marks.ts';

const zoom = signal(11);

function boxOfArea(area: Area): Box | undefined {
  return boundsOf(polygonsOf(area).flatMap(([outer = []]) => outer));
}

/** The area that a warning is for; an earthquake with the city, which is what it is about. */
function boxOfHazard({ detail, place }: Hazard): Box | undefined {
  if (detail.type === 'HazardDetail.Stated') return detail.area && boxOfArea(detail.area);
  const centre = site.peek()?.info.centre;
  if (detail.type !== 'HazardDetail.Quake' || !place || !centre) return undefined;
  return boundsOf([
    [place.lonDeg, place.latDeg],
    [centre.lonDeg, centre.latDeg],
  ]);
}

/** Where the map goes for what is selected. */
function goToSelected(map: GulfMap): void {
  const chosen = selected.peek();
  if (!chosen) return;
  if (chosen.kind === 'zone') {
    const box = boundsOf(zoneById.peek().get(chosen.id)?.polygons.flat(2) ?? []);
    if (box) map.fit(box, 13.5);
  } else if (chosen.kind === 'hazard') {
    const hazard = objects.hazard.peek().get(chosen.id);
    const place = hazard?.place;
    const box = hazard && boxOfHazard(hazard);
    const around = extentOf.peek().get(chosen.id)?.area;
    const reach = around && boxOfArea(around);
    if (reach) map.fit(reach, 12.5);
    else if (box) map.fit(box, 11);
    else if (place) map.goTo([place.lonDeg, place.latDeg], 11);
  } else if (chosen.kind === 'gauge') {
    const place = gaugeById.peek().get(chosen.id)?.place;
    if (place) map.goTo([place.lonDeg, place.latDeg], 11.5);
  } else if (chosen.kind === 'incident') {
    const place = objects.incident.peek().get(chosen.id)?.place;
    if (place) map.goTo([place.lonDeg, place.latDeg], 12);
  } else if (chosen.kind === 'ship') {
    const place = tracks.peek().find((track) => track.mmsi === chosen.id)?.place;
    if (place) map.goTo([place.lonDeg, place.latDeg], 12);
  } else if (chosen.kind === 'unit') {
    const place = unitPlaces.peek().get(chosen.id)?.place;
    if (place) map.goTo([place.lonDeg, place.latDeg], 13);
  } else if (chosen.kind === 'alert') {
    const area = objects.alert.peek().get(chosen.id)?.revisions.at(-1)?.message.area;
    const box = area && boxOfArea(area);
    if (box) map.fit(box, 12.6);
  }
}

/** The area that is in question: of the alert looked at, else of the decision that waits. */
function areaShown(): Area | undefined {
  const chosen = selected.value;
  if (chosen?.kind === 'alert') return objects.alert.value.get(chosen.id)?.revisions.at(-1)?.message.area;
  return decision.value?.revision.message.area;
}

/** The shaking of the earthquake looked at, else of the one told last. */
const shaking = computed<ShakeMap | undefined>(() => {
  const maps = hazards.value.flatMap(({ id, detail }) =>
    detail.type === 'HazardDetail.Quake' && detail.shakeMap ? [{ id, map: detail.shakeMap }] : [],
  );
  return (maps.find(({ id }) => isSelected('hazard', id)) ?? maps[0])?.map;
});

/** Moves, adds and removes corners of the outline that is edited; the keyboard stays on a corner. */
function cornerEdit(map: GulfMap): CornerEdit {
  const edit: CornerEdit = {
    move: (path, at) => {
      const now = drawing.peek();
      if (now?.mode === 'shape') drawing.value = { ...now, shape: moveCorner(now.shape, path, at) };
    },
    nudge: (path, right, down) => {
      const now = drawing.peek();
      const ring =
        now?.mode === 'shape' &&
        ringsOf(now.shape).find((r) => r.polygon === path.polygon && r.ring === path.ring);
      const at = ring ? ring.corners[path.corner] : undefined;
      if (!at) return;
      const [lonDeg, latDeg] = map.nudged([at.lonDeg, at.latDeg], right, down);
      edit.move(path, { latDeg, lonDeg });
    },
    add: (path, at) => {
      const now = drawing.peek();
      const place = now?.mode === 'shape' ? (at ?? middleAfter(now.shape, path)) : undefined;
      if (now?.mode !== 'shape' || !place) return;
      drawing.value = { ...now, shape: addCorner(now.shape, path, place) };
      map.focusHandle(handleId({ ...path, corner: path.corner + 1 }));
    },
    remove: (path) => {
      const now = drawing.peek();
      const fewer = now?.mode === 'shape' ? removeCorner(now.shape, path) : undefined;
      if (now?.mode !== 'shape' || !fewer) return;
      drawing.value = { ...now, shape: fewer };
      map.focusHandle(handleId({ ...path, corner: Math.max(0, path.corner - 1) }));
    },
  };
  return edit;
}

function follow(map: GulfMap): () => void {
  const chosenZone = () => (selected.value?.kind === 'zone' ? selected.value.id : undefined);
  const edit = cornerEdit(map);
  const stops = [
    effect(() => map.readRightToLeft(language.value === 'ar')),
    effect(() => map.data('zones', zoneFeatures(zones.value, levelsOfZones.value, chosenZone()))),
    effect(() => map.data('area', areaFeatures(areaShown()))),
    effect(() => {
      const asked = showBorder.value || decision.value?.revision.message.clipped !== undefined;
      map.data('territory', areaFeatures(asked ? borders.value?.territory : undefined));
    }),
    effect(() => {
      const chosen = selected.value?.kind === 'hazard' ? selected.value.id : undefined;
      map.data('stated', statedFeatures(hazards.value, chosen));
    }),
    effect(() => map.data('shaking', shakingFeatures(shaking.value))),
    effect(() => {
      const chosen = selected.value?.kind === 'hazard' ? selected.value.id : undefined;
      map.data('extents', extentFeatures(extents.value, chosen));
    }),
    effect(() => {
      const chosen = selected.value?.kind === 'ship' ? selected.value.id : undefined;
      const at = tracksAt.value;
      map.data('ships', showShips.value && at ? shipFeatures(tracks.value, at, chosen) : nothing);
    }),
    effect(() => {
      const now = drawing.value;
      if (now?.mode === 'shape') {
        map.data('draft', shapeFeatures(now.shape));
        map.cursor(now.adding ? 'crosshair' : '');
        return;
      }
      const corners = now?.mode === 'area' ? now.corners : now?.at ? [now.at] : [];
      map.data('draft', draftFeatures(corners));
      map.cursor(now ? 'crosshair' : '');
    }),
    effect(() => {
      const now = drawing.value;
      const words = { corner: (n: number) => t('zone.corner', { n }), middle: t('zone.corner.between') };
      map.handles(now?.mode === 'shape' ? cornerMarks(now.shape, words, edit) : []);
    }),
    effect(() => map.data('offer', shapeFeatures(offered.value))),
    effect(() =>
      map.marks([...unitMarks.value, ...gaugeMarks.value, ...incidentMarks.value, ...hazardMarks.value]),
    ),
    effect(() => {
      const { marks, priorities } = labelMarks(
        zones.value,
        levelsOfZones.value,
        zoom.value,
        chosenZone(),
        (w) => named(w),
      );
      const shaken = contourLabels(shaking.value, site.value?.info.centre, (roman) =>
        t('map.contour', { roman }),
      );
      const around = extentLabels(extents.value, extentWords);
      map.labels(
        [...marks, ...shaken.marks, ...around.marks],
        new Map([...priorities, ...shaken.priorities, ...around.priorities]),
      );
    }),
    effect(() => {
      if (focusMap.value > 0) goToSelected(map);
    }),
    effect(() => {
      const waiting = decision.value?.revision.message;
      const box = waiting && boxOfArea(waiting.area);
      if (box) map.fit(box, 12.6);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

export function MapView() {
  const place = useRef<HTMLDivElement>(null);
  const gulf = useRef<GulfMap | undefined>(undefined);
  const broken = useSignal(false);

  useEffect(() => {
    if (!place.current) return undefined;
    let map: GulfMap;
    try {
      map = new GulfMap(
        place.current,
        paletteOf(document.documentElement),
        { 'Map.Title': t('map.title') },
        {
          click: (at, zone, ship) => {
            if (drawing.peek()) drawAt(at);
            else if (ship) select({ kind: 'ship', id: ship }, false);
            else select(zone ? { kind: 'zone', id: zone } : undefined, false);
          },
          over: (ship) => {
            const track = ship && tracks.peek().find((one) => one.mmsi === ship);
            if (!drawing.peek()) gulf.current?.cursor(track ? 'pointer' : '');
            gulf.current?.tip(track ? `${shipName(track)}\n${shipKind(track)}\n${shipWords(track)}` : '');
          },
          shows: (box) => {
            mapBox.value = box;
            lookNow();
          },
        },
      );
    } catch {
      broken.value = true;
      return undefined;
    }
    gulf.current = map;
    zoom.value = map.zoom;
    map.onZoomEnd(() => {
      zoom.value = map.zoom;
    });
    const unfollow = follow(map);
    let first = true;
    const stopTheme = effect(() => {
      theme.value;
      if (!first) requestAnimationFrame(() => map.paint(paletteOf(document.documentElement)));
      first = false;
    });
    return () => {
      stopTheme();
      unfollow();
      map.remove();
      gulf.current = undefined;
    };
  }, []);

  if (broken.value) return <p class="map-none">{t('map.none')}</p>;
  return (
    <div class="map">
      <div class="map-canvas" ref={place} dir="ltr" />
      <div class="map-tools">
        {(['city', 'wadi', 'gulf'] as const).map((view) => (
          <button type="button" key={view} onClick={() => gulf.current?.fit(views[view])}>
            {t(`map.view.${view}`)}
          </button>
        ))}
        <button
          type="button"
          class="ships-switch"
          aria-pressed={showShips.value}
          onClick={() => {
            setShowShips(!showShips.value);
            lookNow();
          }}
        >
          <Icon name="ship" /> {t('ship.layer')}
        </button>
        <button
          type="button"
          class="units-switch"
          aria-pressed={showUnits.value}
          onClick={() => {
            setShowUnits(!showUnits.value);
            lookNow();
          }}
        >
          <Icon name="ambulance" /> {t('unit.layer')}
        </button>
        {borders.value?.territory && (
          <button
            type="button"
            class="border-switch"
            aria-pressed={showBorder.value}
            onClick={() => setShowBorder(!showBorder.value)}
          >
            <Icon name="border" /> {t('clip.layer')}
          </button>
        )}
        <button
          type="button"
          aria-label={t('map.zoomIn')}
          title={t('map.zoomIn')}
          onClick={() => gulf.current?.zoomBy(1)}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          aria-label={t('map.zoomOut')}
          title={t('map.zoomOut')}
          onClick={() => gulf.current?.zoomBy(-1)}
        >
          <Icon name="minus" />
        </button>
      </div>
      <MapKey />
    </div>
  );
}
