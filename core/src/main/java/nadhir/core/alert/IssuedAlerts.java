package nadhir.core.alert;

import java.util.Optional;
import nadhir.core.id.AlertId;

/** What a lane has issued, as far as it is durable here. Thread-safe. */
public interface IssuedAlerts {
  /** The revision, once it was issued. */
  Optional<IssuedRevision> find(AlertId alert, int revision);

  /** The newest revision that was issued, which alone holds; 0 when none was. */
  int newest(AlertId alert);
}
