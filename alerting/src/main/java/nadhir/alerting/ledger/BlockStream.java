package nadhir.alerting.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nadhir.alerting.ledger.DeliveryStore.Claim;

/** A Redis stream with one consumer group, as far as the outbox uses it. */
final class BlockStream {
  /** {@code holder} is the fencing number it was given out to, 0 while it waits. */
  private record Entry(OutboxBlock block, long holder) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private long lastEntry;

  void add(OutboxBlock block) {
    entries.put(++lastEntry + "-0", new Entry(block, 0));
  }

  List<Claim> take(int max, long fence) {
    List<Claim> taken = new ArrayList<>();
    for (var entry : entries.entrySet()) {
      if (taken.size() < max && entry.getValue().holder() == 0) {
        taken.add(give(entry, fence));
      }
    }
    return taken;
  }

  List<Claim> reclaim(long fence) {
    List<Claim> claimed = new ArrayList<>();
    for (var entry : entries.entrySet()) {
      if (entry.getValue().holder() != 0) {
        claimed.add(give(entry, fence));
      }
    }
    return claimed;
  }

  private static Claim give(Map.Entry<String, Entry> entry, long fence) {
    entry.setValue(new Entry(entry.getValue().block(), fence));
    return claim(entry.getKey(), entry.getValue(), fence);
  }

  private static Claim claim(String name, Entry entry, long fence) {
    return new Claim(entry.block(), name, fence + "." + name);
  }

  List<Claim> pending(long fence) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().holder() == fence)
        .map(entry -> claim(entry.getKey(), entry.getValue(), fence))
        .toList();
  }

  boolean finish(String entry) {
    return entries.remove(entry) != null;
  }
}
