package nadhir.core.feed.quake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Since when an item has been said to be as it is now said to be: the revision time of sources that
 * give none. After a restart, what stands there counts as said at its first receipt.
 */
public final class FirstSaid {
  /** Items that are remembered; one that is forgotten counts as said anew. */
  static final int MAX_REMEMBERED = 20_000;

  private final Map<String, Said> byId = new LinkedHashMap<>();

  private record Said(Object content, Instant since) {}

  /**
   * @param content what is said, compared with what was said of {@code id} before
   */
  public Instant of(String id, Object content, Instant receivedAt) {
    Said before = byId.remove(id);
    boolean same = before != null && before.content().equals(content);
    Said now = same ? before : new Said(content, receivedAt);
    byId.put(id, now);
    if (byId.size() > MAX_REMEMBERED) {
      byId.remove(byId.keySet().iterator().next());
    }
    return now.since();
  }
}
