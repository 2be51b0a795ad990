package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nadhir.core.sim.TestSite;
import org.junit.jupiter.api.Test;

class FloodFusionTest {

  @Test
  void waterAtActionStageOpensTheWadisFloodAndRevisesItAsItRises() {
    assertEquals(
        """
        15:10 opened H1 r1 yutum Y1[0.8m+4.8]
        15:15 revised H1 r2 yutum Y1[1.6m+6.4]
        15:15 revised H1 r3 yutum Y1[1.6m+6.4] Y2[0.1m]
        """,
        play(
            """
            15:00 stage Y1 0.0
            15:05 stage Y1 0.79
            15:10 stage Y1 0.8
            15:15 stage Y1 1.6
            15:15 stage Y2 0.1
            """));
  }

  @Test
  void rainOfThirtyMinutesOpensWhereNoWaterGaugeStands() {
    assertEquals(
        """
        17:10 opened H1 r1 shallala RG3[20.0mm]
        17:30 revised H1 r2 shallala RG3[10.0mm]
        """,
        play(
            """
            16:40 rain RG3 9
            17:00 rain RG3 10
            17:10 rain RG3 10
            17:30 rain RG3 0
            """));
  }

  @Test
  void rainOverAnHourCountsWithItsShareOfThirtyMinutes() {
    assertEquals(
        "17:01 opened H1 r1 shallala RG3[20.0mm]\n",
        play(
            """
            17:00 rain RG2 29 over=PT1H
            17:01 rain RG3 40 over=PT1H
            """));
  }

  @Test
  void identicalValuesReviseNothing() {
    assertEquals(
        """
        15:30 opened H1 r1 yutum Y1[1.6m]
        15:35 revised H1 r2 yutum Y1[1.6m+0.0]
        15:41 ignored nwis:Y1/stage/2026-11-20T15:40:00Z repeated
        """,
        play(
            """
            15:30 stage Y1 1.6
            15:35 stage Y1 1.6
            15:40 stage Y1 1.6
            15:41 stage Y1 1.6 o=15:40
            15:45 stage Y1 1.6
            """));
  }

  @Test
  void readingsOutOfOrderGiveTheSamePictureAsInOrder() {
    var inOrder = new HazardDesk(TestSite.info(), TestSite.gauges(), List.of());
    play(
        inOrder,
        """
        15:40 stage Y1 0.2 o=15:20
        15:40 stage Y1 0.4 o=15:25
        15:40 stage Y1 0.6 o=15:30
        """);
    var shuffled = new HazardDesk(TestSite.info(), TestSite.gauges(), List.of());
    play(
        shuffled,
        """
        15:40 stage Y1 0.6 o=15:30
        15:40 stage Y1 0.2 o=15:20
        15:40 stage Y1 0.4 o=15:25
        """);
    assertEquals(inOrder.gauges(), shuffled.gauges());
    assertEquals(inOrder.snapshot().gauges(), shuffled.snapshot().gauges());
  }

  @Test
  void aValueThatTheSourceCorrectsIsReplaced() {
    assertEquals(
        """
        15:30 opened H1 r1 yutum Y1[1.6m]
        15:32 revised H1 r2 yutum Y1[0.6m]
        """,
        play(
            """
            15:30 stage Y1 1.6 o=15:30
            15:32 stage Y1 0.6 o=15:30
            """));
  }

  @Test
  void oldNewsOpensNothing() {
    assertEquals(
        """
        15:30 ignored nwis:Y1/stage/2026-11-20T09:29:00Z too-old
        """,
        play(
            """
            15:30 stage Y1 2.6 o=14:29
            15:30 stage Y1 2.6 o=09:29
            """));
  }

  @Test
  void aGaugeThatDiesIsCalledSilentAndItsLastWordKeepsTheFloodOpen() {
    assertEquals(
        """
        16:00 opened H1 r1 yutum Y1[2.3m]
        16:07:30 faulty Y1 LATE 16:00
        16:10 silent Y1 16:00
        16:10 revised H1 r2 yutum Y1[2.3m silent]
        23:30 back Y1
        23:30 revised H1 r3 yutum Y1[0.2m]
        23:37:30 faulty Y1 LATE 23:30
        23:40 silent Y1 23:30
        23:40 revised H1 r4 yutum Y1[0.2m silent]
        21/01:30 ended H1 nothing-more-heard
        """,
        play(
            """
            16:00 stage Y1 2.3
            23:30 stage Y1 0.2
            21/03:00 wait
            """));
  }

  @Test
  void aGaugeNeverHeardIsNotSilentAndDischargeAloneIsASignOfLife() {
    assertEquals(
        """
        16:16:30 faulty Y1 LATE 16:09
        16:19 silent Y1 16:09
        """,
        play(
            """
            16:00 stage Y1 0.1
            16:05 flow Y1 3
            16:09 flow Y1 3
            17:00 wait
            """));
  }

  @Test
  void anOldReadingThatComesLateDoesNotBringAGaugeBack() {
    assertEquals(
        """
        16:07:30 faulty Y1 LATE 16:00
        16:10 silent Y1 16:00
        16:21 back Y1
        16:28:30 faulty Y1 LATE 16:20
        16:31 silent Y1 16:20
        """,
        play(
            """
            16:00 stage Y1 0.1
            16:20 stage Y1 0.1 o=15:50
            16:21 stage Y1 0.1 o=16:20
            17:00 wait
            """));
  }

  @Test
  void theFloodEndsTwoHoursAfterItFellBelowAction() {
    assertEquals(
        """
        16:00 opened H1 r1 yutum Y1[0.9m]
        16:05 revised H1 r2 yutum Y1[0.7m-2.4]
        16:12:30 faulty Y1 LATE 16:05
        16:15 silent Y1 16:05
        16:15 revised H1 r3 yutum Y1[0.7m-2.4 silent]
        18:05 ended H1 nothing-more-heard
        """,
        play(
            """
            16:00 stage Y1 0.9
            16:05 stage Y1 0.7
            19:00 wait
            """));
  }

  @Test
  void whatAPersonDeclaredOverOpensAgainOnlyWithMoreOrAnew() {
    assertEquals(
        """
        16:00 opened H1 r1 yutum Y1[0.9m]
        16:01 ended H1 seen
        16:07 opened H2 r1 yutum Y1[1.0m+0.857]
        16:08 ended H2 seen
        16:14 opened H3 r1 yutum Y1[0.9m+0.0]
        """,
        play(
            """
            16:00 stage Y1 0.9
            16:01 end H1
            16:05 stage Y1 0.95
            16:07 stage Y1 1.0
            16:08 end H2
            16:09 stage Y1 1.1
            16:12 stage Y1 0.7
            16:14 stage Y1 0.9
            """));
  }

  @Test
  void anUnknownGaugeIsIgnoredAndAReadingCannotBeTakenBack() {
    assertEquals(
        """
        16:00 ignored nwis:Z9/stage/2026-11-20T16:00:00Z unknown-gauge
        16:00 ignored nwis:Y1/stage/2026-11-20T16:00:00Z not-withdrawable
        """,
        play(
            """
            16:00 stage Z9 9
            16:00 stage Y1 9 deleted
            """));
  }

  @Test
  void aJumpIsKept() {
    assertTrue(
        play("17:10 rain RG3 0\n17:15 rain RG3 60\n")
            .contains("opened H1 r1 shallala RG3[60.0mm]"));
  }
}
