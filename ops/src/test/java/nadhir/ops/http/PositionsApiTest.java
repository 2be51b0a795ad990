package nadhir.ops.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.event.SiteEvent;
import nadhir.core.geo.LatLon;
import nadhir.core.id.PersonRef;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.journal.Head;
import nadhir.core.journal.JournalCodec;
import nadhir.core.journal.Line;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;
import nadhir.core.track.UnitFix;
import nadhir.core.watch.WatchView;
import nadhir.ops.lane.LaneHost;
import nadhir.ops.track.LaneUnits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Response units over HTTP: what is taken, what is refused, what gets into the journal. */
class PositionsApiTest {
  private static final String POSITIONS = "/api/v1/lanes/live/positions";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private HouseForTests house;
  private ApiClient dispatcher;
  private Instant now;

  @BeforeEach
  void open() throws InterruptedException {
    house = new HouseForTests();
    dispatcher = house.as(Role.DISPATCHER);
    now = house.clock.instant();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String position(String unit, double latDeg, Instant at, double accuracyM) {
    return """
        {"unit": "%s", "place": {"latDeg": %s, "lonDeg": 35.0}, "at": "%s", "accuracyM": %s}"""
        .formatted(unit, latDeg, at, accuracyM);
  }

  private ApiClient.Got post(String... positions) {
    return dispatcher.post(POSITIONS, "{\"positions\": [" + String.join(",", positions) + "]}");
  }

  /** What the journal has of units, in order. */
  private List<String> journaled() {
    List<String> news = new ArrayList<>();
    var codec = new JournalCodec(new Lane.Live());
    String hash = Head.GENESIS;
    for (Line line : house.journal.read(1, 1_000)) {
      switch (codec.decode(line, hash).event()) {
        case Input.UnitHeard h -> news.add(h.unit() + " " + h.place().latDeg() + " " + h.zones());
        case Input.UnitSilent s -> news.add(s.unit() + " silent");
        default -> {}
      }
      hash = line.hash();
    }
    return news;
  }

  private void awaitJournal(String... news) {
    await().atMost(LIMIT).untilAsserted(() -> assertEquals(List.of(news), journaled()));
  }

  @Test
  void aPositionIsTakenShownToEverybodyAndJournaledWhereItIsNews() {
    JsonNode taken =
        post(
                position("amb-1", 29.54, now.minusSeconds(60), 8),
                position("amb-1", 29.53, now.minusSeconds(30), 8),
                position("amb-1", 29.5301, now, 8))
            .json();
    assertEquals("3 0 0", told(taken));
    JsonNode unit = house.as(Role.VIEWER).get(POSITIONS).json().get("units").get(0);
    assertEquals("amb-1", unit.get("unit").asText());
    assertEquals(29.5301, unit.at("/place/latDeg").asDouble());
    assertEquals("[\"shamiya\"]", unit.get("zones").toString());
    awaitJournal("amb-1 29.54 []", "amb-1 29.53 [shamiya]");
  }

  private static String told(JsonNode taken) {
    return taken.get("taken") + " " + taken.get("repeated") + " " + taken.get("refused").size();
  }

  @Test
  void toSendAgainIsHarmless() {
    post(position("amb-1", 29.53, now, 8));
    assertEquals("0 1 0", told(post(position("amb-1", 29.53, now, 8)).json()));
    post(position("amb-2", 29.53, now, 8));
    awaitJournal("amb-1 29.53 [shamiya]", "amb-2 29.53 [shamiya]");
  }

  @ParameterizedTest
  @CsvSource({
    "amb-9, 29.53,    0,   8, UNKNOWN_UNIT",
    "amb-1, 29.53,   60,   8, AHEAD",
    "amb-1, 29.53, -700,   8, STALE",
    "amb-1, 29.53,    0, 900, INACCURATE",
    "amb-1, 29.99,   -5,   8, TOO_FAR",
    "amb-1, 29.53,  -20,   8, OUT_OF_ORDER"
  })
  void whatCannotBeUsedIsToldAndCountedAndCostsNoOther(
      String unit, double latDeg, int seconds, double accuracyM, String reason) {
    post(position("amb-1", 29.53, now.minusSeconds(10), 8));
    JsonNode taken =
        post(
                position(unit, latDeg, now.plusSeconds(seconds), accuracyM),
                position("amb-2", 29.53, now, 8))
            .json();
    assertEquals("1 0 1", told(taken));
    JsonNode refused = taken.get("refused").get(0);
    assertEquals(
        "0 " + unit + " " + reason,
        refused.get("position")
            + " "
            + refused.get("unit").asText()
            + " "
            + refused.get("reason").asText());
    String metrics = house.as(Role.VIEWER).get("/metrics").text();
    assertTrue(
        metrics
            .lines()
            .anyMatch(l -> l.contains("rejected") && l.contains("\"units\"") && l.contains(reason)),
        metrics);
  }

  @Test
  void onlyWhoDispatchesTellsWhereUnitsAre() {
    var viewer = house.as(Role.VIEWER);
    String body = "{\"positions\": [" + position("amb-1", 29.53, now, 8) + "]}";
    assertEquals("403 role-missing", viewer.post(POSITIONS, body).problem());
    assertEquals(401, house.stranger().post(POSITIONS, body).status());
    assertEquals(401, house.stranger().get(POSITIONS).status());
    assertEquals(404, dispatcher.post("/api/v1/lanes/none/positions", body).status());
    assertEquals(0, viewer.get(POSITIONS).json().get("units").size());
  }

  @Test
  void aBodyThatIsNotAsItMustBe() {
    String whole = position("amb-1", 29.53, now, 8);
    for (String broken :
        List.of(
            whole.replace("29.53", "91"),
            whole.replace("\"accuracyM\": 8.0", "\"accuracyM\": -1"),
            whole.replace(", \"accuracyM\": 8.0", ""),
            whole.replace("\"accuracyM\"", "\"speedMps\": \"fast\", \"accuracyM\""),
            whole.replace("\"unit\"", "\"crew\": 3, \"unit\""),
            String.join(",", Collections.nCopies(501, whole)))) {
      assertEquals("400 contract", post(broken).problem(), broken);
    }
    assertEquals("0 0 0", told(post().json()));
  }

  @Test
  void whatADeviceSaysOfItsMovementIsShown() {
    post(
        position("amb-1", 29.53, now, 8)
            .replace("}, \"at\"", "}, \"speedMps\": 12.5, \"headingDeg\": 270, \"at\""));
    JsonNode unit = dispatcher.get(POSITIONS).json().get("units").get(0);
    assertEquals("12.5 270.0", unit.get("speedMps") + " " + unit.get("headingDeg"));
  }

  @Test
  void aZoneThatAppearsRoundAUnitIsNewsAndSoIsSilence() {
    post(position("amb-1", 29.53, now, 8));
    awaitJournal("amb-1 29.53 [shamiya]");
    house.zones =
        List.of(
            HouseForTests.zone("cordon", new LatLon(29.53, 35.00), 200),
            HouseForTests.zone("shamiya", new LatLon(29.53, 35.00), 500));
    var drawn =
        new SiteEvent.ZoneChanged(
            new ZoneId("cordon"), 1, Optional.of("{}"), new PersonRef("op-1"), "a leak");
    house.units.durable(
        List.of(new Entry(9, now, new Actor.House("site"), 9, drawn)),
        List.of(),
        new WatchView(Head.EMPTY, now, Optional.empty(), List.of(), ""));
    awaitJournal("amb-1 29.53 [shamiya]", "amb-1 29.53 [cordon, shamiya]");
    var followed = new AtomicLong();
    house.lane.listen((entries, _, _) -> followed.set(entries.getLast().seq()));
    assertEquals(1, house.units.sweep(now.plus(Duration.ofMinutes(10))));
    awaitJournal("amb-1 29.53 [shamiya]", "amb-1 29.53 [cordon, shamiya]", "amb-1 silent");
    await().atMost(LIMIT).until(() -> followed.get() == house.journal.head().seq());
    assertEquals(0, house.units.sweep(now.plus(Duration.ofMinutes(11))), "once");
    assertTrue(dispatcher.get(POSITIONS).json().get("units").get(0).get("silent").asBoolean());
  }

  private static UnitFix fix(Instant at) {
    return new UnitFix(
        new UnitId("amb-1"),
        new LatLon(29.53, 35.0),
        at,
        8,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  @Test
  void anotherMemberTakesWordsTooAndNothingIsSaidTwiceWhenItKeepsTheWatch() throws Exception {
    LaneHost standby = house.standby();
    LaneUnits elsewhere = house.units(standby);
    try {
      standby.listen(elsewhere);
      await().atMost(LIMIT).until(standby::followed);
      assertEquals(1, elsewhere.take(List.of(fix(now))).orElseThrow().taken());
      awaitJournal("amb-1 29.53 [shamiya]");
      assertEquals("0 1 0", told(post(position("amb-1", 29.53, now, 8)).json()), "here as there");
      await().atMost(LIMIT).until(() -> standby.picture().seq() >= house.lane.picture().seq());
      house.lane.close();
      await().atMost(LIMIT).until(standby::keeps);
      var page = elsewhere.followed().orElseThrow();
      assertEquals(List.of(new ZoneId("shamiya")), page.units().getFirst().zones());
      house.later(Duration.ofMinutes(5));
      elsewhere.sweep(house.clock.instant());
      var next = fix(house.clock.instant());
      assertEquals(1, elsewhere.take(List.of(next)).orElseThrow().taken());
      assertEquals(List.of("amb-1 29.53 [shamiya]"), journaled(), "nothing twice");
    } finally {
      elsewhere.close();
      standby.close();
    }
  }

  @Test
  void positionsAreTakenWhileNobodyKeepsTheWatchAndToldWhenSomebodyDoes() {
    house.lane.close();
    assertEquals("1 0 0", told(post(position("amb-1", 29.53, now, 8)).json()));
    assertEquals(1, dispatcher.get(POSITIONS).json().get("units").size());
    LaneHost standby = house.standby();
    LaneUnits elsewhere = house.units(standby);
    try {
      standby.listen(elsewhere);
      await().atMost(LIMIT).until(standby::keeps);
      assertEquals(List.of(), journaled());
      assertEquals(1, elsewhere.sweep(now.plusSeconds(20)));
      awaitJournal("amb-1 29.53 [shamiya]");
    } finally {
      elsewhere.close();
      standby.close();
    }
  }

  @Test
  void whereTheTracksAreAwayItIsSaid() {
    house.tracks.goAway();
    assertEquals("503 no-tracks", post(position("amb-1", 29.53, now, 8)).problem());
    assertEquals("503 no-tracks", dispatcher.get(POSITIONS).problem());
    assertEquals(0, house.units.sweep(now));
  }
}
