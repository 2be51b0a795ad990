import { middleAfter, type Path, ringsOf, type Shape } from '../lib/shape.ts';
import type { LatLon } from '../wire/place.ts';
import { element } from './dom.ts';
import type { Mark } from './markers.ts';

/** With more corners than this none can be taken: the outline is changed as text, or drawn anew. */
export const MOST_HANDLES = 250;

/** What one press of an arrow moves a corner, in pixels; with Shift. */
const STEP_PX = 2;
const BIG_STEP_PX = 20;

export interface CornerEdit {
  move(path: Path, at: LatLon): void;
  nudge(path: Path, right: number, down: number): void;
  add(path: Path, at: LatLon | undefined): void;
  remove(path: Path): void;
}

export interface CornerWords {
  corner(n: number): string;
  middle: string;
}

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const place = ([lonDeg, latDeg]: [number, number]): LatLon => ({ latDeg, lonDeg });

export const handleId = ({ polygon, ring, corner }: Path) => `corner:${polygon}.${ring}.${corner}`;

/** Arrows move the corner, Enter puts one behind it, Delete takes it away. */
function onKey(event: KeyboardEvent, path: Path, edit: CornerEdit): void {
  const way = arrows[event.key];
  const step = event.shiftKey ? BIG_STEP_PX : STEP_PX;
  if (way) edit.nudge(path, way[0] * step, way[1] * step);
  else if (event.key === 'Enter' || event.key === 'Insert') edit.add(path, undefined);
  else if (event.key === 'Delete' || event.key === 'Backspace') edit.remove(path);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function cornerMark(path: Path, at: LatLon, title: string, edit: CornerEdit): Mark {
  return {
    id: handleId(path),
    at: [at.lonDeg, at.latDeg],
    look: title,
    anchor: 'center',
    layer: 26,
    drag: { moves: (to) => edit.move(path, place(to)), ends: (to) => edit.move(path, place(to)) },
    make: () => {
      const made = element('button', 'map-corner');
      made.setAttribute('type', 'button');
      made.setAttribute('aria-label', title);
      made.addEventListener('keydown', (event) => onKey(event, path, edit));
      made.addEventListener('click', (event) => event.stopPropagation());
      made.addEventListener('dblclick', (event) => {
        event.stopPropagation();
        edit.remove(path);
      });
      return made;
    },
  };
}

/** Between two corners, for the mouse only: whoever uses the keyboard puts a corner behind another. */
function middleMark(path: Path, at: LatLon, title: string, edit: CornerEdit): Mark {
  return {
    id: `middle:${handleId(path)}`,
    at: [at.lonDeg, at.latDeg],
    look: title,
    anchor: 'center',
    layer: 25,
    drag: { ends: (to) => edit.add(path, place(to)) },
    make: () => {
      const made = element('div', 'map-middle');
      made.title = title;
      made.addEventListener('click', (event) => {
        event.stopPropagation();
        edit.add(path, undefined);
      });
      return made;
    },
  };
}

/** A handle on each corner, and one between each two. */
export function cornerMarks(shape: Shape, words: CornerWords, edit: CornerEdit): Mark[] {
  const rings = ringsOf(shape);
  const all = rings.reduce((sum, { corners }) => sum + corners.length, 0);
  if (all > MOST_HANDLES) return [];
  let n = 0;
  return rings.flatMap(({ polygon, ring, corners }) =>
    corners.flatMap((at, corner) => {
      const path = { polygon, ring, corner };
      n += 1;
      const middle = corners.length > 1 ? middleAfter(shape, path) : undefined;
      const handle = cornerMark(path, at, words.corner(n), edit);
      return middle ? [handle, middleMark(path, middle, words.middle, edit)] : [handle];
    }),
  );
}
