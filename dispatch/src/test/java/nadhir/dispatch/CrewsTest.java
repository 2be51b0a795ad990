package nadhir.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import nadhir.core.alert.AlertMessage;
import nadhir.core.command.DispatchCommand;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.DangerPlace;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.IncidentId;
import nadhir.core.id.LevelId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.sim.SampleValues;
import nadhir.core.track.LaneWords;
import nadhir.core.track.UnitWord;
import org.junit.jupiter.api.Test;

/** Where crews are by their own word, who of them is in danger, and who is not heard. */
class CrewsTest {
  private final DeskRoom room = new DeskRoom();
  private int clockS;

  /** What is said of crews since the last look, a line each. */
  private String said() {
    return room.fresh().stream()
        .flatMap(e -> line(e).stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static Optional<String> line(Entry entry) {
    String at = entry.at().toString().substring(11, 16) + " ";
    return switch (entry.event()) {
      case DispatchEvent.UnitAt(var unit, var place, _) ->
          Optional.of(at + unit + " at " + place.latDeg());
      case DispatchEvent.UnitEndangered(var unit, var place, var causes, _, var already) ->
          Optional.of(
              at
                  + unit
                  + (already ? " is in " : " entered ")
                  + name(place)
                  + " because of "
                  + causes);
      case DispatchEvent.UnitStays(var unit, var place, _) ->
          Optional.of(at + unit + " stays in " + name(place));
      case DispatchEvent.UnitSafe(var unit, var place, _, _, var left) ->
          Optional.of(at + unit + (left ? " left " : " is safe in ") + name(place));
      case DispatchEvent.UnitUnheard(var unit, var assignment, _) ->
          Optional.of(at + unit + " unheard on " + assignment);
      case DispatchEvent.UnitBack(var unit, _) -> Optional.of(at + unit + " is back");
      default -> Optional.empty();
    };
  }

  private static String name(DangerPlace place) {
    return switch (place) {
      case DangerPlace.Zone(var zone) -> zone.value();
      case DangerPlace.Drawn(var alert) -> "the area of " + alert;
    };
  }

  private CrewsTest at(String clock) {
    int wantedS =
        (Integer.parseInt(clock.substring(0, 2)) - 12) * 3600
            + Integer.parseInt(clock.substring(3)) * 60;
    room.later("PT" + (wantedS - clockS) + "S");
    clockS = wantedS;
    return this;
  }

  private static Instant instant(String clock) {
    return Instant.parse("2026-11-20T" + clock + ":00Z");
  }

  private CrewsTest heard(String clock, String unit, double latDeg, String... zones) {
    at(clock);
    room.put(word(unit, latDeg, instant(clock), zones));
    return this;
  }

  private static Input.UnitHeard word(String unit, double latDeg, Instant at, String... zones) {
    return new Input.UnitHeard(
        new UnitId(unit),
        new LatLon(latDeg, 35.00),
        List.of(zones).stream().map(ZoneId::new).toList(),
        at);
  }

  private void flood(String clock) {
    at(clock);
    room.hazard("haz-1", 29.60);
    room.assessed("asm-1", "haz-1", "red", "flood", "shamiya");
  }

  @Test
  void whoEntersWhatIsDangerousIsToldOnceAndSoIsWhoLeaves() {
    flood("12:00");
    heard("12:01", "amb-1", 29.54);
    heard("12:02", "amb-1", 29.55, "shamiya");
    room.put(word("amb-1", 29.55, instant("12:02"), "shamiya"));
    heard("12:03", "amb-1", 29.56, "shamiya", "old-town");
    heard("12:04", "amb-1", 29.54);
    assertEquals(
        """
        12:01 amb-1 at 29.54
        12:02 amb-1 at 29.55
        12:02 amb-1 entered shamiya because of [asm-1]
        12:03 amb-1 at 29.56
        12:04 amb-1 at 29.54
        12:04 amb-1 left shamiya
        """,
        said());
  }

  @Test
  void whoIsInsideWhenTheDangerBeginsIsToldThenAndWhenItEnds() {
    heard("12:00", "amb-1", 29.55, "shamiya").heard("12:00", "amb-2", 29.50, "shore");
    flood("12:05");
    room.reassessed("asm-1", "haz-1", "red", "flood", "shamiya", "shore");
    at("12:09");
    room.put(new RiskEvent.Cleared(new AssessmentId("asm-1"), instant("12:09"), "fell"));
    assertEquals(
        """
        12:00 amb-1 at 29.55
        12:00 amb-2 at 29.5
        12:05 amb-1 is in shamiya because of [asm-1]
        12:05 amb-2 is in shore because of [asm-1]
        12:09 amb-1 is safe in shamiya
        12:09 amb-2 is safe in shore
        """,
        said());
  }

  @Test
  void whoIsFirstHeardInsideIsInsideAlready() {
    flood("12:00");
    heard("12:01", "amb-1", 29.55, "shamiya");
    assertEquals(
        """
        12:01 amb-1 at 29.55
        12:01 amb-1 is in shamiya because of [asm-1]
        """,
        said());
  }

  @Test
  void anAlertKeepsItsZonesDangerousWhenTheConditionIsOverUntilItIsCancelled() {
    heard("12:00", "amb-1", 29.55, "shamiya");
    flood("12:01");
    room.put(new AlertEvent.Proposed(message(1, AlertMessage.MsgType.ALERT)));
    room.put(new AlertEvent.Issued(ALERT.alert(), 1, instant("12:01")));
    room.put(new RiskEvent.Cleared(new AssessmentId("asm-1"), instant("12:01"), "fell"));
    at("12:02");
    room.put(new AlertEvent.Proposed(message(2, AlertMessage.MsgType.CANCEL)));
    assertEquals(
        """
        12:00 amb-1 at 29.55
        12:01 amb-1 is in shamiya because of [asm-1]
        """,
        said());
    room.put(new AlertEvent.Issued(ALERT.alert(), 2, instant("12:02")));
    assertEquals("12:02 amb-1 is safe in shamiya\n", said());
  }

  @Test
  void aDraftThatIsRejectedIsNoDangerAndOneThatExpiresIsNoneAnyMore() {
    heard("12:00", "amb-1", 29.55, "shamiya");
    room.put(new AlertEvent.Proposed(message(1, AlertMessage.MsgType.ALERT)));
    room.put(new AlertEvent.Rejected(ALERT.alert(), 1, new PersonRef("op-1"), "not yet"));
    room.put(new AlertEvent.Issued(ALERT.alert(), 1, instant("12:00")));
    room.put(new AlertEvent.Proposed(message(2, AlertMessage.MsgType.ALERT)));
    room.put(new AlertEvent.Issued(ALERT.alert(), 2, instant("12:00")));
    at("12:30");
    room.put(new AlertEvent.Expired(ALERT.alert(), 2, instant("12:30")));
    assertEquals(
        """
        12:00 amb-1 at 29.55
        12:00 amb-1 is in shamiya because of [%s]
        12:30 amb-1 is safe in shamiya
        """
            .formatted(ALERT.alert()),
        said());
  }

  @Test
  void aLongStayIsToldOnce() {
    flood("12:00");
    heard("12:01", "amb-1", 29.55, "shamiya");
    Instant due =
        room.entries.stream()
            .map(Entry::event)
            .filter(WatchEvent.WakeUpAsked.class::isInstance)
            .map(e -> ((WatchEvent.WakeUpAsked) e).due())
            .findFirst()
            .orElseThrow();
    assertEquals(instant("12:16"), due);
    said();
    at("12:16");
    var woken = new Input.Woken(DispatchDesk.NAME, "stay|amb-1|zone|shamiya");
    room.put(woken);
    room.put(woken);
    assertEquals("12:16 amb-1 stays in shamiya\n", said());
    heard("12:17", "amb-1", 29.54);
    room.put(woken);
    assertEquals("12:17 amb-1 at 29.54\n12:17 amb-1 left shamiya\n", said());
  }

  @Test
  void aWordThatIsOlderThanWhatIsKnownChangesNothing() {
    flood("12:00");
    heard("12:05", "amb-1", 29.55, "shamiya");
    said();
    room.put(word("amb-1", 29.54, instant("12:04")));
    room.put(new Input.UnitSilent(new UnitId("amb-1"), instant("12:04")));
    room.put(word("bus-9", 29.55, instant("12:05"), "shamiya"));
    assertEquals("", said());
  }

  /** Positions are taken on all members; the words of two can overtake each other on their way. */
  @Test
  void inWhicheverOrderWordsComeTheLatestCountsAndASilenceIsSaidAgain() {
    var words =
        List.of(
            word("amb-1", 29.54, instant("12:01")),
            word("amb-1", 29.55, instant("12:02"), "shamiya"),
            word("amb-1", 29.56, instant("12:03"), "old-town", "shamiya"),
            word("amb-1", 29.57, instant("12:04"), "shamiya"));
    var silent = new Input.UnitSilent(new UnitId("amb-1"), instant("12:04"));
    for (int order = 0; order < 24; order++) {
      var left = new ArrayList<>(words);
      var known = new LaneWords(); // by the same rules
      var other = new CrewsTest();
      other.flood("12:00");
      for (int n = 4, rest = order; n > 0; rest /= n, n--) {
        Input.UnitHeard word = left.remove(rest % n);
        other.room.put(word);
        known.fold(word);
        if (n == 4) {
          other.room.put(silent);
          known.fold(silent);
        }
        var now = other.room.desk.snapshot().heard().getFirst();
        assertEquals(
            Optional.of(
                new UnitWord(now.unit(), now.place(), now.zones(), now.seenAt(), now.silent())),
            known.of(now.unit()),
            "order " + order);
      }
      other.room.put(silent); // again, because the lane does not know it
      var state = other.room.desk.snapshot();
      var heard = state.heard().getFirst();
      assertEquals(words.getLast().place(), heard.place(), "order " + order);
      assertEquals(words.getLast().zones(), heard.zones(), "order " + order);
      assertTrue(heard.silent(), "order " + order);
      assertEquals(1, state.stays().size(), "order " + order);
      assertEquals(
          new DangerPlace.Zone(new ZoneId("shamiya")),
          state.stays().getFirst().place(),
          "order " + order);
    }
  }

  @Test
  void aUnitOnAnAssignmentThatIsSilentIsToldUntilItIsBack() {
    flood("12:00");
    heard("12:01", "amb-1", 29.53);
    room.order(new DispatchCommand.AssignUnit(new IncidentId(incident()), new UnitId("amb-1")));
    at("12:11");
    room.put(new Input.UnitSilent(new UnitId("amb-1"), instant("12:01")));
    room.put(new Input.UnitSilent(new UnitId("amb-1"), instant("12:01")));
    heard("12:12", "amb-1", 29.53);
    assertEquals("12:11 amb-1 unheard on " + assignment() + "\n12:12 amb-1 is back\n", said());
  }

  @Test
  void aSilentUnitIsToldWhenItIsSentAndNoMoreWhenItIsClear() {
    flood("12:00");
    heard("12:01", "amb-1", 29.53);
    at("12:11");
    room.put(new Input.UnitSilent(new UnitId("amb-1"), instant("12:01")));
    assertEquals("", said());
    room.order(new DispatchCommand.AssignUnit(new IncidentId(incident()), new UnitId("amb-1")));
    room.order(
        new DispatchCommand.MoveAssignment(new AssignmentId(assignment()), Assignment.State.CLEAR));
    assertEquals("12:11 amb-1 unheard on " + assignment() + "\n12:11 amb-1 is back\n", said());
  }

  private String incident() {
    return room.entries.stream()
        .map(Entry::event)
        .filter(DispatchEvent.IncidentOpened.class::isInstance)
        .map(e -> ((DispatchEvent.IncidentOpened) e).incident().id().value())
        .findFirst()
        .orElseThrow();
  }

  private String assignment() {
    return room.entries.stream()
        .map(Entry::event)
        .filter(DispatchEvent.AssignmentMoved.class::isInstance)
        .map(e -> ((DispatchEvent.AssignmentMoved) e).assignment().id().value())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoIsNearestIsReckonedFromWhereCrewsAre() {
    flood("12:00");
    String before = recommended();
    assertTrue(before.contains("amb-1") && before.contains("amb-2"), before);
    heard("12:01", "amb-3", 29.555);
    assertTrue(recommended().contains("amb-3"), recommended());
    int told = recommendations();
    heard("12:02", "amb-3", 29.556);
    assertEquals(told, recommendations(), "five seconds less are nothing to tell");
  }

  private int recommendations() {
    return (int)
        room.entries.stream().filter(e -> e.event() instanceof DispatchEvent.Recommended).count();
  }

  private String recommended() {
    return room.entries.stream()
        .filter(e -> e.event() instanceof DispatchEvent.Recommended)
        .map(e -> e.event().toString())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  @Test
  void moreBeginningsThanABlockBearsFollowASecondLaterThoughNobodyGivesAWord() {
    // the plan has few units, so the bound is looked at by zones
    flood("12:00");
    var zones = new ArrayList<String>();
    for (int i = 0; i < Crews.MOST_SAID + 5; i++) {
      zones.add("z-%03d".formatted(i));
    }
    room.reassessed("asm-1", "haz-1", "red", "flood", zones.toArray(String[]::new));
    heard("12:01", "amb-1", 29.55, zones.toArray(String[]::new));
    assertEquals(Crews.MOST_SAID + 1, said().lines().count());
    Instant asked = room.entries.getLast().at();
    assertEquals(
        new WatchEvent.WakeUpAsked(DispatchDesk.NAME, Crews.REST, asked.plus(Crews.REST_AFTER)),
        room.entries.getLast().event());
    room.later("PT1S").put(new Input.Woken(DispatchDesk.NAME, Crews.REST));
    assertEquals(5, said().lines().count());
    assertTrue(
        room.entries.getLast().event() instanceof WatchEvent.WakeUpAsked w
            && !w.key().equals(Crews.REST));
  }

  /** Told is always exactly what a look at everything says. */
  @Test
  void inARandomHourNothingIsToldTwiceAndNothingIsLeftOut() {
    long seed = 51;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    room.hazard("haz-1", 29.60);
    List<String> zones = List.of("shamiya", "shore", "old-town");
    List<String> units = List.of("amb-1", "amb-2", "resc-1");
    var inside = new TreeMap<String, TreeSet<String>>();
    var dangers = new TreeMap<String, TreeSet<String>>();
    var told = new TreeSet<String>();
    long ms = 0;
    for (int step = 0; step < 3_000; step++) {
      ms += 1_000;
      var some = new TreeSet<String>();
      zones.stream().filter(_ -> random.nextBoolean()).forEach(some::add);
      if (random.nextInt(3) > 0) {
        String unit = units.get(random.nextInt(units.size()));
        inside.put(unit, some);
        room.put(word(unit, 29.5, DeskRoom.START.plusMillis(ms), some.toArray(String[]::new)));
      } else {
        String id = "asm-" + random.nextInt(3);
        if (dangers.containsKey(id) && random.nextBoolean()) {
          dangers.remove(id);
          room.put(new RiskEvent.Cleared(new AssessmentId(id), DeskRoom.START, "over"));
        } else {
          dangers.put(id, some);
          room.reassessed(id, "haz-1", "red", "", some.toArray(String[]::new));
        }
      }
      String where = "seed " + seed + " step " + step;
      for (Entry entry : room.fresh()) {
        follow(entry.event(), told, where);
      }
      var right = new TreeSet<String>();
      inside.forEach(
          (unit, in) ->
              in.stream()
                  .filter(z -> dangers.values().stream().anyMatch(d -> d.contains(z)))
                  .forEach(z -> right.add(unit + " " + z)));
      assertEquals(right, told, where);
    }
    var restored = new DispatchDesk(DeskRoom.plan());
    restored.restore(room.desk.snapshot());
    assertEquals(room.desk.snapshot(), restored.snapshot());
  }

  private static void follow(Event event, TreeSet<String> told, String where) {
    switch (event) {
      case DispatchEvent.UnitEndangered e ->
          assertTrue(told.add(e.unit() + " " + name(e.place())), where + " twice");
      case DispatchEvent.UnitSafe s ->
          assertTrue(told.remove(s.unit() + " " + name(s.place())), where + " never in");
      default -> {}
    }
  }

  private static final AlertMessage ALERT = new SampleValues().of(AlertMessage.class).getFirst();

  private static AlertMessage message(int revision, AlertMessage.MsgType type) {
    AlertMessage m = ALERT;
    return new AlertMessage(
        m.alert(),
        revision,
        type,
        m.scope(),
        m.audience(),
        m.hazard(),
        m.assessment(),
        m.messageKey(),
        new LevelId("red"),
        m.cap(),
        List.of(new ZoneId("shamiya")),
        m.area(),
        m.clipped(),
        m.wordings(),
        m.proposedAt(),
        m.expiresAt(),
        m.approval(),
        m.author(),
        m.doubts(),
        m.overlaps(),
        m.note());
  }
}
