package nadhir.ops.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.id.ZoneId;
import nadhir.core.report.Observation;
import nadhir.ops.drill.ScenarioReader;
import nadhir.ops.site.RuleTrial;
import nadhir.ops.site.SitePack;
import nadhir.ops.site.SitePackReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real flash flood: is the town warned in time, and not before there is a reason? */
class FlashFloodTest {
  private static final ZoneId TOWN = new ZoneId("elkridge");

  /** Our choice of moderate for this gauge. */
  private static final double MODERATE_M = 18 * 0.3048;

  /** The last reading before the rise; the next one is 0.13 ft higher. */
  private static final Instant RISE_BEGINS = Instant.parse("2018-05-27T19:30:00Z");

  @TempDir private static Path folder;

  private static List<Entry> entries;

  @BeforeAll
  static void play() throws IOException {
    SitePack pack = SitePackReader.read(Path.of("src/test/sites/warning/patapsco")).get();
    var scenario = ScenarioReader.read(Patapsco.record(folder), pack).get();
    entries = RuleTrial.of(pack, pack.rules(), scenario).result().entries();
  }

  private record Level(Instant at, double stageM) {}

  private static List<Level> levels() {
    return entries.stream()
        .filter(
            e ->
                e.event() instanceof Input.Reported(var r)
                    && r.observation() instanceof Observation.Water(_, var stageM, _)
                    && stageM.isPresent())
        .map(e -> ((Input.Reported) e.event()).report())
        .map(
            r ->
                new Level(
                    r.occurredAt(), ((Observation.Water) r.observation()).stageM().getAsDouble()))
        .toList();
  }

  private static Instant firstWarning() {
    return entries.stream()
        .filter(
            e ->
                e.event() instanceof RiskEvent.Assessed(var a)
                    && a.zones().stream().anyMatch(z -> z.zone().equals(TOWN)))
        .map(Entry::at)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theWholeRecordIsRead() {
    assertEquals(385, levels().size());
  }

  @Test
  void theTownIsWarnedBeforeTheGaugePassesEighteenFeet() {
    Instant passes =
        levels().stream().filter(l -> l.stageM() >= MODERATE_M).findFirst().orElseThrow().at();
    assertEquals(Instant.parse("2018-05-27T20:30:00Z"), passes);
    assertTrue(firstWarning().isBefore(passes), firstWarning().toString());
  }

  @Test
  void nobodyIsWarnedBeforeTheRise() {
    assertTrue(firstWarning().isAfter(RISE_BEGINS), firstWarning().toString());
  }

  @Test
  void theLeadToTheCrestIsWhatThePageSays() {
    Level crest = levels().stream().reduce((a, b) -> b.stageM() > a.stageM() ? b : a).orElseThrow();
    assertEquals(27.16 * 0.3048, crest.stageM(), 0.001);
    assertEquals(Duration.ofMinutes(47), Duration.between(firstWarning(), crest.at()));
  }
}
