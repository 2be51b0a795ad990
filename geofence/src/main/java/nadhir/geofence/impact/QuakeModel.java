package nadhir.geofence.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.report.Observation;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.SiteModels;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.quake.Acceleration;
import nadhir.geofence.impact.quake.Intensity;
import nadhir.geofence.impact.quake.ShakeContours;
import nadhir.geofence.impact.quake.TravelTimes;
import nadhir.geofence.impact.quake.TsunamiTable;
import nadhir.geofence.zone.Geodesy;

/**
 * Intensity, wave arrivals and sea waves in each zone. Where a ShakeMap covers a zone's centre its
 * contours override the formula and the zone's site term: it knows the ground by itself. The
 * arrival is that of the S waves. Beyond the distance that the formula was made for, and without a
 * map, no intensity is known: arrivals and distance are told all the same.
 */
final class QuakeModel {
  private final Intensity intensity;
  private final TravelTimes waves;
  private final TsunamiTable tsunamis;

  QuakeModel(SiteModels models) {
    this.intensity = Intensity.of(models.intensity());
    this.waves = TravelTimes.of(models.waves());
    this.tsunamis = new TsunamiTable(models.tsunamis());
  }

  /** Intensity with its range, as far as it is known. */
  private record Shaking(
      OptionalDouble mmi, OptionalDouble low, OptionalDouble high, boolean measured) {
    static Shaking between(double low, double high) {
      return new Shaking(
          OptionalDouble.of(low), OptionalDouble.of(low), OptionalDouble.of(high), true);
    }

    boolean isKnown() {
      return high.isPresent();
    }

    /** On a map, outside its lowest contour. */
    Shaking below(double most) {
      return new Shaking(atMost(mmi, most), atMost(low, most), OptionalDouble.of(most), true);
    }

    private static OptionalDouble atMost(OptionalDouble value, double most) {
      return value.isPresent()
          ? OptionalDouble.of(StrictMath.min(value.getAsDouble(), most))
          : value;
    }
  }

  /** What is the same in every zone. */
  static void putSame(HazardDetail.Quake quake, FactSheet sheet) {
    sheet
        .put(Facts.MAGNITUDE, quake.magnitude())
        .put(Facts.DEPTH_KM, quake.depthM() / 1_000)
        .put(Facts.FELT_MMI, quake.feltMmi());
  }

  /** Of each zone, for one earthquake at one moment; {@code sheets} makes what is the same. */
  Function<Zone, ZoneImpact> impacts(
      HazardDetail.Quake quake, LatLon epicentre, Instant origin, Supplier<FactSheet> sheets) {
    Optional<ShakeContours> map = quake.shakeMap().flatMap(m -> contours(m, epicentre));
    var waves = tsunamis.arrivals(epicentre, quake.magnitude(), quake.depthM());
    return zone -> {
      FactSheet sheet = sheets.get();
      Optional.ofNullable(waves.get(zone.id())).ifPresent(wave -> put(wave, sheet));
      return impact(quake, epicentre, origin, zone, map, sheet);
    };
  }

  private static Optional<ShakeContours> contours(Observation.ShakeMap map, LatLon epicentre) {
    return ShakeContours.of(
        map.contours().stream()
            .map(contour -> new ShakeContours.Level(contour.mmi(), contour.lines()))
            .toList(),
        epicentre);
  }

  private static void put(TsunamiTable.Arrival wave, FactSheet sheet) {
    sheet
        .put(Facts.WAVE_FROM_MIN, wave.from().toSeconds() / 60.0)
        .put(Facts.WAVE_TO_MIN, wave.to().toSeconds() / 60.0);
  }

  private ZoneImpact impact(
      HazardDetail.Quake quake,
      LatLon epicentre,
      Instant origin,
      Zone zone,
      Optional<ShakeContours> map,
      FactSheet sheet) {
    double distanceKm = Geodesy.distanceM(epicentre, zone.centre()) / 1_000;
    double depthKm = quake.depthM() / 1_000;
    Shaking formula = formula(quake, distanceKm, zone);
    Shaking shaking =
        map.flatMap(m -> m.at(zone.centre())).map(r -> read(r, formula)).orElse(formula);
    double strongS = waves.sS(distanceKm, depthKm);
    sheet
        .put(Facts.DISTANCE_KM, distanceKm)
        .put(Facts.MMI, shaking.mmi())
        .put(Facts.MMI_LOW, shaking.low())
        .put(Facts.MMI_HIGH, shaking.high())
        .put(Facts.P_ARRIVAL_S, waves.pS(distanceKm, depthKm))
        .put(Facts.S_ARRIVAL_S, strongS);
    if (shaking.isKnown()) {
      sheet.put(Facts.MMI_SOURCE, shaking.measured() ? 1 : 0);
    }
    shaking.mmi().ifPresent(mmi -> sheet.put(Facts.PGA_MPS2, Acceleration.pgaMps2(mmi)));
    long afterMs = StrictMath.round(strongS * 10) * 100;
    Optional<Instant> arrives = Optional.of(origin.plus(Duration.ofMillis(afterMs)));
    return new ZoneImpact(zone.id(), arrives, arrives, sheet.facts());
  }

  private Shaking formula(HazardDetail.Quake quake, double distanceKm, Zone zone) {
    double km = Intensity.hypocentralKm(distanceKm, quake.depthM() / 1_000);
    double siteTerm = zone.siteTermMmi().orElse(0);
    double sigma = intensity.sigma(km);
    return new Shaking(
        intensity.mmi(quake.magnitude(), km, siteTerm),
        intensity.mmi(quake.magnitude(), km, siteTerm - sigma),
        intensity.mmi(quake.magnitude(), km, siteTerm + sigma),
        false);
  }

  /** Between two contours; outside the lowest one the formula holds, as far as the map lets it. */
  private static Shaking read(ShakeContours.Reading reading, Shaking formula) {
    double high = reading.below().orElse(Intensity.MOST_MMI);
    return reading
        .atLeast()
        .map(mmi -> Shaking.between(mmi, high))
        .orElseGet(() -> formula.below(high));
  }

  /** Intensity on average ground at a place, as a gauge feels it; empty where the formula ends. */
  OptionalDouble mmiAt(HazardDetail.Quake quake, LatLon epicentre, LatLon place) {
    double distanceKm = Geodesy.distanceM(epicentre, place) / 1_000;
    double km = Intensity.hypocentralKm(distanceKm, quake.depthM() / 1_000);
    return intensity.mmi(quake.magnitude(), km, 0);
  }
}
