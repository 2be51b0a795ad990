package nadhir.geofence.impact.sea;

/**
 * How wind moves what drifts: down the wind, and to the right or left of it, which of both nobody
 * knows beforehand. Mean values of the classes of Allen (2005), "Leeway Divergence", US Coast Guard
 * report CG-D-05-05, and Allen and Plourde (1999), "Review of Leeway: Field Experiments and
 * Implementation", CG-D-08-99, in the linear form that the Coast Guard's and the Norwegian planning
 * tools use (Breivik and Allen 2008, "An operational search and rescue model for the Norwegian Sea
 * and the North Sea", Journal of Marine Systems 69, 99–113): a share of the wind at 10 m, an offset
 * and a standard deviation.
 */
public enum Leeway {
  /** PIW-1: person in the water, state unknown. */
  PERSON_IN_WATER(new Line(0.96, 0, 12), new Line(0.54, 0, 9.4), new Line(-0.54, 0, 9.4)),
  /** LIFE-RAFT-DB-10: life raft with deep ballast, capacity and loading unknown. */
  LIFE_RAFT(new Line(3.52, -2.5, 6.1), new Line(0.62, -3, 3.5), new Line(-0.45, -0.2, 3.6)),
  /** SKIFF-2: open boat with a V hull. */
  OPEN_BOAT(new Line(2.87, 3.98, 3.33), new Line(0.32, -2.93, 2.53), new Line(-0.62, 1.03, 3.05)),
  /** FISHING-VESSEL-1: fishing vessel in general, standing in for any small vessel. */
  VESSEL(new Line(2.47, 0, 12), new Line(2.76, 0, 9.4), new Line(-2.76, 0, 9.4));

  private final Line down;
  private final Line right;
  private final Line left;

  Leeway(Line down, Line right, Line left) {
    this.down = down;
    this.right = right;
    this.left = left;
  }

  /** Speeds through the water in a wind; none of them turns round in a light one. */
  public Speeds at(double windMps) {
    return new Speeds(
        StrictMath.max(0, down.atMps(windMps)),
        StrictMath.max(0, right.atMps(windMps)),
        StrictMath.max(0, -left.atMps(windMps)),
        StrictMath.hypot(down.sdMps(), StrictMath.max(right.sdMps(), left.sdMps())));
  }

  /**
   * @param errorMps standard deviation of all of it
   */
  public record Speeds(double downMps, double rightMps, double leftMps, double errorMps) {}

  /** As published: percent of the wind, and cm/s. */
  private record Line(double slopePercent, double offsetCmps, double sdCmps) {
    double atMps(double windMps) {
      return slopePercent / 100 * windMps + offsetCmps / 100;
    }

    double sdMps() {
      return sdCmps / 100;
    }
  }
}
