import { parseDuration } from '@nadhir/kit';
import { isDrill } from '../lib/drill.ts';
import { Icon } from '../look/Icon.tsx';
import type { IconName } from '../look/icons.ts';
import { LevelBadge } from '../look/Level.tsx';
import { feedWhy } from '../state/alarms.ts';
import { clock, now } from '../state/clock.ts';
import { lane, site } from '../state/house.ts';
import { feedName, ruleName, sourceName, typeNameOf } from '../state/names.ts';
import { objects } from '../state/picture.ts';
import { ago, span, t } from '../state/words.ts';
import type { Blind, Feed } from '../wire/hazard.ts';
import { Empty, Panel } from './Panel.tsx';

const icons: Record<Feed['health'], IconName> = { GREEN: 'check', GREY: 'out', UNKNOWN: 'question' };

/** What is known of the feed from the site: what it is for, and how often something is due. */
function Expected({ id }: { id: string }) {
  const feed = site.value?.feeds.find((f) => f.id === id);
  if (!feed) return null;
  const every = feed.expects === undefined ? undefined : parseDuration(feed.expects);
  const words = [
    feed.tells.length > 0 && t('feed.tells', { types: feed.tells.map(typeNameOf).join(t('list.and')) }),
    feed.expects === undefined && t('feed.expects.nothing'),
    every && t('feed.expects', { age: span(every) }),
  ];
  return <span class="faint">{words.filter(Boolean).join(' · ')}</span>;
}

function FeedRow({ feed }: { feed: Feed }) {
  const { health, since, lastReportAt, detail } = feed;
  const out = health === 'GREY';
  const age = (at: Date) => now.value.getTime() - at.getTime();
  const times = [
    since && `${t('feed.since', { at: clock(since) })}${out ? ` (${span(age(since))})` : ''}`,
    lastReportAt && t('feed.lastReport', { age: ago(age(lastReportAt)) }),
  ].filter(Boolean);
  return (
    <li id={`feed-${feed.feed}`} class={`feed is-${health.toLowerCase()}`} tabIndex={-1}>
      <Icon name={icons[health]} />
      <div class="feed-words">
        <p>
          <bdi class="feed-name">{feedName(feed.feed)}</bdi>{' '}
          <span class="feed-health">
            {t(`feed.${health}`)}
            {out && `: ${feedWhy(feed.feed)}`}
          </span>{' '}
          <span class="faint">{times.join(' · ')}</span>
        </p>
        {out && detail && (
          <p class="feed-detail" dir="ltr">
            {detail}
          </p>
        )}
        {health !== 'GREEN' && <Expected id={feed.feed} />}
      </div>
    </li>
  );
}

/** A rule that can neither fire nor be trusted to be quiet. */
function BlindRow({ blind }: { blind: Blind }) {
  const rule = site.value?.rules.find((r) => r.id === blind.rule);
  return (
    <li id={`rule-${blind.rule}`} class="feed is-blind" tabIndex={-1}>
      <Icon name="blind" />
      <div class="feed-words">
        <p>
          <strong class="feed-health">{t('blind.title')}:</strong> {rule && <LevelBadge id={rule.level} />}{' '}
          {ruleName(blind.rule)}
        </p>
        <p>
          {t('blind.sources', { sources: blind.sources.map(sourceName).join(t('list.and')) })} ·{' '}
          {t('alarm.since', { at: clock(blind.since) })}
        </p>
        <p class="faint">
          {t('blind.note')} <bdi>({blind.rule})</bdi>
        </p>
      </div>
    </li>
  );
}

const order: Record<Feed['health'], number> = { GREY: 0, UNKNOWN: 1, GREEN: 2 };

/** Those of the picture; in the live lane also those that the site has and nobody has heard yet. */
function shownFeeds(): Feed[] {
  const told = [...objects.feed.value.values()];
  const known = new Set(told.map((f) => f.feed));
  const listed = isDrill(lane.value ?? 'live') ? [] : (site.value?.feeds ?? []);
  const unheard = listed
    .filter((f) => !known.has(f.id))
    .map(
      (f): Feed => ({
        feed: f.id,
        health: 'UNKNOWN',
        detail: '',
        why: '',
        since: undefined,
        lastReportAt: undefined,
      }),
    );
  return [...told, ...unheard].sort(
    (a, b) => order[a.health] - order[b.health] || (a.feed < b.feed ? -1 : 1),
  );
}

/** Where what we know comes from: what is out, what goes blind with it, what is well. */
export function Feeds() {
  const feeds = shownFeeds();
  const green = feeds.filter((f) => f.health === 'GREEN').length;
  const blind = [...objects.blind.value.values()].sort((a, b) => b.since.getTime() - a.since.getTime());
  return (
    <Panel
      id="sources"
      title={t('feed.title')}
      class={`panel-feeds ${green < feeds.length || blind.length > 0 ? 'has-alarm' : ''}`}
      note={feeds.length > 0 ? `${green}/${feeds.length}` : undefined}
    >
      {feeds.length === 0 && blind.length === 0 && <Empty>{t('feed.none')}</Empty>}
      <ul class="feeds">
        {blind.map((b) => (
          <BlindRow key={b.rule} blind={b} />
        ))}
        {feeds.map((feed) => (
          <FeedRow key={feed.feed} feed={feed} />
        ))}
      </ul>
    </Panel>
  );
}
