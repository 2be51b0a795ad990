package nadhir.ops.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import nadhir.ops.http.Progress.Running;
import nadhir.ops.lane.PictureStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The followers of one lane on this member, on one event loop. The writer's thread only rings a
 * bell; once each second comes a tick, and while deliveries run their progress.
 */
final class LaneFeed {
  private static final Logger LOG = LoggerFactory.getLogger(LaneFeed.class);

  static final long TICK_MS = 1_000;
  static final long PROGRESS_MS = 500;

  private final ServedLane lane;
  private final HttpParts parts;
  private final Blocking blocking;
  private final Context loop;
  private final Vertx vertx;
  private final Set<Follower> followers = new LinkedHashSet<>();
  private final Frames frames = new Frames();
  private final AtomicBoolean rung = new AtomicBoolean();
  private final PictureStream.Subscription subscription;
  private final long ticks;
  private final long polls;
  private boolean polling;
  private List<Running> running = List.of();

  /** Begins to listen; called on the event loop. */
  LaneFeed(ServedLane lane, HttpParts parts, Blocking blocking, Vertx vertx) {
    this.lane = lane;
    this.parts = parts;
    this.blocking = blocking;
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.subscription = lane.host().stream().follow(_ -> ring());
    this.ticks = vertx.setPeriodic(TICK_MS, _ -> tick());
    this.polls = vertx.setPeriodic(PROGRESS_MS, _ -> pollProgress());
  }

  ServedLane lane() {
    return lane;
  }

  Frames frames() {
    return frames;
  }

  boolean isEmpty() {
    return followers.isEmpty();
  }

  void add(Follower follower) {
    followers.add(follower);
    parts.metrics().followers(lane.key(), followers.size());
    follower.start(progressFrame());
  }

  void remove(Follower follower) {
    if (followers.remove(follower)) {
      parts.metrics().followers(lane.key(), followers.size());
    }
  }

  /** On the writer's thread: never more than one bell is on its way. */
  private void ring() {
    if (rung.compareAndSet(false, true)) {
      loop.runOnContext(
          _ -> {
            rung.set(false);
            List.copyOf(followers).forEach(Follower::pump);
          });
    }
  }

  private void tick() {
    long seq = lane.host().picture().seq();
    Buffer frame = Frames.tick(lane.clock().instant(), seq, lane.host().storeAway());
    for (Follower follower : List.copyOf(followers)) {
      switch (follower.tick(frame, seq)) {
        case ALIVE -> {
          // goes on
        }
        case TOO_SLOW -> {
          LOG.info("slow follower dropped lane={}", lane.key());
          parts.metrics().followerDropped(lane.key());
          remove(follower);
          follower.cut();
        }
      }
    }
  }

  private void pollProgress() {
    if (polling || followers.isEmpty()) {
      return;
    }
    polling = true;
    blocking
        .call(() -> parts.progress().of(lane.key()))
        .onComplete(
            result -> {
              polling = false;
              if (result.succeeded() && !result.result().equals(running)) {
                running = List.copyOf(result.result());
                Buffer frame = progressFrame();
                List.copyOf(followers).forEach(f -> f.hint(frame));
              }
            });
  }

  private Buffer progressFrame() {
    return Frames.progress(lane.clock().instant(), running);
  }

  void close() {
    subscription.close();
    vertx.cancelTimer(ticks);
    vertx.cancelTimer(polls);
    List.copyOf(followers).forEach(Follower::end);
    followers.clear();
    parts.metrics().followers(lane.key(), 0);
  }
}
