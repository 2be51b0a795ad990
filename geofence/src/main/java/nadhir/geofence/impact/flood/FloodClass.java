package nadhir.geofence.impact.flood;

import nadhir.core.site.Gauge;

/** The four classes of a flood as numbers: 4 major, 3 moderate, 2 minor, 1 action, 0 below. */
final class FloodClass {
  private FloodClass() {}

  static int of(double stageM, Gauge.Stages stages) {
    return of(stageM, stages.actionM(), stages.minorM(), stages.moderateM(), stages.majorM());
  }

  static int of(double value, double action, double minor, double moderate, double major) {
    if (value >= major) {
      return 4;
    }
    if (value >= moderate) {
      return 3;
    }
    if (value >= minor) {
      return 2;
    }
    return value >= action ? 1 : 0;
  }
}
