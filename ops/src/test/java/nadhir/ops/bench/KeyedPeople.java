package nadhir.ops.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import nadhir.core.geo.LatLon;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** People sorted by the key of the cell they are in. */
final class KeyedPeople {
  /** The low bits of what is sorted tell who it is. */
  private static final int NUMBER_BITS = 23;

  private final long[] keys;
  private final int[] persons;
  private final double[] latDeg;
  private final double[] lonDeg;

  /**
   * @param key of less than 41 bits
   */
  KeyedPeople(AudienceWork work, IntToLongFunction key) {
    int people = work.latDeg.length;
    keys = new long[people];
    Arrays.setAll(keys, i -> key.applyAsLong(i) << NUMBER_BITS | i);
    Arrays.sort(keys);
    persons = new int[people];
    latDeg = new double[people];
    lonDeg = new double[people];
    for (int i = 0; i < people; i++) {
      persons[i] = (int) keys[i] & (1 << NUMBER_BITS) - 1;
      keys[i] >>>= NUMBER_BITS;
      latDeg[i] = work.latDeg[persons[i]];
      lonDeg[i] = work.lonDeg[persons[i]];
    }
  }

  /** One question; collects who is inside. */
  final class Asking {
    private final IndexedPointInAreaLocator locator;
    private final Coordinate at = new Coordinate();
    private final int[] into;
    private int found;

    Asking(List<LatLon> ring, int[] into) {
      this.locator = new IndexedPointInAreaLocator(AudienceWork.polygon(ring));
      this.into = into;
    }

    /** All people with keys from {@code from} to {@code to}. */
    void take(long from, long to, boolean whole) {
      int first = first(from);
      if (whole) {
        int behind = first(to + 1);
        System.arraycopy(persons, first, into, found, behind - first);
        found += behind - first;
        return;
      }
      for (int i = first; i < keys.length && keys[i] <= to; i++) {
        at.x = lonDeg[i];
        at.y = latDeg[i];
        if (locator.locate(at) != Location.EXTERIOR) {
          into[found++] = persons[i];
        }
      }
    }

    int found() {
      return found;
    }
  }

  /** The first of those with this key or a greater one. */
  private int first(long key) {
    int low = 0;
    int high = keys.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (keys[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
