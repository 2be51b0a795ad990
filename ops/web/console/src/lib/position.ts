import type { LatLon } from '../wire/place.ts';

/**
 * Reads a position as people say and write it: `29.4700 34.9690`, `29°28.2'N 034°58.1'E`,
 * `29 28 12 N, 34 58 8 E`. Degrees, degrees and minutes, or degrees, minutes and seconds, all in one
 * kind for both; letters before or after, latitude first unless the letters say otherwise.
 * Undefined for what cannot be understood without guessing.
 */
export function parsePosition(written: string): LatLon | undefined {
  const found = halves(plain(written));
  if (!found) return undefined;
  const [a, b] = found.map(angle);
  if (!a || !b) return undefined;
  const swapped = a.axis === 'lon' || b.axis === 'lat';
  const [lat, lon] = swapped ? [b, a] : [a, b];
  if (lat.axis === 'lon' || lon.axis === 'lat') return undefined;
  const inside = Math.abs(lat.deg) <= 90 && Math.abs(lon.deg) <= 180;
  return inside ? { latDeg: lat.deg, lonDeg: lon.deg } : undefined;
}

/** Signs of all kinds for degrees, minutes and seconds become blanks, Arabic digits Latin ones. */
function plain(written: string): string {
  return written
    .replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (d) => String(d.charCodeAt(0) - 0x06f0))
    .replace(/\u066b/g, '.')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[°º˚'’′"”″:]/g, ' ')
    .replace(/[;،/]/g, ',')
    .replace(/شمال[\p{L}\p{M}]*/gu, 'N')
    .replace(/جنوب[\p{L}\p{M}]*/gu, 'S')
    .replace(/شرق[\p{L}\p{M}]*/gu, 'E')
    .replace(/غرب[\p{L}\p{M}]*/gu, 'W')
    .trim()
    .toUpperCase();
}

const letters = /[NSEW]/;

/** The two halves: at a comma, behind the letter of the first, or in the middle of bare numbers. */
function halves(text: string): [string, string] | undefined {
  const parts = text.split(',').map((p) => p.trim());
  if (parts.length === 2 && parts[0] && parts[1]) return [parts[0], parts[1]];
  if (parts.length !== 1) return undefined;
  const tokens = text
    .replace(/([NSEW])/g, ' $1 ')
    .trim()
    .split(/\s+/);
  const at = tokens.flatMap((token, i) => (letters.test(token) ? [i] : []));
  if (at.length === 2) {
    const cut = at[0] === 0 ? at[1] : (at[0] ?? 0) + 1;
    return [tokens.slice(0, cut).join(' '), tokens.slice(cut).join(' ')];
  }
  if (at.length > 0 || tokens.length % 2 !== 0) return undefined;
  const middle = tokens.length / 2;
  return [tokens.slice(0, middle).join(' '), tokens.slice(middle).join(' ')];
}

interface Angle {
  deg: number;
  axis: 'lat' | 'lon' | undefined;
}

function angle(half: string): Angle | undefined {
  const match =
    /^([NSEW])?\s*(-?)(\d{1,3}(?:\.\d+)?)(?:\s+(\d{1,2}(?:\.\d+)?))?(?:\s+(\d{1,2}(?:\.\d+)?))?\s*([NSEW])?$/.exec(
      half,
    );
  if (!match) return undefined;
  const [, before, minus, degrees = '', minutes, seconds, after] = match;
  const letter = before ?? after;
  if (before && after) return undefined;
  // Only the smallest unit has a fraction, and a sign and a letter would say it twice.
  if ((minutes && degrees.includes('.')) || (seconds && minutes?.includes('.')) || (minus && letter)) {
    return undefined;
  }
  if (Number(minutes ?? 0) >= 60 || Number(seconds ?? 0) >= 60) return undefined;
  const size = Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  const negative = minus || letter === 'S' || letter === 'W';
  const axis = letter && (letter === 'N' || letter === 'S' ? 'lat' : 'lon');
  return { deg: negative ? -size : size, axis: axis || undefined };
}

/** `29°28.20′N 034°58.14′E`, as it is said over the radio; the last digit is about 18 m. */
export function minutesText({ latDeg, lonDeg }: LatLon): string {
  const half = (value: number, digits: number, plus: string, minus: string) => {
    const hundredths = Math.round(Math.abs(value) * 6000);
    const degrees = String(Math.floor(hundredths / 6000)).padStart(digits, '0');
    const minutes = ((hundredths % 6000) / 100).toFixed(2).padStart(5, '0');
    return `${degrees}°${minutes}′${value < 0 ? minus : plus}`;
  };
  return `${half(latDeg, 2, 'N', 'S')} ${half(lonDeg, 3, 'E', 'W')}`;
}
