import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import { type Box, clipRing, coastOf, type Place, rounded, smoothed } from './clip.ts';

/** What the map can ever show: the Gulf of Aqaba and the desert behind the city. */
const box: Box = { west: 33.4, south: 27.3, east: 36.6, north: 30.6 };

/** Two rounds make stairs a line; more only adds corners. */
const SMOOTHING = 2;

const id = 'virtual:base-map';

function topology(file: string): Topology {
  return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/${file}`), 'utf8'));
}

function land(): Place[][] {
  const world = topology('land-10m.json');
  const found = feature(world, world.objects.land as GeometryObject);
  const features = found.type === 'FeatureCollection' ? found.features : [found];
  const rings: Place[][] = [];
  for (const { geometry } of features) {
    if (geometry.type !== 'MultiPolygon') continue;
    for (const [outer] of geometry.coordinates as Place[][][]) {
      const ring = clipRing(outer ?? [], box);
      if (ring.length > 0) rings.push(rounded(smoothed(ring, box, SMOOTHING)));
    }
  }
  return rings;
}

/** Borders between countries, as lines, those near the box only. */
function borders(): Place[][] {
  const world = topology('countries-10m.json');
  const lines = mesh(world, world.objects.countries as never, (a, b) => a !== b).coordinates as Place[][];
  const near = (p: Place) => p[0] >= box.west && p[0] <= box.east && p[1] >= box.south && p[1] <= box.north;
  const kept: Place[][] = [];
  for (const line of lines) {
    let run: Place[] = [];
    for (const place of line) {
      if (near(place)) run.push(place);
      else if (run.length > 0) {
        if (run.length > 1) kept.push(rounded(run));
        run = [];
      }
    }
    if (run.length > 1) kept.push(rounded(run));
  }
  return kept;
}

/** Cuts the coast of the gulf out of Natural Earth when the console is built. */
export function baseMap(): Plugin {
  return {
    name: 'nadhir-base-map',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined;
      const rings = land();
      if (rings.length === 0) throw new Error('the coast of the gulf is not in world-atlas');
      const coast = rings.flatMap((ring) => coastOf(ring, box));
      return `export default ${JSON.stringify({ land: rings, coast, borders: borders(), box })};`;
    },
  };
}
