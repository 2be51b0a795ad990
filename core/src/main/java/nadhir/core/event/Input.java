package nadhir.core.event;

import java.time.Instant;
import java.util.List;
import nadhir.core.command.Command;
import nadhir.core.geo.LatLon;
import nadhir.core.id.CommandId;
import nadhir.core.id.EffectId;
import nadhir.core.id.FeedId;
import nadhir.core.id.MemberId;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.SensorFault;

/** What comes from outside into a lane. Every other event is the consequence of one of these. */
public sealed interface Input extends Event {
  /** A member took the watch; {@code epoch} is the fencing number of all it appends. */
  record WatchTaken(MemberId member, long epoch) implements Input {}

  /** The site pack in force from here on, by SHA-256 of its files. */
  record SiteAdopted(String site, String sha256) implements Input {}

  /** A decoded report. */
  record Reported(HazardReport report) implements Input {}

  /** A person's (or another system's) command; what came of it follows in the same block. */
  record Commanded(CommandId id, Command command) implements Input {}

  /** A wake-up that {@code desk} asked for under {@code key} has come. */
  record Woken(String desk, String key) implements Input {}

  /** An effect has ended, well or not. */
  record EffectEnded(EffectId id, EffectResult result) implements Input {}

  /**
   * A feed's health has changed, as its adapter sees it.
   *
   * @param why a key for people's languages: {@code unreachable}, {@code silent}, …; empty where
   *     the health says all
   */
  record FeedHealthChanged(FeedId feed, FeedHealth health, String detail, String why)
      implements Input {}

  /** A gauge sent something that tells of its own state. */
  record GaugeDoubted(FeedId feed, SensorFault fault, String detail) implements Input {}

  /**
   * Where a unit is, when that is news: its first word, another place by some hundred metres,
   * another zone, or a word after silence. What lies between stays in memory. One that is earlier
   * than what is known of the unit changes nothing, and a repeat does not either. Of the same time
   * as the last, it says that the zones have changed and not the place.
   *
   * @param zones that it is in, left ones only beyond the margin, by id
   * @param seenAt the device's own time
   */
  record UnitHeard(UnitId unit, LatLon place, List<ZoneId> zones, Instant seenAt) implements Input {
    public UnitHeard {
      zones = List.copyOf(zones);
    }
  }

  /** Nothing was heard of a unit for long; {@code since} is the time of its last word. */
  record UnitSilent(UnitId unit, Instant since) implements Input {}

  /** GREEN: as expected. GREY: silent or not reachable. UNKNOWN: not yet heard. */
  enum FeedHealth {
    UNKNOWN,
    GREEN,
    GREY
  }
}
