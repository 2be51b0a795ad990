import { number } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Mistake, mistakeOf, mistakesIn } from '../lib/mistakes.ts';
import { emptyShape, isWhole } from '../lib/shape.ts';
import { draftOf, type Properties, readText, textOf, type Unreadable } from '../lib/zone-text.ts';
import { Icon } from '../look/Icon.tsx';
import { loadZones } from '../state/amended.ts';
import { lane, zoneById } from '../state/house.ts';
import { personName, zoneName } from '../state/names.ts';
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
import { RemoveZone } from './ZoneRemove.tsx';

const MOST_CHARS = 100_000;

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

/** A sound outline near the drawn one: shown broken on the map, and taken only when somebody says so. */
function Offer({ repair, take, leave }: { repair: Repair; take(): void; leave(): void }) {
  return (
    <section class="offer" role="status">
      <p>
        <strong>{t('zone.repair')}</strong>{' '}
        {t('zone.repair.what', { n: repair.outlines, km: number(repair.km2, 3) })}
      </p>
      <div class="buttons">
        <button type="button" class="primary" onClick={take}>
          {t('zone.repair.take')}
        </button>
        <button type="button" onClick={leave}>
          {t('zone.repair.leave')}
        </button>
      </div>
    </section>
  );
}

/** Somebody else has changed the zone while it was edited here. */
function Meanwhile({ zone, load }: { zone: string; load(): void }) {
  const change = objects.zone.value.get(zone);
  return (
    <section class="meanwhile" role="alert">
      <p>
        <Icon name="warning" /> <strong>{t('reason.changed-meanwhile')}</strong>
      </p>
      {change && (
        <p>
          {t(change.removed ? 'zone.removed.by' : 'zone.changed.by', {
            n: change.version,
            name: personName(change.by),
            why: change.why,
          })}
        </p>
      )}
      <button type="button" onClick={load}>
        {t('amend.newest')}
      </button>
    </section>
  );
}

/** Changes a zone, or draws a new one. Nothing is sent before the house has looked at it. */
export function ZoneForm({ id }: { id: string | undefined }) {
  const base = useSignal<Zone | undefined>(id === undefined ? undefined : zoneById.peek().get(id));
  const properties = useSignal<Properties>(base.value?.properties ?? blank);
  /** What is typed into the text, until it can be read. */
  const typed = useSignal<string | undefined>(undefined);
  const unreadable = useSignal<Unreadable | undefined>(undefined);
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
    unreadable.value = undefined;
    refused.value = false;
    forgetCheck();
    drawing.value = zone
      ? { mode: 'shape', shape: draftOf(zone).shape, adding: false }
      : { mode: 'shape', shape: emptyShape('area', 0), adding: true };
    started.current = textNow();
  };
  const textNow = () => {
    const shape = drawnShape();
    return typed.value ?? (shape ? textOf({ properties: properties.value, shape }) : '');
  };
  const forgetCheck = () => {
    mistakes.value = [];
    sound.value = false;
    repair.value = undefined;
    offered.value = undefined;
  };
  const changed = () => {
    typed.value = undefined;
    unreadable.value = undefined;
    forgetCheck();
  };
  useEffect(() => begin(base.peek()), []);

  const name = typeof properties.value.id === 'string' ? properties.value.id : '';
  const told = base.value && objects.zone.value.get(base.value.id);
  const behind = refused.value || (told !== undefined && told.version > (base.value?.version ?? 0));
  const text = textNow();
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
    mistakes.value = found.mistakes.map(mistakeOf);
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
    if (lacks.value.length > 0 || unreadable.value || behind || working) return;
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
        <section class="meanwhile" role="alert">
          <p>{t('zone.leave')}</p>
          <div class="buttons">
            <button type="button" class="stop" onClick={() => openForm({ kind: 'zones' })}>
              {t('zone.leave.yes')}
            </button>
            <button
              type="button"
              onClick={() => {
                leaving.value = false;
              }}
            >
              {t('zone.leave.no')}
            </button>
          </div>
        </section>
      )}
      {behind && base.value && <Meanwhile zone={base.value.id} load={() => void newest()} />}
      {base.value && (
        <p class="faint">
          <bdi dir="ltr">{base.value.id}</bdi> · {versionWords(base.value.version)}
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
          invalid={unreadable.value !== undefined}
          field={field}
          write={(v) => {
            forgetCheck();
            typed.value = v;
            const read = readText(v);
            unreadable.value = read.ok ? undefined : read.why;
            if (!read.ok) return;
            properties.value = read.draft.properties;
            drawing.value = { mode: 'shape', shape: read.draft.shape, adding: false };
          }}
        />
        {unreadable.value && (
          <p class="field-error" role="alert">
            {t(`zone.text.${unreadable.value}`)}
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
          <button
            type="button"
            disabled={working || unreadable.value !== undefined}
            onClick={() => void looked()}
          >
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
