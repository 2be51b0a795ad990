package nadhir.alerting.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;

/** All that the sandbox has taken. Safe for use by several threads. */
public final class GatewayLog {
  /** Deliveries that are remembered; once full, the sandbox takes no more. */
  public static final int MAX_DELIVERIES = 2_000_000;

  /** Messages whose text is kept for the phones; older ones are dropped. */
  public static final int MAX_MESSAGES = 20_000;

  private final Map<DeliveryId, Integer> taken = new HashMap<>();
  private final LinkedHashMap<DeliveryId, PhoneMessage> messages = new LinkedHashMap<>();
  private final Map<Channel, Integer> byChannel = new EnumMap<>(Channel.class);
  private final SortedMap<String, Integer> byLanguage = new TreeMap<>();

  /** What a message to the log came to. */
  enum Entered {
    FIRST,
    /** The same delivery again: exactly what must never happen. */
    AGAIN,
    FULL
  }

  synchronized Entered enter(PhoneMessage message) {
    if (taken.size() >= MAX_DELIVERIES) {
      return Entered.FULL;
    }
    boolean first = taken.merge(message.delivery(), 1, Integer::sum) == 1;
    byChannel.merge(message.delivery().channel(), 1, Integer::sum);
    byLanguage.merge(message.language(), 1, Integer::sum);
    messages.putIfAbsent(message.delivery(), message);
    if (messages.size() > MAX_MESSAGES) {
      messages.pollFirstEntry();
    }
    return first ? Entered.FIRST : Entered.AGAIN;
  }

  synchronized void reported(DeliveryId delivery, DeliveryState state) {
    messages.computeIfPresent(delivery, (_, message) -> message.with(state));
  }

  /** How many messages have arrived more often than once, each further arrival counted. */
  public synchronized int duplicates(Channel channel) {
    return taken.entrySet().stream()
        .filter(entry -> entry.getKey().channel() == channel)
        .mapToInt(entry -> entry.getValue() - 1)
        .sum();
  }

  /** The same for one revision of one alert. */
  public synchronized int duplicates(Predicate<DeliveryId> which) {
    return taken.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToInt(entry -> entry.getValue() - 1)
        .sum();
  }

  /** All messages that have arrived, again ones included. */
  public synchronized int total() {
    return byChannel.values().stream().mapToInt(Integer::intValue).sum();
  }

  public synchronized int total(Channel channel) {
    return byChannel.getOrDefault(channel, 0);
  }

  public synchronized SortedMap<String, Integer> byLanguage() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
  }

  /** The newest messages that match, newest first. */
  public synchronized List<PhoneMessage> newest(int limit, Predicate<PhoneMessage> which) {
    List<PhoneMessage> found = new ArrayList<>();
    for (PhoneMessage message : messages.sequencedValues().reversed()) {
      if (found.size() >= limit) {
        break;
      }
      if (which.test(message)) {
        found.add(message);
      }
    }
    return found;
  }
}
