package nadhir.core.feed;

import nadhir.core.feed.ais.AisMessage;
import nadhir.core.report.HazardReport;

/** What one item of a source became: a feature, a gauge value, a message. */
public sealed interface Decoded {
  /** It speaks of a hazard. */
  record Ok(HazardReport report) implements Decoded {}

  /** Well-formed, understood, and no hazard: a ship tells where it is. Never journaled. */
  record Heard(AisMessage message) implements Decoded {}

  /**
   * Not usable. Counted, shown, and of no effect on its neighbours.
   *
   * @param detail for a person: which item, and what stood there
   */
  record Rejected(Reason reason, String detail) implements Decoded {
    public static final int MAX_DETAIL = 300;

    public Rejected {
      if (detail.length() > MAX_DETAIL) {
        detail = detail.substring(0, MAX_DETAIL - 1) + "…";
      }
    }
  }
}
