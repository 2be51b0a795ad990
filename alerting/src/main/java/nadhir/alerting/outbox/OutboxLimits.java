package nadhir.alerting.outbox;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import nadhir.core.alert.Channel;

/**
 * How much the outbox does at a time.
 *
 * @param posts under way per channel; what more there is waits, worst severity first
 * @param recipients in hand per severity and channel: while there are fewer, one more block is
 *     taken. Enough to keep the posts busy, few enough to be marked just before they are sent
 * @param read blocks per severity that are read ahead and not yet marked; no more are read then,
 *     also not for a channel that is not the one that is stuck
 */
public record OutboxLimits(Map<Channel, Integer> posts, int recipients, int read) {
  public OutboxLimits {
    posts = Collections.unmodifiableMap(new EnumMap<>(posts));
    if (recipients < 1 || read < 1 || posts.values().stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException("limits are 1 or more");
    }
  }

  public static OutboxLimits usual() {
    return new OutboxLimits(Map.of(Channel.SMS, 64, Channel.PUSH, 64), 256, 4_096);
  }
}
