package nadhir.geofence.impact.flood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Wadi;
import nadhir.core.site.WadiReach;

/**
 * A wadi with its reaches. For each zone the gauges are asked that have seen the water and have no
 * other such gauge between themselves and the zone: the uncertainty of all reaches above falls away
 * as soon as a lower gauge has seen it. Through each reach the water needs its travel time at the
 * stage that is left of it ({@link ReachTravel}); where branches join, the first water to come
 * counts, and the stages add up as discharges do ({@link Manning#joinedM}).
 *
 * <p>A higher stage that follows runs faster and may overtake, so that every record high of a gauge
 * is sent down, and the first one to arrive counts.
 *
 * <p>How much a stage loses on its way is the site's own number for each reach: a wadi's bed drinks
 * and its fan spreads, and no formula knows either without a survey (NRCS, National Engineering
 * Handbook 630, chapter 19, "Transmission losses").
 */
final class WadiNetwork implements Downstream {
  private final Map<ZoneId, List<Ending>> endings = new LinkedHashMap<>();
  private final Wadi wadi;
  private final Predicate<String> isGauge;

  /** A reach that a zone lies on. */
  private record Ending(WadiReach reach, boolean along) {}

  /** A gauge, and the way of its water to the zone. */
  private record Source(GaugeId gauge, Route route) {}

  /**
   * @param isGauge which of the nodes are gauges, the others being junctions
   */
  WadiNetwork(Wadi wadi, Predicate<String> isGauge) {
    this.wadi = wadi;
    this.isGauge = isGauge;
    for (WadiReach reach : wadi.reaches()) {
      for (ZoneId zone : reach.zones()) {
        endings
            .computeIfAbsent(zone, _ -> new ArrayList<>())
            .add(new Ending(reach, reach.to().isPresent()));
      }
    }
  }

  @Override
  public List<ZoneId> zones() {
    return endings.keySet().stream().sorted().toList();
  }

  @Override
  public boolean above(GaugeId gauge, ZoneId zone) {
    return sources(zone, gauge::equals).stream().anyMatch(source -> source.gauge().equals(gauge));
  }

  @Override
  public Optional<Arrival> arrival(ZoneId zone, Sightings seen) {
    return sources(zone, gauge -> seen.first(gauge).isPresent()).stream()
        .flatMap(source -> seen.highs(source.gauge()).stream().map(source.route()::arrival))
        .reduce(Arrival::first);
  }

  @Override
  public OptionalDouble peakM(ZoneId zone, Sightings seen) {
    Map<GaugeId, Double> left = new LinkedHashMap<>();
    for (Source source : sources(zone, g -> seen.isWater(g) && seen.first(g).isPresent())) {
      double stageM = source.route().left(seen.highs(source.gauge()).getLast().value());
      left.merge(source.gauge(), stageM, StrictMath::max);
    }
    double[] stagesM = left.values().stream().mapToDouble(Double::doubleValue).toArray();
    return stagesM.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(stagesM.length == 1 ? stagesM[0] : Manning.joinedM(stagesM));
  }

  /** The nearest gauge above, whatever it has seen. */
  @Override
  public Optional<GaugeId> reference(ZoneId zone) {
    return sources(zone, _ -> true).stream()
        .min(
            Comparator.comparingDouble((Source source) -> source.route().lengthM())
                .thenComparing(Source::gauge))
        .map(Source::gauge);
  }

  /** The first wanted gauge on every way up from the zone. */
  private List<Source> sources(ZoneId zone, Predicate<GaugeId> wanted) {
    List<Source> found = new ArrayList<>();
    for (Ending ending : endings.getOrDefault(zone, List.of())) {
      climb(List.of(ending.reach()), ending.along(), wanted, found);
    }
    return found;
  }

  private void climb(
      List<WadiReach> below, boolean along, Predicate<GaugeId> wanted, List<Source> found) {
    String node = below.getFirst().from();
    if (isGauge.test(node) && wanted.test(new GaugeId(node))) {
      found.add(new Source(new GaugeId(node), new Route(below, along)));
      return;
    }
    for (WadiReach reach : wadi.reaches()) {
      if (reach.to().filter(node::equals).isPresent()) {
        List<WadiReach> longer = new ArrayList<>(List.of(reach));
        longer.addAll(below);
        climb(longer, along, wanted, found);
      }
    }
  }
}
