package nadhir.drills.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import nadhir.core.command.HazardCommand;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.feed.Lookout;
import nadhir.core.id.CommandId;
import nadhir.core.lane.Actor;
import nadhir.core.watch.Desks;
import nadhir.core.watch.DryRun;
import nadhir.drills.scenario.Inject;
import nadhir.drills.scenario.Order;
import nadhir.drills.scenario.Scenario;

/**
 * What desks would have concluded from a scenario or recording: its raw input, and the hazards that
 * its people open, decided in memory from one due moment to the next. Nobody approves anything, and
 * nothing is sent.
 */
public final class Trial {
  private final Scenario scenario;
  private final DryRun run;
  private final RawFeeds feeds;
  private final List<Entry> entries = new ArrayList<>();

  private Trial(Scenario scenario, Desks desks, Lookout.Post lookouts) {
    this.scenario = scenario;
    this.feeds = new RawFeeds(lookouts, (_, _) -> {});
    this.run = new DryRun(desks);
  }

  /**
   * What came of it.
   *
   * @param entries all of them, in order
   * @param rejected items that no decoder could use, by reason
   */
  public record Result(List<Entry> entries, SortedMap<String, Long> rejected) {
    public Result {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Plays the whole scenario into {@code desks}, which are new.
   *
   * @param lookouts follow the ships that are heard
   */
  public static Result of(Scenario scenario, Desks desks, Lookout.Post lookouts) {
    var trial = new Trial(scenario, desks, lookouts);
    for (int i = 0; i < scenario.injects().size(); i++) {
      trial.play(i, scenario.injects().get(i));
    }
    trial.entries.addAll(trial.run.until(scenario.end()));
    return new Result(trial.entries, trial.feeds.rejected());
  }

  private void play(int number, Inject inject) {
    switch (inject.play()) {
      case Inject.Play.Narration _ -> {
        // says nothing to a desk
      }
      case Inject.Play.Raw raw -> {
        var actor = new Actor.Feed(raw.feed().id());
        feeds.decode(raw, inject.at()).forEach(input -> take(inject.at(), actor, input));
      }
      case Inject.Play.Ordered(var who, Order.OpenHazard open) ->
          command(inject.at(), number, scenario.actor(who), Intents.openHazard(open));
      case Inject.Play.Ordered _ -> {
        // alerts and units are no hazards
      }
    }
  }

  private void command(Instant at, int number, Actor actor, HazardCommand command) {
    take(at, actor, new Input.Commanded(new CommandId("trial-" + number), command));
  }

  private void take(Instant at, Actor actor, Input input) {
    entries.addAll(run.take(at, actor, input));
  }
}
