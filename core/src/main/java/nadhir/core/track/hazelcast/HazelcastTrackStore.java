package nadhir.core.track.hazelcast;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nadhir.core.id.UnitId;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Lane;
import nadhir.core.track.TrackStore;
import nadhir.core.track.UnitTrack;

/**
 * A lane's tracks in a map of the cluster, as JSON by unit: each on the member that owns its
 * partition and on one more. Hazelcast routes to the owner, hands partitions over as members come
 * and go, and refuses who does not own one.
 *
 * <p>A track is read and put with one question to each member that has some of them. Owners only
 * compare text, so they need not follow the lane.
 */
public final class HazelcastTrackStore implements TrackStore {
  /** Its configuration is {@code Cluster}'s. */
  public static final String MAPS = "nadhir.units.*";

  /** Of the JSON: members that write another one keep their tracks apart. */
  private static final String FORMAT = "1";

  private final HazelcastInstance hazelcast;
  private final String name;

  public HazelcastTrackStore(HazelcastInstance hazelcast, Lane lane) {
    this.hazelcast = hazelcast;
    this.name = mapOf(lane);
  }

  static String mapOf(Lane lane) {
    return MAPS.replace("*", FORMAT + "." + lane.key());
  }

  @Override
  public SortedMap<UnitId, UnitTrack> find(Collection<UnitId> units) {
    Set<String> keys = units.stream().map(UnitId::value).collect(Collectors.toSet());
    SortedMap<UnitId, UnitTrack> tracks = new TreeMap<>();
    values(keys).forEach((key, json) -> tracks.put(new UnitId(key), track(json)));
    return tracks;
  }

  /** One device tells of one unit: that goes straight to its owner. */
  private Map<String, String> values(Set<String> keys) {
    if (keys.size() != 1) {
      return ask(() -> map().getAll(keys));
    }
    String key = keys.iterator().next();
    return Optional.ofNullable(ask(() -> map().get(key)))
        .map(json -> Map.of(key, json))
        .orElse(Map.of());
  }

  static UnitTrack track(String json) {
    return DomainJson.read(json, UnitTrack.class);
  }

  @Override
  public Set<UnitId> put(List<Step> steps) {
    if (steps.isEmpty()) {
      return Set.of();
    }
    var swap = new Swap(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (Step step : steps) {
      String key = step.after().unit().value();
      step.before().ifPresent(before -> swap.before().put(key, DomainJson.write(before)));
      swap.after().put(key, DomainJson.write(step.after()));
    }
    Map<String, Boolean> done = done(swap);
    Set<UnitId> others = new TreeSet<>();
    swap.after().keySet().stream()
        .filter(key -> !done.getOrDefault(key, false))
        .forEach(key -> others.add(new UnitId(key)));
    return others;
  }

  private Map<String, Boolean> done(Swap swap) {
    Set<String> keys = swap.after().keySet();
    if (keys.size() != 1) {
      return ask(() -> map().executeOnKeys(keys, swap));
    }
    String key = keys.iterator().next();
    return Map.of(key, ask(() -> map().executeOnKey(key, swap)));
  }

  @Override
  public List<UnitId> units() {
    return ask(() -> map().keySet()).stream().map(UnitId::new).sorted().toList();
  }

  @Override
  public int size() {
    return ask(() -> map().size());
  }

  @Override
  public void destroy() {
    ask(
        () -> {
          map().destroy();
          return true;
        });
  }

  /** Asked for each time: another member may have destroyed it, and then this is a new one. */
  private IMap<String, String> map() {
    return hazelcast.getMap(name);
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (HazelcastInstanceNotActiveException | HazelcastException e) {
      throw new Away("the cluster does not answer: " + e.getMessage(), e);
    }
  }
}
