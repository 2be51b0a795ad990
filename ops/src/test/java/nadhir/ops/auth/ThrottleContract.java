package nadhir.ops.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nadhir.ops.auth.Throttle.Rule;
import org.junit.jupiter.api.Test;

/** What every throttle keeps to. */
public interface ThrottleContract {
  Rule RULE = new Rule(3, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(15));

  Throttle throttle();

  /** Moves the clock that the throttle was made with. */
  void pass(Duration time);

  private Optional<Duration> attempt() {
    return throttle().attempt("k", RULE);
  }

  @Test
  default void theWaitDoublesUpToTheLongest() {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      assertEquals(Optional.empty(), attempt(), "try " + i);
      Duration wait = attempt().orElse(Duration.ZERO);
      waits.add(wait.toMillis());
      if (wait.isZero()) {
        throttle().giveBack("k"); // the look itself was a try
      }
      pass(wait);
    }
    assertEquals(List.of(0L, 0L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L), waits);
  }

  @Test
  default void aTryThatMustWaitIsNotCounted() {
    for (int i = 0; i < 3; i++) {
      attempt();
    }
    for (int i = 0; i < 20; i++) {
      assertEquals(Optional.of(Duration.ofSeconds(1)), attempt());
    }
    pass(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), attempt());
  }

  @Test
  default void whatIsGivenBackOrForgottenDoesNotCount() {
    for (int i = 0; i < 20; i++) {
      assertEquals(Optional.empty(), attempt(), "try " + i);
      throttle().giveBack("k");
    }
    for (int i = 0; i < 3; i++) {
      attempt();
    }
    throttle().forget("k");
    assertEquals(Optional.empty(), attempt());
    throttle().giveBack("never tried");
  }

  /** What may be used once only is a key with one free try. */
  @Test
  default void oneFreeTryIsOnceUntilItIsForgotten() {
    var once = new Rule(1, Duration.ofMinutes(11), Duration.ofMinutes(11), Duration.ofSeconds(1));
    assertEquals(Optional.empty(), throttle().attempt("nonce", once));
    assertEquals(Optional.of(Duration.ofMinutes(11)), throttle().attempt("nonce", once));
    pass(Duration.ofMinutes(10));
    assertEquals(Optional.of(Duration.ofMinutes(1)), throttle().attempt("nonce", once));
  }

  @Test
  default void oneKeyDoesNotSlowAnother() {
    for (int i = 0; i < 4; i++) {
      attempt();
    }
    assertEquals(Optional.empty(), throttle().attempt("other", RULE));
  }

  @Test
  default void manyAtOnceGainNothing() throws Exception {
    List<Callable<Optional<Duration>>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(this::attempt);
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int through = 0;
      for (var one : threads.invokeAll(all)) {
        through += one.get().isEmpty() ? 1 : 0;
      }
      assertEquals(RULE.free(), through);
    }
  }
}
