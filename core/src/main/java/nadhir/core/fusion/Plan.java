package nadhir.core.fusion;

import java.util.List;
import java.util.Optional;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;

/**
 * Where a report belongs.
 *
 * @param home the open hazard; empty for one of its own
 * @param moves solutions of the same network that now belong elsewhere, because the report shows
 *     that they were something else
 */
record Plan(Optional<HazardId> home, List<Move> moves) {
  /** The report is something new, or stays alone. */
  static final Plan APART = new Plan(Optional.empty(), List.of());

  Plan {
    moves = List.copyOf(moves);
  }

  static Plan home(HazardId hazard) {
    return new Plan(Optional.of(hazard), List.of());
  }

  /**
   * @param to empty for a hazard of its own
   */
  record Move(ReportId solution, Optional<HazardId> to) {}
}
