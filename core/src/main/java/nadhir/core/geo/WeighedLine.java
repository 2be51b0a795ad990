package nadhir.core.geo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A line or ring, and of each place up to which tolerance it is needed (Douglas and Peucker 1973),
 * so that one pass serves every wanted size. Distances are metres on a flat map around the line's
 * first place, which is right for what is far smaller than the earth. Ends always stay, and of a
 * closed ring four places, so that it remains one.
 */
public final class WeighedLine {
  /** Longer lines are weighed in pieces, so that no line takes more than its length times this. */
  private static final int MAX_PIECE = 2_000;

  private static final double M_PER_DEG = StrictMath.toRadians(1) * Sphere.RADIUS_M;
  private static final double ALWAYS = Double.MAX_VALUE;

  private final List<LatLon> places;
  private final double[] x;
  private final double[] y;
  private final double[] neededTo;

  /**
   * Weighs each place.
   *
   * @param places at least one; of a ring, the first equals the last
   */
  public WeighedLine(List<LatLon> places) {
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

  public int size() {
    return places.size();
  }

  /** So many places has the line that leaves out none farther from it than {@code toleranceM}. */
  public int places(double toleranceM) {
    int count = 0;
    for (double needed : neededTo) {
      count += needed >= toleranceM ? 1 : 0;
    }
    return count;
  }

  /** That line. */
  public List<LatLon> drawn(double toleranceM) {
    List<LatLon> drawn = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (neededTo[i] >= toleranceM) {
        drawn.add(places.get(i));
      }
    }
    return drawn;
  }

  /**
   * The line in at most {@code most} places, those that shape it most.
   *
   * @param most 4 or more
   */
  public List<LatLon> atMost(int most) {
    if (places.size() <= most) {
      return places;
    }
    if (places(ALWAYS) > most) {
      return new WeighedLine(drawn(ALWAYS)).atMost(most);
    }
    double[] sorted = neededTo.clone();
    Arrays.sort(sorted);
    double least = sorted[sorted.length - most];
    int room = most - (int) Arrays.stream(sorted).filter(needed -> needed > least).count();
    List<LatLon> kept = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      if (neededTo[i] > least || neededTo[i] == least && room-- > 0) {
        kept.add(places.get(i));
      }
    }
    return kept;
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
