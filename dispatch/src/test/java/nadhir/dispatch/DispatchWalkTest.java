package nadhir.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import nadhir.core.command.DispatchCommand;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.UnitState;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.IncidentId;
import nadhir.core.id.LevelId;
import nadhir.core.id.UnitId;
import nadhir.core.json.DomainJson;
import nadhir.dispatch.DispatchState.IncidentFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random evenings, by seed: whatever is ordered, the books stay right. */
class DispatchWalkTest {
  private static final int STEPS = 400;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theBooksStayRight(long seed) {
    var room = new DeskRoom();
    var random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      step(room, random);
      checkBooks(room.desk.snapshot(), "seed " + seed + " step " + step);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void theSameSeedGivesTheSameBytesAndFoldingAloneGivesTheSameState(long seed) {
    var one = walk(seed);
    var two = walk(seed);
    assertEquals(DomainJson.write(one.entries), DomainJson.write(two.entries));

    var folded = new DispatchDesk(DeskRoom.plan());
    one.entries.forEach(folded::fold);
    assertEquals(one.desk.snapshot(), folded.snapshot());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aDeskRestoredFromItsJsonGoesOnAsIfNothingHadHappened(long seed) {
    var room = walk(seed);
    var json = DomainJson.write(room.desk.snapshot());
    var restored = new DispatchDesk(DeskRoom.plan());
    restored.restore(DomainJson.read(json, DispatchState.class));
    assertEquals(room.desk.snapshot(), restored.snapshot());
    assertEquals(json, DomainJson.write(restored.snapshot()));

    var other = new DeskRoom(restored);
    other.entries.addAll(room.entries);
    var left = new Random(seed + 100);
    var right = new Random(seed + 100);
    for (int step = 0; step < 50; step++) {
      step(room, left);
      step(other, right);
    }
    assertEquals(room.desk.snapshot().incidents().size(), other.desk.snapshot().incidents().size());
    assertEquals(room.desk.snapshot().units(), other.desk.snapshot().units());
  }

  private static DeskRoom walk(long seed) {
    var room = new DeskRoom();
    var random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      step(room, random);
    }
    return room;
  }

  private static void step(DeskRoom room, Random random) {
    var hazard = "haz-" + random.nextInt(4);
    var card = List.of("flood", "quake").get(random.nextInt(2));
    var level = List.of("yellow", "orange", "red").get(random.nextInt(3));
    var zone = List.of("shamiya", "shore").get(random.nextInt(2));
    switch (random.nextInt(9)) {
      case 0 -> room.hazard(hazard, 29.5 + random.nextInt(8) / 100.0);
      case 1, 2 -> {
        if (isKnown(room, hazard)) {
          room.assessed("ass-" + random.nextInt(6), hazard, level, card, zone);
        }
      }
      case 3 -> {
        if (isKnown(room, hazard)) {
          room.reassessed("ass-" + random.nextInt(6), hazard, level, card, zone);
        }
      }
      case 4, 5 ->
          room.order(new DispatchCommand.AssignUnit(anIncident(room, random), aUnit(room, random)));
      case 6 ->
          room.order(
              new DispatchCommand.MoveAssignment(
                  anAssignment(room, random), Assignment.State.values()[1 + random.nextInt(3)]));
      case 7 ->
          room.order(
              new DispatchCommand.SetOutOfService(aUnit(room, random), random.nextBoolean()));
      case 8 -> close(room, random);
      default -> throw new AssertionError();
    }
    room.later("PT1M");
  }

  private static void close(DeskRoom room, Random random) {
    if (random.nextBoolean()) {
      room.order(new DispatchCommand.CloseIncident(anIncident(room, random), "walk"));
    } else {
      room.order(
          new DispatchCommand.OpenIncident(
              new HazardTypeId("fire"),
              Optional.empty(),
              new LevelId("red"),
              DeskRoom.CITY,
              Optional.of("flood")));
    }
  }

  private static boolean isKnown(DeskRoom room, String hazard) {
    return room.desk.snapshot().hazards().stream().anyMatch(h -> h.hazard().value().equals(hazard));
  }

  private static IncidentId anIncident(DeskRoom room, Random random) {
    var all = room.desk.snapshot().incidents();
    return all.isEmpty()
        ? new IncidentId("inc-0")
        : all.get(random.nextInt(all.size())).incident().id();
  }

  private static UnitId aUnit(DeskRoom room, Random random) {
    var all = room.desk.snapshot().units();
    return all.get(random.nextInt(all.size())).unit();
  }

  private static AssignmentId anAssignment(DeskRoom room, Random random) {
    var all =
        room.desk.snapshot().incidents().stream().flatMap(f -> f.assignments().stream()).toList();
    return all.isEmpty() ? new AssignmentId("asg-0") : all.get(random.nextInt(all.size())).id();
  }

  private static void checkBooks(DispatchState state, String where) {
    var active = new TreeMap<UnitId, Assignment>();
    for (IncidentFile file : state.incidents()) {
      for (var a : file.assignments()) {
        if (a.state() != Assignment.State.CLEAR) {
          assertTrue(file.isOpen(), where + ": a unit works for a closed incident");
          assertTrue(active.put(a.unit(), a) == null, where + ": a unit is at two places");
        }
      }
      if (file.isOpen()) {
        for (var r : file.recommended()) {
          assertEquals(
              UnitState.Status.AVAILABLE, unit(state, r.unit()).status(), where + ": " + r);
        }
      }
    }
    for (var unit : state.units()) {
      boolean works = unit.assignment().isPresent();
      assertEquals(works, active.containsKey(unit.unit()), where + ": " + unit);
      if (works) {
        var assignment = active.get(unit.unit());
        assertEquals(unit.assignment().get(), assignment.id(), where);
        assertEquals(unit.status().name(), assignment.state().name(), where);
      }
    }
    var open = state.incidents().stream().filter(IncidentFile::isOpen).toList();
    var matters =
        open.stream()
            .filter(f -> f.incident().hazard().isPresent())
            .map(f -> f.incident().hazard() + " " + f.incident().runCard())
            .toList();
    assertEquals(matters.size(), matters.stream().distinct().count(), where);
  }

  private static UnitState unit(DispatchState state, UnitId id) {
    return state.units().stream().filter(u -> u.unit().equals(id)).findFirst().orElseThrow();
  }
}
