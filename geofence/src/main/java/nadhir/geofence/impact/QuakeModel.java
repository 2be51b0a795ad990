package nadhir.geofence.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Zone;
import nadhir.geofence.zone.Geodesy;

/** Intensity and wave arrivals in each zone, by {@link Shaking}; arrival is that of the S waves. */
final class QuakeModel {
  private QuakeModel() {}

  static ZoneImpact impact(
      HazardDetail.Quake quake, LatLon epicentre, Instant origin, Zone zone, FactSheet sheet) {
    double distanceKm = Geodesy.distanceM(epicentre, zone.centre()) / 1_000;
    double hypocentralKm = Shaking.hypocentralKm(distanceKm, quake.depthM() / 1_000);
    double mmi = Shaking.mmi(quake.magnitude(), hypocentralKm, zone.siteTermMmi().orElse(0));
    sheet
        .put(Facts.MAGNITUDE, quake.magnitude())
        .put(Facts.DEPTH_KM, quake.depthM() / 1_000)
        .put(Facts.DISTANCE_KM, distanceKm)
        .put(Facts.MMI, mmi)
        .put(Facts.PGA_MPS2, Shaking.pgaMps2(mmi))
        .put(Facts.P_ARRIVAL_S, Shaking.pArrivalS(hypocentralKm))
        .put(Facts.S_ARRIVAL_S, Shaking.sArrivalS(hypocentralKm));
    long afterMs = StrictMath.round(Shaking.sArrivalS(hypocentralKm) * 10) * 100;
    Optional<Instant> arrives = Optional.of(origin.plus(Duration.ofMillis(afterMs)));
    return new ZoneImpact(zone.id(), arrives, arrives, sheet.facts());
  }

  /** Intensity on firm ground at a place, as a gauge feels it. */
  static double mmiAt(HazardDetail.Quake quake, LatLon epicentre, LatLon place) {
    double distanceKm = Geodesy.distanceM(epicentre, place) / 1_000;
    return Shaking.mmi(
        quake.magnitude(), Shaking.hypocentralKm(distanceKm, quake.depthM() / 1_000), 0);
  }
}
