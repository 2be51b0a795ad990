package nadhir.ops.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nadhir.core.id.FeedId;
import nadhir.core.id.ZoneId;
import nadhir.core.track.Passage;
import nadhir.core.track.TrackListener;

/**
 * Which ship is in which zones now, and which passed them last, by what the trackers of one lane
 * tell. They tell it on their own threads, and whoever asks does so on any; neither waits for more
 * than the copy of the list.
 */
final class ShipPassages {
  /** Passages that are kept; beyond it the oldest go, and are counted. */
  static final int MOST = 500;

  /** One passage of a ship, as one connection heard it. */
  record Told(FeedId feed, String mmsi, Passage passage) {}

  private final Map<FeedId, Aboard> byFeed = new ConcurrentHashMap<>();
  private final ArrayDeque<Told> last = new ArrayDeque<>(MOST);
  private long gone;

  /** The listener of a connection's tracker; one that it had before is not asked any more. */
  TrackListener on(FeedId feed) {
    var aboard = new Aboard(feed);
    byFeed.put(feed, aboard);
    return aboard;
  }

  /** The zones that a ship is in, in the order in which it entered them. */
  List<ZoneId> zones(FeedId feed, String mmsi) {
    return Optional.ofNullable(byFeed.get(feed))
        .map(aboard -> aboard.zones.getOrDefault(mmsi, List.of()))
        .orElse(List.of());
  }

  /** The oldest first. */
  synchronized List<Told> last() {
    return List.copyOf(last);
  }

  synchronized long gone() {
    return gone;
  }

  private synchronized void keep(Told told) {
    if (last.size() == MOST) {
      last.removeFirst();
      gone++;
    }
    last.addLast(told);
  }

  /**
   * One connection's ships. Each list is replaced, never changed: readers see the old or the new.
   */
  private final class Aboard implements TrackListener {
    private final FeedId feed;
    private final Map<String, List<ZoneId>> zones = new ConcurrentHashMap<>();

    Aboard(FeedId feed) {
      this.feed = feed;
    }

    @Override
    public void passed(String mmsi, Passage passage) {
      switch (passage) {
        case Passage.Entered(var zone, _, _) ->
            zones.merge(mmsi, List.of(zone), (before, one) -> and(before, zone));
        case Passage.Left(var zone, _, _, _) ->
            zones.computeIfPresent(mmsi, (_, before) -> without(before, zone));
        case Passage.Dwelt _ -> {
          // it is where it was
        }
      }
      keep(new Told(feed, mmsi, passage));
    }

    private static List<ZoneId> and(List<ZoneId> before, ZoneId zone) {
      List<ZoneId> now = new ArrayList<>(before);
      now.add(zone);
      return List.copyOf(now);
    }

    /** A ship that is in no zone takes no room. */
    private static List<ZoneId> without(List<ZoneId> before, ZoneId zone) {
      List<ZoneId> now = before.stream().filter(one -> !one.equals(zone)).toList();
      return now.isEmpty() ? null : now;
    }
  }
}
