package nadhir.core.dispatch;

import nadhir.core.id.AlertId;
import nadhir.core.id.ZoneId;

/** Where units are in danger: in a zone, or in the area that somebody drew for an alert. */
public sealed interface DangerPlace extends Comparable<DangerPlace> {
  /** A zone of the site. */
  record Zone(ZoneId zone) implements DangerPlace {}

  /** The area of the last issued revision of an alert that names no zone. */
  record Drawn(AlertId alert) implements DangerPlace {}

  /** Tells it from every other place; no blanks. */
  default String key() {
    return switch (this) {
      case Zone(var zone) -> "zone|" + zone;
      case Drawn(var alert) -> "alert|" + alert;
    };
  }

  @Override
  default int compareTo(DangerPlace other) {
    return key().compareTo(other.key());
  }
}
