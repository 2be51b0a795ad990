package nadhir.ops.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadApiTest {
  private HouseForTests house;
  private ApiClient viewer;

  @BeforeEach
  void open() throws InterruptedException {
    house = new HouseForTests();
    viewer = house.as(Role.VIEWER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theLanesOfTheMemberAreListed() {
    var got = viewer.get("/api/v1/lanes");
    assertEquals(
        "{\"lanes\":[{\"key\":\"live\",\"title\":{\"ar\":\"مباشر\",\"en\":\"Live\"},"
            + "\"running\":true}],\"default\":\"live\"}",
        got.text());
  }

  @Test
  void thePictureShowsWhatWasJustAccepted() {
    house.as(Role.OPERATOR).give(ApiClient.openFire("in the market"));
    var got = viewer.get("/api/v1/lanes/live/picture");
    assertEquals("live", got.json().get("lane").asText());
    assertEquals(house.journal.head().seq(), got.json().get("seq").asLong());
    var hazard = got.json().at("/objects/hazard").elements().next();
    assertEquals("in the market", hazard.at("/detail/title").asText());
  }

  @Test
  void siteAndZonesComeAsTheyWereMade() {
    assertEquals("test", viewer.get("/api/v1/lanes/live/site").json().at("/info/id").asText());
    var zones = viewer.get("/api/v1/lanes/live/zones");
    assertEquals("application/geo+json", zones.header("Content-Type"));
    assertEquals("rules: []", viewer.get("/api/v1/lanes/live/rules").json().get("yaml").asText());
  }

  @Test
  void aDrawnZoneIsLookedAt() {
    var path = "/api/v1/lanes/live/zones/check";
    assertEquals(
        "{\"mistakes\":[],\"repair\":null}",
        viewer.post(path, "{\"zone\":\"pier\",\"geoJson\":\"{}\"}").json().toString());
    assertEquals(
        "{\"mistakes\":[{\"text\":\"zone pier:1: not JSON\",\"key\":\"zone.not-json\",\"gaps\":{}}],\"repair\":{\"geoJson\":\"{}\",\"outlines\":2,\"km2\":1.5}}",
        viewer.post(path, "{\"zone\":\"pier\",\"geoJson\":\"x\"}").json().toString());
    assertEquals(400, viewer.post(path, "{\"zone\":\"pier\"}").status());
    assertEquals(
        401, house.stranger().post(path, "{\"zone\":\"pier\",\"geoJson\":\"x\"}").status());
  }

  @Test
  void theJournalIsReadInPages() {
    var operator = house.as(Role.OPERATOR);
    for (int i = 0; i < 5; i++) {
      operator.give(ApiClient.openFire("fire " + i));
    }
    long head = house.journal.head().seq();
    var page = viewer.get("/api/v1/lanes/live/journal?from=3&limit=4").json().get("lines");
    assertEquals(4, page.size());
    assertEquals(3, page.get(0).get("seq").asLong());
    var line = house.journal.read(3, 1).getFirst();
    assertEquals(line.json(), page.get(0).get("entry").asText());
    assertEquals(line.hash(), page.get(0).get("hash").asText());
    assertTrue(
        viewer.get("/api/v1/lanes/live/journal?from=" + (head + 1)).json().get("lines").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "from=0, 'from must be a whole number, 1 or more'",
    "from=x, 'from must be a whole number, 1 or more'",
    "from=99999999999999999999, 'from must be a whole number, 1 or more'",
    "limit=0, 'limit must be a whole number, 1 to 500'",
    "limit=501, 'limit must be a whole number, 1 to 500'",
    "limit=1&limit=2, limit is given more than once",
  })
  void aParameterThatDoesNotFitIsNamed(String query, String fault) {
    var got = viewer.get("/api/v1/lanes/live/journal?" + query);
    assertEquals("400 contract", got.problem());
    assertEquals(List.of(fault), got.faults());
  }

  @Test
  void aCapDocumentComesByteForByte() {
    house.caps.put("alert-7.2", HouseForTests.utf8("<alert>سيل</alert>"));
    var got = viewer.get("/api/v1/lanes/live/alerts/alert-7/2/cap.xml");
    assertEquals("<alert>سيل</alert>", got.text());
    assertEquals("application/cap+xml", got.header("Content-Type"));
    for (String other : List.of("alert-7/1", "alert-7/0", "alert-7/x", "a%20b/1")) {
      assertEquals(
          "404 no-cap",
          viewer.get("/api/v1/lanes/live/alerts/" + other + "/cap.xml").problem(),
          other);
    }
  }

  @Test
  void theSandboxsPhonesAreShownNewestFirst() {
    var got = viewer.get("/api/v1/sandbox/messages?limit=1").json();
    assertEquals(1, got.get("messages").size());
    assertEquals(2, got.get("total").asLong());
    assertEquals(
        0, viewer.get("/api/v1/sandbox/messages?lane=drill:x").json().get("total").asLong());
    assertEquals(
        List.of("lane must be 1 to 120 of A-Z a-z 0-9 . _ : / -"),
        viewer.get("/api/v1/sandbox/messages?lane=%3Cb%3E").faults());
  }

  @Test
  void liveAndReadyTellWhatTheyKnow() {
    var stranger = house.stranger();
    assertEquals("{\"status\":\"UP\"}", stranger.get("/health/live").text());
    var ready = stranger.get("/health/ready");
    assertEquals(200, ready.status(), ready::text);
    assertTrue(ready.json().at("/lanes/0/keeps").asBoolean(), ready::text);
    house.loseStore();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> stranger.get("/health/ready").status() == 503);
    assertTrue(stranger.get("/health/ready").json().at("/lanes/0/storeAway").asBoolean());
    assertEquals(200, stranger.get("/health/live").status());
    house.storeIsBack();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> stranger.get("/health/ready").status() == 200);
  }

  @Test
  void metricsCountRequestsByTheirAddressInTheContract() {
    viewer.get("/api/v1/lanes/live/picture");
    house.as(Role.OPERATOR).give(ApiClient.openFire("x"));
    viewer.get("/api/v1/lanes/drill:guessed/picture");
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () ->
                viewer
                    .get("/metrics")
                    .text()
                    .contains(
                        "nadhir_http_requests_seconds_count{method=\"GET\","
                            + "route=\"/api/v1/lanes/{lane}/picture\",status=\"404\"} 1"));
    String text = viewer.get("/metrics").text();
    assertTrue(
        text.contains(
            "nadhir_commands_total{answer=\"accepted\",type=\"HazardCommand.OpenHazard\"} 1.0"),
        text);
    assertTrue(text.lines().noneMatch(l -> l.contains("guessed")), text);
    assertTrue(text.contains("nadhir_watch_kept{lane=\"live\"} 1.0"), text);
    assertTrue(
        text.contains("nadhir_journal_head{lane=\"live\"} " + house.journal.head().seq() + ".0"),
        text);
  }

  @Test
  void whileTheStoreIsAwayNothingIsDecidedAndTheAnswerSaysSo() {
    var operator = house.as(Role.OPERATOR);
    house.loseStore();
    var journal = viewer.get("/api/v1/lanes/live/journal");
    assertEquals("503 store-away", journal.problem());
    assertEquals("2", journal.header("Retry-After"));
    var got = operator.give(ApiClient.openFire("while away"), "away-1");
    assertEquals(503, got.status(), got::text);
    house.storeIsBack();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> operator.give(ApiClient.openFire("while away"), "away-1").status() == 200);
  }

  @Test
  void twiliosCallbackIsHandedOverAsItCame() {
    String form = "MessageSid=SM1&MessageStatus=delivered&Body=+two++blanks+&x=%D8%B3%26%3D";
    assertEquals(204, twilio(form, "good").status());
    var callback = house.callbacks.getLast();
    assertEquals(
        "http://127.0.0.1:" + house.face.port() + "/api/v1/twilio/status?lane=live",
        callback.url().toString());
    assertEquals(
        List.of(
            Map.entry("MessageSid", "SM1"),
            Map.entry("MessageStatus", "delivered"),
            Map.entry("Body", " two  blanks "),
            Map.entry("x", "س&=")),
        callback.form());
    assertEquals("403 signature", twilio(form, "forged").problem());
    assertEquals("413 too-large", twilio("x=" + "y".repeat(300_000), "good").problem());
  }

  private ApiClient.Got twilio(String form, String signature) {
    var stranger = house.stranger();
    return stranger.send(
        stranger
            .request(
                "/api/v1/twilio/status?lane=live",
                "Content-Type",
                "application/x-www-form-urlencoded; charset=utf-8",
                "X-Twilio-Signature",
                signature)
            .POST(HttpRequest.BodyPublishers.ofString(form)),
        "");
  }
}
