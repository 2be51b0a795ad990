package nadhir.geofence.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.report.Observation.DistressKind;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Conditions;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.sea.Drift;
import nadhir.geofence.impact.sea.Leeway;
import nadhir.geofence.zone.Geodesy;

/** How far somebody in distress is from each zone, as last told, and where to search by now. */
final class DistressModel {
  /** Ours: a beacon sends a satellite fix, a tenth of a nautical mile at worst. */
  static final double BEACON_ERROR_M = 185;

  /** Ours: a position told by voice, one nautical mile. */
  static final double CALL_ERROR_M = 1_852;

  /** A satellite that only listens to the frequency places a beacon within 5 km or so. */
  static final double DOPPLER_ERROR_M = 5_000;

  private final Conditions usual;

  DistressModel(Conditions usual) {
    this.usual = usual;
  }

  /** What is the same in every zone. */
  void putSame(Hazard hazard, HazardDetail.Distress distress, Instant now, FactSheet sheet) {
    sheet.put(Facts.SPEED_MPS, distress.speedMps()).put(Facts.MESSAGES, distress.messages());
    drift(hazard, distress, now)
        .ifPresent(drift -> sheet.put(Facts.SEARCH_RADIUS_KM, drift.radiusM() / 1_000));
  }

  /** Of each zone; {@code sheets} makes what is the same. */
  Function<Zone, ZoneImpact> impacts(
      Hazard hazard, HazardDetail.Distress distress, Instant now, Supplier<FactSheet> sheets) {
    Optional<Drift> drift = drift(hazard, distress, now);
    return zone -> {
      FactSheet sheet = sheets.get().put(Facts.DISTANCE_KM, Impacts.distanceKm(hazard, zone));
      drift.ifPresent(known -> putSearch(known, zone, sheet));
      return new ZoneImpact(zone.id(), Optional.empty(), Optional.empty(), sheet.facts());
    };
  }

  private static void putSearch(Drift drift, Zone zone, FactSheet sheet) {
    double toCentreM = Geodesy.distanceM(drift.centre(), zone.area());
    sheet.put(Facts.SEARCH_KM, StrictMath.max(0, toCentreM - drift.radiusM()) / 1_000);
  }

  Optional<Extent> extent(Hazard hazard, HazardDetail.Distress distress, Instant now) {
    return drift(hazard, distress, now)
        .map(
            drift ->
                new Extent(
                    Extent.Kind.SEARCH,
                    drift.area(),
                    drift.radiusM(),
                    OptionalDouble.empty(),
                    hazard.lastReportAt()));
  }

  /** From the last position told, at the time of its report. */
  private Optional<Drift> drift(Hazard hazard, HazardDetail.Distress distress, Instant now) {
    return hazard
        .place()
        .map(
            place ->
                Drift.from(
                    place,
                    errorM(distress.kind()),
                    Duration.between(hazard.lastReportAt(), now),
                    object(distress.kind()),
                    usual));
  }

  private static double errorM(DistressKind kind) {
    return switch (kind) {
      case SART, MAN_OVERBOARD, EPIRB, NAV_STATUS, DSC -> BEACON_ERROR_M;
      case CALL -> CALL_ERROR_M;
      case COSPAS_SARSAT -> DOPPLER_ERROR_M;
    };
  }

  /** What probably drifts: beacons of ships float with rafts, and who calls is still aboard. */
  private static Leeway object(DistressKind kind) {
    return switch (kind) {
      case MAN_OVERBOARD -> Leeway.PERSON_IN_WATER;
      case SART, EPIRB, NAV_STATUS, COSPAS_SARSAT -> Leeway.LIFE_RAFT;
      case CALL, DSC -> Leeway.VESSEL;
    };
  }
}
