package nadhir.core.feed.gauge;

import java.util.List;
import nadhir.core.feed.Delivery;

/** The words of an MQTT topic. */
final class Topics {
  private Topics() {}

  /**
   * @param level from 1; {@link Place.Topic#WHOLE} for all of it
   */
  static List<String> words(Delivery delivery, int level) {
    if (delivery.topic().isEmpty()) {
      return List.of();
    }
    String topic = delivery.topic().get();
    if (level == Place.Topic.WHOLE) {
      return List.of(topic);
    }
    String[] levels = topic.split("/", -1);
    return level <= levels.length ? List.of(levels[level - 1]) : List.of();
  }
}
