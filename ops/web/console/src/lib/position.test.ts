import { describe, expect, it } from 'vitest';
import { minutesText, parsePosition } from './position.ts';

describe('a position', () => {
  it.each([
    ['29.4700 34.9690', 29.47, 34.969],
    ['29.4700, 34.9690', 29.47, 34.969],
    ['29.47 N 34.969 E', 29.47, 34.969],
    ['N29.47 E34.969', 29.47, 34.969],
    ['29.47N,34.969E', 29.47, 34.969],
    ["29°28.2'N 034°58.14'E", 29.47, 34.969],
    ['29°28.2′N, 34°58.14′E', 29.47, 34.969],
    ['29 28.2 34 58.14', 29.47, 34.969],
    ['29 28 12 N 34 58 8.4 E', 29.47, 34.969],
    ['29:28:12 34:58:8.4', 29.47, 34.969],
    ['34.969 E 29.47 N', 29.47, 34.969],
    ['-12.5 -77.1', -12.5, -77.1],
    ['12°30′S 77°06′W', -12.5, -77.1],
    ['٢٩٫٤٧ ٣٤٫٩٦٩', 29.47, 34.969],
    ['29.47 شمالاً 34.969 شرقاً', 29.47, 34.969],
    ['29.4700 N 34.9690 E', 29.47, 34.969],
  ])('%s', (written, latDeg, lonDeg) => {
    const read = parsePosition(written);
    expect(read?.latDeg).toBeCloseTo(latDeg, 6);
    expect(read?.lonDeg).toBeCloseTo(lonDeg, 6);
  });

  it.each([
    '',
    '29.47',
    '29.47 34.9 12',
    '95 34',
    '29 200',
    "29°75'N 34°10'E",
    '29.5 28.2 34.9 58.1',
    '29 N 34 N',
    '-29 S 34 E',
    'Aqaba',
    '29,47 34,96',
    '29.47 N 34.969',
  ])('“%s” is not guessed at', (written) => {
    expect(parsePosition(written)).toBeUndefined();
  });

  it('is said over the radio in degrees and minutes', () => {
    expect(minutesText({ latDeg: 29.47, lonDeg: 34.969 })).toBe('29°28.20′N 034°58.14′E');
    expect(minutesText({ latDeg: -12.5, lonDeg: -77.1 })).toBe('12°30.00′S 077°06.00′W');
    // Rounds up to the next degree, not to sixty minutes.
    expect(minutesText({ latDeg: 29.99999, lonDeg: 0 })).toBe('30°00.00′N 000°00.00′E');
  });

  it('comes back from what it was written as', () => {
    for (const place of [
      { latDeg: 29.47, lonDeg: 34.969 },
      { latDeg: -33.86, lonDeg: 151.2 },
    ]) {
      const again = parsePosition(minutesText(place));
      expect(again?.latDeg).toBeCloseTo(place.latDeg, 3);
      expect(again?.lonDeg).toBeCloseTo(place.lonDeg, 3);
    }
  });
});
