package nadhir.core.track;

import nadhir.core.report.Observation.VesselTrouble;
import nadhir.core.track.Latch.Terms;

/**
 * Ships that drift, that say they are not under command or aground, and ships whose position cannot
 * be believed. Each is one episode with a beginning and an end.
 */
final class Troubles {
  /** A ship that says "aground" and moves faster has forgotten to change it. */
  static final double AGROUND_MOST_MPS = 0.5;

  private static final int NOT_UNDER_COMMAND = 2;
  private static final int AGROUND = 6;
  private static final long MINUTE_MS = 60_000;

  /** Ships under way report within seconds, others every 3 minutes: 6 are a gap. */
  static final Terms DRIFTS = new Terms(10 * MINUTE_MS, 3, 6 * MINUTE_MS, 0, 3 * MINUTE_MS);

  /** What was set by mistake is set right within a minute; one that lies still tells every 3. */
  static final Terms SAYS = new Terms(MINUTE_MS, 2, 10 * MINUTE_MS, 0, 3 * MINUTE_MS);

  /** One stray position is an error; three within ten minutes are a fault. */
  static final Terms DOUBTED =
      new Terms(MINUTE_MS, 3, 10 * MINUTE_MS, 10 * MINUTE_MS, 5 * MINUTE_MS);

  private final Latch adrift = new Latch(DRIFTS);
  private final Latch notUnderCommand = new Latch(SAYS);
  private final Latch aground = new Latch(SAYS);
  private final Latch doubtful = new Latch(DOUBTED);
  private final double[] fromLatDeg = new double[TrackTable.SLOTS];
  private final double[] fromLonDeg = new double[TrackTable.SLOTS];
  private final Episodes episodes;

  Troubles(Episodes episodes) {
    this.episodes = episodes;
  }

  /**
   * A position that is believed.
   *
   * @param guarded the ship is so near a place that trouble must be told
   */
  void moved(int slot, Fix fix, Craft craft, boolean guarded) {
    drifts(slot, fix, craft, guarded);
    boolean adds = fix.navStatus == NOT_UNDER_COMMAND;
    turn(VesselTrouble.NOT_UNDER_COMMAND, notUnderCommand, slot, adds, guarded, fix.atMs);
    boolean lies = fix.navStatus == AGROUND && !(fix.speedMps > AGROUND_MOST_MPS);
    turn(VesselTrouble.AGROUND, aground, slot, lies, guarded, fix.atMs);
  }

  /** Whether a position was in doubt. */
  void judged(int slot, Fix fix, Doubt doubt) {
    turn(VesselTrouble.POSITION_DOUBTFUL, doubtful, slot, doubt != Doubt.NONE, true, fix.atMs);
  }

  private void drifts(int slot, Fix fix, Craft craft, boolean guarded) {
    boolean on = adrift.isOpen(slot) ? Drift.lasts(fix, craft) : Drift.starts(fix, craft);
    boolean isFirst = on && !adrift.isRising(slot);
    boolean far = on && !isFirst && fromStartM(slot, fix) >= Drift.CARRIED_M;
    turn(VesselTrouble.ADRIFT, adrift, slot, on, guarded && far, fix.atMs);
    if (on && !adrift.isOpen(slot) && adrift.sinceMs(slot) == fix.atMs) {
      fromLatDeg[slot] = fix.latDeg;
      fromLonDeg[slot] = fix.lonDeg;
    }
  }

  private double fromStartM(int slot, Fix fix) {
    return Plane.distanceM(fromLatDeg[slot], fromLonDeg[slot], fix.latDeg, fix.lonDeg);
  }

  private void turn(
      VesselTrouble trouble, Latch latch, int slot, boolean on, boolean ripe, long nowMs) {
    switch (on ? latch.on(slot, nowMs, ripe) : latch.off(slot, nowMs)) {
      case NOTHING -> {}
      case BEGINS -> episodes.begins(slot, trouble, latch.sinceMs(slot), nowMs);
      case GOES_ON -> episodes.goesOn(slot, trouble, nowMs);
      case ENDS -> episodes.ends(slot, trouble);
    }
  }

  /** Nothing is heard of the ship any more, or its slot is another's. */
  void forget(int slot) {
    adrift.forget(slot);
    notUnderCommand.forget(slot);
    aground.forget(slot);
    doubtful.forget(slot);
    episodes.forget(slot);
  }
}
