import { number } from '@nadhir/kit';
import { faultOf, faultSince } from '../lib/alarms.ts';
import { isFeltOnly, statedTitle } from '../lib/hazards.ts';
import type { GaugeFault, GaugeState, Hazard } from '../wire/hazard.ts';
import { clock } from './clock.ts';
import { typeNameOf } from './names.ts';
import { language } from './settings.ts';
import { t } from './words.ts';

const KNOTS_PER_MPS = 3600 / 1852;

export const knots = (mps: number): string => number(mps * KNOTS_PER_MPS, 1);

/** `180 m`, `1.2 km`. */
export function distanceWords(metres: number): string {
  return metres < 1000
    ? t('distance.m', { n: number(metres) })
    : t('distance.km', { n: number(metres / 1000, metres < 10_000 ? 1 : 0) });
}

/** What a hazard is called in lists, alarms and on the map, in the reader's language. */
export function hazardTitle(hazard: Hazard): string {
  const type = typeNameOf(hazard.type);
  const { detail } = hazard;
  switch (detail.type) {
    case 'HazardDetail.Quake':
      if (isFeltOnly(hazard)) return t('hazard.quake.feltOnly');
      return t('hazard.quake.short', { type, m: number(detail.magnitude, 1) });
    case 'HazardDetail.Vessel':
      return [t(`hazard.vessel.${detail.trouble}`), detail.name || detail.mmsi].filter(Boolean).join(': ');
    case 'HazardDetail.Stated': {
      const title = statedTitle(detail, language.value);
      return title?.by === 'reader' ? `${type}: ${title.text}` : type;
    }
    case 'HazardDetail.Flood':
    case 'HazardDetail.Distress':
      return type;
  }
}

export interface FaultWords {
  fault: GaugeFault;
  /** `stuck` */
  short: string;
  /** `the same value far too long` */
  long: string;
  /** `stuck since 15:40` */
  since: string;
}

/** Why a gauge is not believed, in words; undefined when it is. */
export function faultWords(state: GaugeState | undefined): FaultWords | undefined {
  const fault = faultOf(state);
  if (!state || !fault) return undefined;
  const short = t(`gauge.fault.${fault}`);
  const at = faultSince(state);
  return {
    fault,
    short,
    long: t(`gauge.fault.${fault}.long`),
    since: at ? t('gauge.fault.since', { fault: short, at: clock(at) }) : short,
  };
}
