package nadhir.ops.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.event.Input.FeedHealth;
import nadhir.ops.lane.LaneHost;

/** Reads a lane's values from its picture when somebody asks for the metrics. */
public final class LaneGauges {
  private LaneGauges() {}

  /** Brings the lane's values in {@code metrics} up to date. */
  public static void read(LaneHost lane, Metrics metrics) {
    String key = lane.lane().key();
    JsonNode objects = lane.picture().snapshot().path("objects");
    metrics.watch(key, lane.keeps(), lane.storeAway(), lane.picture().seq());
    for (JsonNode feed : objects.path("feed")) {
      metrics.feed(
          key, feed.path("feed").asText(), FeedHealth.valueOf(feed.path("health").asText()));
    }
    for (var channel : deliveries(objects.path("alert")).entrySet()) {
      channel
          .getValue()
          .forEach((state, count) -> metrics.deliveries(key, channel.getKey(), state, count));
    }
  }

  private static Map<Channel, Map<DeliveryState, Long>> deliveries(JsonNode alerts) {
    Map<Channel, Map<DeliveryState, Long>> sums = new EnumMap<>(Channel.class);
    for (JsonNode alert : alerts) {
      for (JsonNode counts : alert.path("revisions").findValues("counts")) {
        counts.forEach(c -> add(sums, c));
      }
    }
    return sums;
  }

  private static void add(Map<Channel, Map<DeliveryState, Long>> sums, JsonNode counts) {
    var channel = Channel.valueOf(counts.path("channel").asText());
    var byState = sums.computeIfAbsent(channel, _ -> new EnumMap<>(DeliveryState.class));
    for (DeliveryState state : DeliveryState.values()) {
      long count = counts.path(state.name().toLowerCase(Locale.ROOT)).asLong();
      byState.merge(state, count, Long::sum);
    }
  }
}
