package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nadhir.core.geo.LatLon;
import org.junit.jupiter.api.Test;

/** Positions that cannot be: where the track stays, and when that is said. */
class PlausibilityTest {
  private final Conversation sea = new Conversation(Places.NONE);

  @Test
  void oneStrayPositionMovesNothingAndIsNotWorthAWord() {
    assertEquals(
        "",
        sea.play(
            """
            12:00:00-12:02:00/10 438000001 at 29.47 34.96 course 190 kn 10
            12:02:05 438000001 at 48.1 11.5 course 190 kn 10
            """));
    assertEquals("JUMP 29.4645", where("12:02:05"));
    sea.play("12:02:10 438000001 at 29.4641 34.96 course 190 kn 10");
    assertEquals("NONE 29.4641", where("12:02:10"));
  }

  @Test
  void threeInARowFromElsewhereAndTheTrackIsThere() {
    sea.play("12:00:00-12:02:00/10 438000001 at 29.47 34.96 course 190 kn 10");
    sea.play("12:02:10-12:02:20/10 438000001 at 29.60 34.96 course 190 kn 10");
    assertEquals("JUMP 29.4645", where("12:02:20"));
    sea.play("12:02:30 438000001 at 29.5992 34.96 course 190 kn 10");
    assertEquals("NONE 29.5992", where("12:02:30"));
  }

  @Test
  void whatACraftCanDoDependsOnWhatItIs() {
    // 2.2 km in 60 s: 25 m/s with the time of receipt, too fast for a tanker only
    sea.play(
        """
        12:00:00 438000001 type 80
        12:00:00 438000002 type 40
        12:00:00 438000001 at 29.47 34.96 kn 10
        12:00:00 438000002 at 29.47 34.96 kn 10
        12:01:00 438000001 at 29.49 34.96 kn 10
        12:01:00 438000002 at 29.49 34.96 kn 10
        """);
    assertEquals("JUMP 29.4700", where("12:01:00"));
    assertEquals("NONE 29.4900", where("12:01:00", 1));
  }

  @Test
  void twoShipsWithOneNumberAreToldOnceAndTheTrackStaysWithTheFirst() {
    assertEquals(
        """
        12:01:05 438000001 POSITION_DOUBTFUL begins
        12:11:05 438000001 POSITION_DOUBTFUL goes on
        """,
        sea.play(
            """
            12:00:00-12:15:00/10 438000001 at 29.47 34.96 course 190 kn 4
            12:00:05-12:15:00/10 438000001 at 29.60 34.90 course 10 kn 4
            """));
    assertEquals("TWO_SHIPS 29.4536", where("12:15:00"));
  }

  @Test
  void itIsOverAQuarterOfAnHourAfterTheSecondShipIsHeardNoMore() {
    assertEquals(
        """
        12:01:05 438000001 POSITION_DOUBTFUL begins
        12:11:10 438000001 POSITION_DOUBTFUL goes on
        12:20:00 438000001 POSITION_DOUBTFUL over
        """,
        sea.play(
            """
            12:00:00-12:30:00/10 438000001 at 29.47 34.96 course 190 kn 4
            12:00:05-12:05:00/10 438000001 at 29.60 34.90 course 10 kn 4
            """));
  }

  @Test
  void nowhereIsNoPosition() {
    assertEquals(
        """
        12:02:10 438000001 POSITION_DOUBTFUL begins
        """,
        sea.play(
            """
            12:00:00 438000001 at 29.47 34.96 course 190 kn 0
            12:01:00 438000001 course 190 kn 0
            12:01:10 438000001 at 0 0 course 190 kn 0
            12:02:10 438000001 at 0 0 course 190 kn 0
            12:02:20 438000002 at 0 0 course 190 kn 0
            """));
    assertEquals("NO_FIX 29.4700", where("12:02:10"));
    assertEquals(1, sea.tracker.vessels(Conversation.at("12:00:00")).size());
  }

  @Test
  void shipsThatJumpToOnePlaceTogetherAreNotBelievedHoweverOftenTheySayIt() {
    var lines = new StringBuilder();
    for (int ship = 1; ship <= 8; ship++) {
      double lonDeg = 34.90 + ship * 0.01;
      lines.append(
          "12:00:00-12:01:00/10 43800000%d at 29.40 %.2f course 0 kn 0\n".formatted(ship, lonDeg));
      lines.append(
          "12:01:10-12:05:00/10 43800000%d at 29.61 35.018 course 0 kn 0\n".formatted(ship));
    }
    String said = sea.play(lines.toString());
    assertEquals(8, said.lines().filter(l -> l.contains("POSITION_DOUBTFUL begins")).count(), said);
    var airport = new LatLon(29.61, 35.018);
    assertEquals(0, sea.tracker.vesselsNear(airport, 2_000, Conversation.at("12:05:00")).size());
  }

  @Test
  void moreShipsOnOneSpotThanItHoldsAreInDoubtFromTheFirst() {
    var lines = new StringBuilder();
    for (int ship = 10; ship < 30; ship++) {
      lines.append(
          "12:00:%d-12:02:%d/60 4380000%d at 29.61 35.018 kn 0\n".formatted(ship, ship, ship));
    }
    sea.play(lines.toString());
    var doubts =
        sea.tracker.vessels(Conversation.at("12:00:00")).stream().map(Vessel::doubt).distinct();
    assertEquals(java.util.List.of(Doubt.CROWD), doubts.toList());
  }

  @Test
  void aSeaThatIsDisturbedIsToldOfTenShipsAndTheRestIsCounted() {
    var lines = new StringBuilder();
    for (int ship = 10; ship < 40; ship++) {
      lines.append("12:00:00 4380000%d at 29.4 34.%d kn 0\n".formatted(ship, ship));
      lines.append("12:01:00-12:04:00/20 4380000%d kn 0\n".formatted(ship));
    }
    assertEquals(10, sea.play(lines.toString()).lines().count());
    assertEquals(20, sea.tracker.untold());
  }

  private String where(String clock) {
    return where(clock, 0);
  }

  private String where(String clock, int which) {
    var vessel = sea.tracker.vessels(Conversation.at(clock).minusSeconds(900)).get(which);
    return vessel.doubt() + " %.4f".formatted(vessel.place().latDeg());
  }
}
