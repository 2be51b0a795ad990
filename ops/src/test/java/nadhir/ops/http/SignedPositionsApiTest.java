package nadhir.ops.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import nadhir.core.feed.posted.PostedFeed;
import nadhir.core.id.FeedId;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where units are, told by sources that sign: for which units, how often, and by whom not. */
class SignedPositionsApiTest {
  private static final AtomicInteger NONCES = new AtomicInteger();
  private static final String ADDRESS = "/api/v1/positions";
  private static final String FEED = "fleet";

  private HouseForTests house;
  private ApiClient client;
  private Instant now;

  @BeforeEach
  void open() throws InterruptedException {
    house = new HouseForTests();
    client = house.stranger();
    now = house.clock.instant();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Signed signed() {
    return new Signed(
        HouseForTests.SECRET,
        FEED,
        String.valueOf(now.getEpochSecond()),
        "positions-" + NONCES.incrementAndGet(),
        "",
        List.of());
  }

  private ApiClient.Got post(Signed signed, String... positions) {
    return post(ADDRESS, signed, "{\"positions\": [" + String.join(",", positions) + "]}");
  }

  private ApiClient.Got post(String address, Signed signed, String body) {
    return client.send(
        client
            .request(address, signed.headers(body))
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        body);
  }

  private static String position(String unit, double latDeg, Instant at) {
    return """
        {"unit": "%s", "place": {"latDeg": %s, "lonDeg": 35.0}, "at": "%s", "accuracyM": 8}"""
        .formatted(unit, latDeg, at);
  }

  private static String told(ApiClient.Got got) {
    JsonNode taken = got.json();
    List<String> refused = new ArrayList<>();
    taken
        .path("refused")
        .forEach(
            r ->
                refused.add(
                    r.get("position")
                        + " "
                        + r.get("unit").asText()
                        + " "
                        + r.get("reason").asText()));
    return got.status() + " " + taken.path("taken") + " " + taken.path("repeated") + " " + refused;
  }

  private List<String> shown() {
    List<String> units = new ArrayList<>();
    house
        .as(Role.VIEWER)
        .get("/api/v1/lanes/live/positions")
        .json()
        .get("units")
        .forEach(u -> units.add(u.get("unit").asText() + " " + u.at("/place/latDeg")));
    return units;
  }

  @Test
  void whatASourceSignsOfItsUnitsIsTakenAndRepeatedItIsHarmless() {
    assertEquals(
        "200 2 0 []",
        told(
            post(
                signed(),
                position("amb-1", 29.54, now.minusSeconds(30)),
                position("amb-1", 29.53, now))));
    assertEquals("200 0 1 []", told(post(signed(), position("amb-1", 29.53, now))));
    assertEquals(List.of("amb-1 29.53"), shown());
  }

  @Test
  void aSourceSpeaksForItsOwnUnitsOnlyAndIsNotToldWhichOthersThereAre() {
    assertEquals(
        "200 1 0 [0 amb-2 FOREIGN_UNIT, 2 amb-9 FOREIGN_UNIT, 3 amb-1 STALE]",
        told(
            post(
                signed(),
                position("amb-2", 29.53, now),
                position("amb-1", 29.53, now),
                position("amb-9", 29.53, now),
                position("amb-1", 29.53, now.minus(Duration.ofMinutes(11))))));
    assertEquals(List.of("amb-1 29.53"), shown());
    String metrics = house.as(Role.VIEWER).get("/metrics").text();
    assertTrue(
        metrics.lines().anyMatch(l -> l.contains("\"fleet\"") && l.contains("FOREIGN_UNIT")),
        metrics);
  }

  @Test
  void whatIsNotSignedAsItMustBeIsAnsweredAlike() {
    String here = position("amb-1", 29.53, now);
    for (Signed wrong :
        List.of(
            signed().secret("another secret of the right length."),
            signed().feed("nobody"),
            signed().feed("port-control"),
            signed().without("X-Nadhir-Feed"),
            signed().without("X-Nadhir-Signature"),
            signed().at(now.minus(Duration.ofSeconds(302))),
            signed().overBody("{\"positions\":[]}"))) {
      assertEquals("401 signature", post(wrong, here).problem(), wrong.toString());
    }
    assertEquals(List.of(), shown());
    var session = house.as(Role.DISPATCHER).post(ADDRESS, "{\"positions\": [" + here + "]}");
    assertEquals("401 signature", session.problem(), "a session is no signature");
  }

  @Test
  void whoTellsWhereUnitsAreTellsOfNoHazardAndIsNoDispatcher() {
    assertEquals("401 signature", post("/api/v1/reports", signed(), "{\"reports\":[]}").problem());
    List<String> headers = new ArrayList<>(List.of(signed().headers("{}")));
    headers.addAll(List.of("X-Nadhir-Request", "1"));
    var asPerson =
        client.send(
            client
                .request("/api/v1/lanes/live/positions", headers.toArray(String[]::new))
                .POST(HttpRequest.BodyPublishers.ofString("{}")),
            "{}");
    assertEquals("401 signed-out", asPerson.problem());
  }

  @Test
  void aPostThatIsReplayedIsRefusedEvenWithAnotherBody() {
    Signed once = signed();
    assertEquals(200, post(once, position("amb-1", 29.53, now)).status());
    assertEquals("403 replayed", post(once, position("amb-1", 29.53, now)).problem());
    assertEquals("403 replayed", post(once, position("amb-1", 29.54, now)).problem());
  }

  @Test
  void whoeverPostsTooOftenIsSlowedDown() {
    String problem = "";
    for (int i = 0; i <= 300; i++) {
      problem = post(signed()).problem();
    }
    assertEquals("429 too-often", problem);
  }

  @Test
  void aBodyThatIsNotAsItMustBe() {
    assertEquals("400 contract", post(ADDRESS, signed(), "{\"reports\":[]}").problem());
    assertEquals("400 contract", post(signed(), position("amb-1", 91, now)).problem());
    assertEquals("400 malformed", post(ADDRESS, signed(), "{\"positions\":[").problem());
  }

  @Test
  void nothingAtAllIsASignOfLife() {
    var heard = new AtomicReference<String>();
    house
        .vertx
        .eventBus()
        .<String>consumer(PostedFeed.address(new FeedId(FEED)), m -> heard.set(m.body()));
    assertEquals("200 0 0 []", told(post(signed())));
    await().until(() -> FEED.equals(heard.get()));
  }

  @Test
  void whereTheTracksAreAwayItIsSaid() {
    house.tracks.goAway();
    assertEquals("503 no-tracks", post(signed(), position("amb-1", 29.53, now)).problem());
  }
}
