package nadhir.core.track;

/**
 * From an MMSI to its slot in a partition: open addressing with linear probing, no tombstones (a
 * removal moves the followers up, Knuth, TAOCP vol. 3, 6.4, algorithm R). At most three eighths
 * full, so that a look takes one or two steps.
 */
final class MmsiIndex {
  static final int SIZE = 4_096;
  private static final int MASK = SIZE - 1;

  private final int[] mmsiBySlot;

  /** Slot + 1, 0 where nothing is. */
  private final int[] entries = new int[SIZE];

  MmsiIndex(int[] mmsiBySlot) {
    this.mmsiBySlot = mmsiBySlot;
  }

  /** The slot, or −1. */
  int find(int mmsi) {
    int i = home(mmsi);
    while (entries[i] != 0) {
      int slot = entries[i] - 1;
      if (mmsiBySlot[slot] == mmsi) {
        return slot;
      }
      i = (i + 1) & MASK;
    }
    return -1;
  }

  /** {@code slot} holds its MMSI already, and that is not in the index. */
  void add(int slot) {
    int i = home(mmsiBySlot[slot]);
    while (entries[i] != 0) {
      i = (i + 1) & MASK;
    }
    entries[i] = slot + 1;
  }

  /** {@code slot} still holds its MMSI. */
  void remove(int slot) {
    int gap = home(mmsiBySlot[slot]);
    while (entries[gap] != slot + 1) {
      gap = (gap + 1) & MASK;
    }
    int i = (gap + 1) & MASK;
    while (entries[i] != 0) {
      int home = home(mmsiBySlot[entries[i] - 1]);
      if (((i - home) & MASK) >= ((i - gap) & MASK)) {
        entries[gap] = entries[i];
        gap = i;
      }
      i = (i + 1) & MASK;
    }
    entries[gap] = 0;
  }

  private static int home(int mmsi) {
    return Mmsi.mixed(mmsi) & MASK;
  }
}
