import type { LatLon } from '../wire/place.ts';
import { bearingDeg, distanceM } from './geo.ts';

/** The modified Mercalli scale as this console asks for it: XI and XII are not told apart by people. */
export const intensities = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export type Intensity = (typeof intensities)[number];

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** `VI` for 6.2: intensities are whole numbers to people. */
export function romanOf(mmi: number): string {
  return roman[Math.min(Math.max(Math.round(mmi), 1), roman.length) - 1] ?? 'I';
}

/** The step of the scale that has words of its own. */
export function intensityOf(mmi: number): Intensity {
  return Math.min(Math.max(Math.round(mmi), 1), 10) as Intensity;
}

/** Colours of the intensities from IV on: light to dark in both themes, yellow to red as ShakeMaps have it. */
const colours: readonly [from: number, colour: string][] = [
  [9, '#d7191c'],
  [8, '#f4501f'],
  [7, '#fd8d1e'],
  [6, '#fdc12a'],
  [5, '#d9e86b'],
  [0, '#7fd3e0'],
];

export function intensityColour(mmi: number): string {
  return colours.find(([from]) => mmi >= from)?.[1] ?? '#7fd3e0';
}

export type Compass = 'N' | 'NE' | 'E' | 'SE' | 'S' | 'SW' | 'W' | 'NW';
const compass: readonly Compass[] = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'];

export function compassOf(bearing: number): Compass {
  return compass[Math.round((((bearing % 360) + 360) % 360) / 45) % 8] ?? 'N';
}

/** How far and in which direction one solution lies from the preferred one; undefined of the same place. */
export function offset(from: LatLon, to: LatLon): { km: number; way: Compass } | undefined {
  const km = distanceM(from, to) / 1000;
  return km < 0.05 ? undefined : { km, way: compassOf(bearingDeg(from, to)) };
}
