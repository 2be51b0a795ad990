package nadhir.geofence.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Upper bounds of differences between facts, closed by the algorithm of Floyd and Warshall. */
final class Bounds {
  /** Sums of bounds are off by the last bits; nothing is called impossible for that. */
  private static final double ROUNDING = 1e-9;

  private final List<String> names = new ArrayList<>();
  private final double[][] most;
  private final boolean[][] strict;

  Bounds(Collection<String> facts) {
    names.add(Claim.ZERO);
    names.addAll(facts);
    most = new double[names.size()][names.size()];
    strict = new boolean[names.size()][names.size()];
    for (int i = 0; i < names.size(); i++) {
      Arrays.fill(most[i], Double.POSITIVE_INFINITY);
      most[i][i] = 0;
    }
  }

  void add(Claim.AtMost claim) {
    tighten(
        names.indexOf(claim.left()), names.indexOf(claim.right()), claim.most(), claim.strict());
  }

  /** Does nothing where one of them is not among the facts. */
  void atMost(String left, String right, double bound) {
    int i = names.indexOf(left);
    int j = names.indexOf(right);
    if (i >= 0 && j >= 0) {
      tighten(i, j, bound, false);
    }
  }

  private void tighten(int i, int j, double bound, boolean less) {
    if (bound < most[i][j] || bound == most[i][j] && less) {
      most[i][j] = bound;
      strict[i][j] = less;
    }
  }

  /** Draws all conclusions; nothing is added afterwards. */
  Bounds closed(Steps steps) {
    int n = names.size();
    steps.take((long) n * n * n);
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          tighten(i, j, most[i][k] + most[k][j], strict[i][k] || strict[k][j]);
        }
      }
    }
    return this;
  }

  /** Whether some numbers keep all bounds, once they are closed. */
  boolean arePossible() {
    for (int i = 0; i < names.size(); i++) {
      if (isBroken(most[i][i], strict[i][i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether some numbers keep the closed bounds and this claim, whose facts are among them. */
  boolean allow(Claim.AtMost claim) {
    int i = names.indexOf(claim.left());
    int j = names.indexOf(claim.right());
    return !isBroken(most[j][i] + claim.most(), strict[j][i] || claim.strict());
  }

  private static boolean isBroken(double around, boolean less) {
    return around < -ROUNDING || around == 0 && less;
  }
}
