package nadhir.geofence.impact.sea;

import java.time.Duration;
import java.util.Optional;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.site.Conditions;
import nadhir.core.site.Conditions.Current;
import nadhir.core.site.Conditions.Wind;

/**
 * Where to search, by the worksheets of the IAMSAR Manual, volume II, appendix K: what drifts moves
 * with the current and its leeway; where leeway may go to either side there are two datums. The
 * total probable error E of a datum grows with the first position's error X and with the drift's
 * error, De = t √(leeway error² + current error²), E = √(X² + De²). The circle holds both datums'
 * circles of 1.1 E, the radius of a first search.
 *
 * <p>Wind and current are taken as they are now, at one place; no tide, no coast. What is not known
 * makes the circle larger: a wind is then as strong as {@link #UNKNOWN_WIND_MPS} from anywhere.
 *
 * @param right datum when the leeway goes to the right of the wind
 * @param left datum when it goes to the left
 * @param errorM total probable error of each
 */
public record Drift(LatLon right, LatLon left, double errorM) {
  /** The manual's factor for a first search. */
  static final double FIRST_SEARCH = 1.1;

  /** 0.3 knots, the manual's error of a current that nobody has measured there. */
  static final double CURRENT_ERROR_MPS = 0.154;

  /** Half a knot: ours, for a current of which nothing is known. */
  static final double UNKNOWN_CURRENT_MPS = 0.257;

  /** Ours: a fresh breeze. */
  static final double UNKNOWN_WIND_MPS = 10;

  /** Older positions tell nothing: the circle stops growing. */
  static final Duration LONGEST = Duration.ofHours(48);

  private static final double LEAST_RADIUS_M = 50;

  /**
   * @param errorM of the first position
   */
  public static Drift from(
      LatLon place, double errorM, Duration since, Leeway object, Conditions conditions) {
    double s = StrictMath.clamp(since.toMillis() / 1_000.0, 0, LONGEST.toSeconds());
    Optional<Wind> wind = conditions.wind();
    Leeway.Speeds leeway = object.at(wind.map(Wind::speedMps).orElse(UNKNOWN_WIND_MPS));
    double leewayErrorMps =
        wind.isPresent()
            ? leeway.errorMps()
            : StrictMath.hypot(leeway.errorMps(), leeway.downMps());
    double currentErrorMps =
        conditions.current().isPresent() ? CURRENT_ERROR_MPS : UNKNOWN_CURRENT_MPS;
    double driftErrorM = s * StrictMath.hypot(leewayErrorMps, currentErrorMps);
    return of(place, StrictMath.hypot(errorM, driftErrorM), s, leeway, conditions);
  }

  static Drift of(
      LatLon place, double errorM, double s, Leeway.Speeds leeway, Conditions conditions) {
    Velocity water = conditions.current().map(Velocity::of).orElse(Velocity.NONE);
    Optional<Wind> wind = conditions.wind();
    return new Drift(
        wind.map(w -> water.plus(Velocity.right(w, leeway))).orElse(water).after(place, s),
        wind.map(w -> water.plus(Velocity.left(w, leeway))).orElse(water).after(place, s),
        errorM);
  }

  /** Half-way between the datums. */
  public LatLon centre() {
    double apartM = Sphere.distanceM(left, right);
    return apartM == 0 ? left : Velocity.between(left, right).after(left, 0.5);
  }

  public double radiusM() {
    double radiusM = FIRST_SEARCH * errorM + Sphere.distanceM(left, right) / 2;
    return StrictMath.max(LEAST_RADIUS_M, radiusM);
  }

  public Area area() {
    return Area.circle(centre(), radiusM());
  }

  /** East and north. */
  record Velocity(double eastMps, double northMps) {
    static final Velocity NONE = new Velocity(0, 0);

    static Velocity towards(double bearingDeg, double speedMps) {
      double b = StrictMath.toRadians(bearingDeg);
      return new Velocity(speedMps * StrictMath.sin(b), speedMps * StrictMath.cos(b));
    }

    static Velocity of(Current current) {
      return towards(current.towardsDeg(), current.speedMps());
    }

    static Velocity right(Wind wind, Leeway.Speeds leeway) {
      return down(wind, leeway).plus(towards(wind.fromDeg() + 270, leeway.rightMps()));
    }

    static Velocity left(Wind wind, Leeway.Speeds leeway) {
      return down(wind, leeway).plus(towards(wind.fromDeg() + 90, leeway.leftMps()));
    }

    private static Velocity down(Wind wind, Leeway.Speeds leeway) {
      return towards(wind.fromDeg() + 180, leeway.downMps());
    }

    /** What leads from one place to the other in a second, for places near each other. */
    static Velocity between(LatLon from, LatLon to) {
      double mPerDeg = StrictMath.toRadians(1) * Sphere.RADIUS_M;
      double cos = StrictMath.cos(StrictMath.toRadians(from.latDeg()));
      return new Velocity(
          (to.lonDeg() - from.lonDeg()) * mPerDeg * cos, (to.latDeg() - from.latDeg()) * mPerDeg);
    }

    Velocity plus(Velocity other) {
      return new Velocity(eastMps + other.eastMps, northMps + other.northMps);
    }

    LatLon after(LatLon from, double s) {
      double bearingDeg = StrictMath.toDegrees(StrictMath.atan2(eastMps, northMps));
      return Sphere.towards(from, bearingDeg, s * StrictMath.hypot(eastMps, northMps));
    }
  }
}
