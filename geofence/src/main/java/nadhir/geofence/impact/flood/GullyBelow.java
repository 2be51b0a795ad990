package nadhir.geofence.impact.flood;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Gully;

/** The zones below a gully: its water is there minutes after the first rain gauge was over. */
record GullyBelow(Gully gully, List<GaugeId> rainGauges) implements Downstream {
  @Override
  public List<ZoneId> zones() {
    return gully.zones().stream().map(Gully.Reached::zone).sorted().toList();
  }

  @Override
  public boolean above(GaugeId gauge, ZoneId zone) {
    return rainGauges.contains(gauge) && zones().contains(zone);
  }

  @Override
  public Optional<Arrival> arrival(ZoneId zone, Sightings seen) {
    return gully.zones().stream()
        .filter(reached -> reached.zone().equals(zone))
        .map(reached -> reached.times().orElseGet(() -> byLag(gully)))
        .flatMap(
            times ->
                rainGauges.stream().flatMap(g -> seen.first(g).stream()).map(h -> at(h, times)))
        .reduce(Arrival::first);
  }

  private static Arrival at(GaugeTrack.High first, Gully.Times times) {
    return new Arrival(first.at().plus(times.earliest()), first.at().plus(times.latest()));
  }

  /**
   * The peak by the unit hydrograph of the SCS: half the rain's duration and the lag of 0.6 tc
   * after its beginning (NRCS, National Engineering Handbook 630, chapters 15 and 16), for rain
   * between a sudden burst and one as long as tc.
   */
  private static Gully.Times byLag(Gully gully) {
    double tcMin = Kirpich.concentrationMin(gully.lengthM(), gully.slope());
    return new Gully.Times(minutes(0.6 * tcMin), minutes(1.1 * tcMin));
  }

  private static Duration minutes(double minutes) {
    return Duration.ofSeconds(StrictMath.round(minutes * 60));
  }

  @Override
  public OptionalDouble peakM(ZoneId zone, Sightings seen) {
    return OptionalDouble.empty();
  }

  @Override
  public Optional<GaugeId> reference(ZoneId zone) {
    return Optional.empty();
  }
}
