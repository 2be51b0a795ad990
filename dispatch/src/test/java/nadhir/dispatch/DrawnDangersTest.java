package nadhir.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.CapCodes;
import nadhir.core.dispatch.DangerPlace;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.LevelId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.json.DomainJson;
import nadhir.core.sim.SampleValues;
import nadhir.core.track.Places;
import org.junit.jupiter.api.Test;

/** Units and alerts over drawn areas; what is a danger at all; two dangers at once. */
class DrawnDangersTest {
  private static final LatLon CENTRE = new LatLon(29.55, 35.00);
  private static final AlertMessage SAMPLE = new SampleValues().of(AlertMessage.class).getFirst();

  /** On the meridian of 35° east: from 29.50 to 29.60, without 29.54 to 29.56. */
  private static final Area WITH_HOLE =
      new Area(
          List.of(
              new Area.Polygon(
                  square(29.50, 29.60, 34.9, 35.1), List.of(square(29.54, 29.56, 34.99, 35.01)))),
          List.of());

  private final DeskRoom room = new DeskRoom();

  private static List<LatLon> square(double south, double north, double west, double east) {
    return List.of(
        new LatLon(south, west),
        new LatLon(south, east),
        new LatLon(north, east),
        new LatLon(north, west),
        new LatLon(south, west));
  }

  private static Area circle(double radiusM) {
    return Area.circle(CENTRE, radiusM);
  }

  private DrawnDangersTest heard(String unit, double latDeg, String... zones) {
    minute();
    room.put(
        new Input.UnitHeard(
            new UnitId(unit),
            new LatLon(latDeg, 35.00),
            List.of(zones).stream().map(ZoneId::new).toList(),
            DeskRoom.START.plus(passed)));
    return this;
  }

  private Duration passed = Duration.ZERO;

  private void minute() {
    passed = passed.plusMinutes(1);
    room.later("PT1M");
  }

  private record Text(
      AlertMessage.MsgType type, CapCodes.Urgency urgency, String level, List<String> zones) {
    static final Text ALERT =
        new Text(AlertMessage.MsgType.ALERT, CapCodes.Urgency.IMMEDIATE, "red", List.of());

    Text type(AlertMessage.MsgType other) {
      return new Text(other, urgency, level, zones);
    }

    Text past() {
      return new Text(AlertMessage.MsgType.UPDATE, CapCodes.Urgency.PAST, "yellow", zones);
    }

    Text level(String other) {
      return new Text(type, urgency, other, zones);
    }

    Text over(String zone) {
      return new Text(type, urgency, level, List.of(zone));
    }
  }

  private DrawnDangersTest issued(String alert, int revision, Text text, Area area) {
    proposed(alert, revision, text, area);
    room.put(new AlertEvent.Issued(new AlertId(alert), revision, DeskRoom.START.plus(passed)));
    return this;
  }

  private DrawnDangersTest proposed(String alert, int revision, Text text, Area area) {
    minute();
    AlertMessage m = SAMPLE;
    room.put(
        new AlertEvent.Proposed(
            new AlertMessage(
                new AlertId(alert),
                revision,
                text.type(),
                m.scope(),
                m.audience(),
                m.hazard(),
                m.assessment(),
                m.messageKey(),
                new LevelId(text.level()),
                m.cap().with(text.urgency()),
                text.zones().stream().map(ZoneId::new).toList(),
                area,
                m.clipped(),
                m.wordings(),
                m.proposedAt(),
                m.expiresAt(),
                m.approval(),
                m.author(),
                m.doubts(),
                m.overlaps(),
                m.note())));
    return this;
  }

  private void expired(String alert, int revision) {
    minute();
    room.put(new AlertEvent.Expired(new AlertId(alert), revision, DeskRoom.START.plus(passed)));
  }

  private String said() {
    return room.fresh().stream()
        .flatMap(e -> line(e).stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> line(Entry entry) {
    String at = entry.at().toString().substring(11, 16) + " ";
    return switch (entry.event()) {
      case DispatchEvent.UnitEndangered(var unit, var place, var causes, _, var already) ->
          List.of(at + unit + (already ? " is in " : " entered ") + name(place) + " " + causes);
      case DispatchEvent.UnitSafe(var unit, var place, _, _, var left) ->
          List.of(at + unit + (left ? " left " : " is safe in ") + name(place));
      case DispatchEvent.UnitStays(var unit, var place, _) ->
          List.of(at + unit + " stays in " + name(place));
      default -> List.of();
    };
  }

  private static String name(DangerPlace place) {
    return switch (place) {
      case DangerPlace.Zone(var zone) -> zone.value();
      case DangerPlace.Drawn(var alert) -> "what was drawn for " + alert;
    };
  }

  @Test
  void whoGoesIntoADrawnAreaIsInDangerUntilItGoesOut() {
    issued("alr-1", 1, Text.ALERT, circle(1_000));
    heard("amb-1", 29.53).heard("amb-1", 29.545).heard("amb-1", 29.55).heard("amb-1", 29.57);
    assertEquals(
        """
        12:03 amb-1 entered what was drawn for alr-1 [alr-1]
        12:05 amb-1 left what was drawn for alr-1
        """,
        said());
  }

  /** The circle ends at 29.55899, the polygon at 29.60; 0.0001° of latitude are 11 m. */
  @Test
  void whoLiesOnTheEdgeOfADrawnAreaGoesInOnceAndIsOutWhenAMarginAway() {
    issued("alr-1", 1, Text.ALERT, circle(1_000));
    heard("amb-1", 29.5593).heard("amb-1", 29.5588).heard("amb-1", 29.5591);
    heard("amb-1", 29.5589).heard("amb-1", 29.5594).heard("amb-1", 29.5595).heard("amb-1", 29.5592);
    issued("alr-2", 1, Text.ALERT, WITH_HOLE);
    heard("amb-2", 29.6003).heard("amb-2", 29.5999).heard("amb-2", 29.6004).heard("amb-2", 29.6006);
    heard("resc-1", 29.5596).heard("resc-1", 29.5601).heard("resc-1", 29.5597);
    heard("resc-1", 29.5594);
    assertEquals(
        """
        12:03 amb-1 entered what was drawn for alr-1 [alr-1]
        12:07 amb-1 left what was drawn for alr-1
        12:11 amb-2 entered what was drawn for alr-2 [alr-2]
        12:13 amb-2 left what was drawn for alr-2
        12:15 resc-1 entered what was drawn for alr-2 [alr-2]
        12:17 resc-1 left what was drawn for alr-2
        """,
        said());
  }

  @Test
  void whoIsInWhenItIsIssuedIsInAlreadyAndADraftEndangersNobody() {
    heard("amb-1", 29.55).heard("amb-2", 29.57);
    proposed("alr-1", 1, Text.ALERT, circle(1_000));
    assertEquals("", said());
    issued("alr-2", 1, Text.ALERT, circle(1_000));
    assertEquals("12:04 amb-1 is in what was drawn for alr-2 [alr-2]\n", said());
  }

  @Test
  void inAHoleNobodyIsInDanger() {
    heard("amb-1", 29.55).heard("amb-2", 29.53);
    issued("alr-1", 1, Text.ALERT, WITH_HOLE);
    heard("amb-1", 29.57);
    assertEquals(
        """
        12:03 amb-2 is in what was drawn for alr-1 [alr-1]
        12:04 amb-1 entered what was drawn for alr-1 [alr-1]
        """,
        said());
  }

  @Test
  void anUpdateThatDrawsLessMakesSafeWhoIsOutOfItAndOneThatDrawsMoreEndangers() {
    heard("amb-1", 29.55).heard("amb-2", 29.57);
    issued("alr-1", 1, Text.ALERT, circle(3_000));
    issued("alr-1", 2, Text.ALERT.type(AlertMessage.MsgType.UPDATE), circle(1_000));
    issued("alr-1", 3, Text.ALERT.type(AlertMessage.MsgType.UPDATE), circle(3_000));
    assertEquals(
        """
        12:03 amb-1 is in what was drawn for alr-1 [alr-1]
        12:03 amb-2 is in what was drawn for alr-1 [alr-1]
        12:04 amb-2 is safe in what was drawn for alr-1
        12:05 amb-2 is in what was drawn for alr-1 [alr-1]
        """,
        said());
  }

  @Test
  void aCancelAnAllClearAndTheEndOfItsLifeMakeSafe() {
    heard("amb-1", 29.55);
    issued("alr-1", 1, Text.ALERT, circle(1_000));
    issued("alr-1", 2, Text.ALERT.type(AlertMessage.MsgType.CANCEL), circle(1_000));
    issued("alr-2", 1, Text.ALERT, circle(1_000));
    issued("alr-2", 2, Text.ALERT.past(), circle(1_000));
    issued("alr-3", 1, Text.ALERT, circle(1_000));
    expired("alr-3", 1);
    assertEquals(
        """
        12:02 amb-1 is in what was drawn for alr-1 [alr-1]
        12:03 amb-1 is safe in what was drawn for alr-1
        12:04 amb-1 is in what was drawn for alr-2 [alr-2]
        12:05 amb-1 is safe in what was drawn for alr-2
        12:06 amb-1 is in what was drawn for alr-3 [alr-3]
        12:07 amb-1 is safe in what was drawn for alr-3
        """,
        said());
  }

  @Test
  void aDraftThatGrowsOldOrIsRefusedTakesNothingFromWhatWasIssued() {
    heard("amb-1", 29.55);
    issued("alr-1", 1, Text.ALERT, circle(1_000));
    proposed("alr-1", 2, Text.ALERT.past(), circle(1_000));
    expired("alr-1", 2);
    proposed("alr-1", 3, Text.ALERT.past(), circle(1_000));
    room.put(new AlertEvent.Rejected(new AlertId("alr-1"), 3, new PersonRef("op-1"), "not yet"));
    assertEquals("12:02 amb-1 is in what was drawn for alr-1 [alr-1]\n", said());
  }

  @Test
  void twoDangersAtOnceAreTwoAndEachEndsByItself() {
    heard("amb-1", 29.55, "shamiya");
    room.hazard("haz-1", 29.60);
    room.assessed("asm-1", "haz-1", "red", "flood", "shamiya");
    issued("alr-1", 1, Text.ALERT, circle(1_000));
    issued("alr-2", 1, Text.ALERT.over("shamiya"), circle(9_000));
    minute();
    room.put(new RiskEvent.Cleared(new AssessmentId("asm-1"), DeskRoom.START.plus(passed), "fell"));
    expired("alr-1", 1);
    expired("alr-2", 1);
    assertEquals(
        """
        12:01 amb-1 is in shamiya [asm-1]
        12:02 amb-1 is in what was drawn for alr-1 [alr-1]
        12:05 amb-1 is safe in what was drawn for alr-1
        12:06 amb-1 is safe in shamiya
        """,
        said());
  }

  @Test
  void aLevelBelowTheSitesOwnBoundIsNoDangerAndARiseToItIs() {
    heard("amb-1", 29.55, "shamiya");
    room.hazard("haz-1", 29.60);
    room.assessed("asm-1", "haz-1", "yellow", "watch", "shamiya");
    issued("alr-1", 1, Text.ALERT.level("yellow"), circle(1_000));
    assertEquals("", said());
    room.reassessed("asm-1", "haz-1", "orange", "watch", "shamiya");
    room.reassessed("asm-1", "haz-1", "yellow", "watch", "shamiya");
    issued("alr-1", 2, Text.ALERT.type(AlertMessage.MsgType.UPDATE).level("orange"), circle(1_000));
    assertEquals(
        """
        12:02 amb-1 is in shamiya [asm-1]
        12:02 amb-1 is safe in shamiya
        12:03 amb-1 is in what was drawn for alr-1 [alr-1]
        """,
        said());
  }

  @Test
  void whoIsSilentStaysInDangerWhereItWasHeardLast() {
    heard("amb-1", 29.55);
    issued("alr-1", 1, Text.ALERT, circle(1_000));
    minute();
    room.put(new Input.UnitSilent(new UnitId("amb-1"), DeskRoom.START.plusSeconds(60)));
    room.put(new Input.Woken(DispatchDesk.NAME, "stay|amb-1|alert|alr-1"));
    heard("amb-1", 29.57);
    assertEquals(
        """
        12:02 amb-1 is in what was drawn for alr-1 [alr-1]
        12:03 amb-1 stays in what was drawn for alr-1
        12:04 amb-1 left what was drawn for alr-1
        """,
        said());
  }

  /** Another member goes on from the state as it is stored, and says what the first would say. */
  @Test
  void whoTakesOverSaysTheSame() {
    long seed = 7;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int step = 0; step < 400; step++) {
      happens(random);
      String state = DomainJson.write(room.desk.snapshot());
      var restored = new DispatchDesk(DeskRoom.plan());
      restored.restore(DomainJson.read(state, DispatchState.class));
      assertEquals(state, DomainJson.write(restored.snapshot()), "seed " + seed + " " + step);
    }
    var folded = new DispatchDesk(DeskRoom.plan());
    var half = new DispatchDesk(DeskRoom.plan());
    int middle = room.entries.size() / 2;
    room.entries.subList(0, middle).forEach(folded::fold);
    half.restore(folded.snapshot());
    for (Entry entry : room.entries.subList(middle, room.entries.size())) {
      folded.fold(entry);
      half.fold(entry);
      assertEquals(folded.react(entry), half.react(entry), "seed " + seed + " " + entry);
    }
    assertEquals(room.desk.snapshot(), folded.snapshot());
    assertEquals(room.desk.snapshot(), half.snapshot());
  }

  /** Told is always exactly what a look at everything says. */
  @Test
  void inARandomHourNothingIsToldTwiceAndNothingIsLeftOut() {
    long seed = 19;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var told = new TreeSet<String>();
    int most = 0;
    for (int step = 0; step < 2_000; step++) {
      String where = "seed " + seed + " step " + step;
      int from = room.entries.size();
      var before = new TreeSet<>(told);
      happens(random);
      for (Entry entry : room.entries.subList(from, room.entries.size())) {
        switch (entry.event()) {
          case DispatchEvent.UnitEndangered e ->
              assertTrue(told.add(e.unit() + " " + e.place().key()), where + " twice");
          case DispatchEvent.UnitSafe e ->
              assertTrue(told.remove(e.unit() + " " + e.place().key()), where + " never in");
          default -> {}
        }
      }
      most = StrictMath.max(most, told.size());
      assertEquals(inDanger(before), told, where);
    }
    assertTrue(most > 4, "often in danger: " + most);
  }

  /**
   * @param before who was: of a drawn area one goes out when a margin away
   */
  private TreeSet<String> inDanger(Set<String> before) {
    var in = new TreeSet<String>();
    DispatchState state = room.desk.snapshot();
    for (var h : state.heard()) {
      for (var danger : state.dangers()) {
        danger.zones().stream()
            .filter(h.zones()::contains)
            .forEach(zone -> in.add(h.unit() + " zone|" + zone));
        String drawn = h.unit() + " alert|" + danger.cause();
        double marginM = before.contains(drawn) ? Places.MARGIN_M : 0;
        if (danger.drawn().filter(area -> area.isWithin(marginM, h.place())).isPresent()) {
          in.add(drawn);
        }
      }
    }
    return in;
  }

  private void happens(RandomGenerator random) {
    String alert = "alr-" + random.nextInt(4);
    int revision = 1 + (int) passed.toMinutes();
    List<String> zones = new ArrayList<>(List.of("shamiya", "shore"));
    zones.removeIf(_ -> random.nextBoolean());
    Area area = random.nextBoolean() ? WITH_HOLE : circle(random.nextDouble(500, 6_000));
    switch (random.nextInt(6)) {
      case 0 -> issued(alert, revision, text(random), area);
      case 1 -> expired(alert, revision - 1 - random.nextInt(3));
      case 2 -> proposed(alert, revision, text(random), area);
      default ->
          heard(
              List.of("amb-1", "amb-2", "resc-1").get(random.nextInt(3)),
              random.nextDouble(29.48, 29.62),
              zones.toArray(String[]::new));
    }
  }

  private static Text text(RandomGenerator random) {
    Text some = Text.ALERT.level(List.of("yellow", "orange", "red").get(random.nextInt(3)));
    return switch (random.nextInt(6)) {
      case 0 -> some.past();
      case 1 -> some.type(AlertMessage.MsgType.CANCEL);
      case 2 -> some.over("shamiya");
      default -> some;
    };
  }
}
