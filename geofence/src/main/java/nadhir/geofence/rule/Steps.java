package nadhir.geofence.rule;

/** A bound on work, counted in steps and not by a clock: a file is told the same everywhere. */
final class Steps {
  private final long most;
  private long taken;

  Steps(long most) {
    this.most = most;
  }

  void take(long steps) {
    taken += steps;
  }

  long taken() {
    return taken;
  }

  /** Nothing more is to be begun. */
  boolean areOver() {
    return taken > most;
  }
}
