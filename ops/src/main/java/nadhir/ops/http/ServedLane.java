package nadhir.ops.http;

import java.time.InstantSource;
import java.util.Optional;
import nadhir.core.journal.Journal;
import nadhir.core.site.Words;
import nadhir.ops.lane.LaneHost;

/**
 * A lane and what is shown of it.
 *
 * @param clock the lane's time, for the consoles' clocks
 * @param title for people; the console words the key where there is none
 * @param ships those that the lane follows
 * @param units where the lane's response units are
 * @param explanations what its rules say about themselves
 */
public record ServedLane(
    LaneHost host,
    Journal journal,
    InstantSource clock,
    Optional<Words> title,
    SiteView site,
    ShipsSeen ships,
    UnitPositions units,
    Explanations explanations) {
  String key() {
    return host.lane().key();
  }

  /** The journal has been read and its store answers. */
  boolean isUp() {
    return host.followed() && !host.storeAway();
  }
}
