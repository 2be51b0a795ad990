package nadhir.drills.scenario;

import java.time.Duration;
import java.util.List;
import nadhir.core.id.PersonRef;

/**
 * A line of a scripted person's part: when this happens, and after a while, they do that.
 *
 * @param as who does it; several approve one after the other
 * @param after from the trigger to the first of them
 * @param apart from one of them to the next
 */
public record Reaction(
    Trigger when, List<PersonRef> as, Duration after, Duration apart, Order order) {
  public Reaction {
    as = List.copyOf(as);
  }
}
