package nadhir.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.command.Command;
import nadhir.core.command.HazardCommand;
import nadhir.core.desk.Desk;
import nadhir.core.desk.DeskState;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Effect;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.AlertId;
import nadhir.core.id.EffectId;
import nadhir.core.id.HazardId;

/**
 * A desk for tests of the watch. A command {@code EndHazard(id, why)} is understood by {@code why}:
 * {@code end} ends it, {@code refuse} is refused, {@code wake N} asks for a wake-up in N seconds,
 * {@code effect} asks for an effect, {@code flood} answers itself for ever, {@code throw} fails.
 */
final class CountingDesk implements Desk<CountingDesk.Counted> {
  record Counted(int ended, List<String> seen) implements DeskState {
    Counted {
      seen = List.copyOf(seen);
    }
  }

  private int ended;
  private final List<String> seen = new ArrayList<>();

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public Optional<Class<? extends Command>> commands() {
    return Optional.of(HazardCommand.class);
  }

  @Override
  public void fold(Entry entry) {
    switch (entry.event()) {
      case HazardEvent.Ended e -> {
        ended++;
        seen.add(e.hazard() + "@" + entry.seq());
      }
      case Input.Woken(_, var key) -> seen.add("woken " + key + " at " + entry.at());
      case Input.EffectEnded(var id, _) -> seen.add("effect " + id);
      default -> {}
    }
  }

  @Override
  public List<Event> react(Entry entry) {
    return switch (entry.event()) {
      case HazardEvent.Ended(var id, _, var why) when why.equals("flood") ->
          List.of(new HazardEvent.Ended(id, entry.at(), "flood"));
      case HazardEvent.Ended(var id, _, var why) when why.startsWith("child ") ->
          why.equals("child 0")
              ? List.of()
              : List.of(
                  new HazardEvent.Ended(new HazardId(id + "a"), entry.at(), down(why)),
                  new HazardEvent.Ended(new HazardId(id + "b"), entry.at(), "leaf"));
      default -> List.of();
    };
  }

  private static String down(String why) {
    return "child " + (Integer.parseInt(why.substring(6)) - 1);
  }

  @Override
  public Outcome decide(Entry input, Command command) {
    var end = (HazardCommand.EndHazard) command;
    String why = end.why();
    Instant at = input.at();
    if (why.equals("refuse")) {
      return Outcome.refused("not-now", "Not now.");
    }
    if (why.equals("throw")) {
      throw new IllegalStateException("a desk with a fault");
    }
    if (why.startsWith("wake ")) {
      Instant due = at.plus(Duration.ofSeconds(Long.parseLong(why.substring(5))));
      return Outcome.accepted(
          "w", List.of(new WatchEvent.WakeUpAsked(name(), end.hazard().value(), due)));
    }
    if (why.equals("effect")) {
      var id = new EffectId("eff-" + input.seq());
      return Outcome.accepted(
          id.value(),
          List.of(new WatchEvent.EffectAsked(id, new Effect.Tally(new AlertId("alert-1"), 1))));
    }
    return Outcome.accepted(
        end.hazard().value(), List.of(new HazardEvent.Ended(end.hazard(), at, why)));
  }

  @Override
  public Counted snapshot() {
    return new Counted(ended, seen);
  }

  @Override
  public Class<Counted> stateType() {
    return Counted.class;
  }

  @Override
  public void restore(Counted state) {
    ended = state.ended();
    seen.clear();
    seen.addAll(state.seen());
  }
}
