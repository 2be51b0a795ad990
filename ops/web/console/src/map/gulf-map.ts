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
import { type Mark, Marks } from './markers.ts';
import type { Palette } from './palette.ts';
import { settle } from './settle.ts';
import { RATIO, shipSigns } from './ship-signs.ts';
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
  click(at: { latDeg: number; lonDeg: number }, zone: string | undefined, ship: string | undefined): void;
  /** The pointer is over this ship, or over none. */
  over(ship: string | undefined): void;
  /** The map shows this now. */
  shows(box: Box): void;
}

type SourceName =
  | 'zones'
  | 'territory'
  | 'area'
  | 'draft'
  | 'offer'
  | 'stated'
  | 'shaking'
  | 'extents'
  | 'ships';

/** A ship's sign is small: a click so near to it means it, in pixels. */
const NEAR_SHIP = 7;

/** So much of the map's upper edge is below its buttons, in pixels. */
const TOOLS_PX = 56;

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The only place that talks to the map library. */
export class GulfMap {
  readonly #map: LibreMap;
  readonly #marks: Marks;
  readonly #labels: Marks;
  readonly #handles: Marks;
  readonly #data = new Map<SourceName, FeatureCollection>();
  #priorities = new Map<string, number>();
  /** What the map was last told to show, until a person moves it. */
  #held: { box: Box; maxZoom: number } | undefined;
  readonly #scale = new ScaleControl({ maxWidth: 90 });
  #frame = 0;
  #palette: Palette;

  constructor(container: HTMLElement, palette: Palette, locale: Record<string, string>, events: MapEvents) {
    const { box } = baseMap;
    this.#palette = palette;
    this.#map = new LibreMap({
      container,
      style: styleOf(palette),
      bounds: views.city,
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
    this.#marks = new Marks(this.#map);
    this.#labels = new Marks(this.#map);
    this.#handles = new Marks(this.#map);
    this.#map.on('style.load', () => this.#dress());
    this.#map.on('render', () => this.#settleLabels());
    this.#map.on('click', (event) =>
      events.click(
        { latDeg: event.lngLat.lat, lonDeg: event.lngLat.lng },
        this.#zoneAt(event),
        this.#shipAt(event),
      ),
    );
    this.#map.on('mousemove', (event) => events.over(this.#shipAt(event)));
    this.#map.on('moveend', () => events.shows(this.#box()));
    this.#map.on('load', () => events.shows(this.#box()));
    this.#map.on('zoom', () => this.#tellZoom(container));
    this.#map.on('movestart', (event) => {
      if ('originalEvent' in event && event.originalEvent) this.#held = undefined;
    });
    this.#map.on('resize', () => {
      if (this.#held) this.#showHeld(false);
    });
    this.#tellZoom(container);
    this.fit(views.city);
  }

  #tellZoom(container: HTMLElement): void {
    const zoom = this.#map.getZoom();
    container.dataset.zoom = zoom < 9.2 ? 'far' : zoom < 12.4 ? 'mid' : 'near';
  }

  #zoneAt(event: MapMouseEvent): string | undefined {
    if (!this.#map.getLayer('zones-touch')) return undefined;
    const found = this.#map.queryRenderedFeatures(event.point, { layers: ['zones-touch'] });
    const id: unknown = found[0]?.properties.id;
    return typeof id === 'string' ? id : undefined;
  }

  #shipAt({ point }: MapMouseEvent): string | undefined {
    if (!this.#map.getLayer('ships')) return undefined;
    const found = this.#map.queryRenderedFeatures(
      [
        [point.x - NEAR_SHIP, point.y - NEAR_SHIP],
        [point.x + NEAR_SHIP, point.y + NEAR_SHIP],
      ],
      { layers: ['ships'] },
    );
    const id: unknown = found[0]?.properties.mmsi;
    return typeof id === 'string' ? id : undefined;
  }

  #box(): Box {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  #dress(): void {
    for (const [name, image] of shipSigns(this.#palette)) {
      if (!this.#map.hasImage(name)) this.#map.addImage(name, image, { pixelRatio: RATIO });
    }
    if (!this.#map.hasImage(HATCH)) this.#map.addImage(HATCH, hatch());
    for (const [name, data] of this.#data) this.#source(name)?.setData(data);
  }

  #source(name: SourceName): GeoJSONSource | undefined {
    return this.#map.getSource(name) as GeoJSONSource | undefined;
  }

  /** The scale stands where no button of ours does. */
  readRightToLeft(rtl: boolean): void {
    if (this.#map.hasControl(this.#scale)) this.#map.removeControl(this.#scale);
    this.#map.addControl(this.#scale, rtl ? 'bottom-left' : 'bottom-right');
  }

  paint(palette: Palette): void {
    this.#palette = palette;
    this.#map.setStyle(styleOf(palette), { diff: false });
  }

  data(name: SourceName, data: FeatureCollection): void {
    this.#data.set(name, data);
    this.#source(name)?.setData(data);
  }

  marks(marks: readonly Mark[]): void {
    this.#marks.show(marks);
    this.#settleLabels();
  }

  /** What can be taken and moved. */
  handles(marks: readonly Mark[]): void {
    this.#handles.show(marks);
  }

  focusHandle(id: string): void {
    this.#handles.focus(id);
  }

  /** The place so many pixels right and down of another. */
  nudged(at: [number, number], right: number, down: number): [number, number] {
    const { x, y } = this.#map.project(at);
    return this.#map.unproject([x + right, y + down]).toArray();
  }

  get centre(): [number, number] {
    return this.#map.getCenter().toArray();
  }

  /** Names that give way to each other, the higher number first. */
  labels(marks: readonly Mark[], priorities: ReadonlyMap<string, number>): void {
    this.#priorities = new Map(priorities);
    this.#labels.show(marks);
    this.#settleLabels();
  }

  /** Once a frame: who stands where, and who gives way. */
  #settleLabels(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      settle(this.#map, this.#marks.elements(), this.#labels.elements(), this.#priorities);
    });
  }

  get zoom(): number {
    return this.#map.getZoom();
  }

  onZoomEnd(listen: () => void): void {
    this.#map.on('zoomend', listen);
  }

  cursor(name: '' | 'crosshair' | 'pointer'): void {
    this.#map.getCanvas().style.cursor = name;
  }

  /** What a mouse that rests on the map is told. */
  tip(text: string): void {
    this.#map.getCanvas().title = text;
  }

  /** Shows the box, also after the map has got another size. */
  fit(box: Box, maxZoom = 14): void {
    this.#held = { box, maxZoom };
    this.#showHeld(!calm());
  }

  #showHeld(animate: boolean): void {
    if (!this.#held) return;
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const edge = Math.min(48, clientWidth / 9, clientHeight / 9);
    // Nothing that is shown lies below the buttons, as far as a low map has room for that.
    const top = Math.max(edge, Math.min(TOOLS_PX, clientHeight / 3));
    const padding = { top, bottom: edge, left: edge, right: edge };
    this.#map.fitBounds(this.#held.box, { padding, maxZoom: this.#held.maxZoom, animate, duration: 700 });
  }

  goTo(at: [number, number], zoom: number): void {
    this.#held = undefined;
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
