package nadhir.drills.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.command.Command;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.lane.Actor;
import nadhir.core.watch.Answer;

/**
 * The lane that a drill is played into, as its player sees it. Calls block until what they hand in
 * is durable.
 */
public interface LanePort {
  /** Hands in a command. A repeat of its id is answered like the first. */
  Answer submit(CommandId id, Actor actor, Command command) throws InterruptedException;

  /** Hands in another input. */
  void offer(Input input, Actor actor) throws InterruptedException;

  /** The earliest wake-up that a desk waits for. */
  Optional<Instant> nextWakeUp();

  /** Runs every wake-up that is due by the lane's clock. */
  void runWakeUps() throws InterruptedException;

  /**
   * Returns when nothing that was handed in is undecided and no effect runs. All entries up to then
   * can be polled without waiting.
   */
  void awaitQuiet() throws InterruptedException;

  /**
   * The lane's next durable entry that was not polled before, from entry 1 on; waits at most {@code
   * limit}.
   */
  Optional<Entry> poll(Duration limit) throws InterruptedException;

  /** The lane is kept by somebody else now, or by nobody: whoever keeps it goes on playing. */
  final class LaneLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaneLost(String why) {
      super(why);
    }
  }
}
