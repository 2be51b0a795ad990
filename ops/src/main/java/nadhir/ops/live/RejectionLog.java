package nadhir.ops.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nadhir.core.feed.Reason;
import nadhir.core.id.FeedId;

/**
 * Which rejected items are worth a line in the log: of each feed and reason a few in a minute, and
 * then how many more there were. All are counted in the metrics; a flood of bad lines must not
 * become a flood of log lines.
 */
final class RejectionLog {
  static final int LINES = 5;
  static final Duration WINDOW = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<Key, Window> windows = new HashMap<>();

  private record Key(FeedId feed, Reason reason) {}

  private record Window(Instant from, long items) {}

  RejectionLog(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * One more was rejected.
   *
   * @return what to add to its line, nothing when it gets none
   */
  synchronized Optional<String> line(FeedId feed, Reason reason) {
    Instant now = clock.instant();
    var key = new Key(feed, reason);
    Window before = windows.getOrDefault(key, new Window(now, 0));
    boolean over = !now.isBefore(before.from().plus(WINDOW));
    Window after =
        over ? new Window(now, 1) : new Window(before.from(), Math.addExact(before.items(), 1));
    windows.put(key, after);
    if (after.items() > LINES) {
      return Optional.empty();
    }
    long unsaid = over ? Math.max(0, before.items() - LINES) : 0;
    return Optional.of(unsaid == 0 ? "" : " (and " + unsaid + " more that were not told)");
  }
}
