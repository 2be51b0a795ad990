package nadhir.drills;

import java.util.List;
import java.util.Optional;
import nadhir.core.command.Command;
import nadhir.core.command.DrillCommand;
import nadhir.core.desk.Desk;
import nadhir.core.desk.Outcome;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;

/**
 * Keeps the course of a drill: started once, injects in their order, held and resumed, finished
 * once. In the live lane it refuses everything.
 */
public final class DrillDesk implements Desk<DrillState> {
  public static final String NAME = "drill";

  private final Lane lane;
  private DrillState state = DrillState.BEFORE;

  public DrillDesk(Lane lane) {
    this.lane = lane;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Class<? extends Command>> commands() {
    return Optional.of(DrillCommand.class);
  }

  @Override
  public void fold(Entry entry) {
    if (entry.event() instanceof DrillEvent event) {
      state = next(event);
    }
  }

  private DrillState next(DrillEvent event) {
    return switch (event) {
      case DrillEvent.Started(var scenario, var sha256, var seed, var from, var to, var waits) ->
          new DrillState(
              Optional.of(new DrillState.Run(scenario, sha256, seed, from, to, waits)),
              0,
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case DrillEvent.Injected(var index, var story) ->
          new DrillState(
              state.run(), index + 1, Optional.of(story), state.held(), state.finishedAt());
      case DrillEvent.Held(var why) ->
          new DrillState(
              state.run(), state.nextInject(), state.story(), Optional.of(why), Optional.empty());
      case DrillEvent.Resumed _ ->
          new DrillState(
              state.run(), state.nextInject(), state.story(), Optional.empty(), Optional.empty());
      case DrillEvent.Finished(var at) ->
          new DrillState(
              state.run(), state.nextInject(), state.story(), Optional.empty(), Optional.of(at));
    };
  }

  @Override
  public List<Event> react(Entry entry) {
    return List.of();
  }

  @Override
  public Outcome decide(Entry input, Command command) {
    if (!(command instanceof DrillCommand ours)) {
      throw new IllegalArgumentException("not a command for the drill desk: " + command);
    }
    if (lane instanceof Lane.Live) {
      return Outcome.refused("not-a-drill", "This is the live lane.");
    }
    if (!mayRun(input.actor())) {
      return Outcome.refused("missing-role", "This needs the drill coordinator's role.");
    }
    return decideInDrill(input, ours);
  }

  private static boolean mayRun(Actor actor) {
    return switch (actor) {
      case Actor.Person person -> person.is(Role.COORDINATOR);
      case Actor.House _ -> true;
      case Actor.Feed _ -> false;
    };
  }

  private Outcome decideInDrill(Entry input, DrillCommand command) {
    if (command instanceof DrillCommand.Start start) {
      return start(start);
    }
    if (state.run().isEmpty()) {
      return Outcome.refused("not-started", "The drill has not started.");
    }
    if (state.finishedAt().isPresent()) {
      return Outcome.refused("drill-over", "The drill is over.");
    }
    return switch (command) {
      case DrillCommand.Start _ -> throw new IllegalStateException("decided above");
      case DrillCommand.PlayInject inject -> playInject(inject);
      case DrillCommand.Hold(var why) ->
          state.held().isPresent()
              ? Outcome.refused("already-held", "The drill is held already.")
              : accepted(new DrillEvent.Held(why));
      case DrillCommand.Resume _ ->
          state.held().isEmpty()
              ? Outcome.refused("not-held", "The drill is not held.")
              : accepted(new DrillEvent.Resumed());
      case DrillCommand.Finish _ -> accepted(new DrillEvent.Finished(input.at()));
    };
  }

  private Outcome start(DrillCommand.Start start) {
    if (state.run().isPresent()) {
      return Outcome.refused("already-started", "This drill has started already.");
    }
    if (!start.to().isAfter(start.from())) {
      return Outcome.refused("bad-span", "A drill ends after it begins.");
    }
    return accepted(
        new DrillEvent.Started(
            start.scenario(),
            start.scenarioSha256(),
            start.seed(),
            start.from(),
            start.to(),
            start.interactive()));
  }

  private Outcome playInject(DrillCommand.PlayInject inject) {
    if (inject.index() != state.nextInject()) {
      return Outcome.refused(
          "inject-out-of-order",
          "Inject " + state.nextInject() + " is next, not " + inject.index() + ".");
    }
    return accepted(new DrillEvent.Injected(inject.index(), inject.story()));
  }

  private Outcome accepted(DrillEvent event) {
    return Outcome.accepted(lane.key(), List.of(event));
  }

  @Override
  public DrillState snapshot() {
    return state;
  }

  @Override
  public Class<DrillState> stateType() {
    return DrillState.class;
  }

  @Override
  public void restore(DrillState state) {
    this.state = state;
  }
}
