import { number } from '@nadhir/kit';
import { Icon } from '../look/Icon.tsx';
import { neighbourById } from '../state/house.ts';
import { neighbourTitle } from '../state/names.ts';
import { named, t } from '../state/words.ts';
import type { Revision } from '../wire/alert.ts';

/** What was cut off at the border, and who is informed there instead: read before it is approved. */
export function Clipped({ revision }: { revision: Revision }) {
  const { clipped } = revision.message;
  if (!clipped) return null;
  return (
    <section class="clipped" aria-label={t('clip.title')}>
      <h3>
        <Icon name="border" /> {t('clip.title')}
      </h3>
      <p>{t('clip.lost', { n: number(clipped.lostPercent) })}</p>
      <p class="faint">{t(clipped.neighbours.length > 0 ? 'clip.informed' : 'clip.nobody')}</p>
      <ul>
        {clipped.neighbours.map((id) => {
          const neighbour = neighbourById.value.get(id);
          return (
            <li key={id}>
              <strong>{neighbourTitle(id)}</strong>
              {neighbour && (
                <span class="faint">
                  {' '}
                  {named(neighbour.name)}, <bdi>{named(neighbour.channel)}</bdi>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
