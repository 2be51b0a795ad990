package nadhir.core.track;

import java.util.List;

/**
 * Compares each ship under way with those around it, and with the site's fixed points. Their
 * positions are carried on to the same moment first.
 *
 * <p>The limits are our choice: no rule names any. Ships that pass in port approaches keep a tenth
 * of a mile from each other; six minutes are what a radar plot traditionally looks ahead, and leave
 * port control time to call both.
 */
final class CollisionWatch {
  /** 0.1 nautical miles. */
  static final double CPA_M = 185;

  static final double TCPA_S = 360;

  /** What still counts once it was told. */
  static final double STILL_CPA_M = 2 * CPA_M;

  static final double STILL_TCPA_S = 1.5 * TCPA_S;

  /**
   * 3 nautical miles less a little, between positions as they were heard: two ships of 15 kn that
   * meet need six minutes for it.
   */
  static final double RANGE_M = 5_500;

  /** 3 kn: slower ships stop or turn within their own length. */
  static final double MOVING_MPS = 1.5;

  static final double STILL_MOVING_MPS = 1.0;

  /** Slower against each other, they are in company or overtake for minutes. */
  static final double RELATIVE_MPS = 1.0;

  /** 10 kn: so fast a tug, pilot or tender does not come alongside. */
  static final double ALONGSIDE_MPS = 5.0;

  /** A position older than this is not carried on; small craft under way report every 30 s. */
  static final long CARRIED_MS = 60_000;

  /** 8 kn and five minutes: who means to berth is slower by then. */
  static final double TO_POINT_MPS = 4.0;

  static final double STILL_TO_POINT_MPS = 3.0;
  static final double TO_POINT_S = 300;

  /** A point's distance still counts at so many times of it. */
  static final double STILL_OFF = 1.5;

  /** Beyond this latitude, where cells shrink to nothing, nobody is compared. */
  static final double MOST_LAT_DEG = 80;

  private final TrackTable table;
  private final Grid grid;
  private final Encounters encounters;
  private final Points points;
  private final Approach approach = new Approach();

  CollisionWatch(TrackTable table, Teller teller, List<FixedPoint> points) {
    this.table = table;
    this.grid = new Grid();
    this.points = new Points(points);
    this.encounters = new Encounters(table, teller, this.points);
  }

  /** Ships are held against these fixed points from now on. */
  void watch(List<FixedPoint> others) {
    points.renew(others, number -> encounters.pointGone(number));
  }

  /** A position that is believed. */
  void moved(int slot, Fix fix, Craft craft) {
    double leastMps = encounters.book().any(slot) ? STILL_MOVING_MPS : MOVING_MPS;
    boolean moving =
        fix.speedMps >= leastMps
            && !Double.isNaN(fix.courseDeg)
            && StrictMath.abs(fix.latDeg) <= MOST_LAT_DEG;
    if (!moving) {
      grid.remove(slot);
      encounters.stopped(slot, fix.atMs);
      return;
    }
    grid.put(slot, fix);
    double cosLat = Plane.cos(fix.latDeg);
    others(slot, fix, craft, cosLat);
    if (craft.isHeavy()) {
      points(slot, fix, cosLat);
    }
  }

  private void others(int slot, Fix fix, Craft craft, double cosLat) {
    double northDeg = RANGE_M / Plane.M_PER_DEG;
    double eastDeg = northDeg / cosLat;
    int lastRow = Grid.row(fix.latDeg + northDeg);
    int lastColumn = Grid.column(fix.lonDeg + eastDeg);
    for (int row = Grid.row(fix.latDeg - northDeg); row <= lastRow; row++) {
      for (int col = Grid.column(fix.lonDeg - eastDeg); col <= lastColumn; col++) {
        int other = grid.first(Grid.cell(row, col));
        while (other >= 0) {
          if (other != slot) {
            pair(slot, other, fix, craft, cosLat);
          }
          other = grid.next(other);
        }
      }
    }
  }

  private void pair(int slot, int other, Fix fix, Craft craft, double cosLat) {
    double northM = Plane.northM(fix.latDeg, grid.latDeg[other]);
    if (northM > RANGE_M || northM < -RANGE_M) {
      return;
    }
    double eastM = Plane.eastM(fix.lonDeg, grid.lonDeg[other], cosLat);
    long waitedMs = fix.atMs - grid.atMs[other];
    if (eastM * eastM + northM * northM > RANGE_M * RANGE_M || waitedMs > CARRIED_MS) {
      return;
    }
    eastM += grid.eastMps[other] * waitedMs / 1_000;
    northM += grid.northMps[other] * waitedMs / 1_000;
    double distance2 = eastM * eastM + northM * northM;
    double eastMps = grid.eastMps[other] - grid.eastMps[slot];
    double northMps = grid.northMps[other] - grid.northMps[slot];
    if (isOfNoConcern(eastM, northM, eastMps, northMps)
        && distance2 > Encounters.ALONGSIDE_M * Encounters.ALONGSIDE_M
        && !(encounters.book().any(slot) && encounters.book().any(other))) {
      return;
    }
    approach.of(eastM, northM, eastMps, northMps);
    boolean starts =
        approach.cpaM < CPA_M
            && approach.tcpaS > 0
            && approach.tcpaS < TCPA_S
            && approach.relativeMps >= RELATIVE_MPS
            && !comesAlongside(craft, other);
    boolean lasts =
        approach.cpaM < STILL_CPA_M && approach.tcpaS > 0 && approach.tcpaS < STILL_TCPA_S;
    boolean inOrder = fix.mmsi < table.mmsi(other);
    encounters.seen(
        inOrder ? slot : other, inOrder ? other : slot, approach, starts, lasts, fix.atMs);
  }

  /** They part, or pass far off: what most pairs do, told without roots and divisions. */
  private static boolean isOfNoConcern(
      double eastM, double northM, double eastMps, double northMps) {
    double across = eastM * northMps - northM * eastMps;
    double speed2 = eastMps * eastMps + northMps * northMps;
    return eastM * eastMps + northM * northMps >= 0 || across * across > CPA_M * CPA_M * speed2;
  }

  private boolean comesAlongside(Craft craft, int other) {
    return approach.relativeMps < ALONGSIDE_MPS
        && (craft == Craft.SERVICE || table.craft(other) == Craft.SERVICE);
  }

  private void points(int slot, Fix fix, double cosLat) {
    for (int i = 0; i < points.count(); i++) {
      if (points.find(i).isEmpty()) {
        continue;
      }
      FixedPoint point = points.get(i);
      approach.of(
          Plane.eastM(fix.lonDeg, point.place().lonDeg(), cosLat),
          Plane.northM(fix.latDeg, point.place().latDeg()),
          -grid.eastMps[slot],
          -grid.northMps[slot]);
      boolean ahead = approach.tcpaS > 0;
      boolean starts =
          ahead
              && approach.cpaM < point.keepOffM()
              && approach.tcpaS < TO_POINT_S
              && fix.speedMps >= TO_POINT_MPS;
      boolean lasts =
          ahead
              && approach.cpaM < STILL_OFF * point.keepOffM()
              && approach.tcpaS < STILL_OFF * TO_POINT_S
              && fix.speedMps >= STILL_TO_POINT_MPS;
      encounters.seen(slot, -1 - i, approach, starts, lasts, fix.atMs);
    }
  }

  /** The ship's position is not believed, or nothing is heard of it any more. */
  void lost(int slot) {
    grid.remove(slot);
  }

  void forget(int slot) {
    grid.remove(slot);
    encounters.forget(slot);
  }

  void sweep(long nowMs) {
    encounters.sweep(nowMs);
  }

  /** Collision courses that were not told, and pairs not looked at, because of a limit. */
  long untold() {
    return encounters.untold();
  }
}
