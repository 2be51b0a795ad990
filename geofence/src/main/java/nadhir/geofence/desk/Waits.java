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
   * long yet; begins again where it does not hold, and where a rule has changed so that something
   * else is counted. When only the time changes, what has passed of it counts.
   */
  boolean hasHeld(WaitKey key, boolean holds, Duration span, Scene scene, Consequences events) {
    boolean counts = holds && !span.isZero();
    memory.alike(key).stream()
        .filter(other -> !counts || !other.equals(key))
        .forEach(other -> drop(other, events));
    if (!counts) {
      return holds;
    }
    Optional<Held> held = memory.held(key);
    Instant due = held.map(Held::since).orElse(scene.now()).plus(span);
    boolean over = !scene.now().isBefore(due);
    if (held.isEmpty() || !over && !memory.due(key).equals(Optional.of(due))) {
      events.add(new WatchEvent.WakeUpAsked(RiskDesk.NAME, key.text(), due));
    }
    return over;
  }

  /** A wake-up that would still come for what is over. */
  void dropAsked(WaitKey key, Consequences events) {
    memory.due(key).ifPresent(_ -> drop(key, events));
  }

  void drop(WaitKey key, Consequences events) {
    events.add(new WatchEvent.WakeUpDropped(RiskDesk.NAME, key.text()));
  }
}
