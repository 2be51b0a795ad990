import { Icon } from '../look/Icon.tsx';
import { now } from '../state/clock.ts';
import { objects } from '../state/picture.ts';
import { ago, t } from '../state/words.ts';
import type { Feed } from '../wire/hazard.ts';
import { Empty, Panel } from './Panel.tsx';

function rejectedOf(feed: Feed): number {
  return Object.values(feed.rejected ?? {}).reduce((sum, n) => sum + n, 0);
}

function FeedRow({ feed }: { feed: Feed }) {
  const rejected = rejectedOf(feed);
  const since = feed.lastReportAt ?? feed.since;
  return (
    <li class={`feed is-${feed.health.toLowerCase()}`}>
      <Icon name={feed.health === 'GREEN' ? 'check' : feed.health === 'GREY' ? 'minus' : 'question'} />
      <bdi class="feed-name">{feed.feed}</bdi>
      <span class="feed-words">
        {t(`feed.${feed.health}`)}
        {feed.detail && feed.health !== 'GREEN' && (
          <>
            : <bdi>{feed.detail}</bdi>
          </>
        )}
      </span>
      {rejected > 0 && <span class="feed-rejected">{t('feed.rejected', { n: rejected })}</span>}
      {since && <span class="faint feed-age">{ago(now.value.getTime() - since.getTime())}</span>}
    </li>
  );
}

export function Feeds() {
  const feeds = [...objects.feed.value.values()].sort((a, b) => (a.feed < b.feed ? -1 : 1));
  const green = feeds.filter((f) => f.health === 'GREEN').length;
  return (
    <Panel
      title={t('feed.title')}
      class="panel-feeds"
      note={feeds.length > 0 ? `${green}/${feeds.length}` : undefined}
    >
      {feeds.length === 0 && <Empty>{t('feed.none')}</Empty>}
      <ul class="feeds">
        {feeds.map((feed) => (
          <FeedRow key={feed.feed} feed={feed} />
        ))}
      </ul>
    </Panel>
  );
}
