package nadhir.ops.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the house is reached.
 *
 * @param host the interface to listen on
 * @param port 0 for any free one
 * @param publicUrl how browsers and Twilio reach it, when that is not the host and port itself;
 *     {@code https} makes the session's cookie secure
 * @param behindProxy the last {@code X-Forwarded-For} entry is the client's address
 * @param slowLimit how long a follower of the event stream may leave its connection full
 */
public record HttpSettings(
    String host, int port, Optional<URI> publicUrl, boolean behindProxy, Duration slowLimit) {
  public static final Duration SLOW_LIMIT = Duration.ofSeconds(15);

  public HttpSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is 0 to 65535, not " + port + ".");
    }
    publicUrl.ifPresent(HttpSettings::check);
  }

  /** Plain, on this machine only. */
  public static HttpSettings loopback(int port) {
    return new HttpSettings("127.0.0.1", port, Optional.empty(), false, SLOW_LIMIT);
  }

  private static void check(URI url) {
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    boolean bare = url.getPath() == null || url.getPath().isEmpty() || url.getPath().equals("/");
    if (!web || url.getHost() == null || !bare || url.getQuery() != null) {
      throw new IllegalArgumentException(
          "The public address must look like https://console.example.org, not " + url + ".");
    }
  }

  boolean secure() {
    return publicUrl.map(u -> u.getScheme().equals("https")).orElse(false);
  }

  boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
