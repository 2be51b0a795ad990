package nadhir.ops.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Role;
import nadhir.ops.lane.KeeperCall;
import nadhir.ops.site.ShipLookouts;
import nadhir.ops.track.LaneShips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ships and search areas over HTTP. */
class AroundApiTest {
  private static final String TRACKS = "/api/v1/lanes/live/tracks";
  private static final String PASSAGES = "/api/v1/lanes/live/passages";

  private HouseForTests house;
  private ApiClient viewer;
  private Lookout ais;
  private Instant now;

  @BeforeEach
  void open() throws InterruptedException {
    house = new HouseForTests();
    viewer = house.as(Role.VIEWER);
    ais = house.lookouts.on(new FeedId("ais"));
    now = house.clock.instant();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void at(String mmsi, double latDeg, double lonDeg, int navStatus, Instant when) {
    ais.hear(
        new AisMessage.Position(
            1,
            mmsi,
            Optional.of(new LatLon(latDeg, lonDeg)),
            OptionalDouble.of(190),
            OptionalDouble.of(5),
            OptionalInt.of(188),
            OptionalInt.of(navStatus),
            Optional.empty()),
        when);
  }

  private List<String> seen(String query) {
    List<String> mmsis = new ArrayList<>();
    viewer.get(TRACKS + query).json().get("tracks").forEach(t -> mmsis.add(t.get("mmsi").asText()));
    return mmsis;
  }

  @Test
  void aTrackSaysWhatItIsWhereAndSinceWhen() {
    ais.hear(
        new AisMessage.Static(
            5,
            "438000001",
            Optional.of("DEMO BOX"),
            Optional.empty(),
            OptionalInt.of(70),
            Optional.empty()),
        now);
    at("438000001", 29.47, 34.96, 0, now);
    JsonNode got = viewer.get(TRACKS).json();
    assertEquals(1, got.get("total").asInt());
    JsonNode track = got.get("tracks").get(0);
    assertEquals(
        "438000001 ais CLASS_A DEMO BOX 29.47 34.96 190.0 5.0 188 0 70 NONE false",
        String.join(
            " ",
            List.of(
                track.get("mmsi").asText(),
                track.get("feed").asText(),
                track.get("kind").asText(),
                track.get("name").asText(),
                track.at("/place/latDeg").asText(),
                track.at("/place/lonDeg").asText(),
                track.get("courseDeg").asText(),
                track.get("speedMps").asText(),
                track.get("headingDeg").asText(),
                track.get("navStatus").asText(),
                track.get("shipType").asText(),
                track.get("doubt").asText(),
                track.get("distress").asText())));
    assertEquals(now.toEpochMilli(), Instant.parse(track.get("heardAt").asText()).toEpochMilli());
  }

  @Test
  void onlyWhatLiesInTheBoxAndIsYoungEnough() {
    at("438000001", 29.47, 34.96, 0, now.minus(Duration.ofMinutes(90)));
    at("438000002", 29.40, 34.96, 0, now.minus(Duration.ofMinutes(20)));
    at("438000003", 29.40, 34.50, 0, now);
    assertEquals(List.of("438000002", "438000003"), seen(""));
    assertEquals(List.of("438000003"), seen("?age=10"));
    assertEquals(List.of("438000001", "438000002", "438000003"), seen("?age=100"));
    assertEquals(List.of("438000002"), seen("?bbox=34.9,29.3,35,29.6"));
  }

  @Test
  void whoIsInDistressIsNeverLeftOutForOthers() {
    at("438000001", 29.47, 34.96, 14, now.minus(Duration.ofMinutes(5)));
    at("438000002", 29.40, 34.96, 0, now.minus(Duration.ofMinutes(2)));
    at("438000003", 29.41, 34.96, 0, now);
    JsonNode got = viewer.get(TRACKS + "?limit=2").json();
    assertEquals(3, got.get("total").asInt());
    assertEquals(List.of("438000001", "438000003"), seen("?limit=2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bbox=1,2,3|bbox must be west,south,east,north in degrees, west below east",
        "bbox=1,2,3,NaN|bbox must be west,south,east,north in degrees, west below east",
        "bbox=35,29,34,30|bbox must be west,south,east,north in degrees, west below east",
        "bbox=34,29,35,99|bbox must be west,south,east,north in degrees, west below east",
        "age=0|age must be a whole number, 1 to 1440",
        "limit=5001|limit must be a whole number, 1 to 5000",
      })
  void aParameterThatDoesNotFitIsNamed(String query, String fault) {
    var got = viewer.get(TRACKS + "?" + query);
    assertEquals("400 contract", got.problem());
    assertEquals(List.of(fault), got.faults());
  }

  @Test
  void strangersSeeNeitherShipsNorAreas() {
    assertEquals("401 signed-out", house.stranger().get(TRACKS).problem());
    assertEquals("401 signed-out", house.stranger().get("/api/v1/lanes/live/extents").problem());
    assertEquals("401 signed-out", house.stranger().get(PASSAGES).problem());
  }

  @Test
  void anyMemberShowsTheShipsOfTheOneThatKeepsTheWatch() throws Exception {
    at("438000001", 29.47, 34.96, 0, now);
    var ask = new ShipsSeen.Ask(now, Optional.empty(), Duration.ofHours(1), 10);
    try (var standby = house.standby()) {
      var elsewhere = new LaneShips(house.vertx, standby, new ShipLookouts(List.of()));
      await().until(standby::followed);
      assertFalse(standby.keeps());
      for (int i = 0; i < 4; i++) { // whichever member the bus asks first
        var page = elsewhere.seen(ask).get(20, TimeUnit.SECONDS).orElseThrow();
        assertEquals(List.of("438000001"), page.tracks().stream().map(t -> t.mmsi()).toList());
      }
    }
  }

  private static String line(JsonNode passage) {
    return Stream.of("mmsi", "feed", "name", "zone", "what", "stayed", "already", "unheard")
        .map(field -> passage.get(field).asText())
        .collect(Collectors.joining(" "));
  }

  /** The house has one zone, 500 m around 29.53 35.00. */
  @Test
  void whoPassesAZoneIsToldAndWhoIsInItKnowsIt() {
    at("438000001", 29.53, 35.00, 1, now);
    at("438000002", 29.50, 35.00, 0, now);
    JsonNode tracks = viewer.get(TRACKS).json().get("tracks");
    assertEquals("[\"shamiya\"]", tracks.get(0).get("zones").toString());
    assertEquals("[]", tracks.get(1).get("zones").toString());
    Instant gone = now.plus(Duration.ofMinutes(4));
    house.later(Duration.ofMinutes(4));
    at("438000001", 29.54, 35.00, 0, gone);
    JsonNode all = viewer.get(PASSAGES).json();
    assertEquals(0, all.get("gone").asInt());
    assertEquals(
        List.of(
            "438000001 ais null shamiya LEFT PT4M false false",
            "438000001 ais null shamiya ENTERED null true false"),
        all.get("passages").valueStream().map(AroundApiTest::line).toList());
    assertEquals(
        all.get("passages"), viewer.get(PASSAGES + "?zone=shamiya").json().get("passages"));
    assertEquals(0, viewer.get(PASSAGES + "?zone=port").json().get("passages").size());
    assertEquals("[]", viewer.get(TRACKS + "?age=1").json().at("/tracks/0/zones").toString());
    assertEquals("400 contract", viewer.get(PASSAGES + "?zone=a%20b").problem());
  }

  @Test
  void anyMemberTellsThePassagesThatTheKeeperHeard() throws Exception {
    at("438000001", 29.53, 35.00, 1, now);
    var ask = new ShipsSeen.PassagesAsk(now, Optional.of(new ZoneId("shamiya")));
    try (var standby = house.standby()) {
      var elsewhere = new LaneShips(house.vertx, standby, new ShipLookouts(List.of()));
      await().until(standby::followed);
      var told = elsewhere.passages(ask).get(20, TimeUnit.SECONDS).orElseThrow();
      assertEquals(List.of("438000001"), told.passages().stream().map(p -> p.mmsi()).toList());
    }
  }

  @Test
  void whereNobodyListensItIsSaid() {
    house.lane.close();
    await().until(() -> !house.lane.keeps());
    assertEquals("503 no-watch", viewer.get(TRACKS).problem());
    assertEquals("503 no-watch", viewer.get(PASSAGES).problem());
  }

  /**
   * The bus asks in turn this member, which has lost the watch, and one that is about to take it.
   */
  @Test
  void whileTheWatchIsHandedOverItIsWaitedFor() throws Exception {
    house.lane.close();
    await().until(() -> !house.lane.keeps());
    var call = new KeeperCall(house.vertx, house.lane, "trial", _ -> "who lost it");
    var asked = new AtomicInteger();
    house
        .vertx
        .eventBus()
        .<String>consumer(
            "nadhir.trial." + house.lane.lane().key(),
            question -> question.reply(asked.incrementAndGet() < 5 ? "" : "who took it"));
    assertEquals(Optional.of("who took it"), call.ask("who?").get(30, TimeUnit.SECONDS));
    assertEquals(5, asked.get());
  }

  @Test
  void shipsLeaveNothingInTheJournal() {
    long before = house.journal.head().seq();
    at("438000001", 29.47, 34.96, 0, now);
    seen("");
    assertEquals(before, house.journal.head().seq());
    assertFalse(viewer.get("/api/v1/lanes/live/picture").text().contains("438000001"));
  }

  @Test
  void eachOpenHazardHasItsExtentUntilItEnds() {
    var operator = house.as(Role.OPERATOR);
    operator.give(ApiClient.openFire("in the market"));
    JsonNode got = viewer.get("/api/v1/lanes/live/extents").json();
    assertEquals(1, got.get("extents").size());
    JsonNode extent = got.get("extents").get(0);
    assertEquals("SEARCH", extent.get("kind").asText());
    assertEquals(1_000, extent.at("/area/circles/0/radiusM").asDouble());
    String id = extent.get("hazard").asText();
    operator.give(
        "{\"type\":\"HazardCommand.EndHazard\",\"hazard\":\"" + id + "\",\"why\":\"out\"}");
    assertEquals(0, viewer.get("/api/v1/lanes/live/extents").json().get("extents").size());
  }

  @Test
  void whatLimitsHaveCostIsInTheMetrics() {
    var lines =
        viewer.get("/metrics").text().lines().filter(l -> l.startsWith("nadhir_ships_")).toList();
    assertEquals(
        List.of(
            "nadhir_ships_pushed_out{lane=\"live\"} 0.0", "nadhir_ships_untold{lane=\"live\"} 0.0"),
        lines.stream().sorted().toList());
  }
}
