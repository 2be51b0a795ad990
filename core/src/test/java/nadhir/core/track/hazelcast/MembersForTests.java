package nadhir.core.track.hazelcast;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import nadhir.core.cluster.Cluster;
import nadhir.core.cluster.ClusterSettings;

/** Members of a cluster of its own in this JVM, on free ports of the loopback address. */
final class MembersForTests implements AutoCloseable {
  /** Members look for each other on so many ports from the first. */
  private static final int PORTS = 6;

  private static final String HOST = "127.0.0.1";

  private final ClusterSettings settings;
  private final List<HazelcastInstance> running = new CopyOnWriteArrayList<>();

  MembersForTests(int count) throws IOException {
    int first = freePort();
    List<String> peers =
        IntStream.range(first, first + PORTS).mapToObj(port -> HOST + ":" + port).toList();
    this.settings = new ClusterSettings("tracks-" + first, HOST, first, peers);
    for (int i = 0; i < count; i++) {
      join();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return Math.min(socket.getLocalPort(), 65_535 - PORTS);
    }
  }

  List<HazelcastInstance> running() {
    return running;
  }

  /** One more; it is there when this returns, and takes partitions over while others go on. */
  HazelcastInstance join() {
    HazelcastInstance member = Hazelcast.newHazelcastInstance(Cluster.config(settings));
    running.add(member);
    return member;
  }

  /** Leaves in good order: hands its partitions over first. */
  void leave(HazelcastInstance member) {
    running.remove(member);
    member.shutdown();
  }

  /** Is gone, with all that it alone had. */
  void die(HazelcastInstance member) {
    running.remove(member);
    member.getLifecycleService().terminate();
  }

  @Override
  public void close() {
    running.forEach(member -> member.getLifecycleService().terminate());
  }
}
