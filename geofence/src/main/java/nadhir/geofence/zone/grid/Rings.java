package nadhir.geofence.zone.grid;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * The rings of one polygon, packed, and the exact answer whether they hold a place: that of JTS's
 * {@code covers}, bit for bit.
 *
 * <p>As JTS's {@code RayCrossingCounter}: edges that cross the line eastwards from the place are
 * counted, those that hold it settle the matter. On which side of an edge it is, is told in doubles
 * where their error cannot change the sign (Shewchuk 1997, "Adaptive Precision Floating-Point
 * Arithmetic", the bound of orient2d), and else by JTS's own arithmetic of 106 bits.
 */
final class Rings {
  /** Shewchuk's (3 + 16 ε) ε is 3.33e-16. */
  private static final double SURE = 4e-16;

  /** Longitude and latitude in turn, ring after ring, each closed. */
  private final double[] places;

  /** Where in {@link #places} each ring ends. */
  private final int[] ends;

  private final Bounds bounds;

  Rings(Area.Polygon polygon) {
    List<List<LatLon>> rings = new ArrayList<>();
    rings.add(polygon.outer());
    rings.addAll(polygon.holes());
    places = new double[2 * rings.stream().mapToInt(List::size).sum()];
    ends = new int[rings.size()];
    int at = 0;
    for (int i = 0; i < ends.length; i++) {
      for (LatLon place : rings.get(i)) {
        places[at++] = place.lonDeg();
        places[at++] = place.latDeg();
      }
      ends[i] = at;
    }
    bounds = Bounds.of(places(rings)).orElseThrow();
  }

  private static List<Bounds> places(List<List<LatLon>> rings) {
    return rings.stream()
        .flatMap(List::stream)
        .map(p -> new Bounds(p.latDeg(), p.lonDeg(), p.latDeg(), p.lonDeg()))
        .toList();
  }

  Bounds bounds() {
    return bounds;
  }

  /** What is told of each edge of non-zero length. */
  interface EdgeTaker {
    void edge(double fromLonDeg, double fromLatDeg, double toLonDeg, double toLatDeg);
  }

  void edges(EdgeTaker taker) {
    int at = 0;
    for (int end : ends) {
      for (at += 2; at < end; at += 2) {
        if (places[at - 2] != places[at] || places[at - 1] != places[at + 1]) {
          taker.edge(places[at - 2], places[at - 1], places[at], places[at + 1]);
        }
      }
    }
  }

  boolean covers(double latDeg, double lonDeg) {
    if (!bounds.holds(latDeg, lonDeg)) {
      return false;
    }
    boolean inside = false;
    int at = 0;
    for (int end : ends) {
      double x1 = places[at];
      double y1 = places[at + 1];
      for (at += 2; at < end; at += 2) {
        double x2 = places[at];
        double y2 = places[at + 1];
        int side = side(x1, y1, x2, y2, lonDeg, latDeg);
        if (side == ON) {
          return true;
        }
        inside ^= side == WEST;
        x1 = x2;
        y1 = y2;
      }
    }
    return inside;
  }

  private static final int EAST_OR_BESIDE = 0;
  private static final int WEST = 1;
  private static final int ON = 2;

  /** Where the place is: on the edge, west of it at its height, or anywhere else. */
  private static int side(double x1, double y1, double x2, double y2, double x, double y) {
    if (x1 < x && x2 < x) {
      return EAST_OR_BESIDE;
    }
    if (x == x2 && y == y2) {
      return ON;
    }
    if (y1 == y && y2 == y) {
      return x >= StrictMath.min(x1, x2) && x <= StrictMath.max(x1, x2) ? ON : EAST_OR_BESIDE;
    }
    if (y1 > y == y2 > y) {
      return EAST_OR_BESIDE;
    }
    int turn = turn(x1, y1, x2, y2, x, y);
    if (turn == 0) {
      return ON;
    }
    return turn > 0 == y2 > y1 ? WEST : EAST_OR_BESIDE;
  }

  private static int turn(double x1, double y1, double x2, double y2, double x, double y) {
    double left = (x1 - x) * (y2 - y);
    double right = (y1 - y) * (x2 - x);
    double turn = left - right;
    if (Math.abs(turn) > SURE * (Math.abs(left) + Math.abs(right))) {
      return turn > 0 ? 1 : -1;
    }
    return CGAlgorithmsDD.orientationIndex(x1, y1, x2, y2, x, y);
  }
}
