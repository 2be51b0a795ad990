package nadhir.geofence.desk;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.event.Event;
import nadhir.core.id.AssessmentId;

/** The events that follow from one entry, with ids made from its number. */
final class Consequences {
  private final long seq;
  private final List<Event> events = new ArrayList<>();
  private int made;

  Consequences(long seq) {
    this.seq = seq;
  }

  void add(Event event) {
    events.add(event);
  }

  /** {@code ass-17}, then {@code ass-17.2}, … */
  AssessmentId nextId() {
    made++;
    return new AssessmentId("ass-" + seq + (made == 1 ? "" : "." + made));
  }

  List<Event> all() {
    return List.copyOf(events);
  }
}
