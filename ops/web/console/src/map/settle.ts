import type { Map as LibreMap } from 'maplibre-gl';
import { type Box, declutter, type Label } from '../lib/declutter.ts';
import { HELD } from './label-marks.ts';
import type { Marks } from './markers.ts';

type Elements = ReturnType<Marks['elements']>;

/** How far the name of a zone with a level may move from its place, in pixels. */
const SHIFTS = [20, -20, 38, -38];

/** The same for marks with words: units side by side stand as a list. Below the names of zones with a level. */
const MARK_SHIFTS = [24, -24, 48, -48, 72, -72];
const MARK_PRIORITY = HELD - 1;

/** Units in trouble at one place: so many stand as a list, each by its name. */
const HELD_MARK_SHIFTS = [30, -30, 60, -60, 90, -90, 120, -120];

function place(element: HTMLElement, shift: number | undefined, without: 'is-hidden' | 'is-tight'): void {
  element.classList.toggle(without, shift === undefined);
  element.style.translate = shift ? `0 ${shift}px` : '';
}

/** Who stands where, so that nothing covers what somebody must read. */
export function settle(
  map: LibreMap,
  marks: Elements,
  labels: Elements,
  priorities: ReadonlyMap<string, number>,
): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const wish = wishes(map);
  const among = (wanted: Label[], obstacles: Box[]) =>
    declutter(
      wanted.filter((w) => w.width > 0),
      obstacles,
      clientWidth,
      clientHeight,
    );

  // Those that must be seen make room for each other; where there is none left they stand where they are.
  const held = marks.filter((m) => m.held);
  const apart = among(
    held.map((m) => wish(m, 0, HELD_MARK_SHIFTS)),
    [],
  );
  for (const { id, element } of held) place(element, apart.get(id) ?? 0, 'is-tight');

  const yielding = marks.filter((m) => m.yields);
  for (const { element } of yielding) element.classList.remove('is-tight');
  const names = labels.map((label) => {
    const priority = priorities.get(label.id) ?? 0;
    return wish(label, priority, priority >= HELD ? SHIFTS : []);
  });
  const shown = among(
    [...names, ...yielding.map((m) => wish(m, MARK_PRIORITY, MARK_SHIFTS))],
    obstacles(
      map,
      marks.filter((m) => !m.yields),
    ),
  );
  for (const { id, element } of yielding) place(element, shown.get(id), 'is-tight');

  // Marks that found no room stand where they are without words, and names go out of their way, too.
  const beside = among(names, obstacles(map, marks));
  for (const [i, { id, element }] of labels.entries()) {
    const kept = (names[i]?.priority ?? 0) >= HELD ? shown.get(id) : undefined;
    place(element, beside.get(id) ?? kept, 'is-hidden');
  }
}

const wishes =
  (map: LibreMap) =>
  ({ id, at, element }: Elements[number], priority: number, shifts: readonly number[]): Label => {
    const { x, y } = map.project(at);
    return { id, x, y, width: element.offsetWidth, height: element.offsetHeight, priority, shifts };
  };

/** What names give way to: marks, and the buttons over the map. */
function obstacles(map: LibreMap, marks: Elements): Box[] {
  const container = map.getContainer();
  const { left, top } = container.getBoundingClientRect();
  const buttons = container.parentElement?.querySelectorAll('.map-tools button, .map-key > *') ?? [];
  return [...marks.map((m) => m.element), ...buttons].flatMap((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0) return [];
    return [
      {
        x: box.left - left + box.width / 2,
        y: box.top - top + box.height / 2,
        width: box.width,
        height: box.height,
      },
    ];
  });
}
