package nadhir.core.feed;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.SensorFault;

/** Keeps what an adapter says. */
public final class RecordingSink implements FeedSink {
  public final List<HazardReport> reports = new CopyOnWriteArrayList<>();
  public final List<AisMessage> messages = new CopyOnWriteArrayList<>();
  public final List<Reason> rejected = new CopyOnWriteArrayList<>();

  /** {@code OVERRUN 12}: the reason, and how many. */
  public final List<String> dropped = new CopyOnWriteArrayList<>();

  public final List<SensorFault> doubted = new CopyOnWriteArrayList<>();

  /** {@code GREEN}, or {@code GREY} and why. */
  public final List<String> health = new CopyOnWriteArrayList<>();

  /** Whether reports are taken. */
  public volatile boolean taking = true;

  @Override
  public boolean offer(HazardReport report) {
    reports.add(report);
    return taking;
  }

  @Override
  public void health(FeedId feed, FeedHealth now, String why, String detail) {
    health.add(detail.isEmpty() ? now.name() : now + " " + detail);
  }

  @Override
  public void rejected(FeedId feed, Reason reason, String detail) {
    rejected.add(reason);
  }

  @Override
  public void dropped(FeedId feed, Reason reason, long items, String detail) {
    dropped.add(reason + " " + items);
  }

  @Override
  public void doubted(FeedId feed, SensorFault fault, String detail) {
    doubted.add(fault);
  }

  @Override
  public void heard(FeedId feed, AisMessage message, Instant receivedAt) {
    messages.add(message);
  }
}
