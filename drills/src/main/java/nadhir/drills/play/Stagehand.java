package nadhir.drills.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nadhir.core.command.Command;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.lane.Actor;
import nadhir.core.watch.Answer;

/** Hands one thing after the other into the lane, and waits each time until it is quiet again. */
final class Stagehand {
  private final LanePort lane;
  private final Consumer<Entry> follower;
  private final List<String> refusals = new ArrayList<>();

  /**
   * @param follower is given every entry of the lane in order
   */
  Stagehand(LanePort lane, Consumer<Entry> follower) {
    this.lane = lane;
    this.follower = follower;
  }

  void give(List<Intent> given) throws InterruptedException {
    for (Intent intent : given) {
      submit(intent.id(), intent.actor(), intent.command());
    }
  }

  void submit(CommandId id, Actor actor, Command command) throws InterruptedException {
    switch (lane.submit(id, actor, command)) {
      case Answer.Accepted _ -> {
        // what follows from it comes as entries
      }
      case Answer.Refused(_, var reason, var detail) ->
          refusals.add(id + " " + reason + ": " + detail);
      case Answer.Unavailable(var reason, var detail) ->
          throw new LanePort.LaneLost(reason + ": " + detail);
    }
    settle();
  }

  void offer(Input input, Actor actor) throws InterruptedException {
    lane.offer(input, actor);
    settle();
  }

  /** Waits until the lane is quiet, and has the follower take all that has happened. */
  void settle() throws InterruptedException {
    lane.awaitQuiet();
    var entry = lane.poll(Duration.ZERO);
    while (entry.isPresent()) {
      follower.accept(entry.get());
      entry = lane.poll(Duration.ZERO);
    }
  }

  /** Commands that the lane refused, by their ids. */
  List<String> refusals() {
    return List.copyOf(refusals);
  }
}
