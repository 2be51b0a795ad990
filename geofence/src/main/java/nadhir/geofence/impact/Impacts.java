package nadhir.geofence.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ZoneId;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Gauge;
import nadhir.core.site.Zone;
import nadhir.geofence.zone.Geodesy;

/** What a hazard does in each zone that it touches: one entry for all models. */
public final class Impacts {
  private final java.time.ZoneId timeZone;
  private final List<Gauge> gauges;
  private final List<Zone> zones;

  public Impacts(java.time.ZoneId timeZone, List<Gauge> gauges, List<Zone> zones) {
    this.timeZone = timeZone;
    this.gauges = List.copyOf(gauges);
    this.zones = zones.stream().sorted(Comparator.comparing(Zone::id)).toList();
  }

  /** The impacts, sorted by zone. A quake without a place touches no zone. */
  public List<ZoneImpact> of(Hazard hazard, Gauging gauging, Instant now) {
    return switch (hazard.detail()) {
      case HazardDetail.Quake quake ->
          hazard.place().map(place -> shaken(hazard, quake, place, now)).orElse(List.of());
      case HazardDetail.Flood flood -> flooded(hazard, wadi(flood, gauging), now);
      case HazardDetail.Distress distress ->
          zones.stream().map(zone -> distress(hazard, distress, zone, now)).toList();
      case HazardDetail.Vessel vessel ->
          zones.stream().map(zone -> vessel(hazard, vessel, zone, now)).toList();
      case HazardDetail.Stated stated ->
          zones.stream().map(zone -> stated(hazard, stated, zone, now)).toList();
    };
  }

  /** The gauges behind a flood, taken together. */
  public WadiGauges wadi(HazardDetail.Flood flood, Gauging gauging) {
    return new WadiGauges(gauges, flood, gauging);
  }

  /** How strongly an earthquake shook a gauge: intensity on firm ground; empty without a place. */
  public static OptionalDouble mmiAt(Hazard hazard, LatLon place) {
    return hazard.detail() instanceof HazardDetail.Quake quake && hazard.place().isPresent()
        ? OptionalDouble.of(QuakeModel.mmiAt(quake, hazard.place().get(), place))
        : OptionalDouble.empty();
  }

  /** The gauge of the site with this id. */
  public Optional<Gauge> gauge(GaugeId id) {
    return gauges.stream().filter(gauge -> gauge.id().equals(id)).findFirst();
  }

  private List<ZoneImpact> shaken(
      Hazard hazard, HazardDetail.Quake quake, LatLon epicentre, Instant now) {
    Instant origin = hazard.occurredAt();
    return zones.stream()
        .map(zone -> QuakeModel.impact(quake, epicentre, origin, zone, sheet(hazard, now)))
        .toList();
  }

  private List<ZoneImpact> flooded(Hazard hazard, WadiGauges wadi, Instant now) {
    List<ZoneId> reached =
        wadi.gauges().stream()
            .flatMap(gauge -> gauge.downstream().stream().map(Gauge.Reach::zone))
            .distinct()
            .sorted()
            .toList();
    return reached.stream()
        .map(zone -> FloodModel.impact(wadi, zone, now, sheet(hazard, now)))
        .toList();
  }

  private ZoneImpact distress(
      Hazard hazard, HazardDetail.Distress distress, Zone zone, Instant now) {
    FactSheet sheet =
        sheet(hazard, now)
            .put(Facts.DISTANCE_KM, distanceKm(hazard, zone))
            .put(Facts.SPEED_MPS, distress.speedMps())
            .put(Facts.MESSAGES, distress.messages());
    return new ZoneImpact(zone.id(), Optional.empty(), Optional.empty(), sheet.facts());
  }

  private ZoneImpact vessel(Hazard hazard, HazardDetail.Vessel vessel, Zone zone, Instant now) {
    FactSheet sheet =
        sheet(hazard, now)
            .put(Facts.DISTANCE_KM, distanceKm(hazard, zone))
            .put(Facts.SPEED_MPS, vessel.speedMps());
    return new ZoneImpact(zone.id(), Optional.empty(), Optional.empty(), sheet.facts());
  }

  private ZoneImpact stated(Hazard hazard, HazardDetail.Stated stated, Zone zone, Instant now) {
    FactSheet sheet =
        sheet(hazard, now)
            .put(Facts.DISTANCE_KM, distanceKm(hazard, zone))
            .put(Facts.SEVERITY_RANK, rank(stated.severity()));
    return new ZoneImpact(zone.id(), Optional.of(stated.onset()), stated.until(), sheet.facts());
  }

  private FactSheet sheet(Hazard hazard, Instant now) {
    double ageMin = Duration.between(hazard.occurredAt(), now).toSeconds() / 60.0;
    return new FactSheet()
        .put(Facts.AGE_MIN, ageMin)
        .put(Facts.HOUR_LOCAL, now.atZone(timeZone).getHour())
        .put(Facts.CERTAINTY_RANK, rank(hazard.certainty()));
  }

  private static OptionalDouble distanceKm(Hazard hazard, Zone zone) {
    return hazard
        .place()
        .map(place -> OptionalDouble.of(Geodesy.distanceM(place, zone.area()) / 1_000))
        .orElse(OptionalDouble.empty());
  }

  static int rank(Severity severity) {
    return switch (severity) {
      case EXTREME -> 4;
      case SEVERE -> 3;
      case MODERATE -> 2;
      case MINOR -> 1;
      case UNKNOWN -> 0;
    };
  }

  static int rank(Certainty certainty) {
    return switch (certainty) {
      case OBSERVED -> 4;
      case LIKELY -> 3;
      case POSSIBLE -> 2;
      case UNLIKELY -> 1;
      case UNKNOWN -> 0;
    };
  }
}
