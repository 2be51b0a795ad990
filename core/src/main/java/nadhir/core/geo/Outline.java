package nadhir.core.geo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Draws a ring with fewer places, keeping those that shape it most (Douglas and Peucker 1973, with
 * each place's own tolerance remembered, so that one pass serves every wanted size). Distances are
 * measured in metres on a flat map around the ring's first place, which is right for what is far
 * smaller than the earth.
 */
public final class Outline {
  private static final double M_PER_DEG = StrictMath.toRadians(1) * Sphere.RADIUS_M;

  private final List<LatLon> ring;
  private final double[] x;
  private final double[] y;

  /** Up to which tolerance a place is kept: square metres, since a root says nothing more. */
  private final double[] keptTo;

  private Outline(List<LatLon> ring) {
    this.ring = ring;
    this.x = new double[ring.size()];
    this.y = new double[ring.size()];
    this.keptTo = new double[ring.size()];
    double perLonDegM = M_PER_DEG * StrictMath.cos(StrictMath.toRadians(ring.getFirst().latDeg()));
    for (int i = 0; i < ring.size(); i++) {
      x[i] = ring.get(i).lonDeg() * perLonDegM;
      y[i] = ring.get(i).latDeg() * M_PER_DEG;
    }
  }

  /**
   * The ring in at most {@code most} places.
   *
   * @param ring closed, the first place equals the last
   * @param most 4 or more
   */
  public static List<LatLon> within(List<LatLon> ring, int most) {
    if (ring.size() <= most) {
      return ring;
    }
    Outline outline = new Outline(ring);
    outline.weigh();
    return outline.strongest(most);
  }

  /** A closed line has no ends: its two farthest places, roughly, stand in for them. */
  private void weigh() {
    int last = ring.size() - 1;
    int far = 0;
    for (int i = 1; i < last; i++) {
      if (apart(0, i) > apart(0, far)) {
        far = i;
      }
    }
    keptTo[0] = Double.MAX_VALUE;
    keptTo[last] = Double.MAX_VALUE;
    keptTo[far] = Double.MAX_VALUE;
    Deque<int[]> open = new ArrayDeque<>(List.of(new int[] {0, far}, new int[] {far, last}));
    while (!open.isEmpty()) {
      int[] piece = open.pop();
      int farthest = farthest(piece[0], piece[1]);
      if (farthest > 0) {
        open.push(new int[] {piece[0], farthest});
        open.push(new int[] {farthest, piece[1]});
      }
    }
  }

  /** Marks the place between two that lies farthest from their line; 0 when none lies between. */
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
      keptTo[farthest] = StrictMath.min(most, StrictMath.min(keptTo[from], keptTo[to]));
    }
    return farthest;
  }

  private double off(int i, int from, int to) {
    double dx = x[to] - x[from];
    double dy = y[to] - y[from];
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x[i] - x[from]) * dx + (y[i] - y[from]) * dy) / length;
    double at = along < 0 ? 0 : along > 1 ? 1 : along;
    double offX = x[i] - x[from] - at * dx;
    double offY = y[i] - y[from] - at * dy;
    return offX * offX + offY * offY;
  }

  private double apart(int i, int k) {
    return (x[i] - x[k]) * (x[i] - x[k]) + (y[i] - y[k]) * (y[i] - y[k]);
  }

  private List<LatLon> strongest(int most) {
    double[] sorted = keptTo.clone();
    Arrays.sort(sorted);
    double least = sorted[sorted.length - most];
    List<LatLon> kept = new ArrayList<>();
    int room = most;
    for (double tolerance : sorted) {
      room -= tolerance > least ? 1 : 0;
    }
    for (int i = 0; i < ring.size(); i++) {
      if (keptTo[i] > least || keptTo[i] == least && room-- > 0) {
        kept.add(ring.get(i));
      }
    }
    return kept;
  }
}
