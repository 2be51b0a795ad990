package nadhir.core.feed.shakemap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;

/**
 * A line, and of each place up to which tolerance it is needed, so that one pass serves them all.
 * Distances are those of a flat map around the line's first place. Ends always stay, and of a
 * closed ring four places, so that it remains one.
 */
final class Line {
  /** Longer lines are weighed in pieces, so that no line takes more than its length times this. */
  private static final int MAX_PIECE = 2_000;

  private static final double M_PER_DEG = StrictMath.toRadians(1) * Sphere.RADIUS_M;
  private static final double ALWAYS = Double.MAX_VALUE;

  private final List<LatLon> places;
  private final double[] x;
  private final double[] y;
  private final double[] neededTo;

  Line(List<LatLon> places) {
    this.places = places;
    this.x = new double[places.size()];
    this.y = new double[places.size()];
    this.neededTo = new double[places.size()];
    double perLonDegM =
        M_PER_DEG * StrictMath.cos(StrictMath.toRadians(places.getFirst().latDeg()));
    for (int i = 0; i < places.size(); i++) {
      x[i] = places.get(i).lonDeg() * perLonDegM;
      y[i] = places.get(i).latDeg() * M_PER_DEG;
    }
    weigh();
  }

  int size() {
    return places.size();
  }

  int places(double toleranceM) {
    int count = 0;
    for (double needed : neededTo) {
      count += needed >= toleranceM ? 1 : 0;
    }
    return count;
  }

  List<LatLon> drawn(double toleranceM) {
    List<LatLon> drawn = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (neededTo[i] >= toleranceM) {
        drawn.add(places.get(i));
      }
    }
    return drawn;
  }

  private void weigh() {
    int last = places.size() - 1;
    Deque<int[]> open = new ArrayDeque<>();
    int from = 0;
    neededTo[0] = ALWAYS;
    while (from < last) {
      int to = Math.min(last, from + MAX_PIECE);
      neededTo[to] = ALWAYS;
      open.push(new int[] {from, to});
      from = to;
    }
    boolean ring = places.getFirst().equals(places.getLast());
    int kept = 0; // of the two places that a short ring needs besides its first and last
    while (!open.isEmpty()) {
      int[] piece = open.pollLast();
      int farthest = farthest(piece[0], piece[1]);
      if (farthest > 0) {
        neededTo[farthest] =
            ring && kept++ < 2
                ? ALWAYS
                : StrictMath.min(
                    neededTo[farthest], StrictMath.min(neededTo[piece[0]], neededTo[piece[1]]));
        open.push(new int[] {piece[0], farthest});
        open.push(new int[] {farthest, piece[1]});
      }
    }
  }

  /** The place between two that lies farthest from their line, weighed; 0 when there is none. */
  private int farthest(int from, int to) {
    int farthest = 0;
    double most = -1;
    for (int i = from + 1; i < to; i++) {
      double off = off(i, from, to);
      if (off > most) {
        most = off;
        farthest = i;
      }
    }
    if (farthest > 0) {
      neededTo[farthest] = most;
    }
    return farthest;
  }

  /** From the line between two others; from the place itself where both are the same. */
  private double off(int i, int from, int to) {
    double dx = x[to] - x[from];
    double dy = y[to] - y[from];
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x[i] - x[from]) * dx + (y[i] - y[from]) * dy) / length;
    double at = StrictMath.max(0, StrictMath.min(1, along));
    return StrictMath.hypot(x[i] - x[from] - at * dx, y[i] - y[from] - at * dy);
  }
}
