package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import nadhir.core.geo.LatLon;
import org.junit.jupiter.api.Test;

/** A request whose answer was lost is sent again. */
class UnitRepeatsTest {
  private final LaneWords words = new LaneWords();
  private UnitTracks tracks = new UnitTracks(new InMemoryTrackStore());
  private Instant now = UnitTalk.at("10:05:00");

  private static UnitFix fix(String unit, String clock, double latDeg) {
    return UnitTalk.fix(unit, new LatLon(latDeg, 35), UnitTalk.at(clock), 10);
  }

  private String take(UnitFix... fixes) {
    UnitTracks.Outcome outcome =
        tracks.take(List.of(fixes), new UnitSight(_ -> true, Places.NONE, words, now));
    outcome.news().forEach(words::fold);
    return outcome.taken().stream().map(UnitRepeatsTest::said).collect(Collectors.joining(" "));
  }

  private static String said(UnitTracker.Taken taken) {
    return switch (taken) {
      case UnitTracker.Taken.Followed _ -> "taken";
      case UnitTracker.Taken.Repeated() -> "repeated";
      case UnitTracker.Taken.Refused(var why) -> why.name();
    };
  }

  @Test
  void allOfItIsRepeatedAndNotOnlyTheLastOfEachUnit() {
    UnitFix[] request = {
      fix("amb-1", "10:00:00", 29.530),
      fix("amb-2", "10:00:00", 29.530),
      fix("amb-1", "10:00:10", 29.531),
      fix("amb-1", "10:00:20", 29.532)
    };
    assertEquals("taken taken taken taken", take(request));
    assertEquals("repeated repeated repeated repeated", take(request));
  }

  @Test
  void whatIsReallyLateIsSaidToBe() {
    take(fix("amb-1", "10:00:20", 29.532));
    assertEquals("OUT_OF_ORDER", take(fix("amb-1", "10:00:10", 29.531)));
    assertEquals("OUT_OF_ORDER", take(fix("amb-1", "10:00:20", 29.533)), "the same moment");
    assertEquals(
        "repeated OUT_OF_ORDER",
        take(fix("amb-1", "10:00:20", 29.532), fix("amb-1", "10:00:10", 29.531)),
        "sent behind it");
  }

  @Test
  void whereOnlyTheLanesWordIsLeftItIsRepeatedToo() {
    take(fix("amb-1", "10:00:20", 29.532));
    tracks = new UnitTracks(new InMemoryTrackStore());
    now = now.plusSeconds(5);
    assertEquals("repeated", take(fix("amb-1", "10:00:20", 29.532)));
  }
}
