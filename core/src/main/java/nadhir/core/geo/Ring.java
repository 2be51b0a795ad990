package nadhir.core.geo;

import java.math.BigDecimal;
import java.util.List;

/**
 * On which side of a closed ring a place is, exactly: longitude and latitude are taken as x and y
 * of a plane, as in GeoJSON (RFC 7946, 3.1.1), and a place on an edge or a corner is known as one.
 */
final class Ring {
  /** What a place is to a ring. */
  enum Side {
    INSIDE,
    EDGE,
    OUTSIDE
  }

  /**
   * Below this share of its parts the sign of a turn in plain doubles can be wrong (Shewchuk,
   * Adaptive Precision Floating-Point Arithmetic, 1997, ccwerrboundA, rounded up).
   */
  private static final double UNSURE = 4e-16;

  private Ring() {}

  /**
   * Counts the edges that a ray to the east crosses; each holds its lower end and not its upper.
   */
  static Side side(List<LatLon> ring, LatLon place) {
    boolean inside = false;
    for (int i = 1; i < ring.size(); i++) {
      LatLon from = ring.get(i - 1);
      LatLon to = ring.get(i);
      boolean upward = from.latDeg() <= to.latDeg();
      LatLon low = upward ? from : to;
      LatLon high = upward ? to : from;
      if (place.latDeg() < low.latDeg() || place.latDeg() > high.latDeg()) {
        continue;
      }
      double turn = turn(low, high, place);
      if (turn == 0 && isBetween(place.lonDeg(), low.lonDeg(), high.lonDeg())) {
        return Side.EDGE;
      }
      inside ^= turn > 0 && place.latDeg() < high.latDeg();
    }
    return inside ? Side.INSIDE : Side.OUTSIDE;
  }

  /** Metres from a place to the nearest edge, on a plane that touches the sphere at the place. */
  static double distanceM(List<LatLon> ring, LatLon place) {
    double northM = StrictMath.toRadians(1) * Sphere.RADIUS_M;
    double eastM = northM * StrictMath.cos(StrictMath.toRadians(place.latDeg()));
    double nearestM = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ring.size(); i++) {
      LatLon from = ring.get(i - 1);
      LatLon to = ring.get(i);
      double x = (from.lonDeg() - place.lonDeg()) * eastM;
      double y = (from.latDeg() - place.latDeg()) * northM;
      double alongX = (to.lonDeg() - from.lonDeg()) * eastM;
      double alongY = (to.latDeg() - from.latDeg()) * northM;
      double square = alongX * alongX + alongY * alongY;
      double share = square == 0 ? 0 : -(x * alongX + y * alongY) / square;
      double part = StrictMath.max(0, StrictMath.min(1, share));
      double offX = x + part * alongX;
      double offY = y + part * alongY;
      nearestM = StrictMath.min(nearestM, StrictMath.sqrt(offX * offX + offY * offY));
    }
    return nearestM;
  }

  private static boolean isBetween(double x, double one, double other) {
    return x >= StrictMath.min(one, other) && x <= StrictMath.max(one, other);
  }

  /**
   * Positive when {@code p} is to the left of the way from {@code a} to {@code b}, 0 when on it.
   */
  private static double turn(LatLon a, LatLon b, LatLon p) {
    double left = (b.lonDeg() - a.lonDeg()) * (p.latDeg() - a.latDeg());
    double right = (b.latDeg() - a.latDeg()) * (p.lonDeg() - a.lonDeg());
    double turn = left - right;
    boolean sure = StrictMath.abs(turn) > UNSURE * (StrictMath.abs(left) + StrictMath.abs(right));
    return sure ? turn : exactTurn(a, b, p);
  }

  private static double exactTurn(LatLon a, LatLon b, LatLon p) {
    BigDecimal left = less(b.lonDeg(), a.lonDeg()).multiply(less(p.latDeg(), a.latDeg()));
    BigDecimal right = less(b.latDeg(), a.latDeg()).multiply(less(p.lonDeg(), a.lonDeg()));
    return left.compareTo(right);
  }

  private static BigDecimal less(double one, double other) {
    return new BigDecimal(one).subtract(new BigDecimal(other));
  }
}
