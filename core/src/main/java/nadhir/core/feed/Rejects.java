package nadhir.core.feed;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts rejections by reason. Safe to read from another thread. */
public final class Rejects {
  private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);

  public void count(Reason reason) {
    count(reason, 1);
  }

  public synchronized void count(Reason reason, long items) {
    counts.merge(reason, items, Long::sum);
  }

  public synchronized long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** In the order of {@link Reason}; reasons that never came are missing. */
  public synchronized SortedMap<Reason, Long> byReason() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
