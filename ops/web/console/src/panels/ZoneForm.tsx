import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Mistake, mistakesIn, mistakeTold } from '../lib/mistakes.ts';
import { emptyShape, isWhole, type Shape } from '../lib/shape.ts';
import { draftOf, losesLines, type Properties, readText, textOf, type Unreadable } from '../lib/zone-text.ts';
import { Icon } from '../look/Icon.tsx';
import { loadZones } from '../state/amended.ts';
import { lane, zoneById } from '../state/house.ts';
import { zoneName } from '../state/names.ts';
import { notify, order, type Refusal, reasonOf, underway } from '../state/orders.ts';
import { objects } from '../state/picture.ts';
import { drawing, offered, openForm, select } from '../state/selection.ts';
import { t, versionWords } from '../state/words.ts';
import { type Repair, type ZoneCheck, zoneCheck } from '../wire/amend.ts';
import { laneAddress, sendJson } from '../wire/http.ts';
import type { Zone } from '../wire/zones.ts';
import { CodeField, showLine } from './CodeField.tsx';
import { FormPanel, Line, Missing } from './fields.tsx';
import { Mistakes } from './Mistakes.tsx';
import { drawnShape, ShapeField } from './ShapeField.tsx';
import { ZoneFields } from './ZoneFields.tsx';
import { Leaving, Meanwhile, Offer } from './ZoneNotes.tsx';
import { RemoveZone } from './ZoneRemove.tsx';

const MOST_CHARS = 100_000;

interface Typed {
  text: string;
  /** As it was drawn then. */
  shape: Shape | undefined;
  unreadable: Unreadable | undefined;
}

const blank: Properties = {
  id: '',
  name_ar: '',
  name_en: '',
  kind: '',
  tags: {},
  population_day: 0,
  population_night: 0,
  provenance: '',
};

async function check(zone: string, geoJson: string): Promise<ZoneCheck | undefined> {
  const key = lane.peek();
  if (!key) return undefined;
  const answer = await sendJson('POST', laneAddress(key, 'zones/check'), { zone, geoJson }, zoneCheck);
  if (answer.ok) return answer.value;
  notify('bad', () => reasonOf(answer));
  return undefined;
}

/** Changes a zone, or draws a new one. Nothing is sent before the house has looked at it. */
export function ZoneForm({ id }: { id: string | undefined }) {
  const base = useSignal<Zone | undefined>(id === undefined ? undefined : zoneById.peek().get(id));
  const properties = useSignal<Properties>(base.value?.properties ?? blank);
  /** What was typed into the text: it stands until the outline is moved, or a field is written. */
  const typed = useSignal<Typed | undefined>(undefined);
  const why = useSignal('');
  const lacks = useSignal<string[]>([]);
  const mistakes = useSignal<Mistake[]>([]);
  const sound = useSignal(false);
  const repair = useSignal<Repair | undefined>(undefined);
  const refused = useSignal(false);
  const leaving = useSignal(false);
  const removing = useSignal(false);
  const busy = useSignal(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const textPart = useRef<HTMLDetailsElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const started = useRef('');

  const begin = (zone: Zone | undefined) => {
    base.value = zone;
    properties.value = zone?.properties ?? blank;
    typed.value = undefined;
    refused.value = false;
    forgetCheck();
    drawing.value = zone
      ? { mode: 'shape', shape: draftOf(zone).shape, adding: false }
      : { mode: 'shape', shape: emptyShape('area', 0), adding: true };
    started.current = textNow();
  };
  const typedNow = () => (typed.value?.shape === drawnShape() ? typed.value : undefined);
  const textNow = () => {
    const shape = drawnShape();
    return typedNow()?.text ?? (shape ? textOf({ properties: properties.value, shape }) : '');
  };
  const forgetCheck = () => {
    mistakes.value = [];
    sound.value = false;
    repair.value = undefined;
    offered.value = undefined;
  };
  const changed = () => {
    typed.value = undefined;
  };
  useEffect(() => begin(base.peek()), []);

  const written = typeof properties.value.id === 'string' ? properties.value.id : '';
  // A zone keeps its id; the house says so where the text has another one.
  const name = base.value?.id ?? written;
  const told = base.value && objects.zone.value.get(base.value.id);
  const behind = refused.value || (told !== undefined && told.version > (base.value?.version ?? 0));
  const text = textNow();
  const unreadable = typedNow()?.unreadable;
  // What was found is true of that text only; a corner that is dragged makes another.
  useEffect(forgetCheck, [text]);
  const working = busy.value || underway.value.has('zone');

  const close = () => {
    if (!leaving.value && started.current !== '' && textNow() !== started.current) leaving.value = true;
    else openForm({ kind: 'zones' });
  };

  const looked = async (): Promise<boolean> => {
    forgetCheck();
    busy.value = true;
    const found = await check(name || 'new', text);
    busy.value = false;
    if (!found) return false;
    mistakes.value = found.mistakes.map(mistakeTold);
    sound.value = found.mistakes.length === 0;
    repair.value = found.repair;
    const offer = found.repair && readText(found.repair.geoJson);
    offered.value = offer?.ok ? offer.draft.shape : undefined;
    if (mistakes.value.some((m) => m.line !== undefined) && textPart.current) textPart.current.open = true;
    requestAnimationFrame(() => said.current?.scrollIntoView({ block: 'nearest' }));
    return sound.value;
  };

  const onRefusal = (answer: Refusal): boolean => {
    if (answer.why !== 'problem') return false;
    if (answer.reason === 'changed-meanwhile') refused.value = true;
    else if (answer.reason === 'site-unsound') mistakes.value = mistakesIn(answer.detail);
    else return false;
    return true;
  };

  const save = async () => {
    const shape = drawnShape();
    const taken = base.value === undefined && zoneById.peek().has(name);
    lacks.value = [
      ...(name && !taken ? [] : [t(taken ? 'zone.id.taken' : 'zone.id')]),
      ...(shape && isWhole(shape) ? [] : [t('zone.shape')]),
      ...(why.value.trim().length >= 3 ? [] : [t('compose.why')]),
    ];
    if (lacks.value.length > 0 || unreadable || behind || working) return;
    if (!(await looked())) return;
    const done = await order(
      'zone',
      {
        type: 'SiteCommand.PutZone',
        zone: name,
        geoJson: text,
        basedOn: base.value?.version ?? objects.zone.peek().get(name)?.version ?? 0,
        why: why.value.trim(),
      },
      t('zone.saved'),
      onRefusal,
    );
    if (!done) return;
    openForm({ kind: 'zones' });
    select({ kind: 'zone', id: name }, false);
  };

  const newest = async () => {
    await loadZones();
    const zone = base.value && zoneById.peek().get(base.value.id);
    if (base.value && !zone) openForm({ kind: 'zones' });
    else begin(zone);
  };

  const takeRepair = () => {
    const offer = repair.value && readText(repair.value.geoJson);
    if (!offer?.ok) return;
    properties.value = offer.draft.properties;
    changed();
    drawing.value = { mode: 'shape', shape: offer.draft.shape, adding: false };
  };

  return (
    <FormPanel
      title={base.value ? t('zone.edit.title', { name: zoneName(base.value.id) }) : t('zone.new')}
      submit={() => void save()}
      close={close}
    >
      {leaving.value && (
        <Leaving
          stay={() => {
            leaving.value = false;
          }}
        />
      )}
      {behind && base.value && <Meanwhile zone={base.value.id} load={() => void newest()} />}
      {base.value && (
        <p class="faint">
          <bdi dir="ltr">{base.value.id}</bdi> · {versionWords(base.value.version)}
        </p>
      )}
      {base.value && losesLines(base.value) && (
        <p class="card-warn">
          <Icon name="warning" /> {t('zone.losesLines')}
        </p>
      )}
      <ShapeField touched={changed} />
      <ZoneFields
        fresh={base.value === undefined}
        properties={properties.value}
        write={(key, value) => {
          const { [key]: _, ...others } = properties.value;
          properties.value = value === undefined ? others : { ...properties.value, [key]: value };
          changed();
        }}
      />
      <details ref={textPart} class="zone-text">
        <summary>{t('zone.text')}</summary>
        <p class="faint">{t('zone.text.hint')}</p>
        <CodeField
          label={t('zone.text')}
          value={text}
          most={MOST_CHARS}
          rows={12}
          invalid={unreadable !== undefined}
          field={field}
          write={(v) => {
            const read = readText(v);
            if (read.ok) {
              properties.value = read.draft.properties;
              drawing.value = { mode: 'shape', shape: read.draft.shape, adding: false };
            }
            const why = read.ok ? undefined : read.why;
            typed.value = { text: v, shape: drawnShape(), unreadable: why };
          }}
        />
        {unreadable && (
          <p class="field-error" role="alert">
            {t(`zone.text.${unreadable}`)}
          </p>
        )}
      </details>
      <div ref={said} class="zone-said">
        <Mistakes
          mistakes={mistakes.value}
          file={(file) => file === `zone ${name || 'new'}`}
          show={(line) => {
            if (textPart.current) textPart.current.open = true;
            showLine(field.current, line);
          }}
        />
        {repair.value && (
          <Offer
            repair={repair.value}
            take={takeRepair}
            leave={() => {
              repair.value = undefined;
              offered.value = undefined;
            }}
          />
        )}
        {sound.value && (
          <p class="understood" role="status">
            <Icon name="check" /> {t('zone.sound')}
          </p>
        )}
      </div>
      <footer class="zone-foot">
        <Line
          label={t('zone.why')}
          most={300}
          value={why.value}
          write={(v) => {
            why.value = v;
          }}
        />
        <Missing what={lacks.value} />
        <div class="buttons zone-buttons">
          <button type="submit" class="primary" aria-disabled={working || behind}>
            {t('zone.save')}
          </button>
          <button type="button" disabled={working || unreadable !== undefined} onClick={() => void looked()}>
            {t('zone.check')}
          </button>
          {base.value && !removing.value && (
            <button
              type="button"
              class="stop"
              disabled={behind}
              onClick={() => {
                removing.value = true;
              }}
            >
              <Icon name="remove" /> {t('zone.remove')}
            </button>
          )}
        </div>
      </footer>
      {base.value && removing.value && (
        <RemoveZone
          zone={base.value}
          refused={onRefusal}
          cancel={() => {
            removing.value = false;
          }}
        />
      )}
    </FormPanel>
  );
}
