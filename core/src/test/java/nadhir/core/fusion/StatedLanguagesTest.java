package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** One authority's warning in two languages is one hazard. */
class StatedLanguagesTest {
  private static final String SOUTH = "area=29.3,34.9/29.7,34.9/29.7,35.3";
  private static final String NORTH = "area=31.3,34.9/31.7,34.9/31.7,35.3";

  @Test
  void twoFeedsOfOneAuthorityAreOneHazardWithBothTitles() {
    assertEquals(
        """
        15:00 opened H1 r1 weather-warning SEVERE {ar=سيول}
        15:01 revised H1 r2 weather-warning SEVERE {ar=سيول, en=floods}
        15:30 revised H1 r3 weather-warning EXTREME {ar=سيول, en=flash-floods}
        21:00 ended H1 its-time-is-over
        """,
        play(
            """
            15:00 warning jmd-ar:1 SEVERE until=21:00 lang=ar sender=cap@jmd.jo title=سيول AREA
            15:01 warning jmd-en:1 SEVERE onset=15:00 until=21:00 lang=en sender=en@jmd.jo title=floods AREA
            15:30 warning jmd-en:1 EXTREME onset=15:00 until=21:00 lang=en sender=en@jmd.jo title=flash-floods AREA
            22:00 wait
            """
                .replace("AREA", SOUTH)));
  }

  @Test
  void otherAreasOtherTimesOtherAuthoritiesAreOtherWarnings() {
    assertEquals(
        """
        15:00 opened H1 r1 weather-warning SEVERE {ar=a}
        15:00 opened H2 r1 weather-warning SEVERE {en=b}
        15:00 opened H3 r1 weather-warning SEVERE {en=c}
        15:00 opened H4 r1 weather-warning SEVERE {en=d}
        15:00 opened H5 r1 weather-warning SEVERE {en=e}
        15:00 opened H6 r1 weather-warning MODERATE {en=f}
        """,
        play(
            """
            15:00 warning jmd:1 SEVERE until=21:00 lang=ar sender=cap@jmd.jo title=a SOUTH
            15:00 warning jmd:2 SEVERE until=21:00 lang=en sender=cap@jmd.jo title=b NORTH
            15:00 warning jmd:3 SEVERE until=18:00 lang=en sender=cap@jmd.jo title=c SOUTH
            15:00 warning ims:4 SEVERE until=21:00 lang=en sender=cap@ims.il title=d SOUTH
            15:00 warning jmd:5 SEVERE until=21:00 lang=en sender=cap@jmd.jo title=e
            15:00 warning jmd:6 MODERATE until=21:00 lang=en sender=cap@jmd.jo title=f SOUTH
            """
                .replace("SOUTH", SOUTH)
                .replace("NORTH", NORTH)));
  }

  @Test
  void whereTwoFitItStaysApart() {
    // two phases in Arabic with the same times and no area: which of them the English one is?
    assertEquals(
        """
        15:00 opened H1 r1 weather-warning SEVERE {ar=a}
        15:00 opened H2 r1 weather-warning SEVERE {ar=b}
        15:00 opened H3 r1 weather-warning SEVERE {en=c}
        """,
        play(
            """
            15:00 warning jmd:1 SEVERE until=21:00 lang=ar sender=cap@jmd.jo title=a
            15:00 warning jmd:2 SEVERE until=21:00 lang=ar sender=cap@jmd.jo title=b
            15:00 warning jmd:3 SEVERE until=21:00 lang=en sender=cap@jmd.jo title=c
            """));
  }

  @Test
  void timesMayDifferByATenthAndCornersByARounding() {
    assertEquals(
        """
        15:00 opened H1 r1 weather-warning SEVERE {ar=a}
        15:10 revised H1 r2 weather-warning SEVERE {ar=a, en=b}
        """,
        play(
            """
            15:00 warning jmd:1 SEVERE until=21:00 lang=ar sender=cap@jmd.jo title=a area=29.3,34.9/29.7,34.9/29.7,35.3
            15:10 warning jmd:2 SEVERE until=21:00 lang=en sender=cap@jmd.jo title=b area=29.301,34.899/29.7,34.9/29.7,35.3
            """));
  }

  @Test
  void anUpdateReplacesEachLanguageAndACancelTakesBackBoth() {
    assertEquals(
        """
        15:00 opened H1 r1 weather-warning SEVERE {en=a}
        15:00 revised H1 r2 weather-warning SEVERE {ar=b, en=a}
        16:00 revised H1 r3 weather-warning MODERATE {ar=d}
        16:00 revised H1 r4 weather-warning MODERATE {ar=d, en=c}
        16:01 ignored jmd:1 older-than-known
        17:00 revised H1 r5 weather-warning MODERATE {en=c}
        17:00 withdrawn H1 r6 weather-warning MODERATE {en=c}
        """,
        play(
            """
            15:00 warning jmd:1 SEVERE until=21:00 lang=en sender=cap@jmd.jo title=a also=cap:1
            15:00 warning jmd:1/1 SEVERE until=21:00 lang=ar sender=cap@jmd.jo title=b also=cap:1/1
            16:00 warning jmd:2 MODERATE onset=15:00 until=20:00 lang=ar sender=cap@jmd.jo title=d also=cap:2,cap:1
            16:00 warning jmd:2/1 MODERATE onset=15:00 until=20:00 lang=en sender=cap@jmd.jo title=c also=cap:2/1,cap:1/1
            16:01 warning jmd:1 SEVERE u=15:00 until=21:00 lang=en sender=cap@jmd.jo title=a also=cap:1
            17:00 warning jmd:2 MODERATE cancelled also=cap:2
            17:00 warning jmd:2/1 MODERATE cancelled also=cap:2/1
            """));
  }

  @Test
  void oneLanguageTakenBackLeavesTheOther() {
    assertEquals(
        """
        15:00 opened H1 r1 weather-warning SEVERE {en=a}
        15:00 revised H1 r2 weather-warning SEVERE {ar=b, en=a}
        17:00 revised H1 r3 weather-warning SEVERE {ar=b}
        """,
        play(
            """
            15:00 warning jmd:1 SEVERE until=21:00 lang=en sender=cap@jmd.jo title=a
            15:00 warning jmd:2 SEVERE until=21:00 lang=ar sender=cap@jmd.jo title=b
            17:00 warning jmd:1 SEVERE cancelled
            """));
  }

  @Test
  void aWarningHeardLateCountsUntilItsOwnTimeIsOver() {
    assertEquals(
        """
        20:00 opened H1 r1 weather-warning SEVERE {en=a}
        20:00 ignored jmd:2 too-old
        21:00 ended H1 its-time-is-over
        """,
        play(
            """
            20:00 warning jmd:1 SEVERE o=01:00 onset=15:00 until=21:00 lang=en sender=x title=a
            20:00 warning jmd:2 SEVERE o=19:00 onset=15:00 until=20:00 lang=en sender=x title=b
            22:00 wait
            """));
  }

  @Test
  void anAllClearEndsIt() {
    assertEquals(
        """
        15:00 opened H1 r1 weather-warning SEVERE {en=a}
        17:00 revised H1 r2 weather-warning MINOR {en=over}
        17:00 ended H1 its-time-is-over
        """,
        play(
            """
            15:00 warning jmd:1 SEVERE until=21:00 lang=en sender=x title=a
            17:00 warning jmd:1 MINOR onset=15:00 until=17:00 lang=en sender=x title=over
            18:00 wait
            """));
  }
}
