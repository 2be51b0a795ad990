package nadhir.alerting.outbox;

import java.util.Optional;
import nadhir.core.alert.AlertMessage;
import nadhir.core.id.AlertId;

/** The issued revisions of a lane's alerts, as the alert desk knows them. */
@FunctionalInterface
public interface IssuedMessages {
  /** Empty when there is no such revision, or it was never issued. */
  Optional<AlertMessage> find(AlertId alert, int revision);
}
