/** A label that wants to stand on the map, its box in pixels around its anchor. */
export interface Label {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Higher goes first. */
  priority: number;
}

const GAP = 3;

/**
 * Which labels can stand without covering each other: by priority, then by id, so that the same view
 * always shows the same ones. Those outside the view are left out.
 */
export function declutter(labels: readonly Label[], width: number, height: number): Set<string> {
  const order = [...labels].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  const shown: Label[] = [];
  for (const label of order) {
    const outside = label.x < 0 || label.y < 0 || label.x > width || label.y > height;
    if (!outside && !shown.some((other) => overlap(label, other))) shown.push(label);
  }
  return new Set(shown.map((label) => label.id));
}

function overlap(a: Label, b: Label): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP &&
    Math.abs(a.y - b.y) < (a.height + b.height) / 2 + GAP
  );
}
