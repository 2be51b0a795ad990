package nadhir.core.track.hazelcast;

import com.hazelcast.map.EntryProcessor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts values where others are, on the member that owns them.
 *
 * @param before by key, what must be there; of a key that is not in it, nothing
 * @param after by key
 */
record Swap(LinkedHashMap<String, String> before, LinkedHashMap<String, String> after)
    implements EntryProcessor<String, String, Boolean> {

  /** Whether it was so, and is now. */
  @Override
  public Boolean process(Map.Entry<String, String> entry) {
    String there = entry.getValue();
    String expected = before.get(entry.getKey());
    boolean fits = expected == null ? there == null : expected.equals(there);
    if (fits) {
      entry.setValue(after.get(entry.getKey()));
    }
    return fits;
  }
}
