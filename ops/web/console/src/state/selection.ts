import { signal } from '@preact/signals';
import { appendCorner, type Shape } from '../lib/shape.ts';
import type { LatLon } from '../wire/place.ts';

export type Selected = {
  kind: 'hazard' | 'zone' | 'alert' | 'incident' | 'gauge' | 'ship' | 'unit';
  id: string;
};

/** What the person looks at: shown on the map and marked in its list. */
export const selected = signal<Selected | undefined>(undefined);

/** Counts up when the map should go to what is selected. */
export const focusMap = signal(0);

export function select(next: Selected | undefined, move = true): void {
  selected.value = next;
  if (next && move) focusMap.value += 1;
}

export function isSelected(kind: Selected['kind'], id: string): boolean {
  return selected.value?.kind === kind && selected.value.id === id;
}

/** The form that is open at the start side, over the lists. */
export type Form =
  | { kind: 'hazard' }
  | { kind: 'distress' }
  | { kind: 'felt' }
  | { kind: 'alert'; hazard?: string }
  | { kind: 'update'; alert: string }
  | { kind: 'cancel'; alert: string }
  | { kind: 'why'; hazard: string }
  | { kind: 'zones' }
  | { kind: 'zone'; zone?: string };

export const form = signal<Form | undefined>(undefined);

/** What a click on the map means while a form is open. */
export type Drawing =
  | { mode: 'point'; at: LatLon | undefined }
  | { mode: 'area'; corners: LatLon[] }
  /** An outline whose corners can be moved; `adding` while clicks put further ones at its end. */
  | { mode: 'shape'; shape: Shape; adding: boolean };

export const drawing = signal<Drawing | undefined>(undefined);

/** A sound outline that the house offers: looked at on the map, taken only by a person. */
export const offered = signal<Shape | undefined>(undefined);

export function openForm(next: Form | undefined): void {
  form.value = next;
  drawing.value = undefined;
  offered.value = undefined;
}

/** A click on the map while drawing. */
export function drawAt(place: LatLon): void {
  const now = drawing.value;
  if (!now) return;
  switch (now.mode) {
    case 'point':
      drawing.value = { mode: 'point', at: place };
      break;
    case 'area':
      drawing.value = { mode: 'area', corners: [...now.corners, place] };
      break;
    case 'shape':
      if (now.adding) drawing.value = { ...now, shape: appendCorner(now.shape, place) };
  }
}
