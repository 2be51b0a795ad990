package nadhir.core.pack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.mqtt.MqttAddress;
import nadhir.core.yaml.YamlNode;

/** Reads a feed's address and says what is wrong with it. */
final class FeedUrl {
  /** Stands in for an address that could not be read. */
  static final URI NONE = URI.create(Carrier.RECORDING + ":none");

  /** Schemes whose address needs a port, because the protocol has none of its own. */
  private static final List<String> NEED_PORT = List.of("tcp", "udp");

  private static final int MAX_PORT = 65_535;

  private FeedUrl() {}

  static URI read(YamlNode node, Optional<FeedFormat> format) {
    String text = node.text("url");
    if (text.isEmpty()) {
      return NONE;
    }
    try {
      URI url = new URI(text.equals("webhook:") ? text + postedAt(format) : text);
      format.ifPresent(f -> check(node, f, url));
      return url;
    } catch (URISyntaxException e) {
      node.mistake("url", "'" + text + "' is no address: " + e.getReason());
      return NONE;
    }
  }

  /** What {@code webhook:} means; a URI needs something behind its scheme. */
  private static String postedAt(Optional<FeedFormat> format) {
    return format.map(FeedFormat::postedAt).orElse("/");
  }

  private static void check(YamlNode node, FeedFormat format, URI url) {
    List<String> schemes = new ArrayList<>();
    format.carriers().forEach(carrier -> schemes.addAll(carrier.schemes()));
    schemes.add(Carrier.RECORDING);
    String scheme = url.getScheme() == null ? "" : url.getScheme();
    boolean remote =
        !scheme.equals(Carrier.RECORDING) && !Carrier.POSTED.schemes().contains(scheme);
    if (!schemes.contains(scheme)) {
      node.mistake("url", "an address of this format begins with one of " + schemes);
    } else if (remote && url.getHost() == null) {
      node.mistake("url", "the address names no host");
    } else if (NEED_PORT.contains(scheme) && url.getPort() < 0) {
      node.mistake("url", "the address names no port: " + scheme + "://host:port");
    } else if (url.getPort() > MAX_PORT) {
      node.mistake("url", "a port is at most " + MAX_PORT);
    } else if (url.getUserInfo() != null) {
      node.mistake("url", "no name or password in an address");
    } else if (Carrier.MQTT.schemes().contains(scheme)) {
      topic(node, url);
    }
  }

  private static void topic(YamlNode node, URI url) {
    try {
      MqttAddress.of(url);
    } catch (IllegalArgumentException e) {
      node.mistake("url", e.getMessage());
    }
  }
}
