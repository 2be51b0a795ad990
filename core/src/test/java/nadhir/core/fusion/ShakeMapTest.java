package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nadhir.core.sim.TestSite;
import org.junit.jupiter.api.Test;

class ShakeMapTest {

  @Test
  void theNewestVersionIsTheHazards() {
    assertEquals(
        """
        10:03 opened H1 r1 M6.0 us of 1
        10:10 revised H1 r2 M6.0 us of 2 map v1
        10:20 revised H1 r3 M6.0 us of 2 map v3
        10:21 ignored maps:us1 older-than-known
        10:22 ignored maps:us1 older-than-known
        """,
        play(
            """
            10:03 quake us:us1 M6.0 28.80,34.80 ids=us1
            10:10 shakemap maps:us1 1 ids=us1
            10:20 shakemap maps:us1 3 ids=us1
            10:21 shakemap maps:us1 2 ids=us1 u=10:15
            10:22 shakemap maps:us1 3 ids=us1 u=10:20
            """));
  }

  @Test
  void theMapMadeLastCountsWhicheverNumberItsMakerGivesIt() {
    assertEquals(
        """
        10:03 opened H1 r1 M6.0 us of 1
        10:10 revised H1 r2 M6.0 us of 2 map v4
        10:20 revised H1 r3 M6.0 us of 3 map v1
        10:30 revised H1 r4 M6.0 us of 3 map v2
        """,
        play(
            """
            10:03 quake us:us1 M6.0 28.80,34.80 ids=us1
            10:10 shakemap maps:us1 4 ids=us1
            10:20 shakemap atlas:us1 1 ids=us1
            10:30 shakemap atlas:us1 2 ids=us1
            """));
  }

  @Test
  void oneThatComesBeforeItsQuakeWaits() {
    assertEquals(
        """
        10:02 ignored maps:us1 no-quake-yet
        10:03 opened H1 r1 M7.4 us of 1 map v1
        """,
        play(
            """
            10:02 shakemap maps:us1 1 ids=us1
            10:03 quake us:us1 M7.4 28.80,34.80 ids=us1
            """));
  }

  @Test
  void aScenarioAndAStrangersMapAreNotAttached() {
    assertEquals(
        """
        10:03 opened H1 r1 M6.0 us of 1
        10:10 ignored maps:us1 test
        10:11 ignored maps:us2 no-quake-yet
        """,
        play(
            """
            10:03 quake us:us1 M6.0 28.80,34.80 ids=us1
            10:10 shakemap maps:us1 1 ids=us1 test
            10:11 shakemap maps:us2 1 ids=us2
            """));
  }

  @Test
  void aMapThatIsTakenBackIsGone() {
    assertEquals(
        """
        10:03 opened H1 r1 M6.0 us of 1
        10:10 revised H1 r2 M6.0 us of 2 map v1
        10:20 revised H1 r3 M6.0 us of 2
        10:30 revised H1 r4 M6.0 us of 2 map v2
        """,
        play(
            """
            10:03 quake us:us1 M6.0 28.80,34.80 ids=us1
            10:10 shakemap maps:us1 1 ids=us1
            10:20 shakemap maps:us1 1 ids=us1 deleted bare
            10:30 shakemap maps:us1 2 ids=us1
            """));
  }

  @Test
  void itStaysWithItsHazardWhenItIsForgottenItself() {
    var play = new Play(new HazardDesk(TestSite.info(), TestSite.gauges(), List.of()));
    play.line("10:03 quake us:us1 M6.0 28.80,34.80 ids=us1");
    play.line("10:10 shakemap maps:us1 1 ids=us1");
    for (int i = 0; i < ShakeMaps.MAX_KEPT; i++) {
      play.line("10:11 shakemap maps:x" + i + " 1 ids=x" + i);
    }
    play.line("10:20 quake us:us1 M6.1 28.80,34.80 ids=us1");
    assertEquals(ShakeMaps.MAX_KEPT, play.desk().snapshot().shakeMaps().size());
    var detail =
        (nadhir.core.hazard.HazardDetail.Quake)
            play.desk().snapshot().hazards().getFirst().hazard().detail();
    assertEquals(6.1, detail.magnitude());
    assertEquals(1, detail.shakeMap().orElseThrow().version());
  }
}
