package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The city shakes first; catalogues come minutes later. */
class FeltTest {

  @Test
  void feltReportsConfirmTheQuakeThatExplainsThem() {
    assertEquals(
        """
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        10:04 revised H1 r2 HELD single-automatic-source M7.2 a of 2 felt 6.0
        10:04:10 revised H1 r3 HELD single-automatic-source M7.2 a of 3 felt 6.0
        10:04:20 revised H1 r4 M7.2 a of 4 felt 6.5
        """,
        play(
            """
            10:03 quake a:1 M7.2 28.80,34.80
            10:04 report-felt 6 29.53,35.00 o=10:00:30
            10:04:10 report-felt 5 29.54,35.00 o=10:01
            10:04:20 report-felt 6.5 29.55,35.00 o=10:00:30
            """));
  }

  @Test
  void threePlacesTogetherAreAHeldQuakeAndTheCatalogueConfirmsIt() {
    assertEquals(
        """
        10:00:40 ignored people:1 no-quake-yet
        10:01 ignored people:4 no-quake-yet
        10:01:20 opened H1 r1 HELD felt-only M5.0 people (felt-only) of 3 felt 6.0
        10:01:40 revised H1 r2 HELD felt-only M5.0 people (felt-only) of 4 felt 6.0
        10:03 revised H1 r3 M6.9 emsc of 5 felt 6.0
        10:06 revised H1 r4 M7.2 usgs reviewed of 6 felt 6.0
        """,
        play(
            """
            10:00:40 report-felt 6 29.53,35.00
            10:01 report-felt 5 29.56,35.02
            10:01:20 report-felt 5 29.42,34.98
            10:01:40 report-felt 4 29.60,35.01
            10:03 quake emsc:1 M6.9 28.83,34.80
            10:06 quake usgs:1 M7.2 28.90,34.70 o=10:00:03 reviewed
            """));
  }

  @Test
  void oneHouseIsNoCityAndOneEveningIsNoMinute() {
    assertEquals(
        """
        10:00 ignored people:1 no-quake-yet
        10:00 ignored people:4 no-quake-yet
        10:00 ignored people:7 no-quake-yet
        10:03 ignored people:10 no-quake-yet
        10:06 ignored people:13 no-quake-yet
        """,
        play(
            """
            10:00 report-felt 5 29.530,35.000
            10:00 report-felt 5 29.531,35.000
            10:00 report-felt 5 29.532,35.001
            10:03 report-felt 5 29.560,35.020
            10:06 report-felt 5 29.420,34.980
            """));
  }

  @Test
  void theyWaitAnHourForAQuakeAndConfirmItWhenItComes() {
    assertEquals(
        """
        10:01 ignored people:1 no-quake-yet
        10:01 ignored people:4 no-quake-yet
        10:01 ignored people:7 no-quake-yet
        10:20 opened H1 r1 M7.2 a of 1 felt 6.0
        """,
        play(
            """
            10:01 report-felt 6 29.530,35.000
            10:01 report-felt 6 29.531,35.000
            10:01 report-felt 6 29.532,35.000
            10:20 quake a:1 M7.2 28.80,34.80
            """));
  }

  @Test
  void anInstrumentCountsByItself() {
    assertEquals(
        """
        10:00:30 ignored seis:1 no-quake-yet
        10:03 opened H1 r1 M7.2 a of 1 felt 5.5
        """,
        play(
            """
            10:00:30 felt seis:1 5.5 29.53,35.00
            10:03 quake a:1 M7.2 28.80,34.80
            """));
    assertEquals(
        """
        10:00:30 ignored seis:1 no-quake-yet
        10:03 opened H1 r1 HELD single-automatic-source M7.2 a of 1 felt 3.0
        """,
        play(
            """
            10:00:30 felt seis:1 3.0 29.53,35.00
            10:03 quake a:1 M7.2 28.80,34.80
            """));
  }

  @Test
  void whatHappenedAtAnotherTimeOrTooFarAwayExplainsNothing() {
    // felt twenty minutes before; and a small quake far away is not felt here
    assertEquals(
        """
        10:01 ignored people:1 no-quake-yet
        10:25 opened H1 r1 HELD single-automatic-source M7.2 a of 1
        10:26 opened H2 r1 M4.0 a of 1
        """,
        play(
            """
            10:01 report-felt 6 29.53,35.00 o=09:40
            10:25 quake a:1 M7.2 28.80,34.80 o=10:00
            10:26 quake a:2 M4.0 31.80,35.50 o=09:39
            """));
  }

  @Test
  void theStrongerOfTwoIsTheOneThatWasFelt() {
    assertEquals(
        """
        10:03 opened H1 r1 M4.0 a of 1
        10:04 opened H2 r1 M5.8 a of 1
        10:05 revised H2 r2 M5.8 a of 2 felt 5.0
        """,
        play(
            """
            10:03 quake a:1 M4.0 29.20,34.90 o=10:00
            10:04 quake a:2 M5.8 29.10,34.90 o=10:01
            10:05 report-felt 5 29.53,35.00 o=10:02
            """));
  }

  @Test
  void repeatsNonsenseAndWithdrawalsChangeNothing() {
    assertEquals(
        """
        10:01 ignored web:1 no-quake-yet
        10:01 ignored web:1 repeated
        10:01 ignored web:2 empty
        10:01 ignored web:3 no-place
        10:01 ignored web:1 not-withdrawable
        12:30 ignored web:4 too-old
        """,
        play(
            """
            10:01 felt web:1 5 29.53,35.00 people=4
            10:01 felt web:1 5 29.53,35.00 people=4
            10:01 felt web:2 0 29.53,35.00 people=4
            10:01 felt web:3 5 ? people=4
            10:01 felt web:1 5 29.53,35.00 deleted
            12:30 felt web:4 5 29.53,35.00 o=11:00 people=4
            """));
  }

  @Test
  void whatAPersonTypesIsLookedAt() {
    assertEquals(
        """
        10:01 refused bad-mmi
        10:01 refused in-the-future
        10:01 refused too-long-ago
        10:01 refused bad-source
        10:01 refused not-an-operator
        """,
        play(
            """
            10:01 report-felt 13 29.53,35.00
            10:01 report-felt 5 29.53,35.00 o=10:05
            10:01 report-felt 5 29.53,35.00 o=08:59
            10:01 report-felt 5 29.53,35.00 source=
            10:01 report-felt 5 29.53,35.00 as-viewer
            """));
  }

  /** The table of {@code AQABA.md}: M 7.2, depth 18 km, by the formula, without a site term. */
  @Test
  void theFormulaGivesWhatIsPublished() {
    assertEquals(6.2, Strength.mmi(7.2, 82), 0.05);
    assertEquals(5.7, Strength.mmi(7.2, 120.4), 0.05);
    assertEquals(6.5, Strength.magnitude(Strength.mmi(6.5, 40), 40), 1e-9);
    assertTrue(Strength.mmi(6, 0) < 11, "no singularity right above");
  }
}
