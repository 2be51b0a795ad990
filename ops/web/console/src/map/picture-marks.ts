import { lookOf, number, worst } from '@nadhir/kit';
import { computed } from '@preact/signals';
import { unitGroups } from '../lib/board.ts';
import { trend } from '../lib/gauge.ts';
import type { IconName } from '../look/icons.ts';
import { gaugeStage, reading } from '../state/gauges.ts';
import { faultWords, hazardTitle } from '../state/hazards.ts';
import { levels, site, unitById } from '../state/house.ts';
import { dangerPlaceName, typeNameOf, unitName } from '../state/names.ts';
import { objects } from '../state/picture.ts';
import { isSelected, select, selected } from '../state/selection.ts';
import { showUnits } from '../state/settings.ts';
import { placeWords, unitPlaces } from '../state/units.ts';
import { dangersOf, hazards, incidentBoards, troubled, units } from '../state/view.ts';
import { named, t } from '../state/words.ts';
import type { UnitState } from '../wire/dispatch.ts';
import type { GaugeState } from '../wire/hazard.ts';
import type { Gauge } from '../wire/site.ts';
import { type GaugeText, gaugeMark, hazardMark, incidentMark, unitMark } from './thing-marks.ts';

/** What stands on the map, as marks; each list follows its part of the picture and the language. */

export const hazardMarks = computed(() =>
  hazards.value.flatMap((h) => {
    const chosen = isSelected('hazard', h.id);
    const title = [hazardTitle(h), t(`hazard.status.${h.status}`)].join(t('list.and'));
    return hazardMark(h, title, chosen, () => select({ kind: 'hazard', id: h.id }, false)) ?? [];
  }),
);

export const incidentMarks = computed(() =>
  incidentBoards.value
    .filter(({ incident }) => !incident.closedAt)
    .map(({ incident }) => {
      const level = worst(levels.value, [incident.level]);
      const colour = level ? lookOf(level).ground : '#8494a3';
      const title = `${t('incident.one')}: ${typeNameOf(incident.type)}`;
      const chosen = isSelected('incident', incident.id);
      return incidentMark(incident, title, colour, chosen, () =>
        select({ kind: 'incident', id: incident.id }, false),
      );
    }),
);

const trendIcon: Record<'rise' | 'fall' | 'steady', IconName> = {
  rise: 'arrowUp',
  fall: 'arrowDown',
  steady: 'arrowFlat',
};

function shortReading(gauge: Gauge, state: GaugeState | undefined): string {
  if (state?.at === undefined) return '';
  if (gauge.stages)
    return state.stageM === undefined ? '' : t('gauge.stage', { value: number(state.stageM, 1) });
  return state.rainMm30 === undefined ? '' : t('gauge.rain.short', { value: number(state.rainMm30) });
}

function gaugeText(gauge: Gauge, state: GaugeState | undefined): GaugeText {
  const fault = faultWords(state);
  const way = trend(state?.riseMPerH);
  const words = fault ? `${fault.since}, ${fault.long}` : reading(gauge, state);
  return {
    title: [named(gauge.name), words || t('gauge.silent.never')].join(': '),
    // Where the number is not believed, the word stands in its place.
    value: fault ? fault.short : shortReading(gauge, state),
    trend: gauge.stages && way && !fault ? trendIcon[way] : undefined,
    doubted: fault !== undefined,
  };
}

export const gaugeMarks = computed(() =>
  (site.value?.gauges ?? []).map((gauge) => {
    const state = objects.gauge.value.get(gauge.id);
    return gaugeMark(gauge, state, gaugeText(gauge, state), gaugeStage(gauge, state));
  }),
);

function words({ unit, status }: UnitState): string {
  const place = unitPlaces.value.get(unit);
  const dangers = (dangersOf.value.get(unit) ?? []).map((d) =>
    t('unit.danger', { place: dangerPlaceName(d.place) }),
  );
  const missed = objects.unheard.value.get(unit);
  return [
    `${unitName(unit)}: ${t(`unit.status.${status}`)}`,
    ...dangers,
    missed && t('alarm.unheard', { unit: unitName(unit) }),
    place && place.known !== 'told' && placeWords(place),
  ]
    .filter(Boolean)
    .join(' · ');
}

const troubleOf = (unit: string) =>
  dangersOf.value.has(unit) ? 'danger' : objects.unheard.value.has(unit) ? 'unheard' : undefined;

/** Where they are by their own word, else by the picture; of those switched off, the ones in trouble. */
const placed = computed(() =>
  units.value
    .filter(({ unit }) => showUnits.value || troubled.value.has(unit))
    .map((u): UnitState => ({ ...u, place: unitPlaces.value.get(u.unit)?.place ?? u.place })),
);

/** Units at one place stand as one mark that counts them; those in trouble by themselves. */
export const unitMarks = computed(() => {
  const chosen = selected.value?.kind === 'unit' ? [selected.value.id] : [];
  return unitGroups(placed.value, new Set([...troubled.value, ...chosen])).map((group) => {
    const [first] = group;
    const alone = group.length === 1;
    const place = alone ? unitPlaces.value.get(first.unit) : undefined;
    return unitMark(first, unitById.value.get(first.unit)?.kind ?? '', {
      title: group.map(words).join('\n'),
      label: alone ? unitName(first.unit) : t('unit.count', { n: group.length }),
      trouble: alone ? troubleOf(first.unit) : undefined,
      known: place?.known ?? 'told',
      headingDeg: place?.headingDeg,
      chosen: alone && chosen.includes(first.unit),
    });
  });
});
