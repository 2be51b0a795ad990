package nadhir.geofence.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nadhir.geofence.rule.row.RowTest.Within;

/**
 * The clauses with an upper bound on the distance, and none below, that are about one zone: on the
 * ground each is a circle around that zone's centre. Packed in the order of the clauses for one
 * loop over those that all other sets have left.
 */
final class Circles {
  private static final int STRIDE = 5;
  private static final int WITHIN = 3;
  private static final int BEYOND = 4;

  /** The clauses that are circles. */
  final long[] clauses;

  private final double[] packed;
  private final double[] radiusKm;

  Circles(List<ClauseTable.Entry> entries, Centres centres) {
    clauses = new long[Bits.words(entries.size())];
    packed = new double[entries.size() * STRIDE];
    radiusKm = new double[entries.size()];
    for (int clause = 0; clause < entries.size(); clause++) {
      OptionalInt zone = Bits.only(entries.get(clause).zones());
      Optional<Within> bound = entries.get(clause).clause().distance();
      if (zone.isPresent() && bound.isPresent() && bound.get().least() <= 0) {
        Bits.set(clauses, clause);
        int at = clause * STRIDE;
        Centres.Point centre = centres.at(zone.getAsInt());
        packed[at] = centre.x();
        packed[at + 1] = centre.y();
        packed[at + 2] = centre.z();
        packed[at + WITHIN] = Centres.surelyWithin(bound.get().most());
        packed[at + BEYOND] = Centres.surelyBeyond(bound.get().most());
        radiusKm[clause] = bound.get().most();
      }
    }
  }

  private double line2(int at, Centres.Point from) {
    double dx = packed[at] - from.x();
    double dy = packed[at + 1] - from.y();
    double dz = packed[at + 2] - from.z();
    return dx * dx + dy * dy + dz * dz;
  }

  /**
   * What the straight line from a place says of some circles of one word.
   *
   * @param sure those around the place
   * @param open those about which it says nothing
   */
  record Told(long sure, long open) {}

  /** Without a branch in it that depends on the place: those cost more than what they save. */
  Told around(Centres.Point from, int word, long circles) {
    long sure = 0;
    long beyond = 0;
    for (long left = circles; left != 0; left &= left - 1) {
      int bit = Long.numberOfTrailingZeros(left);
      int at = (word * Long.SIZE + bit) * STRIDE;
      double line2 = line2(at, from);
      sure |= (isNegative(packed[at + WITHIN] - line2) ^ 1) << bit;
      beyond |= isNegative(packed[at + BEYOND] - line2) << bit;
    }
    return new Told(sure, circles & ~sure & ~beyond);
  }

  /** 1 for a negative number, else 0. */
  private static long isNegative(double value) {
    return Double.doubleToRawLongBits(value) >>> Long.SIZE - 1;
  }

  /** Whether it lies around all places that are at most so far from one. */
  boolean isAroundAll(int clause, Centres.Point from, double roomKm) {
    return line2(clause * STRIDE, from) <= Centres.surelyWithin(radiusKm[clause] - roomKm);
  }

  /** Whether it lies around none of them. */
  boolean isAroundNone(int clause, Centres.Point from, double roomKm) {
    return line2(clause * STRIDE, from) > Centres.surelyBeyond(radiusKm[clause] + roomKm);
  }
}
