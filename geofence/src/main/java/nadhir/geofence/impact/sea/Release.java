package nadhir.geofence.impact.sea;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.site.Conditions.Wind;

/**
 * Whom a released gas can reach: all around within the isolation distance, and down the wind to the
 * protective distance ({@link Substance}), 30° to either side from where the edges touch the inner
 * circle. In a wind of up to 10 km/h, or one that nobody knows, the gas can go anywhere, and the
 * outer distance holds all around too. Shape by NATO's ATP-45, "Warning and reporting and hazard
 * prediction", simplified procedure. No spread is computed: the fire service has its own tools.
 */
public record Release(LatLon place, Substance.Distances distances, Optional<Wind> wind) {
  static final double LIGHT_KMH = 10;
  static final double HALF_ANGLE_DEG = 30;

  private static final double STEP_DEG = 5;
  private static final double KMH_PER_MPS = 3.6;

  /** What is known of the substance and the wind put together. */
  public static Release of(
      LatLon place, Substance substance, Substance.Size size, boolean day, Optional<Wind> wind) {
    return new Release(
        place,
        substance.distances(size, day, wind.map(Release::kmh)),
        wind.filter(Release::steers));
  }

  private static double kmh(Wind wind) {
    return wind.speedMps() * KMH_PER_MPS;
  }

  private static boolean steers(Wind wind) {
    return kmh(wind) > LIGHT_KMH;
  }

  /** Where people must be protected. */
  public Area area() {
    return wind.map(
            w ->
                new Area(
                    List.of(sector(w, outerM())),
                    List.of(new Area.Circle(place, distances.isolationM()))))
        .orElseGet(() -> Area.circle(place, outerM()));
  }

  /** How far it reaches down the wind, or all around. */
  public double outerM() {
    return StrictMath.max(distances.protectiveM(), distances.isolationM());
  }

  /** Its point lies so far up the wind that its edges touch the circle of isolation. */
  private Area.Polygon sector(Wind wind, double outerM) {
    double downDeg = wind.fromDeg() + 180;
    double behindM = distances.isolationM() / StrictMath.sin(StrictMath.toRadians(HALF_ANGLE_DEG));
    LatLon point = Sphere.towards(place, wind.fromDeg(), behindM);
    List<LatLon> ring = new ArrayList<>(List.of(point));
    for (double deg = -HALF_ANGLE_DEG; deg <= HALF_ANGLE_DEG; deg += STEP_DEG) {
      ring.add(Sphere.towards(point, downDeg + deg, behindM + outerM));
    }
    ring.add(point);
    return new Area.Polygon(ring, List.of());
  }
}
