package nadhir.alerting.channel;

import java.time.Instant;
import nadhir.core.alert.Channel;

/** A way out to the public. Safe for use by several threads. */
public interface PublicEndpoint {
  Channel channel();

  /**
   * Sends once. Blocks until the provider has answered, or the time for that is over.
   *
   * @param at the lane's time now
   */
  SendResult send(LiveOrder order, Instant at) throws InterruptedException;
}
