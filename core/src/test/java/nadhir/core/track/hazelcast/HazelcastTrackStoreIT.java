package nadhir.core.track.hazelcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import nadhir.core.lane.Lane;
import nadhir.core.track.TrackStore;
import nadhir.core.track.TrackStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two members and their tracks. */
public class HazelcastTrackStoreIT extends TrackStoreContract {
  private static MembersForTests cluster;
  private static int lanes;
  private List<TrackStore> members;

  @BeforeAll
  static void start() throws IOException {
    cluster = new MembersForTests(2);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void anEmptyLane() {
    var lane = new Lane.Drill("lane-" + lanes++);
    members =
        cluster.running().stream()
            .map(member -> (TrackStore) new HazelcastTrackStore(member, lane))
            .toList();
  }

  @Override
  protected List<TrackStore> members() {
    return members;
  }

  @Test
  void theMapsOfAllLanesAreKeptTwiceAndMeetByTheirLaterWords() {
    var config = cluster.running().getFirst().getConfig();
    for (Lane lane : List.of(new Lane.Live(), new Lane.Drill("friday"))) {
      var map = config.findMapConfig(HazelcastTrackStore.mapOf(lane));
      assertEquals(HazelcastTrackStore.MAPS, map.getName());
      assertEquals(1, map.getBackupCount());
      assertEquals(LaterWord.class.getName(), map.getMergePolicyConfig().getPolicy());
    }
  }

  @Test
  void aMemberThatIsGoneSaysSo() throws IOException {
    try (var other = new MembersForTests(1)) {
      var store = new HazelcastTrackStore(other.running().getFirst(), new Lane.Live());
      assertEquals(0, store.size());
      other.die(other.running().getFirst());
      assertThrows(TrackStore.Away.class, store::size);
      assertThrows(TrackStore.Away.class, store::destroy);
    }
  }
}
