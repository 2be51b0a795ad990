export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A label that wants to stand on the map, its box in pixels around its anchor. */
export interface Label extends Box {
  id: string;
  /** Higher goes first. */
  priority: number;
  /** How far it may move down (or up) when its own place is taken, tried in order. */
  shifts: readonly number[];
}

const GAP = 3;

/**
 * Which labels can stand without covering each other or an obstacle, and how far each moves: by
 * priority, then by id, so that the same view always shows the same ones. Those outside the view are
 * left out.
 */
export function declutter(
  labels: readonly Label[],
  obstacles: readonly Box[],
  width: number,
  height: number,
): Map<string, number> {
  const order = [...labels].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  const taken: Box[] = [...obstacles];
  const shown = new Map<string, number>();
  for (const label of order) {
    if (label.x < 0 || label.y < 0 || label.x > width || label.y > height) continue;
    for (const shift of [0, ...label.shifts]) {
      const box = { x: label.x, y: label.y + shift, width: label.width, height: label.height };
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      shown.set(label.id, shift);
      break;
    }
  }
  return shown;
}

function overlap(a: Box, b: Box): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP &&
    Math.abs(a.y - b.y) < (a.height + b.height) / 2 + GAP
  );
}
