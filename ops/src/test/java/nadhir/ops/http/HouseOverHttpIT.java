package nadhir.ops.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nadhir.core.cluster.ClusterSettings;
import nadhir.core.id.MemberId;
import nadhir.core.id.PersonRef;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Role;
import nadhir.ops.auth.Account;
import nadhir.ops.face.Face;
import nadhir.ops.face.LiveWays;
import nadhir.ops.face.SiteViews;
import nadhir.ops.live.LiveLane;
import nadhir.ops.node.Node;
import nadhir.ops.node.NodeSettings;
import nadhir.ops.site.SitePackReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real house of Aqaba on its own Redis, asked by people over HTTP: from a call to an alert that
 * two people have agreed to, and a unit that is sent.
 */
class HouseOverHttpIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private static Path data;
  private static Node node;
  private static LiveLane live;
  private static Face face;

  @BeforeAll
  static void start() throws InterruptedException {
    var pack = SitePackReader.read(Path.of("sites/aqaba")).get();
    node =
        Node.start(
            new NodeSettings(
                new MemberId("m-http"),
                pack,
                data,
                true,
                Optional.empty(),
                ClusterSettings.alone("nadhir-http-it")),
            UnaryOperator.identity());
    live = new LiveLane(node, List.of());
    var journal = node.stores().journal(live.host().lane());
    var lane =
        new ServedLane(
            live.host(),
            journal,
            InstantSource.system(),
            Optional.empty(),
            SiteViews.of(live.site()),
            ShipsSeen.NONE,
            UnitPositions.NONE,
            Explanations.NONE);
    face = Face.open(node, HttpSettings.loopback(0), List.of(lane), LiveWays.of(live));
    live.host().start();
    live.host().awaitWatch(LIMIT);
    account("operator", "op-1", Role.OPERATOR);
    account("approver", "ap-1", Role.OPERATOR, Role.APPROVER);
    account("dispatcher", "di-1", Role.DISPATCHER);
  }

  private static void account(String name, String ref, Role... roles) {
    String hash = face.passwords().hash(HouseForTests.PASSWORD);
    face.accounts().add(new Account(name, new PersonRef(ref), List.of(roles), hash));
  }

  @AfterAll
  static void stop() {
    face.close();
    live.close();
    node.close();
  }

  private static ApiClient as(String name) {
    return new ApiClient(URI.create(face.url())).signIn(name);
  }

  private static ObjectNode command(String type) {
    return DomainJson.mapper().createObjectNode().put("type", type);
  }

  private static String subject(ApiClient.Got got) {
    assertEquals(200, got.status(), got::text);
    return got.json().get("subject").asText();
  }

  private static JsonNode object(ApiClient client, String kind, String id) {
    return client.get("/api/v1/lanes/live/picture").json().path("objects").path(kind).path(id);
  }

  private static ObjectNode proposal(String hazard) {
    ObjectNode propose = command("AlertCommand.Propose").put("hazard", hazard);
    propose.put("messageKey", "flood-watch").put("level", "orange").put("scope", "PUBLIC");
    propose.putArray("zones").add("shamiya");
    propose.putNull("area");
    Instant from = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
    propose
        .putObject("slots")
        .putObject("span")
        .put("type", "Slot.Span")
        .put("from", from.toString())
        .put("to", from.plus(Duration.ofHours(1)).toString());
    return propose.put("validFor", "PT2H");
  }

  @Test
  void fromACallToAnAlertThatTwoPeopleAgreedTo() {
    var operator = as("operator");
    var approver = as("approver");
    String hazard = subject(operator.give(ApiClient.openFire("smoke over Shamiya")));
    String alert = subject(operator.give(proposal(hazard).toString()));
    String approve =
        command("AlertCommand.Approve").put("alert", alert).put("revision", 1).toString();
    assertEquals(409, operator.give(approve).status());
    assertEquals("PENDING", object(operator, "alert", alert).at("/revisions/0/state").asText());
    assertEquals("403 role-missing", as("dispatcher").give(approve).problem());
    String key = "approve-once";
    var agreed = approver.give(approve, key);
    assertEquals(200, agreed.status(), agreed::text);
    assertEquals(agreed.json(), approver.give(approve, key).json());
    assertEquals("ISSUED", object(operator, "alert", alert).at("/revisions/0/state").asText());
    await()
        .atMost(LIMIT)
        .until(() -> object(operator, "alert", alert).at("/revisions/0/cap").isObject());
    var cap = operator.get("/api/v1/lanes/live/alerts/" + alert + "/1/cap.xml");
    assertTrue(cap.text().contains("urn:oasis:names:tc:emergency:cap:1.2"), cap.text());
    assertTrue(cap.text().contains("<language>ar</language>"), cap.text());
  }

  @Test
  void aZoneIsDrawnAndTakenAwayWhileTheLaneRuns() {
    var operator = as("operator");
    int before = zones(operator).size();
    ObjectNode put = command("SiteCommand.PutZone").put("zone", "new-pier").put("basedOn", 0);
    put.put("why", "the pier was built");
    String pier =
        """
        {"type": "Feature", "properties": {"id": "new-pier", "name_ar": "الرصيف الجديد",
         "name_en": "New pier", "kind": "port", "buffer_m": 200, "population_day": 50,
         "population_night": 5, "provenance": "drawn in a test"},
         "geometry": {"type": "LineString", "coordinates": [[34.98, 29.50], [34.975, 29.50]]}}
        """;
    ObjectNode drawn = DomainJson.mapper().createObjectNode().put("zone", "new-pier");
    String check = "/api/v1/lanes/live/zones/check";
    assertEquals(
        "{\"mistakes\":[],\"repair\":null}",
        operator.post(check, drawn.put("geoJson", pier).toString()).text());
    assertEquals("new-pier", subject(operator.give(put.put("geoJson", pier).toString())));
    assertEquals(before + 1, zones(operator).size());
    assertEquals(1, object(operator, "zone", "new-pier").get("version").asInt());
    var late = operator.give(put.toString());
    assertEquals("409 changed-meanwhile", late.problem());
    var remove = command("SiteCommand.RemoveZone").put("zone", "new-pier").put("basedOn", 1);
    subject(operator.give(remove.put("why", "it fell into the sea").toString()));
    assertEquals(before, zones(operator).size());
  }

  private static JsonNode zones(ApiClient client) {
    return client.get("/api/v1/lanes/live/zones").json().get("features");
  }

  @Test
  void newRulesNeedTwoPeople() {
    var operator = as("operator");
    var approver = as("approver");
    JsonNode rules = operator.get("/api/v1/lanes/live/rules").json();
    String stricter = rules.get("yaml").asText().replace("not within 60 min", "not within 50 min");
    ObjectNode propose = command("SiteCommand.ProposeRules").put("why", "last winter");
    propose.put("basedOn", rules.get("version").asInt());
    assertEquals(
        "409 site-unsound", operator.give(propose.put("yaml", "rules: 7").toString()).problem());
    assertEquals("rules", subject(operator.give(propose.put("yaml", stricter).toString())));
    assertEquals(rules.get("yaml"), operator.get("/api/v1/lanes/live/rules").json().get("yaml"));
    String approve = command("SiteCommand.ApproveRules").put("version", 1).toString();
    assertEquals("403 role-missing", operator.give(approve).problem());
    subject(approver.give(approve));
    JsonNode after = approver.get("/api/v1/lanes/live/rules").json();
    assertEquals(stricter, after.get("yaml").asText());
    assertTrue(after.get("proposal").isNull());
  }

  @Test
  void aUnitIsSentToAnIncident() {
    var dispatcher = as("dispatcher");
    ObjectNode open = command("DispatchCommand.OpenIncident").put("hazardType", "fire");
    open.putNull("hazard").put("level", "orange");
    open.putObject("place").put("latDeg", 29.53).put("lonDeg", 35.0);
    open.putNull("runCard");
    String incident = subject(dispatcher.give(open.toString()));
    String unit = dispatcher.get("/api/v1/lanes/live/site").json().at("/units/0/id").asText();
    String assignment =
        subject(
            dispatcher.give(
                command("DispatchCommand.AssignUnit")
                    .put("incident", incident)
                    .put("unit", unit)
                    .toString()));
    assertEquals("ASSIGNED", object(dispatcher, "assignment", assignment).get("state").asText());
    var again =
        dispatcher.give(
            command("DispatchCommand.AssignUnit")
                .put("incident", incident)
                .put("unit", unit)
                .toString());
    assertEquals(409, again.status(), again::text);
  }

  @Test
  void siteZonesAndLanesAreAsTheContractSays() {
    var viewer = as("dispatcher");
    assertEquals("aqaba", viewer.get("/api/v1/lanes/live/site").json().at("/info/id").asText());
    assertTrue(viewer.get("/api/v1/lanes/live/zones").json().get("features").size() > 40);
    assertEquals("live", viewer.get("/api/v1/lanes").json().get("default").asText());
    assertEquals(200, viewer.get("/health/ready").status());
    assertTrue(
        viewer
            .get("/metrics")
            .text()
            .contains("nadhir_journal_append_seconds_count{lane=\"live\"}"));
  }

  @Test
  void aDrillCommandIsRefusedInTheLiveLane() {
    face.accounts()
        .add(
            new Account(
                "coordinator",
                new PersonRef("co-1"),
                List.of(Role.COORDINATOR),
                face.passwords().hash(HouseForTests.PASSWORD)));
    var got = as("coordinator").give(command("DrillCommand.Finish").toString());
    assertEquals(409, got.status(), got::text);
  }
}
