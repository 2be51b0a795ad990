package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nadhir.core.sim.RoundPlaces;
import org.junit.jupiter.api.Test;

/** Ships in trouble: what they say, and what is concluded. */
class TroublesTest {
  /** The terminal is 1 km to the east of where the ships are. */
  private static final Places TERMINAL = RoundPlaces.none().and("terminal", 29.47, 34.9766, 300);

  private final Conversation near = new Conversation(TERMINAL);

  @Test
  void aShipThatIsCarriedSidewaysForTenMinutesIsAdriftAndIsToldAgain() {
    assertEquals(
        """
        12:10:00 438000001 ADRIFT begins
        12:20:00 438000001 ADRIFT goes on
        """,
        near.play("12:00:00-12:25:00/30 438000001 at 29.47 34.96 course 190 kn 1 heading 100"));
  }

  @Test
  void itIsOverWhenItMakesWayForThreeMinutesAndBeginsAnewAfterTenMore() {
    assertEquals(
        """
        12:10:00 438000001 ADRIFT begins
        12:18:00 438000001 ADRIFT over
        12:30:00 438000001 ADRIFT begins
        """,
        near.play(
            """
            12:00:00-12:15:00/30 438000001 at 29.47 34.96 course 190 kn 1 heading 100
            12:15:30-12:19:30/30 438000001 at 29.466 34.959 course 10 kn 5 heading 10
            12:20:00-12:30:00/30 438000001 at 29.472 34.959 course 190 kn 1 heading 100
            """));
  }

  @Test
  void gustsDoNotEndItNorDoesTheHelm() {
    assertEquals(
        """
        12:10:00 438000001 ADRIFT begins
        12:20:00 438000001 ADRIFT goes on
        """,
        near.play(
            """
            12:00:00-12:11:00/30 438000001 at 29.47 34.96 course 190 kn 1 heading 100
            12:11:30-12:14:00/30 438000001 at 29.467 34.9595 course 190 kn 3.5 heading 100
            12:14:30-12:16:00/30 438000001 at 29.4625 34.9585 course 190 kn 1 heading 190
            12:16:30-12:20:00/30 438000001 at 29.462 34.9585 course 190 kn 1 heading 150
            """));
  }

  @Test
  void whoPointsWhereSheGoesLiesStillAnchorsFishesTowsOrIsFarAwayIsNotAdrift() {
    assertEquals(
        "",
        near.play(
            """
            11:59:00 438000006 type 52
            12:00:00-12:40:00/30 438000001 at 29.47 34.96 course 190 kn 1 heading 180
            12:00:00-12:40:00/30 438000002 at 29.47 34.961 course 190 kn 0.3 heading 100
            12:00:00-12:40:00/30 438000003 at 29.47 34.962 course 190 kn 1 heading 100 status 1
            12:00:00-12:40:00/30 438000004 at 29.47 34.963 course 190 kn 1 heading 100 status 7
            12:00:00-12:40:00/30 438000005 at 29.47 34.90 course 190 kn 1 heading 100
            12:00:00-12:40:00/30 438000006 at 29.47 34.965 course 190 kn 1 heading 100
            12:00:00-12:40:00/30 438000007 at 29.47 34.966 course 190 kn 1
            """));
  }

  @Test
  void anAnchoredShipWithTheWrongStatusSwingsAndIsNotCarriedAway() {
    var lines = new StringBuilder();
    for (int minute = 0; minute < 60; minute++) {
      double lonDeg = 34.96 + 0.0012 * Math.sin(minute / 4.0); // 116 m to each side
      lines.append(
          "12:%02d:00 438000001 at 29.47 %.5f course 90 kn 0.6 heading 10 status 0\n"
              .formatted(minute, lonDeg));
    }
    assertEquals("", near.play(lines.toString()));
  }

  @Test
  void notUnderCommandAndAgroundAreWhatTheShipSaysForAMinute() {
    assertEquals(
        """
        12:01:00 438000001 NOT_UNDER_COMMAND begins
        12:01:00 438000002 AGROUND begins
        12:05:30 438000001 NOT_UNDER_COMMAND over
        """,
        near.play(
            """
            12:00:00-12:02:30/30 438000001 at 29.47 34.96 course 190 kn 4 heading 190 status 2
            12:03:00-12:06:00/30 438000001 at 29.465 34.96 course 190 kn 4 heading 190 status 0
            12:00:00-12:06:00/30 438000002 at 29.47 34.965 course 190 kn 0 status 6
            12:00:00-12:06:00/30 438000003 at 29.47 34.967 course 190 kn 3 status 6
            12:00:00-12:00:30/30 438000004 at 29.47 34.968 course 190 kn 0 status 6
            """));
  }

  @Test
  void oneAdriftThatFallsSilentIsNotOver() {
    assertEquals(
        """
        12:10:00 438000001 ADRIFT begins
        """,
        near.play(
            """
            12:00:00-12:12:00/30 438000001 at 29.47 34.96 course 190 kn 1 heading 100
            12:12:30-13:00:00/30 438000009 at 29.40 34.90 course 190 kn 1 heading 190
            """));
  }

  @Test
  void aGapInWhatIsHeardBeginsItAnew() {
    assertEquals(
        """
        12:20:00 438000001 ADRIFT begins
        """,
        near.play(
            """
            12:00:00-12:03:00/30 438000001 at 29.47 34.96 course 190 kn 1 heading 100
            12:10:00-12:20:00/30 438000001 at 29.467 34.96 course 190 kn 1 heading 100
            """));
  }
}
