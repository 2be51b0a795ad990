package nadhir.ops.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import nadhir.core.feed.posted.PostedFeed;
import nadhir.core.id.FeedId;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What sources push: who may, what is taken, and what is told about the rest. */
class ReportsApiTest {
  private static final AtomicInteger NONCES = new AtomicInteger();
  private static final String FEED = "port-control";

  private static HouseForTests house;
  private static ApiClient client;

  @BeforeAll
  static void open() throws InterruptedException {
    house = new HouseForTests();
    client = house.stranger();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  // What is taken

  @Test
  void aDistressCallIsInTheJournalWhenItIsAnswered() {
    var got = post(reports(distress("vhf-118")));
    assertEquals(200, got.status(), got::text);
    assertEquals("port-control:vhf-118", got.json().at("/reports/0/id").asText());
    String entry = entry(got.json().at("/reports/0/seq").asLong());
    assertTrue(entry.contains("\"id\":\"port-control:vhf-118\""), entry);
    assertTrue(entry.contains("\"kind\":\"CALL\"") && entry.contains("\"persons\":3"), entry);
    assertTrue(entry.contains("Actor.Feed"), entry);
  }

  @Test
  void everyKindIsTakenAndOneThatIsRepeatedIsHarmless() {
    String all =
        reports(
            distress("all-1"),
            "{'type':'felt','id':'c-17','at':'NOW','place':{'latDeg':29.5,'lonDeg':35},'mmi':5}",
            stated("fire-9", "'place':{'latDeg':29.5,'lonDeg':35}"),
            stated(
                "fire-10",
                "'area':{'polygons':[{'outer':[{'latDeg':29,'lonDeg':35},{'latDeg':29,'lonDeg':36},"
                    + "{'latDeg':30,'lonDeg':36},{'latDeg':29,'lonDeg':35}],'holes':[]}],'circles':[]}"),
            "{'type':'gauge','gauge':'Y1','at':'NOW','stageM':0.9}",
            "{'type':'gauge','gauge':'RG1','at':'NOW','rainMm':4.2,'overS':300}",
            "{'type':'withdrawal','id':'fire-9','hazardType':'fire','at':'NOW'}");
    var first = post(all);
    assertEquals(200, first.status(), first::text);
    assertEquals(7, first.json().path("reports").size());
    var again = post(all);
    assertEquals(200, again.status(), again::text);
    assertTrue(
        again.json().at("/reports/0/seq").asLong() > first.json().at("/reports/6/seq").asLong());
  }

  @Test
  void nothingAtAllIsASignOfLife() {
    var heard = new AtomicReference<String>();
    house
        .vertx
        .eventBus()
        .<String>consumer(PostedFeed.address(new FeedId(FEED)), m -> heard.set(m.body()));
    var got = post("{\"reports\":[]}");
    assertEquals(200, got.status(), got::text);
    await().until(() -> FEED.equals(heard.get()));
  }

  @Test
  void aSecretThatIsBeingChangedOverStillCounts() {
    var got = post(reports(distress("old-1")), signed().secret(HouseForTests.OLD_SECRET));
    assertEquals(200, got.status(), got::text);
  }

  // Who may post

  @Test
  void whatIsNotSignedAsItMustBeIsAnsweredAlike() {
    String body = reports(distress("forged"));
    long head = house.journal.head().seq();
    for (Signed wrong :
        List.of(
            signed().secret("another secret of the right length."),
            signed().feed("nobody"),
            signed().feed("silent"),
            signed().feed("ships"),
            signed().without("X-Nadhir-Feed"),
            signed().without("X-Nadhir-Time"),
            signed().without("X-Nadhir-Nonce"),
            signed().without("X-Nadhir-Signature"),
            signed().time("soon"),
            signed().nonce("short"),
            signed().nonce("has a blank"),
            signed().at(house.clock.instant().minus(Duration.ofSeconds(302))),
            signed().at(house.clock.instant().plus(Duration.ofSeconds(302))),
            signed().overBody("{\"reports\":[]}"))) {
      var got = post(body, wrong);
      assertEquals("401 signature", got.problem(), wrong.toString());
      assertEquals(
          "It is not signed by a feed that posts here, or not now.",
          got.json().path("detail").asText());
    }
    assertEquals(head, house.journal.head().seq());
  }

  @Test
  void aSignatureHoldsForItsOwnFeedTimeAndNonceOnly() {
    String body = reports(distress("moved"));
    Signed good = signed();
    assertEquals("401 signature", post(body, good.claiming("X-Nadhir-Feed", "silent")).problem());
    assertEquals(
        "401 signature", post(body, good.claiming("X-Nadhir-Nonce", "another-nonce")).problem());
    String later = String.valueOf(house.clock.instant().getEpochSecond() + 1);
    assertEquals("401 signature", post(body, good.claiming("X-Nadhir-Time", later)).problem());
  }

  @Test
  void aClockMayBeFiveMinutesOff() {
    for (int seconds : new int[] {-299, 299}) {
      var got =
          post(
              reports(distress("clock" + seconds)),
              signed().at(house.clock.instant().plusSeconds(seconds)));
      assertEquals(200, got.status(), got::text);
    }
  }

  @Test
  void aPostThatIsReplayedIsRefusedEvenWithAnotherBody() {
    Signed once = signed();
    assertEquals(200, post(reports(distress("once")), once).status());
    assertEquals("403 replayed", post(reports(distress("once")), once).problem());
    assertEquals("403 replayed", post(reports(distress("twice")), once).problem());
  }

  @Test
  void aSessionIsNoSignature() {
    var got = house.as(Role.OPERATOR).post("/api/v1/reports", reports(distress("session")));
    assertEquals("401 signature", got.problem());
  }

  // What is told about the rest

  @Test
  void eachReportThatCannotBeUsedIsToldAndNoneIsTaken() {
    long head = house.journal.head().seq();
    var got =
        post(
            reports(
                distress("good-one"),
                stated("f-1", "'place':{'latDeg':29.5,'lonDeg':35}").replace("'fire'", "'fyre'"),
                "{'type':'gauge','gauge':'Y9','at':'NOW','stageM':1}",
                "{'type':'gauge','gauge':'Y1','at':'NOW','stageM':1,'rainMm':1}",
                distress("ahead").replace("NOW", "2099-01-01T00:00:00Z"),
                stated("f-2", "'place':{'latDeg':29.5,'lonDeg':35},'until':'2001-01-01T00:00:00Z'"),
                "{'type':'gauge','gauge':'RG1','at':'NOW','rainMm':1}"));
    assertEquals("400 contract", got.problem());
    String now = house.clock.instant().toString();
    assertEquals(
        List.of(
            "#/reports/1 the site has no hazard type 'fyre', did you mean 'fire'?",
            "#/reports/2 the site has no gauge 'Y9', did you mean 'Y1'?",
            "#/reports/3 NO_VALUE: report 4: either water ('stageM', 'flowM3ps') or rain ('rainMm') is"
                + " needed",
            "#/reports/4 BAD_TIME: it lies ahead of " + now,
            "#/reports/5 BAD_TIME: report 6 (f-2): 'until' lies before 'onset'",
            "#/reports/6 BAD_REPORT: report 7: 'overS' is missing"),
        got.faults());
    assertEquals(head, house.journal.head().seq());
  }

  @Test
  void whatBreaksTheContractIsToldByItsPlace() {
    var got =
        post(
            reports(
                distress("c-1").replace("29.47", "95"),
                distress("c-2").replace("'persons':3", "'persons':'three','x':1"),
                "{'type':'nothing'}"));
    assertEquals("400 contract", got.problem());
    assertTrue(
        got.faults().stream().anyMatch(f -> f.startsWith("#/reports/0/place/latDeg ")),
        got.faults().toString());
    assertTrue(
        got.faults().stream().anyMatch(f -> f.startsWith("#/reports/1/persons ")),
        got.faults().toString());
    assertTrue(
        got.faults().stream().anyMatch(f -> f.startsWith("#/reports/2")), got.faults().toString());
    assertEquals("400 contract", post("[]").problem());
    assertEquals("400 contract", post("{\"reports\":{}}").problem());
    assertEquals("400 malformed", post("{\"reports\":[").problem());
    assertEquals("400 malformed", post("[".repeat(10_000)).problem());
  }

  @Test
  void moreThanAHundredReportsAndMoreThanTheLimitOfBytesAreRefused() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      many.add(distress("many-" + i));
    }
    assertEquals("400 contract", post(reports(many.toArray(String[]::new))).problem());
    assertEquals("413 too-large", post("x".repeat(300_000)).problem());
  }

  @Test
  void anotherContentTypeIsNotTaken() {
    var text =
        client.send(
            client
                .request("/api/v1/reports", "Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x")),
            "x");
    assertEquals(415, text.status());
  }

  @Test
  void whoeverForgesIsSlowedDownAndWhoeverPostsTooOftenToo() throws InterruptedException {
    try (var own = new HouseForTests()) {
      var guest = own.stranger();
      String problem = "";
      for (int i = 0; i < 25; i++) {
        problem = post(guest, "{}", signed().at(own.clock.instant()).secret("x")).problem();
      }
      assertEquals("429 too-often", problem);
      assertEquals(200, post(guest, "{\"reports\":[]}", signed()).status());
      for (int i = 0; i < 300; i++) {
        problem = post(guest, "{\"reports\":[]}", signed().at(own.clock.instant())).problem();
      }
      assertEquals("429 too-often", problem);
      own.later(Duration.ofSeconds(1));
      assertEquals(200, post(guest, "{\"reports\":[]}", signed().at(own.clock.instant())).status());
    }
  }

  @Test
  void withoutTheStoreNothingIsTakenAndAllIsTakenOnceItIsBack() throws InterruptedException {
    try (var own = new HouseForTests()) {
      var guest = own.stranger();
      own.loseStore();
      var away = post(guest, reports(distress("away")), signed().at(own.clock.instant()));
      assertEquals(503, away.status(), away::text);
      own.storeIsBack();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  post(guest, reports(distress("away")), signed().at(own.clock.instant())).status()
                      == 200);
    }
  }

  // What the tests are written with

  private static String entry(long seq) {
    JsonNode line =
        house
            .as(Role.OPERATOR)
            .get("/api/v1/lanes/live/journal?from=" + seq + "&limit=1")
            .json()
            .at("/lines/0/entry");
    return line.asText();
  }

  private static String distress(String id) {
    return "{'type':'distress','id':'"
        + id
        + "','at':'NOW','kind':'CALL','place':{'latDeg':29.47,'lonDeg':34.969},"
        + "'mmsi':'438123456','persons':3,'title':'sinking'}";
  }

  private static String stated(String id, String where) {
    return "{'type':'stated','id':'"
        + id
        + "','at':'NOW','hazardType':'fire','severity':'SEVERE','onset':'NOW','language':'ar','title':'حريق',"
        + where
        + "}";
  }

  /** {@code NOW} is now, {@code '} a quote. */
  private static String reports(String... reports) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return "{\"reports\":["
        + String.join(",", reports).replace('\'', '"').replace("NOW", now)
        + "]}";
  }

  private static Signed signed() {
    return new Signed(
        HouseForTests.SECRET,
        FEED,
        String.valueOf(house.clock.instant().getEpochSecond()),
        "nonce-number-" + NONCES.incrementAndGet(),
        "",
        List.of());
  }

  private static ApiClient.Got post(String body) {
    return post(body, signed());
  }

  private static ApiClient.Got post(String body, Signed signed) {
    return post(client, body, signed);
  }

  private static ApiClient.Got post(ApiClient from, String body, Signed signed) {
    return from.send(
        from.request("/api/v1/reports", signed.headers(body))
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        body);
  }
}
