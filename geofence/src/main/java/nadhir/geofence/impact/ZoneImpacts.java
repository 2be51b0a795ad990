package nadhir.geofence.impact;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.ZoneImpact;

/**
 * What one hazard does in each zone at one moment. A zone's impact is worked out when somebody asks
 * for it, and once: of a thousand zones a far earthquake's rules need none. For one thread.
 */
public final class ZoneImpacts {
  private final SortedSet<ZoneId> zones;
  private final Supplier<Function<ZoneId, ZoneImpact>> models;
  private final Same same;
  private final Optional<Origin> origin;
  private final Map<ZoneId, ZoneImpact> known = new HashMap<>();
  private Optional<Function<ZoneId, ZoneImpact>> model = Optional.empty();

  /**
   * Facts that are the same in every zone.
   *
   * @param facts all of them, also those that are not known
   * @param values by key, as every zone's impact has them
   */
  public record Same(Set<Facts> facts, SortedMap<String, Double> values) {
    static final Same NOTHING = new Same(Set.of(), Collections.emptySortedMap());
  }

  /**
   * Where every {@link Facts#DISTANCE_KM} is measured from.
   *
   * @param toCentres to the zones' centres, and all of the site's zones are touched; else to their
   *     outlines
   */
  public record Origin(LatLon place, boolean toCentres) {}

  /**
   * @param zones that are touched; not copied
   * @param models makes ready what all zones share, once somebody asks for one
   */
  ZoneImpacts(
      SortedSet<ZoneId> zones,
      Supplier<Function<ZoneId, ZoneImpact>> models,
      Same same,
      Optional<Origin> origin) {
    this.zones = zones;
    this.models = models;
    this.same = same;
    this.origin = origin;
  }

  /** Given ones in the place of worked out ones, of which nothing more is known. */
  public static ZoneImpacts given(SortedMap<ZoneId, ZoneImpact> impacts) {
    var copy = new TreeMap<>(impacts);
    return new ZoneImpacts(copy.navigableKeySet(), () -> copy::get, Same.NOTHING, Optional.empty());
  }

  static ZoneImpacts none() {
    return given(Collections.emptySortedMap());
  }

  /** The zones that the hazard touches. */
  public SortedSet<ZoneId> zones() {
    return Collections.unmodifiableSortedSet(zones);
  }

  /** Empty where the hazard does not touch the zone. */
  public Optional<ZoneImpact> find(ZoneId zone) {
    ZoneImpact impact = known.get(zone);
    if (impact == null && zones.contains(zone)) {
      Function<ZoneId, ZoneImpact> ready = model.orElseGet(models);
      model = Optional.of(ready);
      impact = ready.apply(zone);
      known.put(zone, impact);
    }
    return Optional.ofNullable(impact);
  }

  /** Every zone's, sorted by zone. */
  public List<ZoneImpact> all() {
    return zones.stream().map(zone -> find(zone).orElseThrow()).toList();
  }

  public Same same() {
    return same;
  }

  /** Empty where no place is known, or nothing is said of distances. */
  public Optional<Origin> origin() {
    return origin;
  }

  /** How many zones somebody has asked for. */
  public int workedOut() {
    return known.size();
  }
}
