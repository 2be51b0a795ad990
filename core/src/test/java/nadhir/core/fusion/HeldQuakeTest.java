package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Great and near quakes from one machine are held until something or somebody confirms them. */
class HeldQuakeTest {

  @Test
  void aSecondNetworkConfirms() {
    assertEquals(
        """
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        10:04 revised H1 r2 HELD single-automatic-source M7.3 a of 1
        10:05 revised H1 r3 M7.0 b (more-recent) of 2
        """,
        play(
            """
            10:03 quake a:1 M7.2 28.80,34.80
            10:04 quake a:1 M7.3 28.80,34.80
            10:05 quake b:1 M7.0 28.90,34.80
            """));
  }

  @Test
  void theSameSolutionPassedOnByAnotherConfirmsNothing() {
    assertEquals(
        """
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        10:05 revised H1 r2 HELD single-automatic-source M7.2 b (more-recent) of 2
        10:06 revised H1 r3 M7.2 b (more-recent) of 2
        """,
        play(
            """
            10:03 quake a:1 M7.2 28.80,34.80
            10:05 quake b:1 M7.2 28.80,34.80
            10:06 quake b:1 M7.2 28.83,34.80 o=10:00:01
            """));
  }

  @Test
  void aReviewConfirms() {
    assertEquals(
        """
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        10:15 revised H1 r2 M7.1 a reviewed of 1
        """,
        play(
            """
            10:03 quake a:1 M7.2 28.80,34.80
            10:15 quake a:1 M7.1 28.80,34.80 reviewed
            """));
  }

  @Test
  void theSourcesOwnFeltReportsConfirm() {
    assertEquals(
        """
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        10:04 ignored a:1 nothing-new
        10:05 revised H1 r2 M7.2 a of 1
        10:06 ignored a:1 nothing-new
        """,
        play(
            """
            10:03 quake a:1 M7.2 28.80,34.80
            10:04 quake a:1 M7.2 28.80,34.80 felt=9
            10:05 quake a:1 M7.2 28.80,34.80 felt=10
            10:06 quake a:1 M7.2 28.80,34.80 felt=250
            """));
  }

  @Test
  void aShakeMapConfirms() {
    assertEquals(
        """
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        10:20 revised H1 r2 M7.2 a of 2 map v1
        """,
        play(
            """
            10:03 quake a:1 M7.2 28.80,34.80
            10:20 shakemap maps:1 1 ids=a-1
            """));
  }

  @Test
  void aPersonConfirmsAndNoMachineHoldsItAgain() {
    assertEquals(
        """
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        10:04 refused not-an-operator
        10:04 refused no-reason
        10:04 revised H1 r2 M7.2 a of 1
        10:05 refused already-believed
        10:06 revised H1 r3 M7.6 a of 1
        """,
        play(
            """
            10:03 quake a:1 M7.2 28.80,34.80
            10:04 confirm H1 as-viewer
            10:04 confirm H1 why=
            10:04 confirm H1 why=felt-it-myself
            10:05 confirm H1
            10:06 quake a:1 M7.6 28.80,34.80
            """));
  }

  @Test
  void aNearQuakeIsHeldFromTheStrengthOnThatWouldDamageTheCity() {
    // 20 km from the centre; the same far away bothers nobody
    assertEquals(
        """
        10:03 opened H1 r1 M5.4 a of 1
        10:04 revised H1 r2 HELD single-automatic-source M5.9 a of 1
        10:05 opened H2 r1 M6.9 a of 1
        """,
        play(
            """
            10:03 quake a:1 M5.4 29.36,35.00 depth=8
            10:04 quake a:1 M5.9 29.36,35.00 depth=8
            10:05 quake a:2 M6.9 10.00,35.00 o=10:03
            """));
  }

  @Test
  void whatWasTakenBackBySecondThoughtsIsHeldAgain() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.5 a of 1
        10:04 revised H1 r2 M5.6 b (more-recent) of 2
        10:05 revised H1 r3 M5.5 a of 2
        10:06 revised H1 r4 HELD single-automatic-source M7.1 a of 2
        """,
        play(
            """
            10:03 quake a:1 M5.5 28.80,34.80
            10:04 quake b:1 M5.6 28.80,34.80 o=10:00:02
            10:05 quake b:1 deleted
            10:06 quake a:1 M7.1 28.80,34.80
            """));
  }

  @Test
  void aMachineThatComesAndGoesConfirmsNothingByThat() {
    assertEquals(
        """
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        10:04 revised H1 r2 M5.5 a of 1
        10:05 revised H1 r3 HELD single-automatic-source M7.2 a of 1
        10:06 withdrawn H1 r4 M7.2 a of 1
        10:07 revised H1 r5 M5.0 a of 1
        10:08 revised H1 r6 HELD single-automatic-source M7.3 a of 1
        """,
        play(
            """
            10:03 quake a:1 M7.2 28.80,34.80
            10:04 quake a:1 M5.5 28.80,34.80
            10:05 quake a:1 M7.2 28.80,34.80
            10:06 quake a:1 deleted
            10:07 quake a:1 M5.0 28.80,34.80
            10:08 quake a:1 M7.3 28.80,34.80
            """));
  }

  @Test
  void whatWasFeltConfirmsWhenTheReportsAreLongForgotten() {
    assertEquals(
        """
        10:00:30 ignored seis:1 no-quake-yet
        10:03 opened H1 r1 M7.2 a of 1 felt 6.0
        14:00 ignored seis:2 no-quake-yet
        14:01 revised H1 r2 M7.4 a of 1 felt 6.0
        """,
        play(
            """
            10:00:30 felt seis:1 6 29.53,35.00
            10:03 quake a:1 M7.2 28.80,34.80
            14:00 felt seis:2 3 29.53,35.00
            14:01 quake a:1 M7.4 28.80,34.80
            """));
  }

  @Test
  void aPersonBelievesWhatWasOnlyFeltAndFurtherCallersDoNotUndoThat() {
    assertEquals(
        """
        10:01 opened H1 r1 HELD felt-only M5.0 people (felt-only) of 3 felt 6.0
        10:02 revised H1 r2 M5.0 people (felt-only) of 3 felt 6.0
        10:02:30 revised H1 r3 M5.0 people (felt-only) of 4 felt 6.0
        """,
        play("""
                10:01 report-felt 6 29.53,35.00
                10:01 report-felt 5 29.56,35.02
                10:01 report-felt 5 29.42,34.98
                10:02 confirm H1
                10:02:30 report-felt 4 29.60,35.01
                """)
            .replaceAll("10:01 ignored people:[0-9]+ no-quake-yet\n", ""));
  }

  /** JMA, 2013-08-08: noise of sea-floor stations made a magnitude of 7.8; cancelled soon after. */
  @Test
  void theGreatQuakeOfNoiseIsNeverActive() {
    assertEquals(
        """
        10:00:20 opened H1 r1 HELD single-automatic-source M7.8 jma of 1
        10:02 withdrawn H1 r2 M7.8 jma of 1
        27/10:02 ended H1 withdrawn-long-ago
        """,
        play(
            """
            10:00:20 quake jma:1 M7.8 34.30,135.50
            10:02 quake jma:1 deleted
            28/00:00 wait
            """));
  }

  /** ShakeAlert, 2025-12-04: bad stations made a 5.9; as if it were twenty kilometres from here. */
  @Test
  void theNearQuakeOfBadStationsIsNeverActive() {
    assertEquals(
        """
        10:00:20 opened H1 r1 HELD single-automatic-source M5.9 eew of 1
        10:05 withdrawn H1 r2 M5.9 eew of 1
        10:06 ended H1 seen
        """,
        play(
            """
            10:00:20 quake eew:1 M5.9 29.36,35.00 depth=8
            10:05 quake eew:1 deleted
            10:06 end H1
            """));
  }

  @Test
  void whatNobodyConfirmsEndsLikeTheRest() {
    assertEquals(
        """
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        21/10:03 ended H1 nothing-more-heard
        """,
        play(
            """
            10:03 quake a:1 M7.2 28.80,34.80
            22/00:00 wait
            """));
  }
}
