package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What sources take back, merge, and bring back. */
class WithdrawalTest {

  @Test
  void aWithdrawalThatNamesADuplicateMergesTheTwoAndTakesTheOtherNotBack() {
    assertEquals(
        """
        10:03 opened H1 r1 M4.0 us of 1
        10:03 opened H2 r1 M4.2 us of 1
        10:05 revised H1 r2 M4.2 us of 2
        10:05 ended H2 same-as H1
        10:06 revised H1 r3 M4.3 us of 2
        """,
        play(
            """
            10:03 quake us:1 M4.0 28.80,34.80 o=10:00:00 ids=1
            10:03 quake us:2 M4.2 28.80,34.80 o=10:00:30 ids=2
            10:05 quake us:1 deleted ids=1,2
            10:06 quake us:2 M4.3 28.80,34.80 o=10:00:30 ids=2
            """));
  }

  @Test
  void theDuplicateThatWasNeverHeardTakesNothingBack() {
    assertEquals(
        """
        10:03 opened H1 r1 M4.2 us of 1
        10:05 ignored us:1 withdraws-nothing-known
        """,
        play(
            """
            10:03 quake us:2 M4.2 28.80,34.80 ids=2
            10:05 quake us:1 deleted ids=1,2
            """));
  }

  @Test
  void anEventIsTakenBackUnderWhicheverOfItsIdsTheCatalogueUses() {
    assertEquals(
        """
        10:03 opened H1 r1 M4.2 us of 1
        10:04 revised H1 r2 M4.3 us of 2
        10:05 withdrawn H1 r3 M4.3 us of 2
        """,
        play(
            """
            10:03 quake us:1 M4.2 28.80,34.80 ids=1
            10:04 quake us:ak7 M4.3 28.80,34.80 ids=ak7,1
            10:05 quake us:1 deleted ids=1,ak7
            """));
  }

  @Test
  void whenAFeedFindsTwoOfItsEventsToBeOneTheOldOneIsNoSecondSource() {
    assertEquals(
        """
        10:03 opened H1 r1 M4.0 us of 1
        10:03 opened H2 r1 M4.2 us of 1
        10:05 revised H1 r2 M4.2 us reviewed of 2
        10:05 ended H2 same-as H1
        10:06 withdrawn H1 r3 M4.2 us reviewed of 2
        """,
        play(
            """
            10:03 quake us:1 M4.0 28.80,34.80 o=10:00:00 ids=1
            10:03 quake us:2 M4.2 28.80,34.80 o=10:00:30 ids=2
            10:05 quake us:2 M4.2 28.80,34.80 o=10:00:30 ids=2,1 reviewed
            10:06 quake us:2 deleted ids=2,1
            """));
  }

  @Test
  void aReviewedEventComesBackAndAPersonDecidesWhatAWithdrawalMeans() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 us of 1
        10:04 withdrawn H1 r2 M5.0 us of 1
        10:05 revised H1 r3 M5.0 us of 1
        10:06 ignored us:1 repeated
        10:07 revised H1 r4 M4.9 emsc of 2
        10:08 withdrawn H1 r5 M4.9 emsc of 2
        10:20 revised H1 r6 M5.1 us reviewed of 2
        """,
        play(
            """
            10:03 quake us:1 M5.0 28.80,34.80
            10:04 quake us:1 deleted
            10:05 confirm H1
            10:06 quake us:1 deleted
            10:07 quake emsc:1 M4.9 28.80,34.80
            10:08 quake emsc:1 deleted
            10:20 quake us:1 M5.1 28.80,34.80 reviewed
            """));
  }

  @Test
  void contradictoryVersionsOfOneDateFollowTheOneHeardLast() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 us of 1
        10:04 revised H1 r2 M5.4 us of 1
        10:05 revised H1 r3 M5.0 us of 1
        """,
        play(
            """
            10:03 quake us:1 M5.0 28.80,34.80 u=10:02
            10:04 quake us:1 M5.4 28.80,34.80 u=10:02
            10:05 quake us:1 M5.0 28.80,34.80 u=10:02
            """));
  }

  @Test
  void aTestNeverBecomesAnEarthquakeNorTakesOneBack() {
    assertEquals(
        """
        10:03 ignored us:1 test
        10:04 opened H1 r1 M5.0 us of 1
        10:05 ignored us:1 test
        """,
        play(
            """
            10:03 quake us:1 M8.0 28.80,34.80 test
            10:04 quake us:1 M5.0 28.80,34.80
            10:05 quake us:1 M8.0 28.80,34.80 test
            """));
  }

  @Test
  void whatTurnsOutToBeABlastIsTakenBackByItsDecoderAndStaysSo() {
    // the decoder makes a withdrawal of a quarry blast whose id it may have told as an earthquake
    assertEquals(
        """
        10:03 opened H1 r1 M1.8 ci of 1
        10:05 withdrawn H1 r2 M1.8 ci of 1
        """,
        play(
            """
            10:03 quake ci:1 M1.8 33.69,-117.91
            10:05 quake ci:1 deleted
            """));
  }
}
