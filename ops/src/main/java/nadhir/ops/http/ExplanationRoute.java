package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nadhir.core.id.HazardId;
import nadhir.core.id.Id;
import nadhir.geofence.desk.Explanation;
import nadhir.ops.http.Explanations.Explained;

/** Why the rules about one hazard have fired, or have not. */
final class ExplanationRoute {
  private static final Duration SOON = Duration.ofSeconds(5);

  private record Told(String lane, HazardId hazard, Instant at, List<Explanation> rules) {}

  private final LaneFinder lanes;
  private final Blocking blocking;

  ExplanationRoute(LaneFinder lanes, Blocking blocking) {
    this.lanes = lanes;
    this.blocking = blocking;
  }

  Future<Void> explain(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    String asked = request.pathParam("hazard");
    if (!Id.isValid(asked)) {
      throw notOpen();
    }
    var hazard = new HazardId(asked);
    return blocking
        .call(() -> lane.explanations().of(hazard).get().orElseThrow(this::nobody))
        .compose(explained -> Answers.json(request, 200, told(lane, hazard, explained)));
  }

  private static Told told(ServedLane lane, HazardId hazard, Explained explained) {
    return new Told(
        lane.key(),
        hazard,
        explained.at(),
        explained.rules().orElseThrow(ExplanationRoute::notOpen));
  }

  private static Problem.Stop notOpen() {
    return Problem.of(404, "unknown-hazard", "No hazard is open under this id.").stop();
  }

  private Problem.Stop nobody() {
    return Problem.later(503, "no-watch", "Nobody asks the rules now.", SOON).stop();
  }
}
