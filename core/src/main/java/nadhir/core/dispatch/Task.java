package nadhir.core.dispatch;

import java.time.Instant;
import java.util.Optional;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.TaskId;

/**
 * Something that a person must do, and say when it is done.
 *
 * @param neighbour the authority to be told, by its id in the site
 * @param alert what is to be told: this revision of it
 * @param note how it went: who took the call
 */
public record Task(
    TaskId id,
    Kind kind,
    String neighbour,
    AlertId alert,
    int revision,
    Instant openedAt,
    Optional<Instant> doneAt,
    Optional<PersonRef> doneBy,
    Optional<String> note) {
  public enum Kind {
    /** Danger reaches beyond the border; the neighbour tells its own people. */
    INFORM_NEIGHBOUR
  }
}
