import { standing } from '../lib/approval.ts';
import { type DrillState, drillState, lastInject } from '../lib/drill.ts';
import { Icon } from '../look/Icon.tsx';
import { clock, standsStill } from '../state/clock.ts';
import { can, me } from '../state/house.ts';
import { order } from '../state/orders.ts';
import { drill } from '../state/picture.ts';
import { inDrill, pending } from '../state/view.ts';
import { named, t } from '../state/words.ts';
import type { Drill } from '../wire/picture.ts';

/** What the drill's clock does, beside the clock itself. */
export function DrillClockState() {
  const now = drill.value;
  if (!inDrill.value || !now) return null;
  const state = drillState(now, pending.value.length, standsStill.value);
  const held = state === 'held';
  return (
    <span class={`drill-state is-${state}`}>
      <span role="status">{stateWords(now, state)}</span>
      {can('COORDINATOR') && state !== 'finished' && (
        <button
          type="button"
          class="small"
          aria-label={t(held ? 'drill.resume' : 'drill.hold')}
          title={t(held ? 'drill.resume' : 'drill.hold')}
          onClick={() =>
            void order(
              'drill',
              held ? { type: 'DrillCommand.Resume' } : { type: 'DrillCommand.Hold', why: t('drill.holdWhy') },
            )
          }
        >
          <Icon name={held ? 'play' : 'pause'} />
        </button>
      )}
    </span>
  );
}

/** Whether a waiting decision waits for the person who looks. */
function mineToDecide(): boolean {
  const self = me.value;
  return (
    self !== null && self !== undefined && pending.value.some((p) => !standing(p.revision, self).hindrance)
  );
}

const stateIcons = { waits: 'clock', held: 'pause', finished: 'check' } as const;

function stateWords(now: Drill, state: DrillState) {
  if (state === 'running') return null;
  const words = {
    waits: t(mineToDecide() ? 'drill.waits' : 'drill.waits.other'),
    held: now.held ? t('drill.held', { why: now.held }) : t('drill.held.short'),
    finished: t('drill.finished', { at: now.finishedAt ? clock(now.finishedAt) : '' }),
  };
  return (
    <span class="drill-pill">
      <Icon name={stateIcons[state]} /> {words[state]}
    </span>
  );
}

/** In a drill: what just happened in the story. All of it stands in the dock. */
export function StoryLine() {
  const now = drill.value;
  if (!inDrill.value || !now) return null;
  const inject = lastInject(now);
  const words = inject ? named(inject.story) : t('drill.none');
  return (
    <p class="story" title={words}>
      {inject?.at && <time dateTime={inject.at.toISOString()}>{clock(inject.at)}</time>}
      <span>{words}</span>
    </p>
  );
}

/** The whole story so far, newest first. */
export function Story() {
  const injects = drill.value?.injects.toReversed() ?? [];
  return (
    <ol class="log" aria-label={t('drill.story')}>
      {injects.map(({ index, at, story }) => (
        <li key={index} class="is-story">
          {at && <time dateTime={at.toISOString()}>{clock(at)}</time>}
          <span>{named(story)}</span>
        </li>
      ))}
    </ol>
  );
}
