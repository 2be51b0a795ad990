package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import nadhir.ops.metrics.LaneGauges;
import nadhir.ops.metrics.Metrics;

/** Whether this member lives and can serve; its metrics. */
final class HealthRoutes {
  /** As health checks call it. */
  enum Status {
    UP,
    DOWN;

    static Status of(boolean up) {
      return up ? UP : DOWN;
    }
  }

  /**
   * @param untold conclusions about ships that a limit has kept back since this member's start; the
   *     lane is well all the same
   */
  private record LaneHealth(
      String key,
      Status status,
      boolean followed,
      boolean storeAway,
      boolean keeps,
      long head,
      long untold) {
    static LaneHealth of(ServedLane lane) {
      var host = lane.host();
      return new LaneHealth(
          lane.key(),
          Status.of(lane.isUp()),
          host.followed(),
          host.storeAway(),
          host.keeps(),
          host.picture().seq(),
          lane.ships().losses().untold());
    }
  }

  private record Ready(Status status, List<LaneHealth> lanes) {}

  private final Lanes lanes;
  private final Metrics metrics;
  private final Blocking blocking;

  HealthRoutes(HttpParts parts, Blocking blocking) {
    this.lanes = parts.lanes();
    this.metrics = parts.metrics();
    this.blocking = blocking;
  }

  /** The process answers: that is all. */
  Future<Void> live(RoutingContext request) {
    return Answers.json(request, 200, Map.of("status", Status.UP));
  }

  /** Every lane is followed and its store answers; that this is said at all means HTTP is up. */
  Future<Void> ready(RoutingContext request) {
    List<LaneHealth> all = lanes.all().stream().map(LaneHealth::of).toList();
    boolean up = !all.isEmpty() && all.stream().allMatch(l -> l.status() == Status.UP);
    return Answers.json(request, up ? 200 : 503, new Ready(Status.of(up), all));
  }

  private void read(ServedLane lane) {
    LaneGauges.read(lane.host(), metrics);
    var losses = lane.ships().losses();
    metrics.ships(lane.key(), losses.untold(), losses.pushedOut());
  }

  Future<Void> metrics(RoutingContext request) {
    return blocking
        .call(
            () -> {
              lanes.all().forEach(this::read);
              return metrics.scrape();
            })
        .compose(text -> Answers.text(request, 200, Metrics.CONTENT_TYPE, text));
  }
}
