import 'maplibre-gl/dist/maplibre-gl.css';
import baseMap from 'virtual:base-map';
import type { FeatureCollection } from 'geojson';
import {
  type GeoJSONSource,
  Map as LibreMap,
  type MapMouseEvent,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { declutter, type Label } from '../lib/declutter.ts';
import { type Mark, Marks } from './markers.ts';
import type { Palette } from './palette.ts';
import { HATCH, hatch, styleOf } from './style.ts';

setWorkerUrl(workerUrl);

export type Box = [number, number, number, number];

/** The views that an officer wants with one key. */
export const views: Record<'city' | 'wadi' | 'gulf', Box> = {
  city: [34.945, 29.492, 35.075, 29.632],
  wadi: [34.93, 29.48, 35.36, 29.83],
  gulf: [34.35, 28.62, 35.4, 29.78],
};

export interface MapEvents {
  click(at: { latDeg: number; lonDeg: number }, zone: string | undefined): void;
}

type SourceName = 'zones' | 'area' | 'draft';

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The only place that talks to the map library. */
export class GulfMap {
  readonly #map: LibreMap;
  readonly #marks: Marks;
  readonly #labels: Marks;
  readonly #data = new Map<SourceName, FeatureCollection>();
  #priorities = new Map<string, number>();
  #frame = 0;

  constructor(container: HTMLElement, palette: Palette, locale: Record<string, string>, events: MapEvents) {
    const { box } = baseMap;
    this.#map = new LibreMap({
      container,
      style: styleOf(palette),
      bounds: views.city,
      fitBoundsOptions: { padding: 12 },
      maxBounds: [box.west + 0.3, box.south + 0.3, box.east - 0.3, box.north - 0.3],
      minZoom: 6,
      maxZoom: 15.5,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      attributionControl: false,
      renderWorldCopies: false,
      locale,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-right');
    this.#marks = new Marks(this.#map);
    this.#labels = new Marks(this.#map);
    this.#map.on('style.load', () => this.#dress());
    this.#map.on('render', () => this.#settleLabels());
    this.#map.on('click', (event) =>
      events.click({ latDeg: event.lngLat.lat, lonDeg: event.lngLat.lng }, this.#zoneAt(event)),
    );
    this.#map.on('zoom', () => this.#tellZoom(container));
    this.#tellZoom(container);
  }

  #tellZoom(container: HTMLElement): void {
    const zoom = this.#map.getZoom();
    container.dataset.zoom = zoom < 10 ? 'far' : zoom < 12.4 ? 'mid' : 'near';
  }

  #zoneAt(event: MapMouseEvent): string | undefined {
    if (!this.#map.getLayer('zones-touch')) return undefined;
    const found = this.#map.queryRenderedFeatures(event.point, { layers: ['zones-touch'] });
    const id: unknown = found[0]?.properties.id;
    return typeof id === 'string' ? id : undefined;
  }

  #dress(): void {
    if (!this.#map.hasImage(HATCH)) this.#map.addImage(HATCH, hatch());
    for (const [name, data] of this.#data) this.#source(name)?.setData(data);
  }

  #source(name: SourceName): GeoJSONSource | undefined {
    return this.#map.getSource(name) as GeoJSONSource | undefined;
  }

  paint(palette: Palette): void {
    this.#map.setStyle(styleOf(palette), { diff: false });
  }

  data(name: SourceName, data: FeatureCollection): void {
    this.#data.set(name, data);
    this.#source(name)?.setData(data);
  }

  marks(marks: readonly Mark[]): void {
    this.#marks.show(marks);
  }

  /** Names that give way to each other, the higher number first. */
  labels(marks: readonly Mark[], priorities: ReadonlyMap<string, number>): void {
    this.#priorities = new Map(priorities);
    this.#labels.show(marks);
    this.#settleLabels();
  }

  #settleLabels(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const canvas = this.#map.getCanvas();
      const elements = this.#labels.elements();
      const boxes = elements.map(({ id, at, element }): Label => {
        const { x, y } = this.#map.project(at);
        return {
          id,
          x,
          y,
          width: element.offsetWidth,
          height: element.offsetHeight,
          priority: this.#priorities.get(id) ?? 0,
        };
      });
      const shown = declutter(
        boxes.filter((b) => b.width > 0),
        canvas.clientWidth,
        canvas.clientHeight,
      );
      for (const { id, element } of elements) element.classList.toggle('is-hidden', !shown.has(id));
    });
  }

  get zoom(): number {
    return this.#map.getZoom();
  }

  onZoomEnd(listen: () => void): void {
    this.#map.on('zoomend', listen);
  }

  cursor(name: '' | 'crosshair'): void {
    this.#map.getCanvas().style.cursor = name;
  }

  fit(box: Box, maxZoom = 14): void {
    this.#map.fitBounds(box, { padding: 48, maxZoom, animate: !calm(), duration: 700 });
  }

  goTo(at: [number, number], zoom: number): void {
    const target = { center: at, zoom: Math.max(zoom, Math.min(this.#map.getZoom(), 13.5)) };
    if (calm()) this.#map.jumpTo(target);
    else this.#map.easeTo({ ...target, duration: 700 });
  }

  zoomBy(step: number): void {
    this.#map.zoomTo(this.#map.getZoom() + step, { animate: !calm() });
  }

  remove(): void {
    cancelAnimationFrame(this.#frame);
    this.#map.remove();
  }
}
