package nadhir.alerting.channel;

import java.time.Instant;
import nadhir.core.alert.Channel;

/** A way into the sandbox. Safe for use by several threads. */
public interface SandboxEndpoint {
  Channel channel();

  /**
   * Sends once. Blocks until the sandbox has answered, or the time for that is over.
   *
   * @param at the lane's time now
   */
  SendResult send(ExerciseOrder order, Instant at) throws InterruptedException;
}
