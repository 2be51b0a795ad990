package nadhir.ops.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.RiskEvent;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.Slot;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.scenario.ScenarioFile;
import nadhir.drills.scenario.ScenarioFolder;
import org.junit.jupiter.api.Test;

/**
 * The demo's raw bytes, decoded, fused and assessed by the real pack: the assessments must come out
 * of the gauges' own readings, not of a test's kind words.
 */
class FridayEveningRisksTest {
  private static final Path AQABA = Path.of("sites/aqaba");

  @Test
  void theRawInputOfTheEveningGivesItsAssessments() throws IOException {
    SitePack pack = SitePackReader.read(AQABA).get();
    Scenario evening =
        ScenarioFile.parse(
                ScenarioFolder.read(AQABA.resolve("scenarios/friday-evening")), pack.keys())
            .get();
    assertEquals(
        """
        15:00 hazard weather-warning
        15:00 weather-watch yellow flood-watch 15:00-21:00 20 zones []
        15:15 hazard flash-flood
        15:40 wadi-yutum-flood red flood-evacuate 17:15-17:50 3 zones []
        16:10 silent Y1
        16:25 hazard distress-at-sea
        16:25 man-overboard orange man-overboard 4 zones []
        17:00 again wadi-yutum-arrival red flood-arrival 17:25-17:35 3 zones [gauge-silent]
        17:08 hazard earthquake
        17:08 quake-shore red quake-shore 14 zones []
        17:08 quake-inland orange quake-after 25 zones []
        17:10 hazard flash-flood
        17:10 shallala-flash red flood-shallala 17:20-17:40 2 zones \
        [single-sensor, jumped-during-shaking]
        17:40 cleared: condition over
        18:44 cleared: hazard over: nothing-more-heard
        """,
        shown(pack, RuleTrial.of(pack, pack.rules(), evening)));
  }

  /** The warning's area covers the quarter: less rain would have been enough. */
  @Test
  void theWarningLowersWhatAFloodInShallalaNeeds() throws IOException {
    SitePack pack = SitePackReader.read(AQABA).get();
    Scenario evening =
        ScenarioFile.parse(
                ScenarioFolder.read(AQABA.resolve("scenarios/friday-evening")), pack.keys())
            .get();
    var shallala =
        RuleTrial.of(pack, pack.rules(), evening).result().entries().stream()
            .filter(e -> e.event() instanceof RiskEvent.Assessed)
            .map(e -> ((RiskEvent.Assessed) e.event()).assessment())
            .filter(a -> a.rule().value().equals("shallala-flash"))
            .toList();
    assertEquals(1, shallala.size());
    shallala.getFirst().zones().forEach(z -> assertEquals(1.0, z.facts().get("watch")));
  }

  private static String shown(SitePack pack, RuleTrial trial) {
    return trial.result().entries().stream()
        .flatMap(entry -> shown(pack, entry).stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static Optional<String> shown(SitePack pack, Entry entry) {
    String time = local(pack, entry.at());
    return switch (entry.event()) {
      case HazardEvent.Opened(var hazard) -> Optional.of(time + " hazard " + hazard.type());
      case HazardEvent.GaugeSilent(var gauge, _) -> Optional.of(time + " silent " + gauge);
      case RiskEvent.Assessed(var a) -> Optional.of(time + " " + shown(pack, a));
      case RiskEvent.Reassessed(var a) -> Optional.of(time + " again " + shown(pack, a));
      case RiskEvent.Cleared(_, _, var why) -> Optional.of(time + " cleared: " + why);
      default -> Optional.empty();
    };
  }

  private static String shown(SitePack pack, Assessment assessment) {
    String span =
        assessment.slots().get("span") instanceof Slot.Span(var from, var to)
            ? " " + local(pack, from) + "-" + local(pack, to)
            : "";
    return assessment.rule()
        + " "
        + assessment.level()
        + " "
        + assessment.message().orElse("-")
        + span
        + " "
        + assessment.zones().size()
        + " zones "
        + assessment.doubts();
  }

  private static String local(SitePack pack, Instant at) {
    return at.atZone(pack.info().timeZone()).toLocalTime().toString();
  }
}
