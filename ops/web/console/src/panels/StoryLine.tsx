import { drillState, lastInject } from '../lib/drill.ts';
import { Icon } from '../look/Icon.tsx';
import { clock } from '../state/clock.ts';
import { can } from '../state/house.ts';
import { order } from '../state/orders.ts';
import { drill } from '../state/picture.ts';
import { inDrill, pending } from '../state/view.ts';
import { named, t } from '../state/words.ts';

/** In a drill: what just happened in the story, and what the clock does. */
export function StoryLine() {
  const now = drill.value;
  if (!inDrill.value || !now) return null;
  const state = drillState(now, pending.value.length);
  const inject = lastInject(now);
  return (
    <div class={`story is-${state}`}>
      <p class="story-text">
        {inject ? (
          <>
            {inject.at && <time dateTime={inject.at.toISOString()}>{clock(inject.at)}</time>}
            <span>{named(inject.story)}</span>
          </>
        ) : (
          <span>{t('drill.none')}</span>
        )}
      </p>
      <p class="story-state" role="status">
        {state === 'waits' && (
          <>
            <Icon name="clock" /> {t('drill.waits')}
          </>
        )}
        {state === 'held' && (
          <>
            <Icon name="pause" /> {now.held ? t('drill.held', { why: now.held }) : t('drill.held.short')}
          </>
        )}
        {state === 'finished' && now.finishedAt && (
          <>
            <Icon name="check" /> {t('drill.finished', { at: clock(now.finishedAt) })}
          </>
        )}
        {state === 'running' && (
          <>
            <Icon name="play" /> {t('drill.running')}
          </>
        )}
      </p>
      {can('COORDINATOR') && state !== 'finished' && (
        <button
          type="button"
          class="small"
          aria-label={t(state === 'held' ? 'drill.resume' : 'drill.hold')}
          title={t(state === 'held' ? 'drill.resume' : 'drill.hold')}
          onClick={() =>
            void order(
              'drill',
              state === 'held'
                ? { type: 'DrillCommand.Resume' }
                : { type: 'DrillCommand.Hold', why: t('drill.holdWhy') },
            )
          }
        >
          <Icon name={state === 'held' ? 'play' : 'pause'} />
        </button>
      )}
    </div>
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
