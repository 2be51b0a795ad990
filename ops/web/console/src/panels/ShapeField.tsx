import { number } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { areaKm2, cornersIn, emptyShape, isWhole, type Shape, undoCorner } from '../lib/shape.ts';
import { simplified } from '../lib/simplify.ts';
import { Icon } from '../look/Icon.tsx';
import { MOST_HANDLES } from '../map/corner-marks.ts';
import { mapBox } from '../state/around.ts';
import { drawAt, drawing } from '../state/selection.ts';
import { t } from '../state/words.ts';
import { Line } from './fields.tsx';

const kinds: Shape['kind'][] = ['area', 'line', 'point'];

/** Metres around a new point or line until somebody says otherwise. */
const USUAL_BUFFER_M = 200;

/** What was drawn last, for whoever asks before the map has it. */
export function drawnShape(): Shape | undefined {
  return drawing.value?.mode === 'shape' ? drawing.value.shape : undefined;
}

function atTheMiddle(): void {
  const box = mapBox.peek();
  if (box) drawAt({ latDeg: (box[1] + box[3]) / 2, lonDeg: (box[0] + box[2]) / 2 });
}

/** Around a point or a line. */
function Buffer({ shape }: { shape: Exclude<Shape, { kind: 'area' }> }) {
  const written = useSignal(String(shape.bufferM));
  return (
    <Line
      label={t('zone.buffer')}
      dir="ltr"
      inputMode="decimal"
      value={written.value}
      write={(v) => {
        written.value = v;
        const metres = Number(v);
        const now = drawing.peek();
        if (now?.mode !== 'shape' || now.shape.kind === 'area') return;
        drawing.value = { ...now, shape: { ...now.shape, bufferM: Number.isFinite(metres) ? metres : 0 } };
      }}
    />
  );
}

/** The outline: moved by its corners on the map, or drawn anew. `touched` when a button here changes it. */
export function ShapeField({ touched }: { touched(): void }) {
  const now = drawing.value;
  if (now?.mode !== 'shape') return null;
  const { shape, adding } = now;
  const n = cornersIn(shape);
  const easier = !adding && n > MOST_HANDLES ? simplified(shape, MOST_HANDLES) : undefined;
  const set = (next: Shape, add: boolean) => {
    touched();
    drawing.value = { mode: 'shape', shape: next, adding: add };
  };
  return (
    <fieldset class="shape-field">
      <legend>{t('zone.shape')}</legend>
      {adding && (
        <div class="switch">
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={shape.kind === kind}
              onClick={() => set(emptyShape(kind, USUAL_BUFFER_M), true)}
            >
              {t(`zone.shape.${kind}`)}
            </button>
          ))}
        </div>
      )}
      <p class="hint">
        <Icon name={adding ? 'pin' : 'polygon'} />
        <span>
          {t(adding ? `zone.draw.${shape.kind}` : n > MOST_HANDLES ? 'zone.tooMany' : 'zone.drag', { n })}
        </span>
      </p>
      {shape.kind !== 'area' && <Buffer key={shape.kind} shape={shape} />}
      <p class="shape-size">
        {[
          shape.kind !== 'point' && t('compose.draw.corners', { n }),
          isWhole(shape) && t('zone.km2', { km: number(areaKm2(shape), 3) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div class="card-actions">
        {adding && (
          <>
            <button
              type="button"
              class="small"
              disabled={n === 0}
              onClick={() => set(undoCorner(shape), true)}
            >
              {t('compose.draw.undo')}
            </button>
            <button type="button" class="small" onClick={atTheMiddle}>
              {t('zone.draw.middle')}
            </button>
            {isWhole(shape) && (
              <button type="button" class="small" onClick={() => set(shape, false)}>
                {t('zone.draw.end')}
              </button>
            )}
          </>
        )}
        {easier && (
          <button type="button" class="small" onClick={() => set(easier.shape, false)}>
            {t('zone.simplify', {
              n: cornersIn(easier.shape),
              m: number(easier.offM, easier.offM < 10 ? 1 : 0),
            })}
          </button>
        )}
        {!adding && (
          <button type="button" class="small" onClick={() => set(emptyShape('area', USUAL_BUFFER_M), true)}>
            {t('zone.draw.anew')}
          </button>
        )}
      </div>
    </fieldset>
  );
}
