package nadhir.geofence.impact.flood;

import java.util.List;
import nadhir.core.site.TravelTime;
import nadhir.core.site.WadiReach;

/**
 * Seconds that water needs through a reach: by the reach's own table or, without one, between the
 * time of a kinematic wave and that of the water itself. A front over a dry bed loses water into it
 * and comes no sooner than its water, which is why the slower one ends the window.
 */
record ReachTravel(double earliestS, double latestS) {
  /** Water that is lower runs so slowly that no forecast could be made of it. */
  private static final double LEAST_STAGE_M = 0.1;

  static final ReachTravel NONE = new ReachTravel(0, 0);

  static ReachTravel of(WadiReach reach, double stageM) {
    if (!reach.travel().isEmpty()) {
      return ofTable(reach.travel(), stageM);
    }
    double depthM = StrictMath.max(LEAST_STAGE_M, stageM);
    double n = reach.roughness().orElseThrow();
    return new ReachTravel(
        reach.lengthM() / Manning.celerityMps(depthM, reach.slope(), n),
        reach.lengthM() / Manning.speedMps(depthM, reach.slope(), n));
  }

  private static ReachTravel ofTable(List<TravelTime> table, double stageM) {
    TravelTime below = table.getFirst();
    for (TravelTime above : table) {
      if (stageM <= above.stageM()) {
        return between(below, above, stageM);
      }
      below = above;
    }
    return between(below, below, stageM);
  }

  private static ReachTravel between(TravelTime below, TravelTime above, double stageM) {
    double span = above.stageM() - below.stageM();
    double share = span > 0 ? (stageM - below.stageM()) / span : 0;
    return new ReachTravel(
        mixed(below.earliest().toSeconds(), above.earliest().toSeconds(), share),
        mixed(below.latest().toSeconds(), above.latest().toSeconds(), share));
  }

  private static double mixed(double below, double above, double share) {
    return below + share * (above - below);
  }

  ReachTravel then(ReachTravel next) {
    return new ReachTravel(earliestS + next.earliestS, latestS + next.latestS);
  }

  /** From somewhere within the reach: from its upper end at once, to its lower end at last. */
  ReachTravel along() {
    return new ReachTravel(0, latestS);
  }
}
