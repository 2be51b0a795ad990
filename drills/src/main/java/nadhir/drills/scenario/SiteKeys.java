package nadhir.drills.scenario;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormat;
import nadhir.core.id.FeedId;

/**
 * The names of a site that a scenario may use, so that a wrong one is found before it is played.
 */
public record SiteKeys(
    ZoneId timeZone,
    SortedSet<String> messages,
    SortedSet<String> runCards,
    SortedSet<String> units,
    SortedSet<String> hazardTypes,
    SortedSet<String> levels,
    SortedSet<String> zones,
    List<FeedConfig> feeds) {
  public SiteKeys {
    messages = copy(messages);
    runCards = copy(runCards);
    units = copy(units);
    hazardTypes = copy(hazardTypes);
    levels = copy(levels);
    zones = copy(zones);
    feeds = List.copyOf(feeds);
  }

  /** The site's feed of that name; where it has none of this format, one that is plain. */
  FeedConfig feed(FeedId id, FeedFormat format) {
    return feeds.stream()
        .filter(feed -> feed.id().equals(id) && feed.format().equals(format))
        .findFirst()
        .orElseGet(() -> FeedConfig.plain(id, format));
  }

  private static SortedSet<String> copy(SortedSet<String> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
