import { useSignal } from '@preact/signals';
import { placeKey } from '../lib/dangers.ts';
import { Icon } from '../look/Icon.tsx';
import { unitIcon } from '../look/icons.ts';
import { clock, now } from '../state/clock.ts';
import { can, unitById } from '../state/house.ts';
import { causeNames, dangerPlaceName, unitName } from '../state/names.ts';
import { order, underway } from '../state/orders.ts';
import { objects } from '../state/picture.ts';
import { select, selected } from '../state/selection.ts';
import { placeWords, unitPlaces } from '../state/units.ts';
import { dangersOf, troubled, units } from '../state/view.ts';
import { span, t } from '../state/words.ts';
import type { UnitState } from '../wire/dispatch.ts';

/** The open incident that is chosen: a free unit can be sent there. */
function chosenIncident(): string | undefined {
  const chosen = selected.value;
  if (chosen?.kind !== 'incident') return undefined;
  return objects.incident.value.get(chosen.id)?.closedAt ? undefined : chosen.id;
}

/** Why it must not be overlooked: in words and with a sign, not by colour alone. */
function Troubles({ unit }: { unit: string }) {
  const age = (since: Date) => span(Math.max(0, now.value.getTime() - since.getTime()));
  const missed = objects.unheard.value.get(unit);
  return (
    <ul class="unit-troubles">
      {(dangersOf.value.get(unit) ?? []).map(({ place, since, causes, already, long }) => {
        // A drawn area is named by its alert already.
        const named = place.type === 'DangerPlace.Zone' ? causeNames(causes) : [];
        const because = named.join(t('list.and'));
        return (
          <li key={placeKey(place)} class="is-danger">
            <Icon name="warning" />
            <span>
              <strong>{t('unit.danger', { place: dangerPlaceName(place) })}</strong>{' '}
              {t('unit.danger.since', { at: clock(since), age: age(since) })}
              {long && <strong class="unit-long"> · {t('unit.danger.long')}</strong>}
              <span class="faint">
                {because && ` · ${t('unit.danger.causes', { causes: because })}`}
                {already && ` · ${t('unit.danger.already')}`}
              </span>
            </span>
          </li>
        );
      })}
      {missed && (
        <li class="is-unheard">
          <Icon name="out" />
          <strong>{t('unit.unheard', { at: clock(missed.since), age: age(missed.since) })}</strong>
        </li>
      )}
    </ul>
  );
}

function UnitRow({ state }: { state: UnitState }) {
  const incident = chosenIncident();
  const unit = unitById.value.get(state.unit);
  const name = unitName(state.unit);
  const free = state.status === 'AVAILABLE';
  const out = state.status === 'OUT_OF_SERVICE';
  const key = `unit:${state.unit}`;
  const busy = underway.value.has(key);
  const bad = troubled.value.has(state.unit);
  const place = unitPlaces.value.get(state.unit);
  const looks = [`is-${state.status.toLowerCase().replaceAll('_', '-')}`, bad && 'is-troubled'];
  return (
    <li id={`unit-${state.unit}`} class={`unit ${looks.filter(Boolean).join(' ')}`} tabIndex={-1}>
      <Icon name={unitIcon(unit?.kind ?? '')} />
      <span>
        {name} {unit && <span class="faint">{t('unit.crew', { n: unit.crew })}</span>}
      </span>
      <span class="assignment-state">{t(`unit.status.${state.status}`)}</span>
      {can('DISPATCHER') && free && incident && (
        <button
          type="button"
          class="small"
          disabled={busy}
          aria-label={t('incident.assign.unit', { unit: name })}
          onClick={() => void order(key, { type: 'DispatchCommand.AssignUnit', incident, unit: state.unit })}
        >
          {t('incident.assign')}
        </button>
      )}
      {can('DISPATCHER') && (free || out) && (
        <button
          type="button"
          class="small"
          disabled={busy}
          aria-label={`${name}: ${t(out ? 'unit.back' : 'unit.out')}`}
          title={t(out ? 'unit.back' : 'unit.out')}
          onClick={() =>
            void order(key, { type: 'DispatchCommand.SetOutOfService', unit: state.unit, outOfService: free })
          }
        >
          <Icon name={out ? 'play' : 'tool'} />
        </button>
      )}
      {place && place.known !== 'told' && (
        <button
          type="button"
          class={`bare unit-place is-${place.known}`}
          title={t('unit.show')}
          onClick={() => select({ kind: 'unit', id: state.unit })}
        >
          <Icon name={place.known === 'silent' ? 'out' : 'pin'} /> {placeWords(place)}
        </button>
      )}
      {bad && <Troubles unit={state.unit} />}
    </li>
  );
}

/** All units of the site, folded away until somebody asks; those in trouble are not. */
export function Units() {
  const open = useSignal(false);
  const bad = units.value.filter((u) => troubled.value.has(u.unit));
  const others = units.value.filter((u) => !troubled.value.has(u.unit));
  const free = units.value.filter((u) => u.status === 'AVAILABLE').length;
  return (
    <>
      {bad.length > 0 && (
        <ul class="units units-troubled">
          {bad.map((state) => (
            <UnitRow key={state.unit} state={state} />
          ))}
        </ul>
      )}
      <button
        type="button"
        class="fold"
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon name="chevronDown" /> {t('unit.title')}: {t('unit.free', { n: free, all: units.value.length })}
      </button>
      {open.value && (
        <ul class="units">
          {others.map((state) => (
            <UnitRow key={state.unit} state={state} />
          ))}
        </ul>
      )}
    </>
  );
}
