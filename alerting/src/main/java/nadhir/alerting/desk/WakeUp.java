package nadhir.alerting.desk;

import java.util.Optional;
import nadhir.core.id.AlertId;

/** Why the desk wants to be woken, written in the wake-up's key: {@code expiry:alert-21:1}. */
record WakeUp(String why, AlertId alert, int revision) {
  private static final String EXPIRY = "expiry";
  private static final String ACKNOWLEDGEMENT = "acknowledgement";

  static WakeUp expiry(AlertId alert, int revision) {
    return new WakeUp(EXPIRY, alert, revision);
  }

  static WakeUp acknowledgement(AlertId alert, int revision) {
    return new WakeUp(ACKNOWLEDGEMENT, alert, revision);
  }

  /** The {@code count}-th tally, from 1. */
  static WakeUp tally(AlertId alert, int revision, int count) {
    return new WakeUp("tally" + count, alert, revision);
  }

  boolean isExpiry() {
    return why.equals(EXPIRY);
  }

  boolean isAcknowledgement() {
    return why.equals(ACKNOWLEDGEMENT);
  }

  String key() {
    return why + ":" + alert.value() + ":" + revision;
  }

  /** Empty for a key that this desk never wrote. */
  static Optional<WakeUp> parse(String key) {
    String[] part = key.split(":");
    return part.length == 3 && part[2].matches("\\d{1,9}")
        ? Optional.of(new WakeUp(part[0], new AlertId(part[1]), Integer.parseInt(part[2])))
        : Optional.empty();
  }
}
