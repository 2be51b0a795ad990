package nadhir.ops.auth;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every session store keeps to. */
public interface SessionStoreContract {
  Duration LONG = Duration.ofMinutes(5);

  SessionStore store();

  /** Lets {@code time} pass for the store; a real one passes it by itself. */
  void pass(Duration time);

  @Test
  default void whatIsPutIsThereUntilItIsDeleted() {
    store().put("k", "v", LONG);
    assertEquals(Optional.of("v"), store().get("k"));
    assertEquals(Optional.empty(), store().get("other"));
    store().delete("k");
    assertEquals(Optional.empty(), store().get("k"));
    store().delete("k");
  }

  @Test
  default void whatIsNotExtendedEnds() {
    store().put("short", "v", Duration.ofMillis(300));
    store().put("extended", "v", Duration.ofMillis(300));
    store().extend("extended", LONG);
    pass(Duration.ofMillis(300));
    await().atMost(Duration.ofSeconds(5)).until(() -> store().get("short").isEmpty());
    assertEquals(Optional.of("v"), store().get("extended"));
  }

  @Test
  default void whatIsGoneIsNotExtendedBackToLife() {
    store().extend("never", LONG);
    assertEquals(Optional.empty(), store().get("never"));
  }
}
