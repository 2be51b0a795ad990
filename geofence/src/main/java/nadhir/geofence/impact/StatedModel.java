package nadhir.geofence.impact;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
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
 * Response Guidebook 2024, and whoever is within it is inside.
 */
final class StatedModel {
  /** The type of hazard that is a release; a site without it has none. */
  static final HazardTypeId RELEASE = new HazardTypeId("chemical-release");

  private static final double UNKNOWN_ISOLATION_M = 100;

  private final Optional<Wind> steadyWind;

  StatedModel(Optional<Wind> steadyWind) {
    this.steadyWind = steadyWind;
  }

  /** What is the same in every zone. */
  void putSame(Hazard hazard, HazardDetail.Stated stated, Instant now, FactSheet sheet) {
    sheet.put(Facts.SEVERITY_RANK, Impacts.rank(stated.severity()));
    if (isRelease(hazard)) {
      putRelease(release(hazard, stated, now), sheet);
    }
  }

  /** Of each zone; {@code sheets} makes what is the same. */
  Function<Zone, ZoneImpact> impacts(
      Hazard hazard, HazardDetail.Stated stated, Instant now, Supplier<FactSheet> sheets) {
    Optional<Area> area = extent(hazard, stated, now).map(Extent::area).or(stated::area);
    return zone -> {
      FactSheet sheet = sheets.get().put(Facts.DISTANCE_KM, Impacts.distanceKm(hazard, zone));
      area.ifPresent(a -> sheet.put(Facts.INSIDE, Overlap.touch(a, zone.area()) ? 1 : 0));
      return new ZoneImpact(zone.id(), Optional.of(stated.onset()), stated.until(), sheet.facts());
    };
  }

  private static void putRelease(Optional<Release> release, FactSheet sheet) {
    double isolationM = release.map(r -> r.distances().isolationM()).orElse(UNKNOWN_ISOLATION_M);
    sheet.put(Facts.ISOLATION_KM, isolationM / 1_000);
    release.ifPresent(r -> sheet.put(Facts.PROTECTIVE_KM, r.distances().protectiveM() / 1_000));
  }

  /** Of a release that has a place; of an unknown substance where nobody has drawn anything. */
  Optional<Extent> extent(Hazard hazard, HazardDetail.Stated stated, Instant now) {
    if (!isRelease(hazard)) {
      return Optional.empty();
    }
    Optional<Extent> known = release(hazard, stated, now).map(r -> protective(r, stated));
    return known.isPresent() || stated.area().isPresent()
        ? known
        : hazard.place().map(place -> isolation(place, stated));
  }

  private static boolean isRelease(Hazard hazard) {
    return hazard.type().equals(RELEASE) && hazard.place().isPresent();
  }

  private static Extent protective(Release release, HazardDetail.Stated stated) {
    return new Extent(
        release.wind().isPresent() ? Extent.Kind.PROTECTIVE_SECTOR : Extent.Kind.PROTECTIVE_CIRCLE,
        release.area(),
        release.outerM(),
        OptionalDouble.of(release.distances().isolationM()),
        stated.onset());
  }

  private static Extent isolation(LatLon place, HazardDetail.Stated stated) {
    return new Extent(
        Extent.Kind.ISOLATION_CIRCLE,
        Area.circle(place, UNKNOWN_ISOLATION_M),
        UNKNOWN_ISOLATION_M,
        OptionalDouble.of(UNKNOWN_ISOLATION_M),
        stated.onset());
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
