package nadhir.core.event;

import nadhir.core.command.Command;
import nadhir.core.id.CommandId;
import nadhir.core.id.EffectId;
import nadhir.core.id.FeedId;
import nadhir.core.id.MemberId;
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

  /** GREEN: as expected. GREY: silent or not reachable. UNKNOWN: not yet heard. */
  enum FeedHealth {
    UNKNOWN,
    GREEN,
    GREY
  }
}
