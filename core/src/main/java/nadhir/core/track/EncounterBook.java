package nadhir.core.track;

import java.util.ArrayList;
import java.util.List;

/** All encounters that are remembered, found by their pair without leaving anything behind. */
final class EncounterBook {
  /** Remembered at once; a pair beyond it is not looked at, and counted. */
  static final int MAX_ENCOUNTERS = 2_000;

  private static final int SIZE = 8_192;
  private static final int MASK = SIZE - 1;

  private final List<Encounter> all = new ArrayList<>();
  private final Encounter[] table = new Encounter[SIZE];
  private final short[] ofSlot = new short[TrackTable.SLOTS];
  private volatile long refused; // one thread counts, any reads

  long refused() {
    return refused;
  }

  List<Encounter> all() {
    return all;
  }

  /** Whether anything is remembered of this ship. */
  boolean any(int slot) {
    return ofSlot[slot] > 0;
  }

  boolean has(int a, int b) {
    return ofSlot[a] > 0 && table[place(a, b)] != null;
  }

  /** It must be there. */
  Encounter get(int a, int b) {
    return table[place(a, b)];
  }

  /** Remembers it, if there is room. */
  void add(Encounter e) {
    if (all.size() == MAX_ENCOUNTERS) {
      refused++;
      return;
    }
    e.index = all.size();
    all.add(e);
    table[place(e.a, e.b)] = e;
    ofSlot[e.a]++;
    if (!e.isWithPoint()) {
      ofSlot[e.b]++;
    }
  }

  void remove(Encounter e) {
    Encounter last = all.removeLast();
    if (last != e) {
      all.set(e.index, last);
      last.index = e.index;
    }
    ofSlot[e.a]--;
    if (!e.isWithPoint()) {
      ofSlot[e.b]--;
    }
    close(place(e.a, e.b));
  }

  private int place(int a, int b) {
    int i = home(a, b);
    while (table[i] != null && (table[i].a != a || table[i].b != b)) {
      i = (i + 1) & MASK;
    }
    return i;
  }

  /** Moves up what stands behind a gap (Knuth, TAOCP vol. 3, 6.4, algorithm R). */
  private void close(int from) {
    int gap = from;
    int i = (gap + 1) & MASK;
    while (table[i] != null) {
      int home = home(table[i].a, table[i].b);
      if (((i - home) & MASK) >= ((i - gap) & MASK)) {
        table[gap] = table[i];
        gap = i;
      }
      i = (i + 1) & MASK;
    }
    table[gap] = null;
  }

  private static int home(int a, int b) {
    return Mmsi.mixed(a * 31_013 + b) & MASK;
  }
}
