package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuakeFusionTest {

  @Test
  void twoAgenciesAreOneHazardAndTheReviewedSolutionHolds() {
    assertEquals(
        """
        10:03 opened H1 r1 M6.9 emsc of 1
        10:06 revised H1 r2 M7.2 usgs reviewed of 2
        10:07 revised H1 r3 M7.2 usgs reviewed of 2
        """,
        play(
            """
            10:03 quake emsc:e1 M6.9 28.83,34.80
            10:06 quake usgs:us1 M7.2 28.90,34.70 o=10:00:05 ids=us1,ak9 reviewed
            10:07 quake emsc:e1 M7.0 28.83,34.80
            """));
  }

  @Test
  void aSecondAgencyThatIsNotPreferredStillCountsAsASource() {
    assertEquals(
        """
        10:03 opened H1 r1 M7.2 usgs reviewed of 1
        10:06 revised H1 r2 M7.2 usgs reviewed of 2
        10:07 ignored emsc:e1 repeated
        """,
        play(
            """
            10:03 quake usgs:us1 M7.2 28.90,34.70 reviewed
            10:06 quake emsc:e1 M6.9 28.83,34.80
            10:07 quake emsc:e1 M6.9 28.83,34.80
            """));
  }

  @Test
  void ofTwoAutomaticSolutionsTheOneWithMoreNetworksHoldsThenTheLater() {
    assertEquals(
        """
        10:03 opened H1 r1 M6.0 a of 1
        10:04 revised H1 r2 M6.1 b (more-networks) of 2
        10:05 revised H1 r3 M6.1 b (more-networks) of 2
        10:06 revised H1 r4 M6.3 a (more-networks) of 2
        """,
        play(
            """
            10:03 quake a:1 M6.0 28.83,34.80 ids=1
            10:04 quake b:1 M6.1 28.83,34.80 ids=x,y
            10:05 quake a:1 M6.2 28.83,34.80 ids=1
            10:06 quake a:1 M6.3 28.83,34.80 ids=1,2,3
            """));
  }

  @Test
  void timeAndDistanceTellQuakesApart() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 a of 1
        10:03 opened H2 r1 M5.0 b of 1
        10:03 opened H3 r1 M5.0 c of 1
        10:03 revised H1 r2 M5.0 d (more-networks) of 2
        """,
        play(
            """
            10:03 quake a:1 M5.0 28.83,34.80
            10:03 quake b:1 M5.0 28.83,34.80 o=10:00:15
            10:03 quake c:1 M5.0 29.83,34.80
            10:03 quake d:1 M5.0 29.00,34.80 o=09:59:52 ids=1,2
            """));
  }

  @Test
  void aLargeQuakeSpreadsItsSolutionsFurther() {
    // 133 km apart: too far for a magnitude of 5, not for one of 7.2 (100 km and 64 km of rupture)
    assertEquals(
        """
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        10:04 revised H1 r2 M7.2 a (more-recent) of 2
        """,
        play(
            """
            10:03 quake a:1 M7.2 28.83,34.80
            10:04 quake b:1 M7.1 30.03,34.80 u=10:02
            """));
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 a of 1
        10:04 opened H2 r1 M5.0 b of 1
        """,
        play(
            """
            10:03 quake a:1 M5.0 28.83,34.80
            10:04 quake b:1 M5.0 30.03,34.80 u=10:02
            """));
  }

  @Test
  void whatOneFeedTellsApartStaysApart() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 usgs of 1
        10:03 opened H2 r1 HELD single-automatic-source M7.0 usgs of 1
        10:04 revised H2 r2 M7.0 usgs (more-recent) of 2
        """,
        play(
            """
            10:03 quake usgs:1 M5.0 28.83,34.80 o=10:00:00
            10:03 quake usgs:2 M7.0 28.83,34.80 o=10:00:20
            10:04 quake emsc:1 M6.9 28.83,34.80 o=10:00:19 u=10:02
            """));
  }

  @Test
  void aNewPreferredIdOfTheSameFeedIsAVersionOfTheSameText() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 usgs of 1
        10:05 revised H1 r2 M5.3 usgs of 2
        10:06 ignored usgs:nc1 older-than-known
        10:07 withdrawn H1 r3 M5.3 usgs of 2
        """,
        play(
            """
            10:03 quake usgs:nc1 M5.0 28.83,34.80 ids=nc1
            10:05 quake usgs:us9 M5.3 28.83,34.80 ids=nc1,us9
            10:06 quake usgs:nc1 M5.0 28.83,34.80 ids=nc1 u=10:03
            10:07 quake usgs:us9 deleted ids=us9
            """));
  }

  @Test
  void anIdThatLinksTwoHazardsMakesThemOne() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 a of 1
        10:03 opened H2 r1 M5.1 b of 1
        10:05 revised H1 r2 M5.2 c (more-networks) of 3
        10:05 ended H2 same-as H1
        10:06 revised H1 r3 M5.4 b reviewed of 3
        """,
        play(
            """
            10:03 quake a:1 M5.0 28.83,34.80 ids=x1
            10:03 quake b:1 M5.1 31.83,34.80 ids=x2
            10:05 quake c:1 M5.2 28.83,34.80 ids=x1,x2
            10:06 quake b:1 M5.4 28.83,34.80 ids=x2 reviewed
            """));
  }

  @Test
  void byteIdenticalVersionsAndOlderOnesChangeNothing() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 usgs of 1
        10:04 ignored usgs:1 repeated
        10:05 ignored usgs:1 repeated
        10:06 ignored usgs:1 older-than-known
        10:07 revised H1 r2 M5.1 usgs of 1
        """,
        play(
            """
            10:03 quake usgs:1 M5.0 28.83,34.80 u=10:02
            10:04 quake usgs:1 M5.0 28.83,34.80 u=10:02
            10:05 quake usgs:1 M5.0 28.83,34.80 u=10:05
            10:06 quake usgs:1 M4.0 28.83,34.80 u=10:04
            10:07 quake usgs:1 M5.1 28.83,34.80 u=10:07
            """));
  }

  @Test
  void aWithdrawalNeverEndsAndAReviewedVersionRevives() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 usgs of 1
        10:04 withdrawn H1 r2 M5.0 usgs of 1
        10:05 ignored usgs:1 repeated
        22/10:05 revised H1 r3 M5.1 usgs reviewed of 1
        23/10:05 ended H1 nothing-more-heard
        """,
        play(
            """
            10:03 quake usgs:1 M5.0 28.83,34.80
            10:04 quake usgs:1 deleted
            10:05 quake usgs:1 deleted
            22/10:05 quake usgs:1 M5.1 28.83,34.80 reviewed
            23/12:00 wait
            """));
  }

  @Test
  void oneNetworkTakesBackWhatAnotherUpholds() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 usgs reviewed of 1
        10:04 revised H1 r2 M5.0 usgs reviewed of 2
        10:05 revised H1 r3 M5.0 usgs reviewed of 2
        10:06 withdrawn H1 r4 M5.0 usgs reviewed of 2
        """,
        play(
            """
            10:03 quake usgs:1 M5.0 28.83,34.80 reviewed
            10:04 quake emsc:1 M5.2 28.83,34.80
            10:05 quake emsc:1 deleted
            10:06 quake usgs:1 deleted
            """));
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 usgs reviewed of 1
        10:04 revised H1 r2 M5.0 usgs reviewed of 2
        10:05 revised H1 r3 M5.2 emsc of 2
        """,
        play(
            """
            10:03 quake usgs:1 M5.0 28.83,34.80 reviewed
            10:04 quake emsc:1 M5.2 28.83,34.80
            10:05 quake usgs:1 deleted
            """));
  }

  @Test
  void aWithdrawalThatOvertakesItsOriginalHolds() {
    assertEquals(
        """
        10:04 ignored usgs:1 withdraws-nothing-known
        10:05 ignored usgs:1 older-than-known
        10:06 opened H1 r1 M5.1 usgs of 1
        """,
        play(
            """
            10:04 quake usgs:1 deleted u=10:03
            10:05 quake usgs:1 M5.0 28.83,34.80 u=10:03
            10:06 quake usgs:1 M5.1 28.83,34.80 u=10:06
            """));
  }

  @Test
  void whatIsOverStaysOverUntilItTurnsOutMuchLarger() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 usgs of 1
        10:04 ended H1 seen
        10:05 ignored usgs:1 hazard-ended
        10:07 opened H2 r1 M5.5 usgs of 1
        """,
        play(
            """
            10:03 quake usgs:1 M5.0 28.83,34.80
            10:04 end H1
            10:05 quake usgs:1 M5.4 28.83,34.80
            10:07 quake usgs:1 M5.5 28.83,34.80
            """));
  }

  @Test
  void anEndedHazardIsForgottenWhenItsReportsAreTooOldToComeAgain() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 usgs of 1
        21/10:03 ended H1 nothing-more-heard
        21/11:00 ignored usgs:1 hazard-ended
        23/11:00 opened H2 r1 M4.0 usgs of 1
        23/11:01 ignored usgs:1 too-old
        """,
        play(
            """
            10:03 quake usgs:1 M5.0 28.83,34.80
            21/11:00 quake usgs:1 M5.1 28.83,34.80
            23/11:00 quake usgs:2 M4.0 10.00,34.80 o=23/10:59
            23/11:01 quake usgs:1 M5.1 28.83,34.80
            """));
  }

  @Test
  void testsStrangersAndTheFutureAreIgnored() {
    assertEquals(
        """
        10:03 ignored usgs:1 test
        10:03 quarantined usgs:2 in-the-future
        10:03 quarantined usgs:3 in-the-future
        10:03 opened H1 r1 M5.0 usgs of 1
        10:03 ignored usgs:5 no-place
        10:03 ignored usgs:6 too-old
        10:03 ignored warn:1 unknown-type
        10:03 ignored usgs:7 empty
        """,
        play(
            """
            10:03 quake usgs:1 M5.0 28.83,34.80 test
            10:03 quake usgs:2 M5.0 28.83,34.80 o=10:08:01
            10:03 quake usgs:3 M5.0 28.83,34.80 u=28/10:00
            10:03 quake usgs:4 M5.0 28.83,34.80 o=10:08:00 u=10:08:00
            10:03 quake usgs:5 M5.0 28.83,34.80 nowhere
            10:03 quake usgs:6 M5.0 28.83,34.80 o=19/10:02
            10:03 warning warn:1 SEVERE type=volcano
            10:03 quake usgs:7 M5.0 28.83,34.80 empty
            """));
  }
}
