package nadhir.ops.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nadhir.core.json.DomainJson;
import nadhir.ops.Ran;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code ./nadhir drill run} over a recording of real samples. Three cities on three continents
 * hear the same feeds; each is told of what happens near it, and of nothing else.
 */
class RecordingDrillIT {
  private static final Path SITES = Path.of("src", "test", "sites", "foreign");

  /**
   * 245 earthquakes, four series of 93 readings, three beacons on test and one that is active, two
   * pairs of ships that are to meet within a minute of the one moment at which the coast is heard.
   */
  private static final int REPORTS = 245 + 4 * 93 + 3 + 1 + 2;

  @TempDir private static Path recording;

  /** The first run of each city, for whichever test comes first. */
  private static final Map<String, JsonNode> FIRST = new HashMap<>();

  @TempDir private Path data;

  @BeforeAll
  static void makeTheRecording() throws IOException {
    Recording.make(recording);
  }

  private JsonNode first(String site) throws IOException {
    if (!FIRST.containsKey(site)) {
      FIRST.put(site, play(site, "first"));
    }
    return FIRST.get(site);
  }

  private JsonNode play(String site, String name) throws IOException {
    Path report = data.resolve(name + ".json");
    var ran =
        Ran.of(
            "drill",
            "run",
            recording.toString(),
            "--site",
            SITES.resolve(site).toString(),
            "--speed",
            "max",
            "--data",
            data.resolve(name).toString(),
            "--report",
            report.toString());
    assertEquals(0, ran.code(), ran.err());
    assertEquals("", ran.err());
    assertFalse(ran.out().contains("refused"), ran.out());
    return DomainJson.mapper().readTree(Files.readString(report));
  }

  @ParameterizedTest
  @CsvSource({
    "sola,        quake-felt,  gaua sola,                distress-at-sea earthquake",
    "bower,       river-rise,  bower-flats curwensville, distress-at-sea earthquake flash-flood",
    "queenscliff, beacon-near, the-rip,                  distress-at-sea earthquake"
  })
  void eachCityIsToldOfWhatHappensNearIt(String site, String rule, String zones, String hazards)
      throws IOException {
    JsonNode report = first(site);
    assertEquals(REPORTS, report.at("/reports/accepted").asInt());
    assertEquals(
        "{\"NOT_AN_EARTHQUAKE\":2,\"UNSUPPORTED_TYPE\":284}",
        report.at("/reports/rejected").toString());
    assertEquals(hazards, values(report.path("hazards"), "type"));
    assertEquals(rule, values(report.path("assessments"), "rule"));
    assertEquals(zones, values(report.path("assessments"), "zone"));
    assertOneAlertWasSentInBothLanguages(report.path("alerts"));
    assertUnitsWereOnScene(report.path("incidents"));
  }

  private static String values(JsonNode rows, String field) {
    var values = new TreeSet<String>();
    rows.forEach(row -> values.add(row.path(field).asText()));
    return String.join(" ", values);
  }

  private static void assertOneAlertWasSentInBothLanguages(JsonNode alerts) {
    assertEquals(1, alerts.size(), alerts::toPrettyString);
    JsonNode alert = alerts.get(0);
    assertEquals("[\"ar\",\"en\"]", alert.path("languages").toString());
    assertEquals("Exercise", alert.path("status").asText());
    assertEquals("[\"op-1\",\"ap-1\"]", alert.path("approvedBy").toString());
    assertFalse(alert.path("issuedAt").isNull(), alert::toPrettyString);
    int arrived = 0;
    for (JsonNode channel : alert.path("deliveries")) {
      assertEquals(0, channel.path("pending").asInt(-1), alert::toPrettyString);
      assertEquals(0, channel.path("duplicates").asInt(-1), alert::toPrettyString);
      arrived += channel.path("delivered").asInt() + channel.path("sent").asInt();
    }
    assertTrue(arrived > 0, alert::toPrettyString);
  }

  private static void assertUnitsWereOnScene(JsonNode incidents) {
    List<JsonNode> onScene = new ArrayList<>();
    incidents.forEach(
        incident -> onScene.addAll(incident.path("assignments").findValues("onSceneAt")));
    assertEquals(1, incidents.size(), incidents::toPrettyString);
    assertEquals(2, onScene.size(), incidents::toPrettyString);
    assertTrue(onScene.stream().noneMatch(JsonNode::isNull), incidents::toPrettyString);
  }

  @Test
  void theSameSeedEndsInTheSameState() throws IOException {
    JsonNode one = first("bower");
    JsonNode two = play("bower", "again");
    assertEquals(one.at("/journal/stateHash"), two.at("/journal/stateHash"));
    assertEquals(one.at("/journal/entries"), two.at("/journal/entries"));
    assertEquals(one.path("alerts"), two.path("alerts"));
  }
}
