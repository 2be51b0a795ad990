package nadhir.ops.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.Channel;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.AlertId;
import nadhir.drills.play.DrillClock;
import nadhir.drills.play.DrillPlayer;
import nadhir.drills.play.Pace;
import nadhir.drills.play.ReceiptPort;
import nadhir.drills.report.DrillReport;
import nadhir.drills.report.ReportBuilder;
import nadhir.drills.scenario.Scenario;
import nadhir.ops.site.ShipLookouts;
import nadhir.ops.site.SitePack;
import nadhir.ops.site.SitePackReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The demo of Aqaba with all its desks, played as fast as it goes; what is sent is only counted.
 */
class FridayEveningTest {
  private static final Path SITE = Path.of("sites/aqaba");

  private static final List<String> SAYINGS =
      List.of(
          "Heavy rain, flash floods possible today 15:00-21:00",
          "reaches Shamiya between 17:15 and 17:50",
          "Man overboard 16:25 at 29.4700 N 34.9690 E",
          "reaches Shamiya about 17:30",
          "may follow the 17:05 earthquake",
          "Gulf of Aqaba at 17:05",
          "Fast flood from the hills towards Shallala now",
          "The 17:10 Shallala flood message came from a faulty gauge",
          "Flood danger in Wadi Yutum over at 19:30",
          "Danger of waves on the Aqaba shore over at 19:35");

  private static SitePack pack;
  private static Scenario scenario;
  private static Played evening;

  /** One run. */
  private record Played(
      List<Entry> entries,
      DrillReport report,
      List<String> refusals,
      SortedMap<String, Long> rejected) {}

  @BeforeAll
  static void playOnce() throws InterruptedException {
    var read = SitePackReader.read(SITE);
    assertEquals(List.of(), read.mistakes());
    pack = read.get();
    var parsed = ScenarioReader.read(SITE.resolve("scenarios/friday-evening"), pack);
    assertEquals(List.of(), parsed.mistakes());
    scenario = parsed.get();
    evening = play();
  }

  private static Played play() throws InterruptedException {
    var clock = new DrillClock(scenario.start(), false, Pace.max());
    try (var lane = new EveningLane(pack, clock)) {
      var player =
          new DrillPlayer(
              EveningLane.LANE,
              scenario,
              new DrillPlayer.Settings(scenario.seed(), false),
              lane.port,
              new DrillPlayer.Ports(
                  ReceiptPort.NONE, lane::told, new ShipLookouts(pack.zones()), (_, _) -> {}),
              clock,
              Pace.max());
      player.run();
      var entries = lane.entries();
      var builder = new ReportBuilder(EveningLane.LANE);
      entries.forEach(builder::fold);
      var report = builder.build(lane.head(), lane.stateHash(), new NoDuplicates());
      return new Played(entries, report, player.refusals(), player.rejected());
    }
  }

  @Test
  void theEveningTakesItsCourse() {
    assertEquals(
        """
        15:00 hazard weather-warning
        15:00 proposed flood-watch ALERT
        15:00 incident weather-watch
        15:04 issued flood-watch
        15:15 hazard flash-flood
        15:40 proposed flood-evacuate ALERT
        15:40 incident flood
        15:47 issued flood-evacuate
        16:10 silent Y1
        16:25 hazard distress-at-sea
        16:25 proposed man-overboard ALERT
        16:25 incident man-overboard
        16:25:30 issued man-overboard
        16:54 ended distress-at-sea
        16:56 closed man-overboard
        17:00 proposed flood-arrival UPDATE
        17:02 issued flood-arrival
        17:08 hazard earthquake
        17:08 proposed quake-shore ALERT
        17:08 proposed quake-after ALERT
        17:08 incident quake
        17:09 issued quake-shore
        17:09 issued quake-after
        17:10 hazard flash-flood
        17:10 proposed flood-shallala ALERT
        17:10 incident shallala
        17:10:40 issued flood-shallala
        17:14 proposed flood-shallala-correction CANCEL
        17:14:20 issued flood-shallala-correction
        17:16 ended flash-flood
        17:20 closed shallala
        18:25 expired man-overboard
        19:30 proposed flood-all-clear UPDATE
        19:31 issued flood-all-clear
        19:35 proposed shore-all-clear UPDATE
        19:36 issued shore-all-clear
        19:37 ended flash-flood
        19:38 closed weather-watch
        19:39 closed flood
        19:40 closed quake
        """,
        new Timeline(pack.info().timeZone()).of(evening.entries()));
  }

  @Test
  void nothingThatTheScriptOrdersIsRefusedAndNoRawInputIsRejected() {
    assertEquals(List.of(), evening.refusals());
    assertEquals(new TreeMap<>(), evening.rejected());
    assertEquals(
        0, evening.entries().stream().filter(e -> e.event() instanceof WatchEvent.Refused).count());
  }

  @Test
  void fiveAlertsGoToThePublicOneOfThemCorrectedAndOneNoticeDoesNot() {
    var issued =
        evening.entries().stream()
            .filter(e -> e.event() instanceof AlertEvent.Proposed)
            .map(e -> ((AlertEvent.Proposed) e.event()).message())
            .filter(m -> m.type() == AlertMessage.MsgType.ALERT)
            .collect(
                Collectors.groupingBy(AlertMessage::scope, TreeMap::new, Collectors.counting()));
    assertEquals(Map.of(AlertMessage.Scope.PUBLIC, 5L, AlertMessage.Scope.RESTRICTED, 1L), issued);
    assertEquals(
        List.of(
            "Alert", "Alert", "Alert", "Update", "Alert", "Alert", "Alert", "Cancel", "Update",
            "Update"),
        evening.report().alerts().stream().map(a -> a.msgType()).toList());
    assertTrue(evening.report().alerts().stream().allMatch(a -> a.issuedAt().isPresent()));
    assertTrue(
        evening.report().alerts().stream()
            .allMatch(a -> a.languages().equals(List.of("ar", "en"))));
  }

  @Test
  void theTextsSayTheTimesOfTheStory() {
    assertEquals(SAYINGS, texts().stream().map(FridayEveningTest::saying).toList());
  }

  private static List<String> texts() {
    return evening.entries().stream()
        .filter(e -> e.event() instanceof AlertEvent.Proposed)
        .map(e -> ((AlertEvent.Proposed) e.event()).message().wordings().getLast().sms())
        .toList();
  }

  /** The part of a text between its sender and its advice. */
  private static String saying(String sms) {
    return SAYINGS.stream().filter(sms::contains).findFirst().orElse(sms);
  }

  @Test
  void fourIncidentsHaveUnitsOnSceneAndAllAreClosedInTheEnd() {
    assertEquals(
        """
        12:00 16:38 -
        12:40 16:39 hp-yutum-1 hp-quweira-1 cd-rescue-2 cd-rescue-1 ps-patrol-2 rms-amb-1 aseza-loader-1
        13:25 13:56 rjn-boat-1 apms-tug-1 cd-amb-3
        14:08 16:40 cd-search-1 cd-ladder-1 cd-amb-1 cd-amb-2 ps-patrol-1 aw-crew-1 edco-crew-1
        14:10 14:20 cd-rescue-4 ps-patrol-3 cd-amb-3 aseza-pump-1
        """,
        evening.report().incidents().stream()
            .map(FridayEveningTest::incident)
            .collect(Collectors.joining("\n", "", "\n")));
  }

  private static String incident(DrillReport.IncidentRow row) {
    return "%s %s %s"
        .formatted(
            row.openedAt().toString().substring(11, 16),
            row.closedAt().orElseThrow().toString().substring(11, 16),
            onScene(row).isEmpty() ? "-" : onScene(row));
  }

  private static String onScene(DrillReport.IncidentRow row) {
    return row.assignments().stream()
        .filter(a -> a.onSceneAt().isPresent() && a.clearAt().isPresent())
        .map(a -> a.unit())
        .collect(Collectors.joining(" "));
  }

  @Test
  void unitsStandByFromTheWarningOnUntilAFloodTakesThem() {
    assertEquals(
        """
        aseza-pump-1 12:03 14:10
        aseza-loader-1 12:03 12:41
        cd-rescue-4 12:03 14:10
        cd-rescue-1 12:03 12:41
        """,
        evening.report().incidents().getFirst().assignments().stream()
            .map(
                a ->
                    "%s %s %s\n"
                        .formatted(
                            a.unit(),
                            a.assignedAt().toString().substring(11, 16),
                            a.clearAt().orElseThrow().toString().substring(11, 16)))
            .collect(Collectors.joining()));
  }

  @Test
  void theWarningInTwoLanguagesIsOneOfFiveHazards() {
    assertEquals(
        "{distress-at-sea=1, earthquake=1, flash-flood=2, weather-warning=1}",
        evening.report().hazards().stream()
            .collect(Collectors.groupingBy(h -> h.type(), TreeMap::new, Collectors.counting()))
            .toString());
    var warning =
        evening.entries().stream()
            .filter(e -> e.event() instanceof HazardEvent.Revised(var h) && isStated(h))
            .map(e -> ((HazardEvent.Revised) e.event()).hazard())
            .toList();
    assertEquals(1, warning.size());
    assertEquals(2, warning.getFirst().reports().size());
    var titles = ((HazardDetail.Stated) warning.getFirst().detail()).titles().orElseThrow();
    assertEquals(
        "Red Sea trough: heavy rain and flash floods possible in Aqaba and Wadi Yutum",
        titles.in("en"));
    assertEquals(
        "منخفض البحر الأحمر: أمطار غزيرة وسيول محتملة في العقبة ووادي اليتم", titles.in("ar"));
  }

  private static boolean isStated(Hazard hazard) {
    return hazard.detail() instanceof HazardDetail.Stated;
  }

  @Test
  void theRescueBoatIsOnSceneAtTheTimeOfTheStory() {
    var boat = evening.report().incidents().get(2).assignments().getFirst();
    assertEquals(
        List.of("13:26", "13:37", "13:52"),
        List.of(boat.assignedAt(), boat.onSceneAt().orElseThrow(), boat.clearAt().orElseThrow())
            .stream()
            .map(at -> at.toString().substring(11, 16))
            .toList());
  }

  @Test
  void theSameSeedGivesTheSameEntriesAndTheSameState() throws InterruptedException {
    var again = play();
    assertEquals(evening.report().json(), again.report().json());
    assertEquals(evening.entries(), again.entries());
  }

  @Test
  void aFewInstitutionsDoNotConfirmTheWatch() {
    var first = evening.report().alerts().getFirst().id().split("/")[0];
    long confirmed =
        evening.entries().stream()
            .filter(
                e ->
                    e.event() instanceof AlertEvent.Acknowledged(var alert, _, _, _)
                        && alert.value().equals(first))
            .count();
    long overdue =
        evening.entries().stream()
            .filter(
                e ->
                    e.event() instanceof AlertEvent.AcknowledgementOverdue(var alert, _, _)
                        && alert.value().equals(first))
            .mapToLong(e -> ((AlertEvent.AcknowledgementOverdue) e.event()).institutions().size())
            .sum();
    assertEquals(31.0 / 40, (double) confirmed / (confirmed + overdue), 0.02);
  }

  private static final class NoDuplicates implements ReportBuilder.Counts {
    @Override
    public SortedMap<String, Long> rejected() {
      return new TreeMap<>();
    }

    @Override
    public int duplicates(AlertId alert, int revision, Channel channel) {
      return 0;
    }
  }
}
