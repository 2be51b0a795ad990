package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.TreeMap;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class EncounterBookTest {
  private final EncounterBook book = new EncounterBook();

  @Test
  void itFindsWhatAMapFinds() {
    long seed = 6;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var oracle = new TreeMap<String, Encounter>();
    for (int step = 0; step < 100_000; step++) {
      int a = random.nextInt(60);
      int b = random.nextInt(64) - 4;
      Encounter known = oracle.get(a + "/" + b);
      assertEquals(known != null, book.has(a, b), "seed " + seed + " step " + step);
      if (known == null) {
        var e = new Encounter(a, b, Encounter.State.RISING, step);
        book.add(e);
        if (book.has(a, b)) {
          oracle.put(a + "/" + b, e);
        }
      } else {
        assertSame(known, book.get(a, b));
        if (random.nextInt(3) > 0) {
          book.remove(known);
          oracle.remove(a + "/" + b);
        }
      }
    }
    assertEquals(oracle.size(), book.all().size());
  }

  @Test
  void oneTooManyIsRefusedAndCounted() {
    for (int i = 0; i <= EncounterBook.MAX_ENCOUNTERS; i++) {
      book.add(new Encounter(i, i + 1, Encounter.State.RISING, 0));
    }
    assertEquals(1, book.refused());
    assertFalse(book.has(EncounterBook.MAX_ENCOUNTERS, EncounterBook.MAX_ENCOUNTERS + 1));
  }
}
