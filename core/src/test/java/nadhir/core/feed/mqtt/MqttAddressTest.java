package nadhir.core.feed.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import nadhir.core.id.FeedId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MqttAddressTest {
  @ParameterizedTest
  @CsvSource({
    "mqtt://broker/gauges/+/stage, broker, 1883, false, gauges/+/stage",
    "mqtts://broker/gauges/#, broker, 8883, true, gauges/#",
    "mqtt://127.0.0.1:1884/#, 127.0.0.1, 1884, false, #",
    "mqtt://broker//from/a/slash, broker, 1883, false, /from/a/slash",
    "mqtt://broker/v1.1/Datastreams(42)/Observations, broker, 1883, false, v1.1/Datastreams(42)/Observations",
  })
  void theTopicIsThePath(String url, String host, int port, boolean tls, String filter) {
    assertEquals(new MqttAddress(host, port, tls, filter), MqttAddress.of(URI.create(url)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mqtt://broker",
        "mqtt://broker/",
        "mqtt://broker/a/b+",
        "mqtt://broker/a%23",
        "mqtt://broker/%23/b",
        "mqtt://broker/#b",
        "mqtt://broker/a?x=1",
        "http://broker/a",
        "mqtt:a",
      })
  void whatIsNoneIsToldInASentence(String url) {
    var e = assertThrows(IllegalArgumentException.class, () -> MqttAddress.of(URI.create(url)));
    assertTrue(e.getMessage().contains(" "), e.getMessage());
  }

  @Test
  void everyMemberHasTheSameNameAndEveryFeedItsOwn() {
    var address = MqttAddress.of(URI.create("mqtt://broker/gauges/#"));
    assertEquals(address.client(new FeedId("a")), address.client(new FeedId("a")));
    assertNotEquals(address.client(new FeedId("a")), address.client(new FeedId("b")));
    assertEquals(23, address.client(new FeedId("a")).length());
  }
}
