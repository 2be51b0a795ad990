import { inkOn, isColour } from '../theme/contrast.ts';

/** A warning level of the site, calmest first by `rank`. */
export interface Level {
  id: string;
  rank: number;
  name: Readonly<Record<string, string>>;
  colour: string;
}

export type Shape = 'circle' | 'triangle' | 'diamond' | 'octagon';

/** What a level looks like. The shape says it again for those who do not see the colour. */
export interface Look {
  ground: string;
  ink: '#000000' | '#ffffff';
  shape: Shape;
}

/** Used for a level whose site gives no usable colour (ISO 22324 hues). */
const fallback: Record<string, string> = {
  green: '#2e9e5b',
  yellow: '#f4c20d',
  orange: '#f28a1e',
  red: '#d6232e',
};

const shapes: Record<string, Shape> = {
  green: 'circle',
  yellow: 'triangle',
  orange: 'diamond',
  red: 'octagon',
};

const byRank: readonly Shape[] = ['circle', 'triangle', 'diamond', 'octagon'];

export function lookOf(level: Level): Look {
  const ground = isColour(level.colour) ? level.colour : (fallback[level.id] ?? '#8494a3');
  const shape = shapes[level.id] ?? byRank[Math.min(Math.max(level.rank, 0), byRank.length - 1)] ?? 'octagon';
  return { ground, ink: inkOn(ground), shape };
}

/** SVG path of a shape in a box of 24 by 24. */
export const shapePaths: Record<Shape, string> = {
  circle: 'M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 0 1 0 -19z',
  triangle: 'M12 2.2L23 21.4H1z',
  diamond: 'M12 1L23 12L12 23L1 12z',
  octagon: 'M7.6 1.5h8.8L22.5 7.6v8.8L16.4 22.5H7.6L1.5 16.4V7.6z',
};

/** The worst of the ids, by the site's order; undefined of none. Ids the site does not list are left out. */
export function worst(levels: readonly Level[], ids: Iterable<string>): Level | undefined {
  let found: Level | undefined;
  for (const id of ids) {
    const level = levels.find((candidate) => candidate.id === id);
    if (level && (!found || level.rank > found.rank)) found = level;
  }
  return found;
}
