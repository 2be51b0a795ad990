package nadhir.core.cap;

import java.util.Optional;
import nadhir.core.id.AlertId;

/** Keeps a lane's published documents. Throws an unchecked exception while it cannot be reached. */
public interface CapStore {
  /**
   * Keeps the first document of a revision for ever.
   *
   * @return the document that is kept: this one, or an earlier one
   */
  String keep(AlertId alert, int revision, String xml);

  Optional<String> find(AlertId alert, int revision);
}
