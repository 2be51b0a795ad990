package nadhir.core.event;

import java.time.Instant;
import nadhir.core.site.Words;

/** The course of a drill, in its own lane only. */
public sealed interface DrillEvent extends Event {
  /**
   * The drill begins.
   *
   * @param scenarioSha256 of the scenario and all its files
   * @param interactive the clock halts while a decision waits for a person
   */
  record Started(
      String scenario,
      String scenarioSha256,
      long seed,
      Instant from,
      Instant to,
      boolean interactive)
      implements DrillEvent {}

  /** Inject number {@code index} (from 0) of the scenario has been played. */
  record Injected(int index, Words story) implements DrillEvent {}

  record Held(String why) implements DrillEvent {}

  record Resumed() implements DrillEvent {}

  record Finished(Instant at) implements DrillEvent {}
}
