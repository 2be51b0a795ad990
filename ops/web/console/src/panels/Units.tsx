import { useSignal } from '@preact/signals';
import { Icon } from '../look/Icon.tsx';
import { unitIcon } from '../look/icons.ts';
import { can, unitById } from '../state/house.ts';
import { unitName } from '../state/names.ts';
import { order, underway } from '../state/orders.ts';
import { objects } from '../state/picture.ts';
import { selected } from '../state/selection.ts';
import { units } from '../state/view.ts';
import { t } from '../state/words.ts';
import type { UnitState } from '../wire/dispatch.ts';

/** The open incident that is chosen: a free unit can be sent there. */
function chosenIncident(): string | undefined {
  const chosen = selected.value;
  if (chosen?.kind !== 'incident') return undefined;
  return objects.incident.value.get(chosen.id)?.closedAt ? undefined : chosen.id;
}

function UnitRow({ state }: { state: UnitState }) {
  const incident = chosenIncident();
  const unit = unitById.value.get(state.unit);
  const name = unitName(state.unit);
  const free = state.status === 'AVAILABLE';
  const out = state.status === 'OUT_OF_SERVICE';
  const key = `unit:${state.unit}`;
  const busy = underway.value.has(key);
  return (
    <li class={`unit is-${state.status.toLowerCase().replaceAll('_', '-')}`}>
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
    </li>
  );
}

/** All units of the site, folded away until somebody asks. */
export function Units() {
  const open = useSignal(false);
  const free = units.value.filter((u) => u.status === 'AVAILABLE').length;
  return (
    <>
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
          {units.value.map((state) => (
            <UnitRow key={state.unit} state={state} />
          ))}
        </ul>
      )}
    </>
  );
}
