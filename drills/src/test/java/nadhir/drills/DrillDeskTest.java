package nadhir.drills;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.command.DrillCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.id.PersonRef;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;
import nadhir.core.site.Words;
import org.junit.jupiter.api.Test;

class DrillDeskTest {
  private static final Instant FROM = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-20T17:00:00Z");
  private static final Words STORY = Words.arEn("قصة", "story");

  private final List<Entry> entries = new ArrayList<>();
  private DrillDesk desk = new DrillDesk(new Lane.Drill("test"));
  private Actor actor = new Actor.House("drill");

  @Test
  void aDrillGoesItsWay() {
    assertEquals(
        """
        Started
        Injected
        Held
        Resumed
        Injected
        Finished
        """,
        order(
            start(),
            inject(0),
            new DrillCommand.Hold("coffee"),
            new DrillCommand.Resume(),
            inject(1),
            new DrillCommand.Finish()));
    assertEquals(2, desk.snapshot().nextInject());
  }

  @Test
  void theLiveLaneRefusesEverything() {
    desk = new DrillDesk(new Lane.Live());
    assertEquals(
        "refused not-a-drill\nrefused not-a-drill\n", order(start(), new DrillCommand.Finish()));
  }

  @Test
  void nothingIsPlayedBeforeTheStart() {
    assertEquals("refused not-started\n", order(inject(0)));
  }

  @Test
  void aDrillStartsOnce() {
    assertEquals("Started\nrefused already-started\n", order(start(), start()));
  }

  @Test
  void aDrillEndsAfterItBegins() {
    assertEquals(
        "refused bad-span\n", order(new DrillCommand.Start("s", "0", 1, FROM, FROM, false)));
  }

  @Test
  void injectsArePlayedInTheirOrder() {
    assertEquals(
        "Started\nrefused inject-out-of-order\nInjected\nrefused inject-out-of-order\n",
        order(start(), inject(1), inject(0), inject(0)));
  }

  @Test
  void aHeldDrillIsNotHeldAgainAndARunningOneNotResumed() {
    assertEquals(
        "Started\nrefused not-held\nHeld\nrefused already-held\n",
        order(
            start(),
            new DrillCommand.Resume(),
            new DrillCommand.Hold("a"),
            new DrillCommand.Hold("b")));
  }

  @Test
  void nothingFollowsTheEnd() {
    assertEquals(
        "Started\nFinished\nrefused drill-over\nrefused already-started\n",
        order(start(), new DrillCommand.Finish(), inject(0), start()));
  }

  @Test
  void onlyACoordinatorRunsADrill() {
    actor = new Actor.Person(new PersonRef("op-1"), List.of(Role.OPERATOR));
    assertEquals("refused missing-role\n", order(start()));
    actor = new Actor.Person(new PersonRef("co-1"), List.of(Role.COORDINATOR));
    assertEquals("Started\n", order(start()));
  }

  @Test
  void theStateComesBackFromItsJson() {
    order(start(), inject(0), new DrillCommand.Hold("coffee"));
    var restored = new DrillDesk(new Lane.Drill("test"));
    restored.restore(DomainJson.read(DomainJson.write(desk.snapshot()), DrillState.class));
    assertEquals(desk.snapshot(), restored.snapshot());
  }

  private static DrillCommand start() {
    return new DrillCommand.Start("friday", "0", 1, FROM, TO, false);
  }

  private static DrillCommand inject(int index) {
    return new DrillCommand.PlayInject(index, STORY);
  }

  private String order(DrillCommand... commands) {
    var lines = new StringBuilder();
    for (var command : commands) {
      long seq = entries.size() + 1L;
      var input =
          new Entry(seq, FROM, actor, seq, new Input.Commanded(new CommandId("c-" + seq), command));
      fold(input);
      switch (desk.decide(input, command)) {
        case Outcome.Accepted(var events, _) ->
            events.forEach(
                event -> {
                  fold(new Entry(entries.size() + 1L, FROM, actor, seq, event));
                  lines.append(event.getClass().getSimpleName()).append('\n');
                });
        case Outcome.Refused(var reason, _) -> lines.append("refused ").append(reason).append('\n');
      }
    }
    return lines.toString();
  }

  private void fold(Entry entry) {
    entries.add(entry);
    desk.fold(entry);
  }
}
