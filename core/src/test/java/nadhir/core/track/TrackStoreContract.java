package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import org.junit.jupiter.api.Test;

/** What every store of tracks does, and what members do with one between them. */
public abstract class TrackStoreContract {
  private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
  private static final UnitId AMB_1 = new UnitId("amb-1");
  private static final UnitId AMB_2 = new UnitId("amb-2");

  /** The same store as each of the members that use it sees it; at least one, empty. */
  protected abstract List<TrackStore> members();

  /** So far on each minute that it is news. */
  private static UnitTrack track(UnitId unit, int minute, boolean silent) {
    var at = AT.plusSeconds(60L * minute);
    var place = new LatLon(29.53 + minute * 5e-3, 35.00);
    var zones = List.of(new ZoneId("shore"), new ZoneId("shamiya"));
    return new UnitTrack(
        new UnitFix(unit, place, at, 7.5, OptionalDouble.of(3.25), OptionalDouble.empty()),
        zones,
        new UnitWord(unit, place, zones.reversed(), at, silent),
        at.plusMillis(125));
  }

  private static TrackStore.Step first(UnitTrack after) {
    return new TrackStore.Step(Optional.empty(), after);
  }

  private static TrackStore.Step step(UnitTrack before, UnitTrack after) {
    return new TrackStore.Step(Optional.of(before), after);
  }

  @Test
  public void whatOneMemberPutsEveryMemberFinds() {
    UnitTrack one = track(AMB_1, 0, false);
    UnitTrack two = track(AMB_2, 1, true);
    assertEquals(Set.of(), members().getFirst().put(List.of(first(two), first(one))));
    for (TrackStore member : members()) {
      assertEquals(2, member.size());
      assertEquals(List.of(AMB_1, AMB_2), member.units());
      var found = member.find(List.of(AMB_2, new UnitId("bus-9"), AMB_1));
      assertEquals(List.of(one, two), List.copyOf(found.values()));
    }
    assertEquals(Set.of(), members().getFirst().put(List.of()));
    assertEquals(List.of(), List.copyOf(members().getFirst().find(List.of()).values()));
  }

  @Test
  public void aTrackIsOnlyPutInPlaceOfTheOneThatItWasMadeFrom() {
    UnitTrack old = track(AMB_1, 0, false);
    UnitTrack mine = track(AMB_1, 10, false);
    UnitTrack others = track(AMB_1, 11, false);
    UnitTrack two = track(AMB_2, 3, false);
    TrackStore here = members().getFirst();
    TrackStore there = members().getLast();
    assertEquals(Set.of(AMB_1), here.put(List.of(step(old, mine))), "nothing is there");
    assertEquals(Set.of(), here.put(List.of(first(old))));
    assertEquals(Set.of(AMB_1), there.put(List.of(first(mine))), "something is there");
    assertEquals(Set.of(), there.put(List.of(step(old, others))));
    assertEquals(
        Set.of(AMB_1), here.put(List.of(first(two), step(old, mine))), "and costs no other");
    for (TrackStore member : members()) {
      assertEquals(List.of(others, two), List.copyOf(member.find(List.of(AMB_1, AMB_2)).values()));
    }
  }

  @Test
  public void aLaneThatIsOverIsForgottenEverywhereAndCanBeginAnew() {
    UnitTrack track = track(AMB_1, 0, false);
    members().forEach(TrackStore::size);
    members().getFirst().put(List.of(first(track)));
    members().getLast().destroy();
    members().forEach(member -> assertEquals(List.of(), member.units()));
    assertEquals(Set.of(), members().getFirst().put(List.of(first(track))));
    members().forEach(member -> assertEquals(1, member.size()));
  }

  /** Each position of one device comes to all members at once, and only one of them takes it. */
  @Test
  public void membersThatTakeTheSamePositionsAtOnceTakeEachOnce() throws Exception {
    int fixes = 200;
    var words = new LaneWords();
    List<Callable<List<UnitTracker.Taken>>> posts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      var tracks = new UnitTracks(members().get(i % members().size()));
      int late = i; // of two equal tracks nobody could tell whose it is
      posts.add(
          () -> {
            List<UnitTracker.Taken> all = new ArrayList<>();
            for (int minute = 0; minute < fixes; minute++) {
              UnitFix fix = track(AMB_1, minute, false).last();
              var sight = new UnitSight(_ -> true, Places.NONE, words, fix.at().plusMillis(late));
              all.addAll(tracks.take(List.of(fix), sight).taken());
            }
            return all;
          });
    }
    var taken = new int[fixes];
    try (var threads = Executors.newFixedThreadPool(posts.size())) {
      for (Future<List<UnitTracker.Taken>> post : threads.invokeAll(posts)) {
        List<UnitTracker.Taken> all = post.get();
        for (int minute = 0; minute < fixes; minute++) {
          taken[minute] += all.get(minute) instanceof UnitTracker.Taken.Followed ? 1 : 0;
        }
      }
    }
    for (int minute = 0; minute < fixes; minute++) {
      // one that is overtaken by the next everywhere is late for all
      assertTrue(taken[minute] <= 1, minute + " was taken " + taken[minute] + " times");
    }
    assertEquals(1, taken[fixes - 1]);
    var last = members().getFirst().find(List.of(AMB_1)).get(AMB_1).last();
    assertEquals(AT.plusSeconds(60L * (fixes - 1)), last.at());
  }
}
