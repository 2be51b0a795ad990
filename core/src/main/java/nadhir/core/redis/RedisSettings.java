package nadhir.core.redis;

import io.lettuce.core.RedisURI;
import java.net.URI;
import java.time.Duration;

/**
 * Where Redis is and how long to wait for it.
 *
 * @param uri {@code redis://[user:password@]host[:port][/database]}, or {@code rediss://} for TLS;
 *     never shown with its password
 * @param commandTimeout after which a command counts as unanswered; what became of it is unknown
 * @param requestQueue commands in flight on one connection; one more is refused at once
 */
public record RedisSettings(String uri, Duration commandTimeout, int requestQueue) {
  public static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(5);
  public static final int REQUEST_QUEUE = 10_000;

  public RedisSettings {
    if (commandTimeout.isNegative() || commandTimeout.isZero() || requestQueue < 1) {
      throw new IllegalArgumentException("the time-out and the queue must be positive");
    }
    address(uri);
  }

  /**
   * With the default limits. Throws {@link IllegalArgumentException} with one sentence when the
   * address is not one.
   */
  public static RedisSettings of(String uri) {
    return new RedisSettings(uri, COMMAND_TIMEOUT, REQUEST_QUEUE);
  }

  public RedisSettings withCommandTimeout(Duration timeout) {
    return new RedisSettings(uri, timeout, requestQueue);
  }

  /** Host, port and database, for people: without user and password. */
  public String place() {
    var a = address(uri);
    return (a.isSsl() ? "rediss://" : "redis://")
        + a.getHost()
        + ":"
        + a.getPort()
        + (a.getDatabase() == 0 ? "" : "/" + a.getDatabase());
  }

  RedisURI address() {
    return address(uri);
  }

  private static RedisURI address(String uri) {
    try {
      var parsed = URI.create(uri);
      boolean known = "redis".equals(parsed.getScheme()) || "rediss".equals(parsed.getScheme());
      if (known && parsed.getHost() != null) {
        return RedisURI.create(uri);
      }
    } catch (IllegalArgumentException _) {
      // the sentence below says it without quoting the text
    }
    throw notAnAddress();
  }

  /** Does not quote the text: it may hold a password. */
  private static IllegalArgumentException notAnAddress() {
    return new IllegalArgumentException(
        "The address of Redis must look like redis://host:6379 or rediss://user:password@host:6379");
  }

  @Override
  public String toString() {
    return "RedisSettings[" + place() + ", user and password ***, " + commandTimeout + "]";
  }
}
