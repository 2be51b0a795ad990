package nadhir.alerting.audience.grid;

/** Who is inside an area, each once, in no order that means anything. Stays as it is. */
public final class Inside {
  private final int[] packed;
  private final Ranges ranges;
  private final int[] moved;
  private final long changes;

  Inside(int[] packed, Ranges ranges, int[] moved, long changes) {
    this.packed = packed;
    this.ranges = ranges;
    this.moved = moved;
    this.changes = changes;
  }

  public int count() {
    return ranges.count() + moved.length;
  }

  /** How many changes had been made when it was found out; all of them are in it. */
  public long changes() {
    return changes;
  }

  /** Takes the numbers of people block by block. */
  public interface BlockTaker {
    /** Those in {@code persons} from {@code from} to before {@code to}; for reading only. */
    void block(int[] persons, int from, int to);
  }

  /** Hands everybody over without copying. */
  public void blocks(BlockTaker taker) {
    for (int i = 0; i < ranges.size(); i++) {
      taker.block(packed, ranges.from(i), ranges.to(i));
    }
    if (moved.length > 0) {
      taker.block(moved, 0, moved.length);
    }
  }

  /** Their numbers, copied. */
  public int[] persons() {
    int[] all = new int[count()];
    int at = 0;
    for (int i = 0; i < ranges.size(); i++) {
      int length = ranges.to(i) - ranges.from(i);
      System.arraycopy(packed, ranges.from(i), all, at, length);
      at += length;
    }
    System.arraycopy(moved, 0, all, at, moved.length);
    return all;
  }
}
