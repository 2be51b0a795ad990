package nadhir.geofence.impact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardTypeId;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Conditions.Wind;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.sea.Release;
import nadhir.geofence.impact.sea.ReleaseWords;
import nadhir.geofence.impact.sea.Substance;
import nadhir.geofence.impact.sea.Sun;
import nadhir.geofence.zone.Overlap;

/**
 * What somebody states about the zones: how severe it is and, of a release of gas, whom it can
 * reach. Of an unknown substance only the isolation distance is told, by guide 111 of the Emergency
 * Response Guidebook 2024.
 */
final class StatedModel {
  /** The type of hazard that is a release; a site without it has none. */
  static final HazardTypeId RELEASE = new HazardTypeId("chemical-release");

  private static final double UNKNOWN_ISOLATION_M = 100;

  private final Optional<Wind> steadyWind;

  StatedModel(Optional<Wind> steadyWind) {
    this.steadyWind = steadyWind;
  }

  List<ZoneImpact> impacts(
      Hazard hazard,
      HazardDetail.Stated stated,
      Collection<Zone> zones,
      Instant now,
      Supplier<FactSheet> sheets) {
    boolean released = hazard.type().equals(RELEASE) && hazard.place().isPresent();
    Optional<Release> release = released ? release(hazard, stated, now) : Optional.empty();
    Optional<Area> area = area(release, stated);
    return zones.stream()
        .map(
            zone -> {
              FactSheet sheet =
                  sheets
                      .get()
                      .put(Facts.DISTANCE_KM, Impacts.distanceKm(hazard, zone))
                      .put(Facts.SEVERITY_RANK, Impacts.rank(stated.severity()));
              if (released) {
                putRelease(release, sheet);
              }
              area.ifPresent(a -> sheet.put(Facts.INSIDE, Overlap.touch(a, zone.area()) ? 1 : 0));
              return new ZoneImpact(
                  zone.id(), Optional.of(stated.onset()), stated.until(), sheet.facts());
            })
        .toList();
  }

  private static void putRelease(Optional<Release> release, FactSheet sheet) {
    double isolationM = release.map(r -> r.distances().isolationM()).orElse(UNKNOWN_ISOLATION_M);
    sheet.put(Facts.ISOLATION_KM, isolationM / 1_000);
    release.ifPresent(r -> sheet.put(Facts.PROTECTIVE_KM, r.distances().protectiveM() / 1_000));
  }

  /** Where it holds: of a release the protective area, else what is drawn; empty for neither. */
  Optional<Area> area(Hazard hazard, HazardDetail.Stated stated, Instant now) {
    boolean released = hazard.type().equals(RELEASE);
    return area(released ? release(hazard, stated, now) : Optional.empty(), stated);
  }

  private static Optional<Area> area(Optional<Release> release, HazardDetail.Stated stated) {
    return release.map(Release::area).or(stated::area);
  }

  /** Empty without a place, or of a substance that is not known. */
  private Optional<Release> release(Hazard hazard, HazardDetail.Stated stated, Instant now) {
    Optional<Substance> substance = Substance.named(stated.title());
    return substance.flatMap(
        known -> hazard.place().map(place -> release(known, place, stated.title(), now)));
  }

  private Release release(Substance substance, LatLon place, String text, Instant now) {
    return Release.of(
        place,
        substance,
        ReleaseWords.size(text),
        Sun.isUp(place, now),
        ReleaseWords.conditions(text).wind().or(() -> steadyWind));
  }
}
