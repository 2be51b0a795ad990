import type { Known } from '../lib/unit-places.ts';
import { hazardIcon, type IconName, unitIcon } from '../look/icons.ts';
import type { Incident, UnitState } from '../wire/dispatch.ts';
import type { GaugeState, Hazard } from '../wire/hazard.ts';
import type { Gauge } from '../wire/site.ts';
import { element, iconElement } from './dom.ts';
import type { Mark } from './markers.ts';

/** A mark that can be chosen with mouse and keyboard. */
function button(
  className: string,
  icon: IconName,
  title: string,
  label: string,
  choose: () => void,
): HTMLElement {
  const made = element('button', `mark ${className}`);
  made.setAttribute('type', 'button');
  made.title = title;
  made.setAttribute('aria-label', title);
  made.append(iconElement(icon));
  if (label) made.append(element('bdi', 'mark-text', label));
  made.addEventListener('click', (event) => {
    event.stopPropagation();
    choose();
  });
  return made;
}

export function hazardMark(
  hazard: Hazard,
  title: string,
  chosen: boolean,
  choose: () => void,
): Mark | undefined {
  if (!hazard.place) return undefined;
  const state = `mark-hazard is-${hazard.status.toLowerCase()}${chosen ? ' is-chosen' : ''}`;
  return {
    id: `hazard:${hazard.id}`,
    at: [hazard.place.lonDeg, hazard.place.latDeg],
    look: `${title}|${state}|${hazard.type}`,
    anchor: 'bottom',
    offset: [0, -9],
    layer: 20,
    make: () => {
      const made = button(state, hazardIcon(hazard.type, hazard.detail.type), title, '', choose);
      if (hazard.status === 'HELD') made.append(corner('question'));
      if (hazard.status === 'WITHDRAWN') made.append(corner('close'));
      return made;
    },
  };
}

/** A sign at the corner of a mark: not believed, taken back. */
function corner(icon: IconName): HTMLElement {
  const made = element('span', 'mark-corner');
  made.append(iconElement(icon));
  return made;
}

export function incidentMark(
  incident: Incident,
  title: string,
  colour: string,
  chosen: boolean,
  choose: () => void,
): Mark {
  return {
    id: `incident:${incident.id}`,
    at: [incident.place.lonDeg, incident.place.latDeg],
    look: `${title}|${colour}|${chosen}`,
    anchor: 'bottom',
    offset: [24, -20],
    layer: 21,
    make: () => {
      const made = button(`mark-incident${chosen ? ' is-chosen' : ''}`, 'flag', title, '', choose);
      made.style.setProperty('--level', colour);
      return made;
    },
  };
}

export interface GaugeText {
  title: string;
  /** The latest value, or why it is not believed; empty when there is none. */
  value: string;
  trend: IconName | undefined;
  doubted: boolean;
}

export function gaugeMark(gauge: Gauge, state: GaugeState | undefined, text: GaugeText, stage: string): Mark {
  const className = `mark-gauge is-stage-${stage}${text.doubted ? ' is-doubted' : ''}${state?.at ? '' : ' is-mute'}`;
  return {
    id: `gauge:${gauge.id}`,
    at: [gauge.place.lonDeg, gauge.place.latDeg],
    look: `${className}|${text.title}|${text.value}|${text.trend}`,
    anchor: 'center',
    layer: 10,
    make: () => {
      const made = element('div', `mark ${className}`);
      made.title = text.title;
      made.append(iconElement(text.doubted ? 'doubted' : gauge.stages ? 'gauge' : 'rain'));
      made.append(element('bdi', 'mark-text', gauge.id));
      if (text.value) made.append(element('bdi', 'mark-text', text.value));
      if (text.trend) made.append(iconElement(text.trend));
      return made;
    },
  };
}

export interface UnitLook {
  title: string;
  label: string;
  trouble: 'danger' | 'unheard' | undefined;
  known: Known;
  headingDeg: number | undefined;
  chosen: boolean;
}

/** An arrow turns in steps of so many degrees: a mark is made anew for each. */
const TURN_DEG = 10;

/** A unit, its words beside it while it is busy or in trouble. */
export function unitMark(state: UnitState, kind: string, unit: UnitLook): Mark {
  const { title, label, trouble, known, headingDeg, chosen } = unit;
  const busy = state.status !== 'AVAILABLE' && state.status !== 'OUT_OF_SERVICE';
  const turned = headingDeg === undefined ? undefined : Math.round(headingDeg / TURN_DEG) * TURN_DEG;
  const className = [
    'mark-unit',
    `is-${state.status.toLowerCase().replaceAll('_', '-')}`,
    `is-${known}`,
    trouble && `is-troubled is-${trouble}`,
    chosen && 'is-chosen',
  ]
    .filter(Boolean)
    .join(' ');
  return {
    id: `unit:${state.unit}`,
    at: [state.place.lonDeg, state.place.latDeg],
    look: `${className}|${title}|${label}|${turned}`,
    anchor: 'center',
    layer: trouble ? 22 : busy ? 12 : 5,
    yields: busy && !trouble,
    held: trouble !== undefined,
    make: () => {
      const made = element('div', `mark ${className}`);
      made.title = title;
      made.append(iconElement(unitIcon(kind)));
      if (busy || trouble || chosen) made.append(element('bdi', 'mark-text', label));
      if (turned !== undefined) made.append(arrow(turned));
      if (trouble) made.append(corner(trouble === 'danger' ? 'warning' : 'out'));
      return made;
    },
  };
}

/** Where it drives; north is up. */
function arrow(deg: number): HTMLElement {
  const made = element('span', 'mark-heading');
  made.style.setProperty('--turn', `${deg}deg`);
  return made;
}
