import baseMap from 'virtual:base-map';
import type { FeatureCollection } from 'geojson';
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { nothing } from './features.ts';
import type { Palette } from './palette.ts';

export const HATCH = 'hatch';

const lines = (list: [number, number][][]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: list.map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates },
  })),
});

const land: FeatureCollection = {
  type: 'FeatureCollection',
  features: baseMap.land.map((ring) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [ring] },
  })),
};

function zoneLayers(p: Palette): LayerSpecification[] {
  const held: FilterSpecification = ['!=', ['get', 'stage'], 'none'];
  return [
    {
      id: 'zones-quiet',
      type: 'line',
      source: 'zones',
      filter: ['==', ['get', 'stage'], 'none'],
      paint: { 'line-color': p.edge, 'line-opacity': 0.42, 'line-width': 1 },
    },
    {
      id: 'zones-wadi',
      type: 'fill',
      source: 'zones',
      filter: ['all', ['==', ['get', 'stage'], 'none'], ['==', ['get', 'kind'], 'floodplain']],
      paint: { 'fill-color': p.accent, 'fill-opacity': 0.13 },
    },
    {
      id: 'zones-held',
      type: 'fill',
      source: 'zones',
      filter: held,
      paint: {
        'fill-color': ['get', 'colour'],
        'fill-opacity': ['match', ['get', 'stage'], 'issued', 0.55, 'pending', 0.34, 0.26],
      },
    },
    {
      id: 'zones-pending',
      type: 'fill',
      source: 'zones',
      filter: ['==', ['get', 'stage'], 'pending'],
      paint: { 'fill-pattern': HATCH, 'fill-opacity': 0.55 },
    },
    {
      id: 'zones-edge',
      type: 'line',
      source: 'zones',
      filter: held,
      paint: { 'line-color': ['get', 'colour'], 'line-width': 2 },
    },
    {
      id: 'zones-chosen',
      type: 'line',
      source: 'zones',
      filter: ['==', ['get', 'chosen'], true],
      paint: { 'line-color': p.ink, 'line-width': 2.5 },
    },
    // An unseen fill, so that a click inside a quiet zone finds it.
    {
      id: 'zones-touch',
      type: 'fill',
      source: 'zones',
      paint: { 'fill-color': '#000000', 'fill-opacity': 0 },
    },
  ];
}

/** Areas that sources drew: quiet, under the zones; dotted where it is not believed or was taken back. */
function statedLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'stated-fill',
      type: 'fill',
      source: 'stated',
      paint: { 'fill-color': p.accent, 'fill-opacity': ['case', ['get', 'chosen'], 0.18, 0.05] },
    },
    {
      id: 'stated-edge',
      type: 'line',
      source: 'stated',
      filter: ['!', ['get', 'doubted']],
      paint: {
        'line-color': p.accent,
        'line-width': ['case', ['get', 'chosen'], 2.5, 1.2],
        'line-dasharray': [6, 2],
      },
    },
    {
      id: 'stated-doubted',
      type: 'line',
      source: 'stated',
      filter: ['get', 'doubted'],
      paint: {
        'line-color': p.accent,
        'line-width': ['case', ['get', 'chosen'], 2.5, 1.2],
        'line-dasharray': [1, 2],
      },
    },
  ];
}

/** Areas that the house reckons: broken lines, since nobody has drawn them and they will be others soon. */
function extentLayers(p: Palette): LayerSpecification[] {
  const colour: ExpressionSpecification = ['case', ['get', 'search'], p.ink, p.warn];
  return [
    {
      id: 'extents-fill',
      type: 'fill',
      source: 'extents',
      paint: { 'fill-color': colour, 'fill-opacity': ['case', ['get', 'chosen'], 0.2, 0.09] },
    },
    {
      id: 'extents-edge',
      type: 'line',
      source: 'extents',
      paint: {
        'line-color': colour,
        'line-width': ['case', ['get', 'chosen'], 2.6, 1.8],
        'line-dasharray': [3, 2],
      },
    },
  ];
}

function shipLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'ships-chosen',
      type: 'circle',
      source: 'ships',
      filter: ['get', 'chosen'],
      paint: {
        'circle-radius': 15,
        'circle-opacity': 0,
        'circle-stroke-color': p.ink,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'ships',
      type: 'symbol',
      source: 'ships',
      layout: {
        'icon-image': ['concat', 'ship-', ['get', 'sign'], ['case', ['get', 'doubted'], '-doubted', '']],
        'icon-rotate': ['get', 'turn'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['linear'], ['zoom'], 7, 0.5, 10, 0.75, 13, 1],
      },
      paint: { 'icon-opacity': ['case', ['get', 'stale'], 0.35, 1] },
    },
  ];
}

/** Half steps of the scale are thinner; the labels say which is which. */
function shakingLayers(): LayerSpecification[] {
  return [
    {
      id: 'shaking',
      type: 'line',
      source: 'shaking',
      paint: { 'line-color': ['get', 'colour'], 'line-width': ['case', ['get', 'whole'], 2.4, 1.1] },
    },
  ];
}

function drawnLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'area-edge',
      type: 'line',
      source: 'area',
      paint: { 'line-color': p.decide, 'line-width': 2.5, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'draft-fill',
      type: 'fill',
      source: 'draft',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': p.accent, 'fill-opacity': 0.2 },
    },
    {
      id: 'draft-line',
      type: 'line',
      source: 'draft',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': p.accent, 'line-width': 2.5 },
    },
    {
      id: 'offer-edge',
      type: 'line',
      source: 'offer',
      paint: { 'line-color': p.decide, 'line-width': 3, 'line-dasharray': [2, 2] },
    },
    {
      id: 'draft-corners',
      type: 'circle',
      source: 'draft',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 5,
        'circle-color': p.accent,
        'circle-stroke-color': p.ink,
        'circle-stroke-width': 1.5,
      },
    },
  ];
}

/** The map's own style: no tiles, no glyphs, no sprite, nothing from a network. */
export function styleOf(p: Palette): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land },
      coast: { type: 'geojson', data: lines(baseMap.coast) },
      borders: { type: 'geojson', data: lines(baseMap.borders) },
      zones: { type: 'geojson', data: nothing },
      territory: { type: 'geojson', data: nothing },
      area: { type: 'geojson', data: nothing },
      stated: { type: 'geojson', data: nothing },
      shaking: { type: 'geojson', data: nothing },
      extents: { type: 'geojson', data: nothing },
      ships: { type: 'geojson', data: nothing },
      draft: { type: 'geojson', data: nothing },
      offer: { type: 'geojson', data: nothing },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': p.sea } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': p.land, 'fill-antialias': true } },
      {
        id: 'shallows',
        type: 'line',
        source: 'coast',
        paint: { 'line-color': p.coast, 'line-opacity': 0.16, 'line-width': 9, 'line-blur': 8 },
      },
      { id: 'coast', type: 'line', source: 'coast', paint: { 'line-color': p.coast, 'line-width': 1.2 } },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: { 'line-color': p.edge, 'line-opacity': 0.55, 'line-width': 1, 'line-dasharray': [4, 3] },
      },
      {
        id: 'territory',
        type: 'line',
        source: 'territory',
        paint: { 'line-color': p.ink, 'line-width': 1.3, 'line-dasharray': [8, 2, 1, 2] },
      },
      ...statedLayers(p),
      ...zoneLayers(p),
      ...shakingLayers(),
      ...extentLayers(p),
      ...shipLayers(p),
      ...drawnLayers(p),
    ],
  };
}

/** Diagonal stripes over zones whose alert still waits: not colour alone. */
export function hatch(): { width: number; height: number; data: Uint8Array } {
  const side = 12;
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if ((x + y) % side < 3) data.set([255, 255, 255, 170], (y * side + x) * 4);
    }
  }
  return { width: side, height: side, data };
}
