/** One line of a comparison; numbers from 1, in the text where the line stands. */
export interface DiffLine {
  how: 'same' | 'gone' | 'new';
  text: string;
  before: number | undefined;
  after: number | undefined;
}

/** Lines that differ, with some around them; or how many equal ones are left out between. */
export type DiffPart = { lines: DiffLine[] } | { left: number };

/** Above so many cells of comparison the middle is told as all gone and all new, which is true as well. */
const MOST_CELLS = 4_000_000;

const linesOf = (text: string) => text.replaceAll('\r\n', '\n').split('\n');

/**
 * What changed between two texts, by lines: equal ends are set aside, then the longest common subsequence
 * is kept (Wagner and Fischer 1974).
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = linesOf(before);
  const b = linesOf(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const out: DiffLine[] = [];
  const put = (how: DiffLine['how'], i: number, j: number) =>
    out.push({
      how,
      text: (how === 'new' ? b[j] : a[i]) ?? '',
      before: how === 'new' ? undefined : i + 1,
      after: how === 'gone' ? undefined : j + 1,
    });
  for (let i = 0; i < head; i++) put('same', i, i);
  middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), (how, i, j) =>
    put(how, head + i, head + j),
  );
  for (let i = tail; i > 0; i--) put('same', a.length - i, b.length - i);
  return out;
}

function middle(
  a: readonly string[],
  b: readonly string[],
  put: (how: DiffLine['how'], i: number, j: number) => void,
): void {
  const width = b.length + 1;
  let i = 0;
  let j = 0;
  if (a.length * b.length <= MOST_CELLS) {
    const common = new Uint32Array((a.length + 1) * width);
    const at = (row: number, column: number) => common[row * width + column] ?? 0;
    for (let row = a.length - 1; row >= 0; row--) {
      for (let column = b.length - 1; column >= 0; column--) {
        common[row * width + column] =
          a[row] === b[column]
            ? at(row + 1, column + 1) + 1
            : Math.max(at(row + 1, column), at(row, column + 1));
      }
    }
    while (i < a.length && j < b.length) {
      if (a[i] === b[j]) put('same', i++, j++);
      else if (at(i + 1, j) >= at(i, j + 1)) put('gone', i++, j);
      else put('new', i, j++);
    }
  }
  while (i < a.length) put('gone', i++, j);
  while (j < b.length) put('new', i, j++);
}

/** The lines that differ with so many around them, and the gaps between. */
export function parts(lines: readonly DiffLine[], around = 3): DiffPart[] {
  const near = new Set<number>();
  for (const [i, line] of lines.entries()) {
    if (line.how === 'same') continue;
    for (let k = i - around; k <= i + around; k++) near.add(k);
  }
  const out: DiffPart[] = [];
  for (const [i, line] of lines.entries()) {
    const last = out.at(-1);
    if (near.has(i)) {
      if (last && 'lines' in last) last.lines.push(line);
      else out.push({ lines: [line] });
    } else if (last && 'left' in last) last.left++;
    else out.push({ left: 1 });
  }
  return out;
}

/** How many lines are new and gone. */
export function sizeOf(lines: readonly DiffLine[]): { more: number; fewer: number } {
  return {
    more: lines.filter((l) => l.how === 'new').length,
    fewer: lines.filter((l) => l.how === 'gone').length,
  };
}

/** Each rule's name and the line on which it begins. */
export function rulesIn(yaml: string): { name: string; line: number }[] {
  return linesOf(yaml).flatMap((text, i) => {
    const name = /^\s*-\s+rule:\s*['"]?([^'"#\s]+)/.exec(text)?.[1];
    return name ? [{ name, line: i + 1 }] : [];
  });
}
