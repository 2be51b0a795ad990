package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.feed.FeedConfig;
import nadhir.core.fusion.HazardState.Quarantined;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;

/**
 * Reports whose date cannot be right: from the future, by more than clocks differ, or older than
 * its feed may tell of. People see them; they change nothing. A withdrawal of something old is only
 * as old as itself.
 */
final class Quarantine {
  /** A report dated further ahead of lane time than this is not believed. */
  static final Duration MAX_AHEAD = Duration.ofMinutes(5);

  /** Reports remembered, so that a feed that repeats them is not shown again and again. */
  static final int MAX_REMEMBERED = 100;

  static final String IN_THE_FUTURE = "in-the-future";
  static final String OLDER_THAN_FEED_ALLOWS = "older-than-feed-allows";

  private final Map<FeedId, Duration> oldest = new HashMap<>();
  private final List<Quarantined> remembered = new ArrayList<>();

  Quarantine(List<FeedConfig> feeds) {
    feeds.forEach(f -> oldest.put(f.id(), f.oldest()));
  }

  /** Empty for a report that may be weighed. */
  Optional<Verdict> fold(Entry entry, HazardReport report) {
    Optional<String> why = why(report, entry.at());
    if (why.isEmpty()) {
      return Optional.empty();
    }
    var held = new Quarantined(report.id(), report.occurredAt(), report.updatedAt());
    if (remembered.contains(held)) {
      return Optional.of(Verdict.ignored(entry.seq(), WhyIgnored.REPEATED));
    }
    remembered.removeIf(q -> q.report().equals(report.id()));
    remembered.add(held);
    if (remembered.size() > MAX_REMEMBERED) {
      remembered.removeFirst();
    }
    return why.map(w -> Verdict.quarantined(entry.seq(), w));
  }

  private Optional<String> why(HazardReport report, Instant now) {
    Instant latest = now.plus(MAX_AHEAD);
    if (report.occurredAt().isAfter(latest) || report.updatedAt().isAfter(latest)) {
      return Optional.of(IN_THE_FUTURE);
    }
    Duration limit = oldest.getOrDefault(report.feed(), FeedConfig.USUAL_OLDEST);
    Instant happened =
        report.status() == Status.WITHDRAWN ? report.updatedAt() : report.occurredAt();
    return happened.isBefore(now.minus(limit))
        ? Optional.of(OLDER_THAN_FEED_ALLOWS)
        : Optional.empty();
  }

  List<Quarantined> snapshot() {
    return List.copyOf(remembered);
  }

  void restore(List<Quarantined> state) {
    remembered.clear();
    remembered.addAll(state);
  }
}
