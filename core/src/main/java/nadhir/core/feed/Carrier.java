package nadhir.core.feed;

import java.util.List;

/** How a source's bytes can reach us, by the schemes of a feed's address. */
public enum Carrier {
  /** A document is fetched again and again. */
  POLLED("https", "http"),
  /** Lines that end with a line feed, or datagrams of such lines. */
  LINES("tcp", "udp"),
  /** One message a frame. */
  WEBSOCKET("wss", "ws"),
  /** One message for each publication under a topic of a broker. */
  MQTT("mqtts", "mqtt"),
  /** The source posts to our own API and signs what it posts. */
  POSTED("webhook");

  /** A recording; every format can be read from one, in drill lanes only. */
  public static final String RECORDING = "file";

  private final List<String> schemes;

  Carrier(String... schemes) {
    this.schemes = List.of(schemes);
  }

  public List<String> schemes() {
    return schemes;
  }
}
