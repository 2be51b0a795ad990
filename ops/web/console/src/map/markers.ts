import { type Map as LibreMap, Marker } from 'maplibre-gl';

/** One HTML mark on the map. Texts are HTML, so that the page's fonts shape Arabic. */
export interface Mark {
  id: string;
  at: [number, number];
  /** Replaced when it differs: all that the element shows. */
  look: string;
  anchor: 'center' | 'bottom' | 'top';
  layer: number;
  /** Pixels right and down. */
  offset?: [number, number];
  /** Moves aside where others stand, and at last hides its words, so that none covers another. */
  yields?: boolean;
  /** Nothing may hide it: moves aside where another such mark stands, and keeps its words. */
  held?: boolean;
  /** Can be dragged: told where it is all the while, and where it was let go. */
  drag?: { moves?(at: [number, number]): void; ends(at: [number, number]): void };
  make(): HTMLElement;
}

/** Keeps the marks on the map equal to a list, touching only what changed. */
export class Marks {
  readonly #on = new Map<string, { mark: Mark; marker: Marker }>();

  constructor(private readonly map: LibreMap) {}

  show(marks: readonly Mark[]): void {
    const wanted = new Set(marks.map((m) => m.id));
    for (const [id, { marker }] of this.#on) {
      if (wanted.has(id)) continue;
      marker.remove();
      this.#on.delete(id);
    }
    for (const mark of marks) this.#put(mark);
  }

  #put(mark: Mark): void {
    const known = this.#on.get(mark.id);
    if (known && known.mark.look === mark.look) {
      if (known.mark.at[0] !== mark.at[0] || known.mark.at[1] !== mark.at[1]) known.marker.setLngLat(mark.at);
      this.#on.set(mark.id, { mark, marker: known.marker });
      return;
    }
    known?.marker.remove();
    const element = mark.make();
    element.style.zIndex = String(mark.layer);
    const draggable = mark.drag !== undefined;
    const marker = new Marker({ element, anchor: mark.anchor, offset: mark.offset ?? [0, 0], draggable })
      .setLngLat(mark.at)
      .addTo(this.map);
    if (draggable) this.#listen(mark.id, marker);
    this.#on.set(mark.id, { mark, marker });
  }

  /** The mark may have been told anew since: what the latest one wants. */
  #listen(id: string, marker: Marker): void {
    const at = (): [number, number] => marker.getLngLat().toArray();
    marker.on('drag', () => this.#on.get(id)?.mark.drag?.moves?.(at()));
    marker.on('dragend', () => this.#on.get(id)?.mark.drag?.ends(at()));
  }

  focus(id: string): void {
    this.#on.get(id)?.marker.getElement().focus({ preventScroll: true });
  }

  elements(): { id: string; at: [number, number]; yields: boolean; held: boolean; element: HTMLElement }[] {
    return [...this.#on.values()].map(({ mark, marker }) => ({
      id: mark.id,
      at: mark.at,
      yields: mark.yields ?? false,
      held: mark.held ?? false,
      element: marker.getElement(),
    }));
  }

  clear(): void {
    for (const { marker } of this.#on.values()) marker.remove();
    this.#on.clear();
  }
}
