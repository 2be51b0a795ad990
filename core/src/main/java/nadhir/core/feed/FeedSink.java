package nadhir.core.feed;

import java.time.Instant;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.SensorFault;

/**
 * Where a live adapter puts what it hears. Called from a worker thread, by one adapter never twice
 * at once; a call may block.
 */
public interface FeedSink {
  /**
   * A new or changed report.
   *
   * @return whether it was taken; one that was not (nobody keeps the watch) is offered again with
   *     the source's next document
   */
  boolean offer(HazardReport report);

  /**
   * The feed's health has changed.
   *
   * @param why a key of {@link Pulse}; empty for green
   */
  void health(FeedId feed, FeedHealth health, String why, String detail);

  /** An item was not usable. A source that repeats itself causes this once for each item. */
  void rejected(FeedId feed, Reason reason, String detail);

  /**
   * Items that nobody looked into: they came faster than they could be decoded, or were too large
   * to keep.
   *
   * @param items how many, since this was last said
   * @param detail says how many, too
   */
  default void dropped(FeedId feed, Reason reason, long items, String detail) {
    rejected(feed, reason, detail);
  }

  /** What a gauge sent tells that it is not in order. */
  void doubted(FeedId feed, SensorFault fault, String detail);

  /** A message that is no hazard: a ship's position. Many a second. */
  default void heard(FeedId feed, AisMessage message, Instant receivedAt) {}
}
