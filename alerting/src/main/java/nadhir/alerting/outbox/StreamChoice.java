package nadhir.alerting.outbox;

import java.util.Optional;
import nadhir.core.alert.AlertMessage;
import nadhir.core.id.AlertId;
import nadhir.core.report.Severity;

/** The stream that a revision waits in. */
final class StreamChoice {
  private StreamChoice() {}

  /**
   * The worst severity that the alert has had up to this revision: the Cancel of an Extreme alert
   * is itself Minor, and must not wait behind everything else.
   */
  static Severity of(IssuedMessages messages, AlertId alert, int revision) {
    Severity worst = Severity.UNKNOWN;
    for (int r = 1; r <= revision; r++) {
      Optional<AlertMessage> message = messages.find(alert, r);
      Severity severity = message.map(m -> m.cap().severity()).orElse(Severity.UNKNOWN);
      worst = severity.compareTo(worst) < 0 ? severity : worst;
    }
    return worst;
  }
}
