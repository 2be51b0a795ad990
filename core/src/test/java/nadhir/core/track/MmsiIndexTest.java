package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeMap;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MmsiIndexTest {
  /** Few different numbers in a full partition, so that clusters grow, break and heal. */
  @Test
  void itFindsWhatAMapFinds() {
    long seed = 5;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int[] mmsi = new int[Partition.SLOTS];
    var index = new MmsiIndex(mmsi);
    var oracle = new TreeMap<Integer, Integer>();
    var free = new java.util.ArrayDeque<Integer>();
    for (int i = 0; i < Partition.SLOTS; i++) {
      free.add(i);
    }
    for (int step = 0; step < 200_000; step++) {
      int number = 438_000_000 + random.nextInt(2_500);
      Integer slot = oracle.get(number);
      assertEquals(slot == null ? -1 : slot, index.find(number), "seed " + seed + " step " + step);
      if (slot == null && !free.isEmpty()) {
        mmsi[free.peek()] = number;
        index.add(free.peek());
        oracle.put(number, free.poll());
      } else if (slot != null && random.nextInt(3) == 0) {
        index.remove(slot);
        oracle.remove(number);
        free.add(slot);
      }
    }
  }
}
