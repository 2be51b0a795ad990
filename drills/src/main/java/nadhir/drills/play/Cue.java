package nadhir.drills.play;

import java.time.Instant;
import java.util.Comparator;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.IncidentId;
import nadhir.core.lane.Actor;
import nadhir.drills.scenario.Order;

/**
 * Something that a scripted person is going to do.
 *
 * @param trigger {@code seq} of the entry that caused it, 0 for a fixed moment
 * @param line of the reaction in the scenario, from 0
 * @param n which of several cues of that line and trigger
 */
record Cue(Instant due, long trigger, int line, int n, Actor.Person actor, Order order, About about)
    implements Comparable<Cue> {
  private static final Comparator<Cue> ORDER =
      Comparator.comparing(Cue::due)
          .thenComparingLong(Cue::trigger)
          .thenComparingInt(Cue::line)
          .thenComparingInt(Cue::n);

  @Override
  public int compareTo(Cue other) {
    return ORDER.compare(this, other);
  }

  /** What in the lane it is about. */
  sealed interface About {
    record Nothing() implements About {}

    record Revision(AlertId alert, int revision) implements About {}

    record Incident(IncidentId incident) implements About {}

    record Assignment(AssignmentId assignment) implements About {}
  }
}
