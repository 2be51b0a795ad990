package nadhir.ops.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadhir.core.id.HazardId;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why rules have fired or have not, over HTTP. */
class ExplanationApiTest {
  private static final String RULES =
      """
      rules:
        - rule: fire-near
          hazard: fire
          when: severity_rank >= 3 AND distance_km < 1
          zones: kind = 'district'
          for: 10 min
          level: orange
          approve: one person
        - rule: fire-severe
          hazard: fire
          when: severity_rank >= 3
          until: severity_rank < 2
          zones: kind = 'district'
          level: red
          approve: one person
        - rule: fire-extreme
          hazard: fire
          when: severity_rank > 3 OR distance_km > 5
          zones: kind = 'district'
          level: red
          approve: one person
      """;

  private HouseForTests house;
  private ApiClient viewer;
  private ApiClient operator;

  @BeforeEach
  void open() throws InterruptedException {
    house = new HouseForTests(RULES);
    viewer = house.as(Role.VIEWER);
    operator = house.as(Role.OPERATOR);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String address(String hazard) {
    return "/api/v1/lanes/live/hazards/" + hazard + "/explanation";
  }

  private String fire() {
    return operator.give(ApiClient.openFire("in the market")).json().get("subject").asText();
  }

  private static List<String> told(JsonNode explained) {
    List<String> lines = new ArrayList<>();
    for (JsonNode rule : explained.get("rules")) {
      List<String> line = new ArrayList<>(List.of(rule.get("rule").asText()));
      line.add(rule.at("/asked/level").asText());
      rule.get("reasons").forEach(why -> line.add(why.get("type").asText()));
      for (JsonNode zone : rule.get("zones")) {
        line.add(zone.get("zone").asText() + "=" + zone.get("holds"));
        for (JsonNode one : zone.get("comparisons")) {
          line.add(
              "[" + one.get("text").asText() + " " + one.get("holds") + one.get("facts") + "]");
        }
      }
      lines.add(String.join(" ", line));
    }
    return lines;
  }

  @Test
  void eachRuleSaysWhatItMakesOfTheHazard() {
    String id = fire();
    JsonNode got = viewer.get(address(id)).json();
    assertEquals("live " + id, got.get("lane").asText() + " " + got.get("hazard").asText());
    assertEquals(
        List.of(
            "fire-near orange Why.Holding shamiya=true [severity_rank 3 >= 3 true"
                + "[\"severity_rank\"]] [distance_km 0 < 1 true[\"distance_km\"]]",
            "fire-severe red Why.Fired shamiya=true [severity_rank 3 >= 3 true"
                + "[\"severity_rank\"]]",
            "fire-extreme red Why.HoldsNowhere shamiya=false [severity_rank 3 > 3 false"
                + "[\"severity_rank\"]] [distance_km 0 > 5 false[\"distance_km\"]]"),
        told(got));
    assertEquals("severity_rank < 2", got.at("/rules/1/asked/until").asText());
    assertFalse(got.at("/rules/1/firing").isNull());
  }

  @Test
  void whatItWaitsForIsToldInTheLanesTime() {
    String id = fire();
    JsonNode holding = viewer.get(address(id)).json().at("/rules/0/reasons/0");
    Instant since = Instant.parse(holding.get("since").asText());
    assertEquals(since.plus(Duration.ofMinutes(10)), Instant.parse(holding.get("due").asText()));
    assertEquals("FIRES", holding.get("outcome").asText());
    house.later(Duration.ofMinutes(11));
    assertEquals(
        "Why.LacksWord", viewer.get(address(id)).json().at("/rules/0/reasons/0/type").asText());
  }

  @Test
  void whatAPersonHasClosedSaysSo() {
    String id = fire();
    String firing = viewer.get(address(id)).json().at("/rules/1/firing").asText();
    operator.give(
        "{\"type\":\"RiskCommand.CloseAssessment\",\"assessment\":\"%s\",\"why\":\"seen to be out\"}"
            .formatted(firing));
    JsonNode rule = viewer.get(address(id)).json().at("/rules/1");
    assertEquals("Why.Closed", rule.at("/reasons/0/type").asText());
  }

  @Test
  void onlyAnOpenHazardIsExplained() {
    assertEquals("404 unknown-hazard", viewer.get(address("haz-99")).problem());
    assertEquals("404 unknown-hazard", viewer.get(address("what%20is%20this")).problem());
    String id = fire();
    operator.give(
        "{\"type\":\"HazardCommand.EndHazard\",\"hazard\":\"" + id + "\",\"why\":\"out\"}");
    assertEquals("404 unknown-hazard", viewer.get(address(id)).problem());
    assertEquals("404 unknown-lane", viewer.get(address(id).replace("live", "drill:x")).problem());
  }

  @Test
  void strangersAreToldNothing() {
    assertEquals("401 signed-out", house.stranger().get(address("haz-1")).problem());
  }

  @Test
  void anyMemberAsksTheOneThatKeepsTheWatch() throws Exception {
    var id = new HazardId(fire());
    try (var standby = house.standby()) {
      var elsewhere = house.explanations(standby);
      await().until(standby::followed);
      assertFalse(standby.keeps());
      for (int i = 0; i < 4; i++) { // whichever member the bus asks first
        var explained = elsewhere.of(id).get(20, TimeUnit.SECONDS).orElseThrow();
        assertEquals(
            List.of("fire-near", "fire-severe", "fire-extreme"),
            explained.rules().orElseThrow().stream().map(e -> e.rule().value()).toList());
        assertEquals(
            house.explanations.of(id).get(20, TimeUnit.SECONDS).orElseThrow().rules(),
            explained.rules());
      }
      var nothing = elsewhere.of(new HazardId("haz-99")).get(20, TimeUnit.SECONDS).orElseThrow();
      assertEquals(true, nothing.rules().isEmpty());
    }
  }

  @Test
  void whereNobodyKeepsTheWatchItIsSaid() {
    String id = fire();
    house.lane.close();
    await().until(() -> !house.lane.keeps());
    assertEquals("503 no-watch", viewer.get(address(id)).problem());
  }

  @Test
  void toAskLeavesNothingInTheJournal() {
    String id = fire();
    long before = house.journal.head().seq();
    viewer.get(address(id));
    assertEquals(before, house.journal.head().seq());
  }
}
