package nadhir.core.site.pack;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Reads a feed's address and says what is wrong with it. */
final class FeedUrl {
  private static final URI STAND_IN = URI.create("file:none");

  private FeedUrl() {}

  static URI read(YamlNode node, FeedConfig.Format format) {
    String text = node.text("url");
    if (text.isEmpty()) {
      return STAND_IN;
    }
    try {
      URI url = new URI(text);
      check(node, format, url);
      return url;
    } catch (URISyntaxException e) {
      node.mistake("url", "'" + text + "' is no address: " + e.getReason());
      return STAND_IN;
    }
  }

  private static void check(YamlNode node, FeedConfig.Format format, URI url) {
    List<String> schemes =
        format.polled() ? List.of("https", "http", "file") : List.of("tcp", "file");
    String scheme = url.getScheme() == null ? "" : url.getScheme();
    if (!schemes.contains(scheme)) {
      node.mistake("url", "an address of this format begins with one of " + schemes);
    } else if (!scheme.equals("file") && url.getHost() == null) {
      node.mistake("url", "the address names no host");
    } else if (scheme.equals("tcp") && url.getPort() < 0) {
      node.mistake("url", "the address names no port: tcp://host:port");
    } else if (url.getUserInfo() != null) {
      node.mistake("url", "no name or password in an address");
    }
  }
}
