package nadhir.geofence.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.event.WatchEvent;
import nadhir.geofence.desk.RiskState.Held;

/** What has to hold for some time: the wake-ups that the desk asks for and drops. */
final class Waits {
  private final RiskMemory memory;

  Waits(RiskMemory memory) {
    this.memory = memory;
  }

  /**
   * Whether something holds, and has held for its time. Asks to be woken where it has not held so
   * long yet; begins again where it does not hold. When the rule changes meanwhile, the time that
   * has passed counts, and the wake-up is asked for anew.
   */
  boolean hasHeld(WaitKey key, boolean holds, Duration span, Scene scene, Consequences events) {
    Optional<Held> held = memory.held(key);
    if (span.isZero() || !holds) {
      held.ifPresent(_ -> drop(key, events));
      return holds;
    }
    Instant due = held.map(Held::since).orElse(scene.now()).plus(span);
    boolean over = !scene.now().isBefore(due);
    if (held.isEmpty() || !over && !memory.due(key).equals(Optional.of(due))) {
      events.add(new WatchEvent.WakeUpAsked(RiskDesk.NAME, key.text(), due));
    }
    return over;
  }

  /** A wake-up that would still come, after the rule's time became shorter. */
  void dropLater(WaitKey key, Instant now, Consequences events) {
    memory.due(key).filter(now::isBefore).ifPresent(_ -> drop(key, events));
  }

  void drop(WaitKey key, Consequences events) {
    events.add(new WatchEvent.WakeUpDropped(RiskDesk.NAME, key.text()));
  }
}
