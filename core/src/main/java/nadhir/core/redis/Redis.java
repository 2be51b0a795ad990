package nadhir.core.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.DriverInfo;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The connection to Redis, made so that nothing happens twice: a command is written to the server
 * at most once, is refused at once while there is no connection, and is never sent again after one
 * was lost. An exception after a write therefore means "unknown", and the caller asks what is
 * there. Connections come back by themselves.
 *
 * <pre>{@code
 * try (var redis = Redis.connect(RedisSettings.of("redis://127.0.0.1:6379"))) {
 *   redis.commands().set("key", "value");
 * }
 * }</pre>
 */
public final class Redis implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /** A lost connection is tried again after 20 ms, then 40, … and never later than this. */
  private static final Duration RECONNECT_AT_LEAST_EVERY = Duration.ofSeconds(1);

  private static final int IO_THREADS = 2;
  private static final int MAX_FIRST_PINGS = 10;
  private static final Duration BETWEEN_FIRST_PINGS = Duration.ofMillis(5);

  private final RedisSettings settings;
  private final ClientResources resources;
  private final RedisClient client;
  private final StatefulRedisConnection<String, String> shared;

  private Redis(RedisSettings settings, ClientResources resources, RedisClient client) {
    this.settings = settings;
    this.resources = resources;
    this.client = client;
    this.shared = connected(client);
  }

  /** Throws {@link RedisUnavailable} when nothing answers there or the password is wrong. */
  public static Redis connect(RedisSettings settings) {
    var resources =
        DefaultClientResources.builder()
            .ioThreadPoolSize(IO_THREADS)
            .computationThreadPoolSize(IO_THREADS)
            .reconnectDelay(
                Delay.exponential(
                    Duration.ofMillis(20), RECONNECT_AT_LEAST_EVERY, 2, TimeUnit.MILLISECONDS))
            .build();
    var client = RedisClient.create(resources, quiet(settings));
    client.setOptions(atMostOnce(settings));
    try {
      return new Redis(settings, resources, client);
    } catch (RedisException e) {
      shutdown(client, resources);
      throw new RedisUnavailable(
          "No Redis can be used at " + settings.place() + ": " + reason(e), e);
    }
  }

  /** For short commands, from any thread. */
  public RedisCommands<String, String> commands() {
    return shared.sync();
  }

  /** The same connection, for pipelining. */
  public RedisAsyncCommands<String, String> async() {
    return shared.async();
  }

  /**
   * A connection of one's own: for a writer that must not wait behind others, or for reads that
   * block. The caller closes it; closing {@link Redis} closes it as well.
   *
   * @param timeout of its commands; for blocking reads, longer than they block
   */
  public StatefulRedisConnection<String, String> dedicated(Duration timeout) {
    try {
      var connection = connected(client);
      connection.setTimeout(timeout);
      return connection;
    } catch (RedisException e) {
      throw new RedisUnavailable(
          "No connection to Redis at " + settings.place() + ": " + reason(e), e);
    }
  }

  public RedisSettings settings() {
    return settings;
  }

  /** Asks the server for a sign of life. */
  public boolean answers() {
    try {
      shared.sync().ping();
      return true;
    } catch (RedisException _) {
      return false;
    }
  }

  @Override
  public void close() {
    shutdown(client, resources);
  }

  /**
   * A connection that takes commands. Lettuce 7.7 hands one out in some thousand a moment before it
   * does, while it says that it is open, and refuses the first command.
   */
  private static StatefulRedisConnection<String, String> connected(RedisClient client) {
    var connection = client.connect();
    for (int i = 1; ; i++) {
      try {
        connection.sync().ping();
        return connection;
      } catch (RedisException e) {
        if (i == MAX_FIRST_PINGS || e instanceof RedisCommandTimeoutException) {
          connection.close();
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_FIRST_PINGS.toNanos());
      }
    }
  }

  private static void shutdown(RedisClient client, ClientResources resources) {
    client.shutdown(0, 2, TimeUnit.SECONDS);
    resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
  }

  /**
   * Names no client library to the server: a Redis older than 7.2 answers that with an error, which
   * would stand in the log of every start.
   */
  private static RedisURI quiet(RedisSettings settings) {
    var address = settings.address();
    address.setDriverInfo(DriverInfo.builder().name("").build());
    address.setLibraryVersion("");
    address.setTimeout(settings.commandTimeout());
    return address;
  }

  private static ClientOptions atMostOnce(RedisSettings settings) {
    return ClientOptions.builder()
        .autoReconnect(true)
        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
        .replayFilter(_ -> true)
        .requestQueueSize(settings.requestQueue())
        .timeoutOptions(TimeoutOptions.enabled())
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).keepAlive(true).build())
        .maintNotificationsConfig(MaintNotificationsConfig.disabled())
        .build();
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
