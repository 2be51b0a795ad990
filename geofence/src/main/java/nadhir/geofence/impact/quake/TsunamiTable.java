package nadhir.geofence.impact.quake;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.TsunamiSource;
import nadhir.geofence.zone.Geodesy;

/**
 * When a sea wave may come after an earthquake, by the site's own table: no wave model. The minutes
 * are those from the origin on. A table cannot know a slide under water, which is why strong
 * shaking at a shore is a warning by itself.
 */
public final class TsunamiTable {
  private final List<TsunamiSource> sources;

  public TsunamiTable(List<TsunamiSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** After the origin. */
  public record Arrival(Duration from, Duration to) {}

  /**
   * By zone the earliest and the latest of all source areas that hold the epicentre and whose
   * magnitude and depth fit; a zone that none of them tells of is left out.
   */
  public SortedMap<ZoneId, Arrival> arrivals(LatLon epicentre, double magnitude, double depthM) {
    SortedMap<ZoneId, Arrival> byZone = new TreeMap<>();
    sources.stream()
        .filter(source -> magnitude >= source.minMagnitude() && depthM <= source.maxDepthM())
        .filter(source -> Geodesy.distanceM(epicentre, source.area()) == 0)
        .flatMap(source -> source.arrivals().stream())
        .forEach(
            told ->
                byZone.merge(
                    told.zone(), new Arrival(told.earliest(), told.latest()), TsunamiTable::both));
    return byZone;
  }

  private static Arrival both(Arrival one, Arrival other) {
    return new Arrival(
        one.from().compareTo(other.from()) <= 0 ? one.from() : other.from(),
        one.to().compareTo(other.to()) >= 0 ? one.to() : other.to());
  }
}
