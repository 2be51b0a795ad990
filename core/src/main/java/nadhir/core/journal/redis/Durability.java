package nadhir.core.journal.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import nadhir.core.redis.RedisUnavailable;

/**
 * What must hold before an entry counts as kept.
 *
 * @param trustServer take the word of whoever runs the server that {@code appendonly yes} and
 *     {@code appendfsync always} are set: for managed servers that forbid {@code CONFIG}
 * @param replicas that must have an entry on disk, too, before it is durable. Replicas that stand
 *     at start are counted even if this says 0: then one of them must have it
 * @param replicaWait how long to wait for them
 */
public record Durability(boolean trustServer, int replicas, Duration replicaWait) {
  /** One server, checked. */
  public static final Durability CHECKED = new Durability(false, 0, Duration.ofSeconds(2));

  /** The server does not keep what it answers "yes" to. The message is one sentence. */
  public static final class NotDurable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDurable(String message) {
      super(message);
    }
  }

  /**
   * Looks at the server's settings and returns how many replicas every append must wait for. Throws
   * {@link NotDurable}, or {@link RedisUnavailable} when the server does not answer.
   */
  int check(RedisCommands<String, String> redis, String place) {
    try {
      if (!trustServer) {
        checkSettings(redis, place);
      }
      return checkReplicas(redis, place);
    } catch (RedisException e) {
      throw new RedisUnavailable("Redis at " + place + " does not answer: " + e.getMessage(), e);
    }
  }

  private static void checkSettings(RedisCommands<String, String> redis, String place) {
    Map<String, String> settings = new TreeMap<>();
    try {
      settings.putAll(redis.configGet("append*"));
    } catch (RedisCommandExecutionException e) {
      throw new NotDurable(
          "Redis at "
              + place
              + " does not show its settings ("
              + e.getMessage()
              + "): make sure that it has appendonly yes and appendfsync always, and say so in the"
              + " settings of Nadhir.");
    }
    if (!"yes".equals(settings.get("appendonly"))
        || !"always".equals(settings.get("appendfsync"))) {
      throw new NotDurable(
          "Redis at "
              + place
              + " may lose what it has accepted: set appendonly yes and appendfsync always there"
              + " (it has "
              + settings.get("appendonly")
              + " and "
              + settings.get("appendfsync")
              + ").");
    }
  }

  private int checkReplicas(RedisCommands<String, String> redis, String place) {
    Map<String, String> info = info(redis);
    int wanted = Math.max(replicas, info.get("connected_slaves").equals("0") ? 0 : 1);
    if (wanted > 0 && !hasWaitAof(info.get("redis_version"))) {
      throw new NotDurable(
          "Redis at "
              + place
              + " has replicas, but its version "
              + info.get("redis_version")
              + " cannot tell when an entry is on a replica's disk: Redis 7.2 or newer is needed.");
    }
    return wanted;
  }

  private static Map<String, String> info(RedisCommands<String, String> redis) {
    var found = new TreeMap<String, String>();
    found.put("connected_slaves", "0");
    found.put("redis_version", "0");
    (redis.info("server") + "\r\n" + redis.info("replication"))
        .lines()
        .map(line -> line.split(":", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> found.put(pair[0], pair[1]));
    return found;
  }

  /** WAITAOF came with 7.2. */
  static boolean hasWaitAof(String version) {
    String[] parts = version.split("\\.");
    int major = Integer.parseInt(parts[0]);
    int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    return major > 7 || major == 7 && minor >= 2;
  }
}
