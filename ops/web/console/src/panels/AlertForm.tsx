import { hourMinute, parseDuration, writeDuration } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { current, headline } from '../lib/alerts.ts';
import { positionText } from '../lib/geo.ts';
import { filled, gapsOfMessage, OPEN, preview, purpose } from '../lib/slots.ts';
import { Icon } from '../look/Icon.tsx';
import { areaOf } from '../state/around.ts';
import { zone } from '../state/clock.ts';
import { levels, site, zoneById } from '../state/house.ts';
import { messageTitle, typeNameOf } from '../state/names.ts';
import { order } from '../state/orders.ts';
import { objects } from '../state/picture.ts';
import { type Form, openForm, selected } from '../state/selection.ts';
import { language } from '../state/settings.ts';
import { hazards, inDrill } from '../state/view.ts';
import { named, t } from '../state/words.ts';
import type { Scope, Wording } from '../wire/alert.ts';
import type { Command, SlotValue } from '../wire/command.ts';
import type { SiteMessage } from '../wire/site.ts';
import { AreaField, drawnArea, MOST_CORNERS } from './AreaField.tsx';
import { Choice, FormPanel, Line, Missing } from './fields.tsx';
import { GapField, gapLabel } from './GapFields.tsx';
import { Wordings } from './Wordings.tsx';

const HOUR_MS = 3_600_000;
const scopes: Scope[] = ['PUBLIC', 'RESTRICTED', 'PRIVATE'];

type AlertFormKind = Extract<Form, { kind: 'alert' | 'update' | 'cancel' }>;

type Slots = Record<string, SlotValue | undefined>;

function shown(message: SiteMessage, slots: Slots): Wording[] {
  const clock = (iso: string) => hourMinute(new Date(iso), zone.value);
  return Object.entries(message.wordings).map(([tag, texts]) => {
    const words = (map: Record<string, string> | undefined, id: string) => map?.[tag] ?? map?.en ?? id;
    const names = (ids: readonly string[]) =>
      ids.length === 0
        ? words(site.value?.words['drawn-area'], OPEN)
        : ids.map((id) => words(zoneById.value.get(id)?.name, id)).join(tag === 'ar' ? '، ' : ', ');
    const print = {
      time: clock,
      span: (from: string, to: string) => `${clock(from)}-${clock(to)}`,
      places: names,
      position: positionText,
      word: (key: string) => words(site.value?.words[key], ''),
    };
    const fill = (text: string) => preview(text, slots, print);
    return {
      language: tag,
      headline: fill(texts.headline),
      sms: fill(texts.sms),
      instruction: fill(texts.instruction),
    };
  });
}

/** Messages that can serve: a correction for a cancel, anything else for an alert or its update. */
function usable(form: AlertFormKind, messages: readonly SiteMessage[]): SiteMessage[] {
  const fits = messages.filter((m) => (purpose(m) === 'CORRECTION') === (form.kind === 'cancel'));
  return fits.filter((m) => inDrill.value || !m.exerciseOnly);
}

/** The message that most likely fits: the one prepared for just this, then the general one. */
function likely(form: AlertFormKind, messages: readonly SiteMessage[], original: string | undefined): string {
  const wishes = [
    `${original}-correction`,
    'correction',
    `${original?.split('-')[0]}-all-clear`,
    'all-clear',
    'manual',
  ];
  const found = form.kind === 'alert' ? ['manual'] : wishes;
  return found.find((key) => messages.some((m) => m.key === key)) ?? messages[0]?.key ?? '';
}

/** Composes an alert by hand, its update or its correction. It goes the same way as any: to approval. */
export function AlertForm({ form }: { form: AlertFormKind }) {
  const alert = form.kind === 'alert' ? undefined : objects.alert.value.get(form.alert);
  const original = alert && current(alert);
  const messages = usable(form, site.value?.messages ?? []);
  const key = useSignal(likely(form, messages, original?.message.messageKey));
  const message = messages.find((m) => m.key === key.value);
  const slots = useSignal<Slots>({});
  const zones = useSignal<string[]>(
    selected.peek()?.kind === 'zone' ? [selected.peek()?.id ?? ''] : [...(original?.message.zones ?? [])],
  );
  const hazard = useSignal(form.kind === 'alert' ? (form.hazard ?? '') : '');
  const byHazard = useSignal(form.kind === 'alert' && form.hazard !== undefined);
  const level = useSignal(levels.peek().at(-1)?.id ?? '');
  const scope = useSignal<Scope | ''>('');
  const hours = useSignal('');
  const note = useSignal('');
  const lacks = useSignal<string[]>([]);

  const gaps = message ? gapsOfMessage(message) : [];
  const defaultMs = parseDuration(message?.validFor ?? '') ?? 6 * HOUR_MS;
  const validMs = hours.value ? Number(hours.value) * HOUR_MS : defaultMs;
  // The hazard's own area as it is now: a search circle grows until the alert is proposed.
  const offered = areaOf(hazard.value);
  const area = byHazard.value && offered ? offered : drawnArea();
  // What the desk fills by itself: where, and when the message before went out.
  const known: Slots = {
    places: { type: 'Slot.Places', zones: area ? [] : zones.value },
    sent: original?.issuedAt && { type: 'Slot.Time', at: original.issuedAt.toISOString() },
  };

  const command = (): Command => {
    const common = { messageKey: key.value, slots: filled(slots.value) };
    const validFor = writeDuration(validMs);
    if (form.kind === 'update')
      return { type: 'AlertCommand.ProposeUpdate', alert: form.alert, ...common, validFor };
    if (form.kind === 'cancel') {
      return { type: 'AlertCommand.ProposeCancel', alert: form.alert, ...common, note: note.value.trim() };
    }
    return {
      type: 'AlertCommand.Propose',
      hazard: hazard.value || null,
      level: level.value,
      scope: scope.value || message?.scope || 'PUBLIC',
      zones: area ? [] : zones.value,
      area: area ?? null,
      ...common,
      validFor,
    };
  };

  const submit = async () => {
    const nowhere = form.kind === 'alert' && zones.value.length === 0 && !area;
    const tooMany = area !== offered && (area?.polygons[0]?.outer.length ?? 0) > MOST_CORNERS;
    lacks.value = [
      ...(nowhere || tooMany ? [t('compose.where')] : []),
      ...gaps.filter((gap) => slots.value[gap.name] === undefined).map(gapLabel),
      ...(form.kind === 'cancel' && note.value.trim().length < 3 ? [t('compose.note')] : []),
      ...(Number.isFinite(validMs) && validMs > 0 ? [] : [t('compose.validFor')]),
    ];
    if (lacks.value.length > 0) return;
    const done = await order(`propose:${form.kind}`, command(), t('compose.sent'));
    if (done) openForm(undefined);
  };

  const what = original ? headline(original, language.value) : '';
  const title =
    form.kind === 'alert' ? t('compose.title') : t(`compose.title.${form.kind}`, { headline: what });
  return (
    <FormPanel title={title} submit={() => void submit()}>
      {form.kind === 'cancel' && (
        <p class="hint">
          <Icon name="users" /> {t('compose.exactly')}
        </p>
      )}
      <Choice
        label={t('compose.message')}
        value={key.value}
        options={messages.map((m) => ({ value: m.key, label: messageTitle(m) }))}
        choose={(v) => {
          key.value = v;
          slots.value = {};
        }}
      />
      {form.kind === 'alert' && (
        <>
          <AreaField chosen={zones} offered={offered && byHazard} />
          <div class="pair">
            <Choice
              label={t('compose.level')}
              value={level.value}
              options={levels.value.map((l) => ({ value: l.id, label: named(l.name, l.id) }))}
              choose={(v) => {
                level.value = v;
              }}
            />
            <Choice
              label={t('compose.scope')}
              value={scope.value || message?.scope || 'PUBLIC'}
              options={scopes.map((value) => ({ value, label: t(`alert.scope.${value}`) }))}
              choose={(v) => {
                scope.value = v as Scope;
              }}
            />
          </div>
          <Choice
            label={t('compose.hazard')}
            value={hazard.value}
            options={[
              { value: '', label: t('compose.hazard.none') },
              ...hazards.value.map((h) => ({ value: h.id, label: `${typeNameOf(h.type)} (${h.id})` })),
            ]}
            choose={(v) => {
              hazard.value = v;
              if (!areaOf(v)) byHazard.value = false;
            }}
          />
        </>
      )}
      {gaps.map((gap) => (
        <GapField
          key={`${key.value}.${gap.name}`}
          gap={gap}
          zones={area ? [] : zones.value}
          drawn={area !== undefined}
          choices={message?.choices[gap.name] ?? Object.keys(site.value?.words ?? {})}
          fill={(value) => {
            slots.value = { ...slots.value, [gap.name]: value };
          }}
        />
      ))}
      {form.kind === 'cancel' ? (
        <Line
          label={t('compose.note')}
          value={note.value}
          write={(v) => {
            note.value = v;
          }}
        />
      ) : (
        <Line
          label={t('compose.validFor')}
          dir="ltr"
          inputMode="decimal"
          hint={String(defaultMs / HOUR_MS)}
          value={hours.value}
          write={(v) => {
            hours.value = v;
          }}
        />
      )}
      {message && (
        <section class="form-preview">
          <h3>{t('compose.preview')}</h3>
          <Wordings wordings={shown(message, { ...known, ...slots.value })} />
        </section>
      )}
      <Missing what={lacks.value} />
      <p class="faint">{t('compose.propose.note')}</p>
      <button type="submit" class="primary">
        {t('compose.propose')}
      </button>
    </FormPanel>
  );
}
