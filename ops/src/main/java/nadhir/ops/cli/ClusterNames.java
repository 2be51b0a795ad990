package nadhir.ops.cli;

import java.util.HexFormat;
import java.util.List;
import nadhir.core.cluster.ClusterSettings;
import nadhir.core.redis.RedisSettings;

/** Which members meet: those that share a Redis. */
final class ClusterNames {
  /** Ports that members on one machine are looked for at: as many as a member tries for itself. */
  private static final int MEMBERS_LOOKED_FOR = 20;

  private ClusterNames() {}

  static String of(RedisSettings redis) {
    return "nadhir-" + HexFormat.of().toHexDigits(redis.place().hashCode());
  }

  static ClusterSettings onThisMachine(RedisSettings redis) {
    List<String> peers =
        java.util.stream.IntStream.range(0, MEMBERS_LOOKED_FOR)
            .mapToObj(i -> "127.0.0.1:" + (ClusterSettings.FIRST_PORT + i))
            .toList();
    return new ClusterSettings(of(redis), "127.0.0.1", ClusterSettings.FIRST_PORT, peers);
  }
}
