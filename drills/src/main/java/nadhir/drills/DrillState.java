package nadhir.drills;

import java.time.Instant;
import java.util.Optional;
import nadhir.core.desk.DeskState;
import nadhir.core.site.Words;

/**
 * Where a drill stands.
 *
 * @param run empty until the drill has started
 * @param nextInject index of the inject to play next
 * @param story of the last inject played
 * @param held why the clock is held, while it is
 */
public record DrillState(
    Optional<Run> run,
    int nextInject,
    Optional<Words> story,
    Optional<String> held,
    Optional<Instant> finishedAt)
    implements DeskState {
  static final DrillState BEFORE =
      new DrillState(Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());

  /** What is played. */
  public record Run(
      String scenario,
      String scenarioSha256,
      long seed,
      Instant from,
      Instant to,
      boolean interactive) {}
}
