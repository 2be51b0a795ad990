package nadhir.alerting.register;

import java.util.SplittableRandom;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.site.Zone;
import org.locationtech.jts.geom.Envelope;

/** Random places inside a zone. */
final class PlacesIn {
  /** A zone so thin that this many throws into its box all miss it gets its centre instead. */
  private static final int MAX_THROWS = 10_000;

  private final Zone zone;
  private final AreaLocator inside;
  private final Envelope box = new Envelope();

  PlacesIn(Zone zone) {
    this.zone = zone;
    this.inside = new AreaLocator(zone.area());
    zone.area().polygons().forEach(p -> p.outer().forEach(this::reach));
    zone.area().circles().forEach(this::reach);
  }

  private void reach(LatLon place) {
    box.expandToInclude(place.lonDeg(), place.latDeg());
  }

  private void reach(Area.Circle circle) {
    for (double bearingDeg = 0; bearingDeg < 360; bearingDeg += 90) {
      reach(Sphere.towards(circle.centre(), bearingDeg, circle.radiusM()));
    }
  }

  /** How many of a group's people are here. */
  double weight() {
    return Math.max(1, zone.populationNight());
  }

  LatLon next(SplittableRandom random) {
    for (int i = 0; i < MAX_THROWS; i++) {
      double latDeg = box.getMinY() + random.nextDouble() * box.getHeight();
      double lonDeg = box.getMinX() + random.nextDouble() * box.getWidth();
      var place = new LatLon(latDeg, lonDeg);
      if (inside.covers(place)) {
        return place;
      }
    }
    return zone.centre();
  }
}
