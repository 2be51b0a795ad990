package nadhir.core.cluster;

import java.util.List;

/**
 * How a member meets the others.
 *
 * @param name only members with one name meet; members on one Redis have one name
 * @param host address that this member is reached at; the loopback address keeps it on the machine
 * @param firstPort the first port that is tried; the next free one is taken
 * @param peers hosts to look for others at; empty for a node that stays alone
 */
public record ClusterSettings(String name, String host, int firstPort, List<String> peers) {
  /** Hazelcast's usual first port. */
  public static final int FIRST_PORT = 5701;

  public ClusterSettings {
    peers = List.copyOf(peers);
  }

  /** A node on its own, reachable by nobody. */
  public static ClusterSettings alone(String name) {
    return new ClusterSettings(name, "127.0.0.1", FIRST_PORT, List.of());
  }
}
