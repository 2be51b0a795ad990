package nadhir.core.feed.cap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.core.id.HazardTypeId;

/**
 * What a feed has told of which message, so that a cancellation which carries nothing but a name
 * takes back every part of it, and a message that is still in the index after its update is not
 * told again.
 */
final class Lineage {
  /**
   * Messages remembered; the oldest are forgotten. After a restart, too, all is forgotten: then a
   * cancellation takes back as many parts as it has itself, and one at least.
   */
  static final int MAX_REMEMBERED = 2_000;

  private final Map<CapName, Map<Integer, HazardTypeId>> told = bounded();
  private final Map<CapName, CapName> superseded = bounded();

  private static <V> Map<CapName, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<CapName, V> eldest) {
        return size() > MAX_REMEMBERED;
      }
    };
  }

  void told(CapName message, Map<Integer, HazardTypeId> parts) {
    told.remove(message);
    told.put(message, new TreeMap<>(parts));
  }

  /** Part numbers of the message with their types; empty when it is not remembered. */
  Map<Integer, HazardTypeId> parts(CapName message) {
    return told.getOrDefault(message, Map.of());
  }

  void supersede(CapName earlier, CapName by) {
    superseded.remove(earlier);
    superseded.put(earlier, by);
  }

  /** The message that came after it, if one did. */
  Optional<CapName> supersededBy(CapName message) {
    return Optional.ofNullable(superseded.get(message));
  }
}
