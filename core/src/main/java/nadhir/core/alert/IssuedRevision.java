package nadhir.core.alert;

import java.time.Instant;
import java.util.List;

/**
 * A revision that went out, for whoever sends or publishes it.
 *
 * @param earlier the revisions of the same alert that went out before it, oldest first
 */
public record IssuedRevision(AlertMessage message, Instant issuedAt, List<Earlier> earlier) {
  public IssuedRevision {
    earlier = List.copyOf(earlier);
  }

  /** One that it follows up. */
  public record Earlier(int revision, Instant issuedAt) {}
}
