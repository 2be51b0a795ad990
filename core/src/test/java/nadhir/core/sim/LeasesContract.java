package nadhir.core.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nadhir.core.id.MemberId;
import nadhir.core.lease.Leases;
import nadhir.core.lease.Leases.Lease;
import org.junit.jupiter.api.Test;

/** What leases must do. Each case starts without any. */
public abstract class LeasesContract {
  protected static final MemberId A = new MemberId("node-a");
  protected static final MemberId B = new MemberId("node-b");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(150);

  protected abstract Leases leases();

  /** Returns when at least {@code life} has gone by for the leases. */
  protected abstract void letPass(Duration life);

  @Test
  void theFirstWhoAsksGetsIt() {
    assertEquals(Optional.of(new Lease("watch", A, 1)), leases().acquire("watch", A, LONG));
    assertEquals(Optional.empty(), leases().acquire("watch", B, LONG));
  }

  @Test
  void renewingKeepsTheFence() {
    var first = leases().acquire("watch", A, LONG);
    assertEquals(first, leases().acquire("watch", A, LONG));
    assertEquals(first, leases().acquire("watch", A, LONG));
  }

  @Test
  void renewingProlongs() {
    var lease = leases().acquire("watch", A, SHORT);
    assertEquals(lease, leases().acquire("watch", A, LONG));
    letPass(SHORT.multipliedBy(2));
    assertEquals(Optional.empty(), leases().acquire("watch", B, LONG));
    assertEquals(lease, leases().acquire("watch", A, LONG));
  }

  @Test
  void renewingMayAlsoShorten() {
    leases().acquire("watch", A, LONG);
    leases().acquire("watch", A, SHORT);
    letPass(SHORT.multipliedBy(2));
    assertEquals(Optional.of(new Lease("watch", B, 2)), leases().acquire("watch", B, LONG));
  }

  @Test
  void afterItsLifeAnotherGetsItWithAHigherFence() {
    leases().acquire("watch", A, SHORT);
    letPass(SHORT.multipliedBy(2));
    assertEquals(Optional.of(new Lease("watch", B, 2)), leases().acquire("watch", B, LONG));
    assertEquals(Optional.empty(), leases().acquire("watch", A, LONG));
  }

  @Test
  void whoLetItEndGetsItAgainOnlyWithAHigherFence() {
    leases().acquire("watch", A, SHORT);
    letPass(SHORT.multipliedBy(2));
    assertEquals(Optional.of(new Lease("watch", A, 2)), leases().acquire("watch", A, LONG));
  }

  @Test
  void releasedItIsFreeAtOnce() {
    leases().release(leases().acquire("watch", A, LONG).orElseThrow());
    assertEquals(Optional.of(new Lease("watch", B, 2)), leases().acquire("watch", B, LONG));
  }

  @Test
  void aFormerHolderReleasesNothing() {
    var old = leases().acquire("watch", A, SHORT).orElseThrow();
    letPass(SHORT.multipliedBy(2));
    var now = leases().acquire("watch", B, LONG);
    leases().release(old);
    assertEquals(Optional.empty(), leases().acquire("watch", A, LONG));
    assertEquals(now, leases().acquire("watch", B, LONG));
  }

  @Test
  void anOldFenceOfTheSameHolderReleasesNothing() {
    var old = leases().acquire("watch", A, SHORT).orElseThrow();
    letPass(SHORT.multipliedBy(2));
    leases().acquire("watch", A, LONG);
    leases().release(old);
    assertEquals(Optional.empty(), leases().acquire("watch", B, LONG));
  }

  @Test
  void leasesOfDifferentNamesHaveNothingToDoWithEachOther() {
    leases().acquire("watch", A, LONG);
    assertEquals(Optional.of(new Lease("feed:usgs", B, 1)), leases().acquire("feed:usgs", B, LONG));
  }

  @Test
  void ofManyWhoAskAtOnceExactlyOneGetsIt() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (int round = 1; round <= 20; round++) {
        List<Callable<Optional<Lease>>> all =
            IntStream.range(0, 8)
                .mapToObj(i -> new MemberId("node-" + i))
                .<Callable<Optional<Lease>>>map(m -> () -> leases().acquire("watch", m, LONG))
                .toList();
        Optional<Lease> won = Optional.empty();
        for (var answer : pool.invokeAll(all)) {
          if (answer.get().isPresent()) {
            assertTrue(won.isEmpty(), "two have it: " + won + " and " + answer.get());
            won = answer.get();
          }
        }
        assertEquals(round, won.orElseThrow().fence());
        leases().release(won.orElseThrow());
      }
    }
  }
}
