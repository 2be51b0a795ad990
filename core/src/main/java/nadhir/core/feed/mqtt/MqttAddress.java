package nadhir.core.feed.mqtt;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nadhir.core.id.FeedId;

/**
 * Which topics of which broker: {@code mqtt://broker:1883/gauges/+/stage}, {@code
 * mqtts://broker/gauges/#}. The topic filter is the path without its first slash; {@code +} stands
 * for any one level, {@code #} at the end for all further ones.
 */
public record MqttAddress(String host, int port, boolean tls, String filter) {
  private static final int PLAIN_PORT = 1883;
  private static final int TLS_PORT = 8883;

  /** Bytes of a topic in UTF-8; MQTT 3.1.1, 1.5.3. */
  private static final int MAX_FILTER_BYTES = 65_535;

  /** Letters of a client's name that every broker takes; MQTT 3.1.1, 3.1.3.1. */
  private static final int NAME_LETTERS = 23;

  /** Throws {@link IllegalArgumentException} with a sentence when it is none. */
  public static MqttAddress of(URI url) {
    boolean tls = "mqtts".equals(url.getScheme());
    if (!tls && !"mqtt".equals(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException("an address of a broker is mqtt://host/topic");
    }
    int port = url.getPort() < 0 ? tls ? TLS_PORT : PLAIN_PORT : url.getPort();
    return new MqttAddress(url.getHost(), port, tls, filter(url));
  }

  /** A trailing {@code #} is a URL's empty fragment. */
  private static String filter(URI url) {
    String path = url.getPath() == null ? "" : url.getPath();
    String filter = path.isEmpty() ? "" : path.substring(1);
    if (url.getFragment() != null && url.getFragment().isEmpty()) {
      filter += "#";
    } else if (url.getFragment() != null) {
      throw new IllegalArgumentException("# in a topic stands at the end: gauges/#");
    }
    if (url.getQuery() != null) {
      throw new IllegalArgumentException("an address of a broker has nothing behind a '?'");
    }
    check(filter);
    return filter;
  }

  /** MQTT 3.1.1, 4.7. */
  private static void check(String filter) {
    if (filter.isEmpty()) {
      throw new IllegalArgumentException(
          "the address names no topic: mqtt://host/gauges/+/stage, or mqtt://host/gauges/#");
    }
    String[] levels = filter.split("/", -1);
    for (int i = 0; i < levels.length; i++) {
      boolean wild = levels[i].contains("+") || levels[i].contains("#");
      boolean allowed = levels[i].equals("+") || levels[i].equals("#") && i == levels.length - 1;
      if (wild && !allowed) {
        throw new IllegalArgumentException(
            "+ in a topic stands for one whole level, # for all further ones at the end");
      }
    }
    if (filter.getBytes(StandardCharsets.UTF_8).length > MAX_FILTER_BYTES) {
      throw new IllegalArgumentException("a topic has at most " + MAX_FILTER_BYTES + " bytes");
    }
  }

  /** The same on every member, so that whoever takes over gets what the broker has kept. */
  String client(FeedId feed) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((feed + " " + this).getBytes(StandardCharsets.UTF_8));
      return ("nadhir-" + HexFormat.of().formatHex(hash)).substring(0, NAME_LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
