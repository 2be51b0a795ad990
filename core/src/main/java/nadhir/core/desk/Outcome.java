package nadhir.core.desk;

import java.util.List;
import java.util.Optional;
import nadhir.core.event.Event;

/** What came of a command. */
public sealed interface Outcome {
  /**
   * Accepted, with what follows at once.
   *
   * @param subject id of the thing that was made or changed, for the caller
   */
  record Accepted(List<Event> events, Optional<String> subject) implements Outcome {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /**
   * Refused; nothing changes, but it is written down.
   *
   * @param reason a stable kebab-case key: metric label and text key, for example {@code
   *     own-proposal}
   * @param detail one sentence for a person
   */
  record Refused(String reason, String detail) implements Outcome {}

  static Outcome accepted(String subject, List<Event> events) {
    return new Accepted(events, Optional.of(subject));
  }

  static Outcome refused(String reason, String detail) {
    return new Refused(reason, detail);
  }
}
