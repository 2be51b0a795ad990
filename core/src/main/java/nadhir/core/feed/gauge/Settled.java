package nadhir.core.feed.gauge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Settles what the items of a document leave open and its other items tell: which of two moments a
 * local time means, and what time a rain value covers.
 */
final class Settled {
  /** A longer gap between two rain values is an outage, not an interval. */
  static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

  /** A series of the document: its first and last moment, and the local times that come twice. */
  private static final class Track {
    private final Moment first;
    private Moment last;
    private final Map<LocalDateTime, List<Moment>> twice = new HashMap<>();
    private final TreeSet<Instant> times = new TreeSet<>();

    Track(Moment first) {
      this.first = first;
      add(first);
    }

    /** One row can tell several things of one moment. */
    void add(Moment moment) {
      if (moment != last) {
        last = moment;
        moment
            .twice()
            .ifPresent(t -> twice.computeIfAbsent(t.local(), _ -> new ArrayList<>()).add(moment));
      }
    }

    boolean isAscending() {
      return !first.at().isAfter(last.at());
    }
  }

  private final List<Taken> all;
  private final Instant receivedAt;
  private final Map<String, Track> tracks = new HashMap<>();

  Settled(List<Taken> all, Instant receivedAt) {
    this.all = all;
    this.receivedAt = receivedAt;
    for (Taken taken : all) {
      if (taken instanceof Taken.Dated dated) {
        tracks
            .computeIfAbsent(dated.series().key(), _ -> new Track(dated.moment()))
            .add(dated.moment());
      }
    }
    for (Taken taken : all) {
      if (taken instanceof Taken.Dated dated) {
        tracks.get(dated.series().key()).times.add(at(dated));
      }
    }
  }

  /** When it was measured. */
  Instant at(Taken.Dated taken) {
    Moment moment = taken.moment();
    if (moment.twice().isEmpty()) {
      return moment.at();
    }
    var twice = moment.twice().get();
    Track track = tracks.get(taken.series().key());
    List<Moment> same = track.twice.get(twice.local());
    if (same.size() == 2) {
      boolean isFirst = same.getFirst() == moment;
      return isFirst == track.isAscending() ? moment.at() : twice.later();
    }
    return twice.later().isAfter(receivedAt) ? moment.at() : twice.later();
  }

  /** The time since the value before it, or to the one behind it, where that is no outage. */
  Duration over(Taken.Rain rain) {
    if (rain.over().isPresent()) {
      return rain.over().get();
    }
    Instant at = at(rain);
    TreeSet<Instant> times = tracks.get(rain.series().key()).times;
    for (Instant neighbour : new Instant[] {times.lower(at), times.higher(at)}) {
      if (neighbour != null) {
        Duration gap = Duration.between(neighbour, at).abs();
        if (gap.compareTo(LONGEST_INTERVAL) <= 0) {
          return gap;
        }
      }
    }
    return rain.otherwise();
  }

  /** The readings of all rain counters in order of time. */
  List<Taken.Total> totals() {
    List<Taken.Total> totals = new ArrayList<>();
    for (Taken taken : all) {
      if (taken instanceof Taken.Total total) {
        totals.add(total);
      }
    }
    totals.sort(Comparator.comparing(this::at));
    return totals;
  }
}
