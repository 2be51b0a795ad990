package nadhir.core.fusion;

import java.util.Arrays;

/**
 * Gives each of a few solutions of one network a hazard of its own, or none, so that all together
 * agree best. For a handful of quakes seconds apart the best of all ways is looked for; taking the
 * nearest pair first would go wrong where one network is late by the time between two quakes.
 */
final class Assignment {
  /** Solutions and hazards looked at together; 7⁶ ways at most. */
  static final int MAX = 6;

  /** No hazard. */
  static final int ALONE = -1;

  /** To be alone is dearer than any pair that is possible at all. */
  private static final double ALONE_COSTS = 20;

  private final double[][] costs;
  private final int hazards;
  private final int[] best;
  private final double total;

  /**
   * @param costs by solution and hazard; infinite where they cannot be one
   */
  Assignment(double[][] costs) {
    this.costs = costs;
    this.hazards = costs.length == 0 ? 0 : costs[0].length;
    var search = new Search(-1, ALONE);
    this.best = search.best;
    this.total = search.total;
  }

  /** The solution's hazard, or {@link #ALONE}. */
  int of(int solution) {
    return best[solution];
  }

  /** How much dearer all would be if this solution went anywhere else; infinite if it cannot. */
  double regret(int solution) {
    return new Search(solution, best[solution]).total - total;
  }

  /** Depth first over the solutions, leaving a way as soon as it is dearer than the best. */
  private final class Search {
    private final int forbidden;
    private final int there;
    private final int[] way;
    private final boolean[] taken = new boolean[hazards];
    private final int[] best;
    private double total = Double.POSITIVE_INFINITY;

    /**
     * @param forbidden this solution may not go {@code there}
     */
    Search(int forbidden, int there) {
      this.forbidden = forbidden;
      this.there = there;
      this.way = new int[costs.length];
      this.best = new int[costs.length];
      Arrays.fill(best, ALONE);
      from(0, 0);
    }

    private void from(int solution, double cost) {
      if (cost >= total) {
        return;
      }
      if (solution == costs.length) {
        total = cost;
        System.arraycopy(way, 0, best, 0, way.length);
        return;
      }
      for (int hazard = 0; hazard < hazards; hazard++) {
        if (!taken[hazard] && Double.isFinite(costs[solution][hazard])) {
          taken[hazard] = true;
          go(solution, hazard, cost + costs[solution][hazard]);
          taken[hazard] = false;
        }
      }
      go(solution, ALONE, cost + ALONE_COSTS);
    }

    private void go(int solution, int hazard, double cost) {
      if (solution != forbidden || hazard != there) {
        way[solution] = hazard;
        from(solution + 1, cost);
      }
    }
  }
}
