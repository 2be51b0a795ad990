package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Quakes seconds apart, told of by two networks. */
class QuakeSwarmTest {

  @Test
  void aSwarmIsMatchedAsAWholeAndNotByTheNearestFirst() {
    // b is 3 s late throughout: its first lies nearer to the second of a than to its own
    assertEquals(
        """
        10:03 opened H1 r1 M2.9 a of 1
        10:03 opened H2 r1 M2.8 a of 1
        10:04 opened H3 r1 M2.8 b of 1
        10:05 revised H2 r2 M2.8 a (alike) of 2
        10:05 revised H1 r2 M2.9 a (alike) of 2
        10:05 ended H3 same-as H1
        """,
        play(
            """
            10:03 quake a:1 M2.9 28.80,34.80 o=10:00:00 u=10:03
            10:03 quake a:2 M2.8 28.80,34.80 o=10:00:05 u=10:03
            10:04 quake b:1 M2.8 28.80,34.80 o=10:00:03 u=10:03
            10:05 quake b:2 M2.8 28.80,34.80 o=10:00:08 u=10:03
            """));
  }

  @Test
  void whatFitsTwoNearlyAsWellStaysApartUntilAnIdSettlesIt() {
    assertEquals(
        """
        10:03 opened H1 r1 M3.0 a of 1
        10:03 opened H2 r1 M3.0 a of 1
        10:04 opened H3 r1 M3.0 b of 1
        10:06 revised H2 r2 M3.1 b (more-networks) of 2
        10:06 ended H3 same-as H2
        """,
        play(
            """
            10:03 quake a:1 M3.0 28.80,34.80 o=10:00:00
            10:03 quake a:2 M3.0 28.80,34.80 o=10:00:04
            10:04 quake b:1 M3.0 28.80,34.80 o=10:00:02
            10:06 quake b:1 M3.1 28.80,34.80 o=10:00:02 ids=b-1,a-2
            """));
  }

  @Test
  void orUntilARevisionDoes() {
    assertEquals(
        """
        10:03 opened H1 r1 M3.0 a of 1
        10:03 opened H2 r1 M3.0 a of 1
        10:04 opened H3 r1 M3.0 b of 1
        10:06 revised H1 r2 M3.0 b reviewed of 2
        10:06 ended H3 same-as H1
        """,
        play(
            """
            10:03 quake a:1 M3.0 28.80,34.80 o=10:00:00
            10:03 quake a:2 M3.0 28.80,34.80 o=10:00:04
            10:04 quake b:1 M3.0 28.80,34.80 o=10:00:02
            10:06 quake b:1 M3.0 28.80,34.80 o=10:00:00 reviewed
            """));
  }

  @Test
  void aBetterFittingSolutionTakesThePlaceOfOneThatWasPutThereTooSoon() {
    // b:2 came when a had told of the first quake only
    assertEquals(
        """
        10:03 opened H1 r1 M3.0 a of 1
        10:04 revised H1 r2 M3.0 b (more-recent) of 2
        10:05 revised H1 r3 M3.0 b (more-recent) of 2
        10:05 opened H2 r1 M3.0 b of 1
        10:06 revised H2 r2 M3.0 a (more-recent) of 2
        """,
        play(
            """
            10:03 quake a:1 M3.0 28.80,34.80 o=10:00:00
            10:04 quake b:2 M3.0 28.80,34.80 o=10:00:05
            10:05 quake b:1 M3.0 28.80,34.80 o=10:00:00
            10:06 quake a:2 M3.0 28.80,34.80 o=10:00:05
            """));
  }

  @Test
  void aSolutionThatIsRevisedAwayLeavesAndIsAQuakeOfItsOwn() {
    assertEquals(
        """
        10:03 opened H1 r1 M4.0 a of 1
        10:04 revised H1 r2 M4.0 b (more-recent) of 2
        10:06 revised H1 r3 M4.0 a of 1
        10:06 opened H2 r1 M4.0 b reviewed of 1
        """,
        play(
            """
            10:03 quake a:1 M4.0 28.80,34.80 o=10:00:00
            10:04 quake b:1 M4.0 28.80,34.80 o=10:00:03
            10:06 quake b:1 M4.0 28.80,34.80 o=10:00:40 reviewed
            """));
  }

  @Test
  void whatIdsPutTogetherNoDifferenceTearsApart() {
    assertEquals(
        """
        10:03 opened H1 r1 M4.0 a of 1
        10:04 revised H1 r2 M4.0 b (more-networks) of 2
        10:06 revised H1 r3 M4.0 b reviewed of 2
        """,
        play(
            """
            10:03 quake a:1 M4.0 28.80,34.80 o=10:00:00
            10:04 quake b:1 M4.0 28.80,34.80 o=10:00:03 ids=b-1,a-1
            10:06 quake b:1 M4.0 29.80,34.80 o=10:00:40 ids=b-1,a-1 reviewed
            """));
  }

  @Test
  void anIdMovesOutWhatOnlyLookedAlike() {
    // b's first looked like a's quake; b itself says that its second is it
    assertEquals(
        """
        10:03 opened H1 r1 M4.0 a of 1
        10:04 revised H1 r2 M4.0 b (more-recent) of 2
        10:05 revised H1 r3 M4.4 b (more-networks) of 2
        10:05 opened H2 r1 M4.0 b of 1
        """,
        play(
            """
            10:03 quake a:1 M4.0 28.80,34.80 o=10:00:00
            10:04 quake b:1 M4.0 28.80,34.80 o=10:00:03
            10:05 quake b:2 M4.4 28.80,34.80 o=10:00:06 ids=b-2,a-1
            """));
  }

  @Test
  void boundsGrowWithMagnitude() {
    assertEquals(
        """
        10:03 opened H1 r1 M2.0 a of 1
        10:03 opened H2 r1 M2.0 b of 1
        10:03 opened H3 r1 M6.0 c of 1
        10:03 revised H3 r2 M6.0 c (alike) of 2
        """,
        play(
            """
            10:03 quake a:1 M2.0 10.00,34.80 o=10:00:00 u=10:02
            10:03 quake b:1 M2.0 10.30,34.80 o=10:00:03 u=10:02
            10:03 quake c:1 M6.0 28.80,34.80 o=10:00:00 u=10:02
            10:03 quake d:1 M6.0 29.50,34.80 o=10:00:12 u=10:02
            """));
  }

  @Test
  void theDepthExplainsPartOfTheTime() {
    // 140 km deeper is 20 s later for far stations; without it 22 s are too many
    assertEquals(
        """
        10:03 opened H1 r1 M6.0 a of 1
        10:04 revised H1 r2 M6.0 b (more-recent) of 2
        10:04 opened H2 r1 M6.0 c of 1
        """,
        play(
            """
            10:03 quake a:1 M6.0 28.80,34.80 o=10:00:00 depth=10
            10:04 quake b:1 M6.0 28.80,34.80 o=10:00:22 depth=150
            10:04 quake c:1 M6.0 28.80,34.80 o=09:59:36 depth=10
            """));
  }

  @Test
  void threeNetworksAreOneQuake() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 a of 1
        10:04 revised H1 r2 M5.2 b (more-recent) of 2
        10:05 revised H1 r3 M5.1 c (more-recent) of 3
        """,
        play(
            """
            10:03 quake a:1 M5.0 28.80,34.80 o=10:00:00
            10:04 quake b:1 M5.2 28.90,34.90 o=10:00:03
            10:05 quake c:1 M5.1 28.70,34.70 o=09:59:58
            """));
  }
}
