package nadhir.geofence.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.report.Certainty;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;

/** Hazards of all kinds, with and without what can be missing. */
final class RandomHazards {
  static final List<String> TYPES =
      List.of("earthquake", "flash-flood", "distress-at-sea", "chemical-release");

  private RandomHazards() {}

  static Hazard next(RandomGenerator random, LatLon place, Instant now) {
    String type = TYPES.get(random.nextInt(TYPES.size()));
    HazardDetail detail =
        switch (type) {
          case "earthquake" -> quake(random, place);
          case "flash-flood" -> flood(random, now);
          case "distress-at-sea" -> distress(random);
          default -> stated(random, place, now);
        };
    return hazard(
        random, type, random.nextInt(8) > 0 ? Optional.of(place) : Optional.empty(), detail, now);
  }

  static Hazard warning(RandomGenerator random, Instant now) {
    HazardDetail detail = stated(random, RandomZones.AQABA, now);
    return hazard(random, "weather-warning", Optional.empty(), detail, now);
  }

  private static Hazard hazard(
      RandomGenerator random,
      String type,
      Optional<LatLon> place,
      HazardDetail detail,
      Instant now) {
    Instant since = now.minus(Duration.ofMinutes(random.nextInt(90)));
    return new Hazard(
        new HazardId("h"),
        new HazardTypeId(type),
        1,
        Hazard.Status.ACTIVE,
        since,
        since,
        since,
        place,
        Certainty.values()[random.nextInt(Certainty.values().length)],
        detail,
        List.of(),
        Optional.empty());
  }

  private static HazardDetail quake(RandomGenerator random, LatLon place) {
    return new HazardDetail.Quake(
        random.nextInt(25, 80) / 10.0,
        "Mw",
        random.nextInt(60) * 1_000.0,
        new FeedId("usgs"),
        "only-one",
        List.of(),
        maybe(random, random.nextInt(2, 8)),
        random.nextInt(3) == 0 ? Optional.of(map(random, place)) : Optional.empty());
  }

  /** Circles of intensity around the epicentre. */
  private static Observation.ShakeMap map(RandomGenerator random, LatLon place) {
    List<Observation.Contour> contours = new ArrayList<>();
    double km = random.nextDouble(40, 120);
    for (int mmi = 3; mmi < 8; mmi++, km *= 0.6) {
      List<LatLon> ring = new ArrayList<>();
      for (int deg = 0; deg <= 360; deg += 30) {
        ring.add(Sphere.towards(place, deg % 360, km * 1_000));
      }
      contours.add(new Observation.Contour(mmi, List.of(ring)));
    }
    return new Observation.ShakeMap(1, contours);
  }

  private static HazardDetail flood(RandomGenerator random, Instant now) {
    boolean yutum = random.nextBoolean();
    List<GaugeState> states = new ArrayList<>();
    for (String gauge : yutum ? List.of("RG1", "Y1", "Y2") : List.of("RG3")) {
      if (random.nextInt(5) > 0) {
        states.add(state(random, gauge, now));
      }
    }
    return new HazardDetail.Flood(yutum ? "yutum" : "shallala", states);
  }

  private static GaugeState state(RandomGenerator random, String gauge, Instant now) {
    boolean water = gauge.startsWith("Y");
    OptionalDouble none = OptionalDouble.empty();
    return new GaugeState(
        new GaugeId(gauge),
        now,
        water ? OptionalDouble.of(random.nextDouble(4)) : none,
        water ? maybe(random, random.nextDouble(4)) : none,
        water ? none : OptionalDouble.of(random.nextDouble(40)),
        false,
        none,
        water ? none : maybe(random, random.nextDouble(60)),
        none,
        water ? none : maybe(random, random.nextDouble(90)),
        none,
        Optional.empty());
  }

  private static HazardDetail distress(RandomGenerator random) {
    var kinds = Observation.DistressKind.values();
    return new HazardDetail.Distress(
        "",
        kinds[random.nextInt(kinds.length)],
        OptionalDouble.empty(),
        maybe(random, random.nextDouble(3)),
        random.nextInt(10),
        OptionalInt.empty());
  }

  private static HazardDetail stated(RandomGenerator random, LatLon place, Instant now) {
    return new HazardDetail.Stated(
        Severity.values()[random.nextInt(Severity.values().length)],
        now.minus(Duration.ofMinutes(5)),
        random.nextBoolean() ? Optional.of(now.plus(Duration.ofHours(1))) : Optional.empty(),
        List.of("ammonia", "chlorine", "smoke", "").get(random.nextInt(4)),
        random.nextInt(3) == 0
            ? Optional.of(Area.circle(place, random.nextDouble(500, 30_000)))
            : Optional.empty(),
        Optional.empty());
  }

  private static OptionalDouble maybe(RandomGenerator random, double value) {
    return random.nextInt(3) > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
