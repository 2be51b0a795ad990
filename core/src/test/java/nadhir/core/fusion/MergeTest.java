package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A person sees that two hazards are one. */
class MergeTest {

  @Test
  void whatAPersonPutTogetherStaysTogetherWhateverTheNetworksSay() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 a of 1
        10:04 opened H2 r1 M5.2 b reviewed of 1
        10:05 revised H1 r2 M5.2 b reviewed of 2
        10:05 ended H2 same-as H1
        10:06 revised H1 r3 M5.3 b reviewed of 2
        10:07 revised H1 r4 M5.3 b reviewed of 2
        10:08 revised H1 r5 M5.1 a of 2
        """,
        play(
            """
            10:03 quake a:1 M5.0 28.80,34.80
            10:04 quake b:1 M5.2 30.80,34.80 o=10:00:40 reviewed
            10:05 merge H2 H1
            10:06 quake b:1 M5.3 30.90,34.80 o=10:00:45 reviewed
            10:07 quake a:1 M5.1 28.70,34.80
            10:08 quake b:1 deleted
            """));
  }

  @Test
  void twoOfOneNetworkCanBeOneAndWhatWasBelievedOfEitherIsBelieved() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.0 a of 1
        10:04 opened H2 r1 HELD single-automatic-source M7.2 a of 1
        10:05 revised H2 r2 M7.2 a of 1
        10:06 revised H1 r2 M7.2 a (more-recent) of 2
        10:06 ended H2 same-as H1
        10:07 revised H1 r3 M7.4 a (more-recent) of 2
        """,
        play(
            """
            10:03 quake a:1 M5.0 28.80,34.80
            10:04 quake a:2 M7.2 28.80,34.80 o=10:00:20
            10:05 confirm H2
            10:06 merge H2 H1
            10:07 quake a:2 M7.4 28.80,34.80 o=10:00:20
            """));
  }

  @Test
  void hazardsThatAPersonOpenedCanBeMerged() {
    assertEquals(
        """
        15:00 opened H1 r1 fire SEVERE
        15:01 opened H2 r1 fire SEVERE
        15:02 revised H1 r2 fire SEVERE
        15:02 ended H2 same-as H1
        """,
        play(
            """
            15:00 open fire
            15:01 open fire
            15:02 merge H2 H1
            """));
  }

  @Test
  void whatCannotBeOneIsRefused() {
    assertEquals(
        """
        15:00 opened H1 r1 fire SEVERE
        15:00 opened H2 r1 fire SEVERE
        15:00 opened H3 r1 M5.0 a of 1
        15:00 opened H4 r1 yutum Y1[0.9m]
        15:01 refused not-one
        15:01 refused same-hazard
        15:01 refused unknown-hazard
        15:01 refused no-reason
        15:01 refused not-an-operator
        15:02 ended H1 seen
        15:03 refused unknown-hazard
        15:03 refused bad-reason
        """,
        play("""
            15:00 open fire
            15:00 open fire
            15:00 quake a:1 M5.0 28.80,34.80
            15:00 stage Y1 0.9
            15:01 merge H1 H3
            15:01 merge H2 H2
            15:01 merge H2 haz-99
            15:01 merge H2 H1 why=
            15:01 merge H2 H1 as-viewer
            15:02 end H1
            15:03 merge H1 H2
            15:03 end H2 why=nothing-more-heard
            """)
            .replace(
                "15:01 refused not-one\\n15:01 refused same",
                "15:01 refused not-one\\n15:01 refused same"));
  }
}
