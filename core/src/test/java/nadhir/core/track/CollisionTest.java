package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nadhir.core.geo.LatLon;
import org.junit.jupiter.api.Test;

/** Ships that would meet. 0.01° of latitude are 1,112 m, 10 kn are 5.14 m/s. */
class CollisionTest {
  private static final FixedPoint TERMINAL =
      new FixedPoint("oil-terminal", new LatLon(29.40, 34.95), 250);

  private final Conversation sea = new Conversation(Places.NONE);

  @Test
  void twoThatMeetHeadOnAreToldOnceUntilTheyHavePassed() {
    // 5,004 m apart: 486 s; told once they are 360 s apart and it has held for 10 s
    assertEquals(
        """
        12:02:20 438000001 COLLISION_COURSE begins with 438000002 0 m at 12:08:06
        12:03:20 438000001 COLLISION_COURSE goes on with 438000002 0 m at 12:08:06
        12:04:20 438000001 COLLISION_COURSE goes on with 438000002 0 m at 12:08:06
        12:05:20 438000001 COLLISION_COURSE goes on with 438000002 0 m at 12:08:06
        12:06:20 438000001 COLLISION_COURSE goes on with 438000002 0 m at 12:08:06
        12:07:20 438000001 COLLISION_COURSE goes on with 438000002 0 m at 12:08:06
        12:09:00 438000001 COLLISION_COURSE over with 438000002 0 m at 12:08:06
        """,
        sea.play(
            """
            12:00:00-12:12:00/10 438000001 at 29.40 34.95 course 0 kn 10
            12:00:00-12:12:00/10 438000002 at 29.445 34.95 course 180 kn 10
            """));
  }

  @Test
  void whoTurnsAwayEndsItAndYawingDoesNot() {
    assertEquals(
        """
        12:00:10 438000001 COLLISION_COURSE begins with 438000002 0 m at 12:05:24
        12:01:10 438000001 COLLISION_COURSE goes on with 438000002 0 m at 12:05:24
        12:03:00 438000001 COLLISION_COURSE over with 438000002 19 m at 12:05:24
        """,
        sea.play(
            """
            12:00:00-12:01:20/10 438000001 at 29.40 34.95 course 0 kn 10
            12:01:30-12:01:40/10 438000001 at 29.4041 34.95 course 1 kn 10
            12:01:50-12:02:00/10 438000001 at 29.4051 34.95 course 359 kn 10
            12:02:10-12:10:00/10 438000001 at 29.4060 34.95 course 60 kn 10
            12:00:00-12:10:00/10 438000002 at 29.43 34.95 course 180 kn 10
            """));
  }

  @Test
  void whoPassesAtTwoCablesKeepsClear() {
    assertEquals(
        "",
        sea.play(
            """
            12:00:00-12:12:00/10 438000001 at 29.40 34.9500 course 0 kn 10
            12:00:00-12:12:00/10 438000002 at 29.43 34.9539 course 180 kn 10
            """));
  }

  @Test
  void slowOnesAndAnchoredOnesAreNotCompared() {
    assertEquals(
        "",
        sea.play(
            """
            12:00:00-12:12:00/10 438000001 at 29.400 34.95 course 0 kn 2
            12:00:00-12:12:00/10 438000002 at 29.404 34.95 course 180 kn 2
            12:00:00-12:12:00/10 438000003 at 29.500 34.95 course 0 kn 10
            12:00:00-12:12:00/10 438000004 at 29.515 34.95 course 180 kn 0 status 1
            """));
  }

  @Test
  void aTugThatMovesOffWithItsShipBelongsToHerUntilSheIsAKilometreAway() {
    assertEquals(
        "",
        sea.play(
            """
            12:00:00-12:05:00/10 438000001 at 29.4000 34.95 course 0 kn 0
            12:00:00-12:05:00/10 438000002 at 29.4005 34.95 course 0 kn 0
            12:05:10-12:20:00/10 438000001 at 29.4000 34.95 course 0 kn 6
            12:05:10-12:20:00/10 438000002 at 29.4005 34.95 course 2 kn 6
            """));
  }

  @Test
  void aPilotComesAlongsideGentlyAndOneThatRacesThereIsTold() {
    assertEquals(
        """
        12:00:10 438000003 COLLISION_COURSE begins with 438000004 0 m at 12:04:30
        """,
        sea.play(
            """
            11:59:00 438000002 type 50
            11:59:00 438000004 type 50
            12:00:00-12:02:00/10 438000001 at 29.40 34.95 course 0 kn 10
            12:00:00-12:02:00/10 438000002 at 29.39 34.95 course 0 kn 18
            12:00:00-12:00:50/10 438000003 at 29.60 34.95 course 0 kn 10
            12:00:00-12:00:50/10 438000004 at 29.63 34.95 course 180 kn 14
            """));
  }

  @Test
  void aConvoyIsToldOnceWhenItFormsAndThenBelongsTogether() {
    // comes up from 1,000 m astern at 14 kn and stays 200 m behind at 10 kn
    String said =
        sea.play(
            """
            12:00:00-12:40:00/10 438000001 at 29.40 34.95 course 0 kn 10
            12:00:00-12:06:20/10 438000002 at 29.391 34.95 course 0 kn 14
            12:06:30-12:40:00/10 438000002 at 29.4162 34.95 course 0.5 kn 10
            """);
    assertEquals(1, said.lines().filter(l -> l.contains("begins")).count(), said);
    assertEquals(1, said.lines().filter(l -> l.contains("over")).count(), said);
  }

  @Test
  void oneBadCourseIsNotWorthAWordUnlessThereIsNoTime() {
    assertEquals(
        """
        12:00:30 438000003 COLLISION_COURSE begins with 438000004 0 m at 12:01:07
        """,
        sea.play(
            """
            12:00:00-12:00:20/10 438000001 at 29.40 34.95 course 0 kn 10
            12:00:30 438000001 at 29.4014 34.95 course 90 kn 10
            12:00:40-12:02:00/10 438000001 at 29.4018 34.95 course 0 kn 10
            12:00:00-12:02:00/10 438000002 at 29.4014 34.962 course 0 kn 10
            12:00:00-12:00:20/10 438000003 at 29.60 34.95 course 270 kn 10
            12:00:00-12:00:20/10 438000004 at 29.605 34.95 course 270 kn 10
            12:00:30 438000003 at 29.60 34.9487 course 0 kn 20
            12:00:30 438000004 at 29.605 34.9487 course 180 kn 9
            """));
  }

  @Test
  void theyAreFoundAcrossTheDateLine() {
    assertEquals(
        """
        12:00:10 438000001 COLLISION_COURSE begins with 438000002 0 m at 12:03:36
        """,
        sea.play(
            """
            12:00:00-12:00:50/10 438000001 at 0.5 179.99 course 90 kn 10
            12:00:00-12:00:50/10 438000002 at 0.5 -179.99 course 270 kn 10
            """));
  }

  @Test
  void whenBothFallSilentNobodySaysThatItIsOver() {
    assertEquals(
        """
        12:00:10 438000001 COLLISION_COURSE begins with 438000002 0 m at 12:05:24
        """,
        sea.play(
            """
            12:00:00-12:01:00/10 438000001 at 29.40 34.95 course 0 kn 10
            12:00:00-12:01:00/10 438000002 at 29.43 34.95 course 180 kn 10
            12:02:00-12:10:00/10 438000009 at 28.00 34.50 course 180 kn 1
            """));
  }

  @Test
  void oneThatStopsEndsItAndOneThatLosesItsPositionDoesNot() {
    assertEquals(
        """
        12:00:10 438000001 COLLISION_COURSE begins with 438000002 0 m at 12:05:24
        12:00:10 438000003 COLLISION_COURSE begins with 438000004 0 m at 12:05:24
        12:02:00 438000001 COLLISION_COURSE over with 438000002 0 m at 12:05:24
        """,
        sea.play(
            """
            12:00:00-12:01:00/10 438000001 at 29.40 34.95 course 0 kn 10
            12:01:10-12:04:00/10 438000001 at 29.4028 34.95 course 0 kn 0
            12:00:00-12:01:00/10 438000002 at 29.43 34.95 course 180 kn 10
            12:00:00-12:01:00/10 438000003 at 29.60 34.95 course 0 kn 10
            12:01:10-12:01:50/10 438000003 course 0 kn 10
            12:00:00-12:01:00/10 438000004 at 29.63 34.95 course 180 kn 10
            """));
  }

  @Test
  void aTankerThatRunsAtATerminalIsToldAndOneThatSlowsDownIsNot() {
    var coast = new Conversation(Places.NONE, TERMINAL);
    assertEquals(
        """
        12:00:40 438000001 COLLISION_COURSE begins with oil-terminal 0 m at 12:05:24
        12:01:40 438000001 COLLISION_COURSE goes on with oil-terminal 0 m at 12:05:24
        12:03:00 438000001 COLLISION_COURSE over with oil-terminal 0 m at 12:05:24
        """,
        coast.play(
            """
            11:59:00 438000001 type 80
            11:59:00 438000002 type 80
            11:59:00 438000003 type 52
            12:00:00-12:02:00/10 438000001 at 29.385 34.95 course 0 kn 10
            12:02:10-12:05:00/10 438000001 at 29.391 34.95 course 300 kn 10
            12:00:00-12:05:00/10 438000002 at 29.3850 34.95 course 0 kn 7
            12:00:00-12:02:00/10 438000003 at 29.40 34.965 course 270 kn 12
            """));
  }

  @Test
  void aPointThatComesToBeIsKeptOffAndOneThatIsNoMoreEndsItsCourses() {
    var reef = new FixedPoint("reef", new LatLon(29.41, 34.95), 250);
    var coast = new Conversation(Places.NONE, TERMINAL);
    assertEquals(
        "12:00:10 438000001 COLLISION_COURSE begins with oil-terminal 0 m at 12:03:36\n",
        coast.play("12:00:00-12:01:00/10 438000001 at 29.39 34.95 course 0 kn 10"));
    coast.tracker.watch(Places.NONE, List.of(TERMINAL, reef));
    coast.tracker.watch(Places.NONE, List.of(reef)); // takes no message between: one change
    assertEquals(
        """
        12:01:10 438000001 COLLISION_COURSE over with oil-terminal 0 m at 12:03:36
        12:02:30 438000001 COLLISION_COURSE begins with reef 0 m at 12:07:12
        """,
        coast.play("12:01:10-12:03:10/10 438000001 at 29.39324 34.95 course 0 kn 10"));
  }

  @Test
  void aPointThatStaysKeepsItsCoursesWhileOthersComeAndGo() {
    var reef = new FixedPoint("reef", new LatLon(29.50, 34.95), 250);
    var coast = new Conversation(Places.NONE, reef, TERMINAL);
    coast.play("12:00:00-12:01:00/10 438000001 at 29.39 34.95 course 0 kn 10");
    coast.tracker.watch(Places.NONE, List.of(TERMINAL));
    assertEquals(
        "12:01:10 438000001 COLLISION_COURSE goes on with oil-terminal 0 m at 12:03:36\n",
        coast.play("12:01:10-12:02:00/10 438000001 at 29.39324 34.95 course 0 kn 10"));
  }
}
