package nadhir.geofence.desk;

import static nadhir.geofence.desk.FloodRules.BY;
import static nadhir.geofence.desk.FloodRules.site;
import static nadhir.geofence.desk.FloodRules.told;
import static nadhir.geofence.desk.HazardWords.flood;
import static nadhir.geofence.desk.HazardWords.opened;
import static nadhir.geofence.desk.HazardWords.revised;
import static nadhir.geofence.desk.HazardWords.silent;
import static nadhir.geofence.desk.HazardWords.water;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import nadhir.core.command.RiskCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.CommandId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/**
 * A flood that is over above and not yet below. Y1 speaks for the upper wadi; for Shamiya Y1 and
 * Y2, whichever says more.
 */
class ZoneByZoneTest {
  private static final AqabaPack SITE =
      site(
          """
            - rule: stage
              hazard: flash-flood
              when: stage_m >= 1
              zones: zone IN ('shamiya', 'wadi-yutum-upper')
              until: stage_m < 0.5 for 30 min
              level: red
              approve: one person
              alert: flood
          """);

  private static Event stages(int revision, String at, double y1M, double y2M) {
    var hazard =
        flood("f", revision, "yutum", "12:00", water("Y1", at, y1M, 0), water("Y2", at, y2M, 0));
    return revision == 1 ? opened(hazard) : revised(hazard);
  }

  /** Over above from 12:10 on, below from 12:30 on. */
  private static RiskPlay play() {
    return new RiskPlay(SITE)
        .then("12:00", stages(1, "12:00", 1.2, 1.1))
        .then("12:10", stages(2, "12:10", 0.3, 1.1))
        .then("12:30", stages(3, "12:30", 0.3, 0.4));
  }

  private static final String SO_FAR =
      """
      12:00 stage red one person: flood; shamiya wadi-yutum-upper
      12:10 wake at 12:40 for until|ass-1|f|wadi-yutum-upper
      12:30 wake at 13:00 for until|ass-1|f|shamiya
      """;

  @Test
  void eachZoneLeavesInItsOwnTimeAndTheLastEndsTheFiring() {
    var play =
        play()
            .wake("12:40", "until|ass-1|f|wadi-yutum-upper")
            .then("12:50", stages(4, "12:50", 0.3, 0.3))
            .wake("13:00", "until|ass-1|f|shamiya");
    assertEquals(
        SO_FAR
            + """
            12:40 again stage red one person: flood; shamiya
            13:00 cleared: condition over
            """,
        told(play));
    assertTrue(play.desk().snapshot().held().isEmpty());
    assertTrue(play.desk().snapshot().waiting().isEmpty());
  }

  @Test
  void itSaysSinceWhenEachZoneLooksOver() {
    Explanation why =
        play().desk().explain(new HazardId("f"), RiskPlay.at("12:35")).orElseThrow().getFirst();
    assertEquals(
        """
        it has fired, ass-1 at 2026-11-20T09:00:00Z
        wadi-yutum-upper: held since 2026-11-20T09:10:00Z: it is let go at 2026-11-20T09:40:00Z
        shamiya: held since 2026-11-20T09:30:00Z: it is let go at 2026-11-20T10:00:00Z""",
        why.reasons().stream().map(ExplanationText::sentence).collect(Collectors.joining("\n")));
  }

  @Test
  void whoeverTakesOverCountsOn() {
    var handedOver = new RiskPlay(SITE);
    for (Entry entry : List.copyOf(play().entries())) {
      switch (entry.event()) {
        case HazardEvent _ -> {
          handedOver.then(entry.at(), entry.event());
          handedOver.restart();
        }
        default -> {}
      }
    }
    handedOver.wake("12:40", "until|ass-1|f|wadi-yutum-upper").restart();
    handedOver.then("12:50", stages(4, "12:50", 0.3, 0.3)).wake("13:00", "until|ass-1|f|shamiya");
    assertEquals(
        SO_FAR
            + """
            12:40 again stage red one person: flood; shamiya
            13:00 cleared: condition over
            """,
        told(handedOver));
    var folded = SITE.desk();
    handedOver.entries().forEach(folded::fold);
    assertEquals(folded.snapshot(), handedOver.desk().snapshot());
  }

  @Test
  void aZoneThatIsReachedAgainBeginsAnewAndTheOtherGoesOn() {
    assertEquals(
        SO_FAR
            + """
            12:35 no wake-up for until|ass-1|f|shamiya
            12:40 again stage red one person: flood; shamiya
            12:45 wake at 13:15 for until|ass-1|f|shamiya
            """,
        told(
            play()
                .then("12:35", stages(4, "12:35", 0.3, 0.7))
                .wake("12:40", "until|ass-1|f|wadi-yutum-upper")
                .then("12:45", stages(5, "12:45", 0.3, 0.4))));
  }

  @Test
  void aZoneThatHasLeftJoinsAgain() {
    assertEquals(
        SO_FAR
            + """
            12:40 again stage red one person: flood; shamiya
            12:50 no wake-up for until|ass-1|f|shamiya
            12:50 again stage red one person: flood; shamiya wadi-yutum-upper
            12:55 wake at 13:25 for until|ass-1|f|shamiya
            12:55 wake at 13:25 for until|ass-1|f|wadi-yutum-upper
            """,
        told(
            play()
                .wake("12:40", "until|ass-1|f|wadi-yutum-upper")
                .then("12:50", stages(4, "12:50", 1.2, 0.4))
                .then("12:55", stages(5, "12:55", 0.3, 0.3))));
  }

  @Test
  void withoutASecondReadingAZoneStays() {
    var play =
        new RiskPlay(SITE)
            .then("12:00", stages(1, "12:00", 1.2, 1.1))
            .then("12:10", stages(2, "12:10", 0.3, 1.1))
            .wake("12:40", "until|ass-1|f|wadi-yutum-upper")
            .then("12:45", stages(3, "12:45", 0.3, 1.1));
    assertEquals(
        """
        12:00 stage red one person: flood; shamiya wadi-yutum-upper
        12:10 wake at 12:40 for until|ass-1|f|wadi-yutum-upper
        12:45 again stage red one person: flood; shamiya
        """,
        told(play));
  }

  @Test
  void whileAGaugeThatSawTheDangerIsSilentNothingIsLetGo() {
    var y1 = water("Y1", "12:30", 0.3, 0);
    var y2 = silent(water("Y2", "12:10", 1.1, 0));
    var play =
        new RiskPlay(SITE)
            .then("12:00", stages(1, "12:00", 1.2, 1.1))
            .then("12:10", stages(2, "12:10", 0.3, 1.1))
            .then("12:30", new HazardEvent.GaugeSilent(new GaugeId("Y2"), RiskPlay.at("12:10")))
            .then("12:30", revised(flood("f", 3, "yutum", "12:00", y1, y2)))
            .wake("12:40", "until|ass-1|f|wadi-yutum-upper");
    assertEquals(
        """
        12:00 stage red one person: flood; shamiya wadi-yutum-upper
        12:10 wake at 12:40 for until|ass-1|f|wadi-yutum-upper
        12:30 no wake-up for until|ass-1|f|wadi-yutum-upper
        """,
        told(play));
  }

  @Test
  void whoClosesItEndsTheWaitsOfAllZones() {
    var play = play();
    var command = new RiskCommand.CloseAssessment(new AssessmentId("ass-1"), "it is dry");
    var input =
        new Entry(
            99,
            RiskPlay.at("12:35"),
            new Actor.Person(BY, List.of(Role.OPERATOR)),
            99,
            new Input.Commanded(new CommandId("c"), command));
    switch (play.desk().decide(input, command)) {
      case Outcome.Accepted(var events, _) -> events.forEach(event -> play.then("12:35", event));
      case Outcome.Refused refused -> throw new AssertionError(refused);
    }
    assertEquals(
        SO_FAR
            + """
            12:35 no wake-up for until|ass-1|f|shamiya
            12:35 no wake-up for until|ass-1|f|wadi-yutum-upper
            12:35 cleared: closed by a person: it is dry
            """,
        told(play));
    assertTrue(play.desk().snapshot().held().isEmpty());
  }

  @Test
  void theOneWaitOfAnOldJournalIsForgottenAndEachZoneCountsAnew() {
    assertEquals(
        """
        12:00 stage red one person: flood; shamiya wadi-yutum-upper
        12:05 wake at 12:35 for until|ass-1|f
        12:10 no wake-up for until|ass-1|f
        12:10 wake at 12:40 for until|ass-1|f|wadi-yutum-upper
        """,
        told(
            new RiskPlay(SITE)
                .then("12:00", stages(1, "12:00", 1.2, 1.1))
                .then(
                    "12:05",
                    new WatchEvent.WakeUpAsked("risk", "until|ass-1|f", RiskPlay.at("12:35")))
                .then("12:10", stages(2, "12:10", 0.3, 1.1))));
  }
}
