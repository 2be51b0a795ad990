package nadhir.core.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.geo.Area;
import nadhir.core.id.AlertId;
import nadhir.core.id.HazardId;
import nadhir.core.id.LevelId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Slot;

/** Commands for the alert desk. */
public sealed interface AlertCommand extends Command {
  /**
   * Composes an alert by hand: from a message of the site with its gaps filled, over listed zones
   * or a drawn area.
   */
  record Propose(
      Optional<HazardId> hazard,
      String messageKey,
      LevelId level,
      AlertMessage.Scope scope,
      List<ZoneId> zones,
      Optional<Area> area,
      SortedMap<String, Slot> slots,
      Duration validFor)
      implements AlertCommand {}

  /** A person agrees to the pending revision {@code revision}; what was seen is what is agreed. */
  record Approve(AlertId alert, int revision) implements AlertCommand {}

  record Reject(AlertId alert, int revision, String why) implements AlertCommand {}

  /** Proposes an Update of an issued alert with another message of the site, or new slots. */
  record ProposeUpdate(
      AlertId alert, String messageKey, SortedMap<String, Slot> slots, Duration validFor)
      implements AlertCommand {}

  /** Proposes the correction (Cancel, sent in error), to exactly those who got the original. */
  record ProposeCancel(AlertId alert, String messageKey, SortedMap<String, Slot> slots, String note)
      implements AlertCommand {}

  record Acknowledge(AlertId alert, int revision, PersonRef institution) implements AlertCommand {}
}
