package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nadhir.ops.lane.LaneHost;

/**
 * {@code GET /api/v1/lanes/{lane}/events}: opens, resumes and ends the streams. Lives on one event
 * loop.
 */
final class EventStream {
  /** Further ones are told to come back. */
  static final int MAX_FOLLOWERS = 2_000;

  /** A stream whose session has ended is ended within this time. */
  static final Duration SESSION_CHECK = Duration.ofSeconds(30);

  private final HttpParts parts;
  private final LaneFinder lanes;
  private final Doorway doorway;
  private final Blocking blocking;
  private final Vertx vertx;
  private final int maxTicksFull;
  private final Map<LaneHost, LaneFeed> feeds = new HashMap<>();
  private int open;

  EventStream(
      HttpParts parts, Doorway doorway, Blocking blocking, Vertx vertx, HttpSettings settings) {
    this.parts = parts;
    this.lanes = new LaneFinder(parts.lanes());
    this.doorway = doorway;
    this.blocking = blocking;
    this.vertx = vertx;
    this.maxTicksFull = (int) (settings.slowLimit().toMillis() / LaneFeed.TICK_MS);
  }

  /** Completes when the stream has ended. */
  Future<Void> follow(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    long from = from(request, lane);
    if (open >= MAX_FOLLOWERS) {
      throw Problem.later(
              503, "too-many-followers", "Too many consoles follow here.", Duration.ofSeconds(10))
          .stop();
    }
    LaneFeed feed =
        feeds.computeIfAbsent(lane.host(), _ -> new LaneFeed(lane, parts, blocking, vertx));
    var response = request.response();
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Accel-Buffering", "no");
    var follower = new Follower(response, lane.host().stream(), feed.frames(), from, maxTicksFull);
    open++;
    String token = doorway.token(request);
    long checks = vertx.setPeriodic(SESSION_CHECK.toMillis(), _ -> endWithSession(token, follower));
    Promise<Void> over = Promise.promise();
    request.addEndHandler(
        _ -> {
          open--;
          vertx.cancelTimer(checks);
          leave(feed, follower);
          over.complete();
        });
    feed.add(follower);
    return over.future();
  }

  private void leave(LaneFeed feed, Follower follower) {
    feed.remove(follower);
    if (feed.isEmpty() && feeds.remove(feed.lane().host(), feed)) {
      feed.close();
    }
  }

  private static long from(RoutingContext request, ServedLane lane) {
    String last = request.request().getHeader("Last-Event-ID");
    if (last != null && !last.isEmpty()) {
      return Queries.number(Fault.Kind.HEADER, "Last-Event-ID", last, 0, Long.MAX_VALUE);
    }
    return Queries.number(request, "from", 0, Long.MAX_VALUE)
        .orElseGet(() -> lane.host().picture().seq());
  }

  /** A session that cannot be looked up now is left alone until it can. */
  private void endWithSession(String token, Follower follower) {
    blocking
        .call(() -> parts.sessions().find(token))
        .onSuccess(
            person -> {
              if (person.isEmpty()) {
                follower.end();
              }
            });
  }

  void close() {
    List.copyOf(feeds.values()).forEach(LaneFeed::close);
    feeds.clear();
  }
}
