package nadhir.core.command;

import java.time.Instant;
import nadhir.core.site.Words;

/** Commands for the drill desk; refused outside a drill lane. */
public sealed interface DrillCommand extends Command {
  record Start(
      String scenario,
      String scenarioSha256,
      long seed,
      Instant from,
      Instant to,
      boolean interactive)
      implements DrillCommand {}

  /** The player tells that inject {@code index} is played now; its raw input follows. */
  record PlayInject(int index, Words story) implements DrillCommand {}

  record Hold(String why) implements DrillCommand {}

  record Resume() implements DrillCommand {}

  record Finish() implements DrillCommand {}
}
