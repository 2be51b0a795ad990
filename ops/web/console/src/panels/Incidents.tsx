import { number, parseDuration } from '@nadhir/kit';
import { useSignal } from '@preact/signals';
import { type IncidentBoard, nextState, reachedAt } from '../lib/board.ts';
import { Icon } from '../look/Icon.tsx';
import { hazardIcon, unitIcon } from '../look/icons.ts';
import { LevelBadge } from '../look/Level.tsx';
import { clock } from '../state/clock.ts';
import { can, unitById } from '../state/house.ts';
import { typeNameOf, unitName, zoneNames } from '../state/names.ts';
import { order, underway } from '../state/orders.ts';
import { isSelected, select } from '../state/selection.ts';
import { incidentBoards } from '../state/view.ts';
import { t, tPlain } from '../state/words.ts';
import type { Assignment } from '../wire/dispatch.ts';
import { Empty, Panel } from './Panel.tsx';
import { ReasonForm } from './ReasonForm.tsx';
import { Units } from './Units.tsx';

const need = (key: string) => tPlain(`need.${key}`, key);

function AssignmentRow({ assignment }: { assignment: Assignment }) {
  const to = nextState(assignment.state);
  const name = `move:${assignment.id}`;
  const unit = unitName(assignment.unit);
  const at = reachedAt(assignment);
  return (
    <li class={`assignment is-${assignment.state.toLowerCase().replace('_', '-')}`}>
      <Icon name={unitIcon(unitById.value.get(assignment.unit)?.kind ?? '')} />
      <span class="assignment-unit">{unit}</span>
      <span class="assignment-state">
        {t(`assignment.${assignment.state}`)} <time dateTime={at.toISOString()}>{clock(at)}</time>
      </span>
      {to && can('DISPATCHER') && (
        <button
          type="button"
          class="small"
          disabled={underway.value.has(name)}
          aria-label={t('assignment.move', { unit, state: t(`assignment.to.${to}`) })}
          onClick={() =>
            void order(name, { type: 'DispatchCommand.MoveAssignment', assignment: assignment.id, to })
          }
        >
          {t(`assignment.to.${to}`)}
        </button>
      )}
    </li>
  );
}

function Recommended({ board }: { board: IncidentBoard }) {
  const { incident, recommended } = board;
  const assign = (unit: string) =>
    order(`assign:${incident.id}:${unit}`, {
      type: 'DispatchCommand.AssignUnit',
      incident: incident.id,
      unit,
    });
  if (recommended.length === 0) return null;
  return (
    <div class="recommended">
      <p class="recommended-head">
        <span class="faint">{t('incident.recommended')}</span>
        {can('DISPATCHER') && recommended.length > 1 && (
          <button
            type="button"
            class="small"
            onClick={async () => {
              for (const { unit } of recommended) await assign(unit);
            }}
          >
            {t('incident.assign.all', { n: recommended.length })}
          </button>
        )}
      </p>
      <ul>
        {recommended.map(({ unit, need: what, distanceM, eta }) => (
          <li key={unit}>
            <Icon name={unitIcon(unitById.value.get(unit)?.kind ?? '')} />
            <span>
              {unitName(unit)}
              <span class="faint">
                {' '}
                {need(what)} ·{' '}
                {t('incident.eta', {
                  km: number(distanceM / 1000, 1),
                  min: number(Math.ceil((parseDuration(eta) ?? 0) / 60_000)),
                })}
              </span>
            </span>
            {can('DISPATCHER') && (
              <button
                type="button"
                class="small"
                disabled={underway.value.has(`assign:${incident.id}:${unit}`)}
                aria-label={t('incident.assign.unit', { unit: unitName(unit) })}
                onClick={() => void assign(unit)}
              >
                {t('incident.assign')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function IncidentCard({ board }: { board: IncidentBoard }) {
  const closing = useSignal(false);
  const { incident, assignments, unmetNeeds } = board;
  const chosen = isSelected('incident', incident.id);
  const open = incident.closedAt === undefined;
  return (
    <li
      class={`card incident ${open ? '' : 'is-over'} ${chosen ? 'is-chosen' : ''}`}
      data-incident={incident.id}
    >
      <button type="button" class="card-main" onClick={() => select({ kind: 'incident', id: incident.id })}>
        <span class="card-icon">
          <Icon name={hazardIcon(incident.type)} />
        </span>
        <span class="card-words">
          <span class="card-tags">
            <LevelBadge id={incident.level} />
            <strong>{typeNameOf(incident.type)}</strong>
            <span class="faint">
              {incident.closedAt
                ? t('incident.closed', { at: clock(incident.closedAt) })
                : t('incident.opened', { at: clock(incident.openedAt) })}
            </span>
          </span>
          {incident.zones.length > 0 && <span>{zoneNames(incident.zones, 3)}</span>}
        </span>
      </button>
      <ul class="assignments">
        {assignments.map((a) => (
          <AssignmentRow key={a.id} assignment={a} />
        ))}
      </ul>
      {open && <Recommended board={board} />}
      {open && unmetNeeds.length > 0 && (
        <p class="card-warn">
          <Icon name="warning" /> {t('incident.unmet', { needs: unmetNeeds.map(need).join(t('list.and')) })}
        </p>
      )}
      {open && chosen && can('DISPATCHER') && !closing.value && (
        <button
          type="button"
          class="small"
          onClick={() => {
            closing.value = true;
          }}
        >
          {t('incident.close')}
        </button>
      )}
      {closing.value && (
        <ReasonForm
          label={t('incident.close.why')}
          send={t('incident.close.send')}
          cancel={() => {
            closing.value = false;
          }}
          done={async (why) => {
            await order(`close:${incident.id}`, {
              type: 'DispatchCommand.CloseIncident',
              incident: incident.id,
              why,
            });
            closing.value = false;
          }}
        />
      )}
    </li>
  );
}

export function Incidents() {
  const showClosed = useSignal(false);
  const open = incidentBoards.value.filter((b) => !b.incident.closedAt);
  const closed = incidentBoards.value.filter((b) => b.incident.closedAt);
  return (
    <Panel
      title={t('incident.title')}
      class="panel-incidents"
      note={open.length > 0 ? open.length : undefined}
    >
      {open.length === 0 && <Empty>{t('incident.none')}</Empty>}
      <ul class="cards">
        {open.map((board) => (
          <IncidentCard key={board.incident.id} board={board} />
        ))}
      </ul>
      {closed.length > 0 && (
        <button
          type="button"
          class="fold"
          aria-expanded={showClosed.value}
          onClick={() => {
            showClosed.value = !showClosed.value;
          }}
        >
          <Icon name="chevronDown" /> {t('incident.closedCount', { n: closed.length })}
        </button>
      )}
      {showClosed.value && (
        <ul class="cards">
          {closed.map((board) => (
            <IncidentCard key={board.incident.id} board={board} />
          ))}
        </ul>
      )}
      <Units />
    </Panel>
  );
}
