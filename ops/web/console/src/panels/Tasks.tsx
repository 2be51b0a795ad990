import { useSignal } from '@preact/signals';
import { Icon } from '../look/Icon.tsx';
import { LevelBadge } from '../look/Level.tsx';
import { clock, now } from '../state/clock.ts';
import { showTab } from '../state/dock.ts';
import { can, neighbourById } from '../state/house.ts';
import { headlineOf, neighbourName } from '../state/names.ts';
import { order } from '../state/orders.ts';
import { objects } from '../state/picture.ts';
import { select } from '../state/selection.ts';
import { openTasks } from '../state/view.ts';
import { named, span, t } from '../state/words.ts';
import type { Task } from '../wire/dispatch.ts';
import { Empty } from './Panel.tsx';
import { ReasonForm } from './ReasonForm.tsx';

function Because({ task }: { task: Task }) {
  const alert = objects.alert.value.get(task.alert);
  const revision = alert?.revisions.find((r) => r.message.revision === task.revision);
  return (
    <p>
      <span class="faint">{t('task.because')}</span> {revision && <LevelBadge id={revision.message.level} />}{' '}
      <button type="button" class="link-like" onClick={() => select({ kind: 'alert', id: task.alert })}>
        {revision ? headlineOf(revision) : task.alert}
      </button>
    </p>
  );
}

function TaskCard({ task }: { task: Task }) {
  const finishing = useSignal(false);
  const neighbour = neighbourById.value.get(task.neighbour);
  const age = span(Math.max(0, now.value.getTime() - task.openedAt.getTime()));
  return (
    <li class="card task" data-task={task.id} tabIndex={-1}>
      <div class="task-head">
        <Icon name="call" />
        <div class="task-words">
          <strong>{t(`task.${task.kind}`, { agency: neighbourName(task.neighbour) })}</strong>
          <p>
            {neighbour && (
              <>
                {named(neighbour.name)} ·{' '}
                <bdi>{t('task.channel', { channel: named(neighbour.channel) })}</bdi> ·{' '}
              </>
            )}
            <time dateTime={task.openedAt.toISOString()}>{clock(task.openedAt)}</time>{' '}
            <span class="task-age">({t('task.open', { age })})</span>
          </p>
          <Because task={task} />
        </div>
        {can('DISPATCHER', 'OPERATOR') && !finishing.value && (
          <button
            type="button"
            class="primary"
            onClick={() => {
              finishing.value = true;
            }}
          >
            <Icon name="check" />
            {t('task.finish')}
          </button>
        )}
      </div>
      {finishing.value && (
        <ReasonForm
          label={t('task.finish.note')}
          send={t('task.finish.send')}
          cancel={() => {
            finishing.value = false;
          }}
          done={async (note) => {
            const done = await order(`task:${task.id}`, {
              type: 'DispatchCommand.FinishTask',
              task: task.id,
              note,
            });
            if (done) finishing.value = false;
          }}
        />
      )}
    </li>
  );
}

/** What people must do besides sending units, the oldest first. What is done stands in the log. */
export function Tasks() {
  const open = openTasks.value;
  if (open.length === 0) return <Empty>{t('task.none')}</Empty>;
  return (
    <ul class="cards">
      {open.map((task) => (
        <TaskCard key={task.id} task={task} />
      ))}
    </ul>
  );
}

/** In the head, as long as a task is open. */
export function TaskBadge() {
  const n = openTasks.value.length;
  if (n === 0) return null;
  return (
    <button
      type="button"
      class="alarm-badge task-badge"
      aria-label={t('task.count', { n })}
      title={t('task.show')}
      onClick={() => showTab('tasks')}
    >
      <Icon name="call" />
      <span class="alarm-badge-n">{n}</span>
      <span class="alarm-badge-words">{t('task.title')}</span>
    </button>
  );
}
