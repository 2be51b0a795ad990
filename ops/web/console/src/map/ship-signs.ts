import type { ShipSign } from '../lib/ships.ts';
import type { Palette } from './palette.ts';

/** Pixels of a sign's side, and how many of them make one of the page's. */
const SIDE = 44;
export const RATIO = 2;
const MIDDLE = SIDE / 2;

type Draw = (pen: CanvasRenderingContext2D) => void;

function path(...points: [number, number][]): Draw {
  return (pen) => {
    pen.beginPath();
    for (const [x, y] of points) pen.lineTo(MIDDLE + x, MIDDLE + y);
    pen.closePath();
  };
}

function circle(radius: number): Draw {
  return (pen) => {
    pen.beginPath();
    pen.arc(MIDDLE, MIDDLE, radius, 0, 2 * Math.PI);
  };
}

/** Outlines that point north, after the signs of IEC 62288: triangles sail, a buoy is a diamond. */
const shapes: Record<ShipSign, Draw> = {
  a: path([0, -19], [10, 15], [-10, 15]),
  b: path([0, -14], [7, 11], [-7, 11]),
  'still-a': circle(8),
  'still-b': circle(6),
  aid: path([0, -12], [12, 0], [0, 12], [-12, 0]),
  aircraft: path(
    [0, -17],
    [4, -5],
    [18, 3],
    [18, 7],
    [4, 3],
    [3, 12],
    [8, 17],
    [-8, 17],
    [-3, 12],
    [-4, 3],
    [-18, 7],
    [-18, 3],
    [-4, -5],
  ),
  distress: circle(15),
  beacon: circle(11),
  station: path([-9, -9], [9, -9], [9, 9], [-9, 9]),
};

/** A cross through it: somebody is in distress, or tests the way to say so. */
function cross(pen: CanvasRenderingContext2D, reach: number): void {
  pen.beginPath();
  pen.moveTo(MIDDLE - reach, MIDDLE - reach);
  pen.lineTo(MIDDLE + reach, MIDDLE + reach);
  pen.moveTo(MIDDLE + reach, MIDDLE - reach);
  pen.lineTo(MIDDLE - reach, MIDDLE + reach);
  pen.stroke();
}

/** One sign as an image; of doubted ones only the outline, broken. */
function drawn(sign: ShipSign, doubted: boolean, palette: Palette): ImageData | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  const grave = sign === 'distress';
  const own = grave ? palette.bad : sign === 'aid' ? palette.decide : palette.ship;
  pen.lineJoin = 'round';
  shapes[sign](pen);
  pen.strokeStyle = palette.sea;
  pen.lineWidth = 7;
  pen.stroke();
  shapes[sign](pen);
  if (doubted) pen.setLineDash([5, 4]);
  pen.fillStyle = grave ? '#ffffff' : own;
  pen.globalAlpha = doubted ? 0.15 : sign === 'beacon' || sign === 'station' ? 0.3 : 1;
  pen.fill();
  pen.globalAlpha = 1;
  pen.strokeStyle = own;
  pen.lineWidth = grave ? 5 : 3;
  pen.stroke();
  pen.setLineDash([]);
  if (grave || sign === 'beacon') cross(pen, grave ? 9 : 7);
  return pen.getImageData(0, 0, SIDE, SIDE);
}

/** All signs by the names that the layer asks for. */
export function shipSigns(palette: Palette): Map<string, ImageData> {
  const signs = new Map<string, ImageData>();
  for (const sign of Object.keys(shapes) as ShipSign[]) {
    for (const doubted of [false, true]) {
      const image = drawn(sign, doubted, palette);
      if (image) signs.set(`ship-${sign}${doubted ? '-doubted' : ''}`, image);
    }
  }
  return signs;
}
