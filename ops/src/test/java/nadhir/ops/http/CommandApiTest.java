package nadhir.ops.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommandApiTest {
  private static HouseForTests house;
  private static ApiClient operator;

  @BeforeAll
  static void open() throws InterruptedException {
    house = new HouseForTests();
    operator = house.as(Role.OPERATOR);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void anAcceptedCommandIsAnsweredWithItsEntryAndWhatItMade() {
    var got = operator.give(ApiClient.openFire("a fire"));
    assertEquals(200, got.status(), got::text);
    long seq = got.json().get("seq").asLong();
    assertEquals("haz-" + seq, got.json().get("subject").asText());
    var line = operator.get("/api/v1/lanes/live/journal?from=" + seq + "&limit=1");
    String entry = line.json().at("/lines/0/entry").asText();
    assertTrue(entry.contains("\"who\":\"operator-1\""), entry);
    assertTrue(entry.contains("\"roles\":[\"OPERATOR\"]"), entry);
  }

  @Test
  void aRepeatGetsTheFirstAnswerAndChangesNothing() {
    var first = operator.give(ApiClient.openFire("once"), "repeat-1");
    long head = house.journal.head().seq();
    var again = operator.give(ApiClient.openFire("once"), "repeat-1");
    assertEquals(first.json(), again.json());
    assertEquals(head, house.journal.head().seq());
    var other = operator.give(ApiClient.openFire("once"), "repeat-2");
    assertNotEquals(first.json(), other.json());
  }

  @Test
  void aRefusalIsAConflictWithItsReasonAndTheEntryThatTellsOfIt() {
    var got =
        operator.give(
            "{\"type\":\"HazardCommand.EndHazard\",\"hazard\":\"haz-0\",\"why\":\"over\"}");
    assertEquals("409 unknown-hazard", got.problem());
    assertTrue(got.json().get("seq").asLong() > 0);
    assertTrue(got.json().get("detail").asText().endsWith("."), got::text);
    var repeat =
        operator.give(
            "{\"type\":\"HazardCommand.EndHazard\",\"hazard\":\"haz-0\",\"why\":\"over\"}");
    assertEquals("409 unknown-hazard", repeat.problem());
  }

  @Test
  void withoutAKeyNothingIsTaken() {
    long head = house.journal.head().seq();
    var got = operator.post("/api/v1/lanes/live/commands", ApiClient.openFire("keyless"));
    assertEquals("400 contract", got.problem());
    assertEquals(
        List.of("Idempotency-Key is needed: one per intention, the same when it is sent again"),
        got.faults());
    var bad = operator.give(ApiClient.openFire("bad key"), "with blank");
    assertEquals("400 contract", bad.problem());
    assertEquals(head, house.journal.head().seq());
  }

  @Test
  void everyPlaceThatBreaksTheContractIsNamed() {
    var got =
        operator.give(
            """
            {"type":"AlertCommand.Propose","hazard":3,"messageKey":"","level":"r ed",
             "scope":"EVERYBODY","zones":["ok","not ok"],
             "area":{"polygons":[{"outer":[{"latDeg":99,"lonDeg":35}],"holes":[]}],"circles":[]},
             "slots":{"a/b":{"type":"Slot.Time","at":"noon"}},"validFor":"1h","more":1}""");
    assertEquals("400 contract", got.problem());
    assertEquals(
        List.of(
            "#",
            "#/area/polygons/0/outer",
            "#/area/polygons/0/outer/0/latDeg",
            "#/hazard",
            "#/level",
            "#/messageKey",
            "#/scope",
            "#/slots/a~1b/at",
            "#/validFor",
            "#/zones/1"),
        got.faults().stream().map(f -> f.split(" ")[0]).sorted().toList(),
        got::text);
  }

  @Test
  void whatOnlyTheRecordKnowsIsAFaultWithItsPlaceToo() {
    var got =
        operator.give(
            """
            {"type":"AlertCommand.Propose","hazard":null,"messageKey":"m","level":"red",
             "scope":"PUBLIC","zones":[],
             "area":{"polygons":[{"outer":[{"latDeg":29,"lonDeg":35},{"latDeg":29.1,"lonDeg":35},
               {"latDeg":29.1,"lonDeg":35.1},{"latDeg":29,"lonDeg":35.1}],"holes":[]}],"circles":[]},
             "slots":{},"validFor":"PT1H"}""");
    assertEquals("400 contract", got.problem());
    assertEquals(1, got.faults().size());
    assertTrue(got.faults().getFirst().startsWith("#/area/polygons/0"), got::text);
    assertTrue(got.faults().getFirst().endsWith("must be closed"), got::text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                    | # required property 'type' not found",
        "[]                                    | # must be an object",
        "7                                     | # must be an object",
        "{\"type\":\"AlertCommand.Aprove\"}      | #/type is no type of Command, did you mean 'AlertCommand.Approve'?",
        "{\"type\":\"java.lang.Runtime\"}        | #/type is no type of Command",
        "{\"type\":7}                          | #/type is no type of Command",
        "{\"type\":\"DrillCommand.Hold\",\"why\":7} | #/why integer found, string expected",
      })
  void aBodyOfNoKnownKindIsTold(String body, String fault) {
    var got = house.as(Role.COORDINATOR).give(body);
    assertEquals("400 contract", got.problem());
    assertEquals(List.of(fault), got.faults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                       | The body is empty.",
        "`   `                    | The body is empty.",
        "`{`                      | The body is not well-formed JSON at line 1, column 2.",
        "`{\"a\":1,\"a\":2}`      | The body is not well-formed JSON at line 1, column 11.",
        "`{\"a\":NaN}`            | The body is not well-formed JSON at line 1, column 9.",
        "`{} {}`                  | The body is not well-formed JSON at line 1, column 4.",
      })
  void whatIsNoJsonIsToldWithItsPlace(String body, String detail) {
    var got = operator.give(body);
    assertEquals("400 malformed", got.problem());
    assertEquals(detail, got.json().get("detail").asText());
  }

  /** Found by trial: it was quadratic in the number of faults, and stood on the event loop. */
  @Test
  void aBodyThatIsWrongAtEachLetterIsAnsweredSoonAndHoldsNobodyUp() throws Exception {
    var slots = new StringBuilder("{\"type\":\"AlertCommand.Propose\",\"slots\":{");
    for (int i = 0; slots.length() < 250_000; i++) {
      slots.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":{}");
    }
    var wrong = CompletableFuture.supplyAsync(() -> operator.give(slots.append("}}").toString()));
    while (!wrong.isDone()) {
      long asked = System.nanoTime();
      assertEquals(200, house.stranger().get("/health/live").status());
      assertTrue(System.nanoTime() - asked < 2_000_000_000L, "the event loop was held up");
    }
    assertEquals("400 contract", wrong.get().problem());
    assertEquals(Problem.MAX_ERRORS, wrong.get().faults().size());
  }

  @Test
  void deepJsonIsRefused() {
    var got = operator.give("[".repeat(100_000));
    assertEquals("400 malformed", got.problem());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyAnOperatorOpensAHazard(Role role) {
    long head = house.journal.head().seq();
    var got = house.as(role).give(ApiClient.openFire("by " + role));
    if (role == Role.OPERATOR) {
      assertEquals(200, got.status(), got::text);
    } else {
      assertEquals("403 role-missing", got.problem());
      assertEquals("This needs the role OPERATOR.", got.json().get("detail").asText());
      assertEquals(head, house.journal.head().seq());
    }
  }

  @Test
  void nobodyWritesWithoutASession() {
    long head = house.journal.head().seq();
    assertEquals("401 signed-out", house.stranger().give(ApiClient.openFire("x")).problem());
    assertEquals(head, house.journal.head().seq());
  }

  @Test
  void anUnknownLaneIsNotFound() {
    var got =
        operator.post(
            "/api/v1/lanes/drill:x/commands", ApiClient.openFire("x"), "Idempotency-Key", "k");
    assertEquals("404 unknown-lane", got.problem());
  }
}
