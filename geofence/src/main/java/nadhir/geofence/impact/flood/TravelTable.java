package nadhir.geofence.impact.flood;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Gauge;

/**
 * The simplest site: each gauge tells its own travel times ({@link Gauge.Reach}), whatever the
 * stage. Of several that have seen the water the nearest one tells, from the moment when it first
 * stood at that gauge's action threshold. Nothing is said of the height below.
 */
record TravelTable(List<Gauge> gauges) implements Downstream {
  @Override
  public List<ZoneId> zones() {
    return gauges.stream()
        .flatMap(gauge -> gauge.downstream().stream().map(Gauge.Reach::zone))
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public boolean above(GaugeId gauge, ZoneId zone) {
    return gauges.stream().anyMatch(g -> g.id().equals(gauge) && reach(g, zone).isPresent());
  }

  @Override
  public Optional<Arrival> arrival(ZoneId zone, Sightings seen) {
    return gauges.stream()
        .filter(gauge -> reach(gauge, zone).isPresent() && seen.first(gauge.id()).isPresent())
        .min(
            Comparator.comparing((Gauge gauge) -> reach(gauge, zone).orElseThrow().latest())
                .thenComparing(Gauge::id))
        .map(gauge -> arrival(seen.first(gauge.id()).orElseThrow(), gauge, zone));
  }

  private static Arrival arrival(GaugeTrack.High first, Gauge gauge, ZoneId zone) {
    Gauge.Reach reach = reach(gauge, zone).orElseThrow();
    return new Arrival(first.at().plus(reach.earliest()), first.at().plus(reach.latest()));
  }

  @Override
  public OptionalDouble peakM(ZoneId zone, Sightings seen) {
    return OptionalDouble.empty();
  }

  @Override
  public Optional<GaugeId> reference(ZoneId zone) {
    return Optional.empty();
  }

  private static Optional<Gauge.Reach> reach(Gauge gauge, ZoneId zone) {
    return gauge.downstream().stream().filter(reach -> reach.zone().equals(zone)).findFirst();
  }
}
