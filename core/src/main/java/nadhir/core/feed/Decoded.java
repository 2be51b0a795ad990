package nadhir.core.feed;

import java.net.URI;
import java.util.Optional;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.report.HazardReport;
import nadhir.core.report.SensorFault;

/** What one item of a source became: a feature, a gauge value, a message. */
public sealed interface Decoded {
  /** It speaks of a hazard. */
  record Ok(HazardReport report) implements Decoded {}

  /** Well-formed, understood, and no hazard: a ship tells where it is. Never journaled. */
  record Heard(AisMessage message) implements Decoded {}

  /** An index names a document that must be fetched to know what it says. */
  record Linked(URI document) implements Decoded {}

  /**
   * Not usable. Counted, shown, and of no effect on its neighbours.
   *
   * @param detail for a person: which item, and what stood there
   * @param sensor what it tells of a gauge's own state
   */
  record Rejected(Reason reason, String detail, Optional<SensorFault> sensor) implements Decoded {
    public static final int MAX_DETAIL = 300;

    public Rejected(Reason reason, String detail) {
      this(reason, detail, Optional.empty());
    }

    public Rejected {
      if (detail.length() > MAX_DETAIL) {
        detail = detail.substring(0, MAX_DETAIL - 1) + "…";
      }
    }
  }
}
