package nadhir.alerting.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.alert.DeliveryState;

/** Makes counts by channel out of single numbers by state. */
public final class CountsOf {
  private CountsOf() {}

  /**
   * @param numbers by {@code CHANNEL|STATE}; what is missing is 0
   */
  public static List<DeliveryCounts> channels(Map<String, Integer> numbers) {
    return Stream.of(Channel.values())
        .map(channel -> of(channel, numbers))
        .filter(counts -> counts.total() > 0)
        .toList();
  }

  public static String key(Channel channel, DeliveryState state) {
    return channel + "|" + state;
  }

  private static DeliveryCounts of(Channel channel, Map<String, Integer> numbers) {
    return new DeliveryCounts(
        channel,
        number(channel, DeliveryState.QUEUED, numbers),
        number(channel, DeliveryState.SENDING, numbers),
        number(channel, DeliveryState.SENT, numbers),
        number(channel, DeliveryState.DELIVERED, numbers),
        number(channel, DeliveryState.FAILED, numbers),
        number(channel, DeliveryState.UNKNOWN, numbers),
        number(channel, DeliveryState.EXPIRED, numbers),
        number(channel, DeliveryState.SUPPRESSED, numbers));
  }

  private static int number(Channel channel, DeliveryState state, Map<String, Integer> numbers) {
    return numbers.getOrDefault(key(channel, state), 0);
  }
}
