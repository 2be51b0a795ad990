package nadhir.core.track.hazelcast;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.cluster.Cluster;
import nadhir.core.cluster.ClusterSettings;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.lane.Lane;
import nadhir.core.track.TrackStore;
import nadhir.core.track.UnitFix;
import nadhir.core.track.UnitTrack;
import nadhir.core.track.UnitWord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cluster of two and one of one, each with units of its own, become one cluster. */
class HalvesMeetIT {
  private static final String HOST = "127.0.0.1";
  private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

  private final List<HazelcastInstance> running = new ArrayList<>();

  @AfterEach
  void close() {
    running.forEach(member -> member.getLifecycleService().terminate());
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return Math.min(socket.getLocalPort(), 65_500);
    }
  }

  private TrackStore start(String name, int port, List<String> peers) {
    Config config = Cluster.config(new ClusterSettings(name, HOST, port, peers));
    config.setProperty("hazelcast.merge.first.run.delay.seconds", "2");
    config.setProperty("hazelcast.merge.next.run.delay.seconds", "2");
    HazelcastInstance member = Hazelcast.newHazelcastInstance(config);
    running.add(member);
    return new HazelcastTrackStore(member, new Lane.Live());
  }

  private static void put(TrackStore store, String id, int lastS) {
    var unit = new UnitId(id);
    var place = new LatLon(29.53, 35);
    var none = OptionalDouble.empty();
    var track =
        new UnitTrack(
            new UnitFix(unit, place, AT.plusSeconds(lastS), 5, none, none),
            List.of(),
            new UnitWord(unit, place, List.of(), AT, false),
            AT);
    store.put(List.of(new TrackStore.Step(Optional.empty(), track)));
  }

  private static List<String> known(TrackStore store) {
    return store.find(store.units()).values().stream()
        .map(t -> t.unit() + " " + Duration.between(AT, t.last().at()).toSeconds())
        .toList();
  }

  @Test
  void ofEachUnitTheLaterPositionStays() throws Exception {
    int port = freePort();
    var two = List.of(HOST + ":" + port, HOST + ":" + (port + 1));
    var all = List.of(two.getFirst(), two.getLast(), HOST + ":" + (port + 2));
    String name = "halves-" + port;
    TrackStore alone = start(name, port + 2, all); // the others are not there yet
    TrackStore first = start(name, port, two);
    start(name, port + 1, two);
    assertEquals(2, running.get(1).getCluster().getMembers().size());
    put(alone, "amb-1", 10);
    put(alone, "amb-2", 20);
    put(alone, "amb-3", 5);
    put(first, "amb-1", 15);
    put(first, "amb-2", 12);
    put(first, "amb-4", 7);
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreException(TrackStore.Away.class) // while it changes sides
        .untilAsserted(
            () -> {
              assertEquals(3, running.getFirst().getCluster().getMembers().size());
              var later = List.of("amb-1 15", "amb-2 20", "amb-3 5", "amb-4 7");
              assertEquals(later, known(alone));
              assertEquals(later, known(first));
            });
  }
}
