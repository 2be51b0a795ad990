package nadhir.ops.http;

import io.vertx.ext.web.RoutingContext;

/** The lane that a request is about. */
final class LaneFinder {
  private final Lanes lanes;

  LaneFinder(Lanes lanes) {
    this.lanes = lanes;
  }

  /** Throws {@link Problem.Stop} when this member serves no such lane. */
  ServedLane of(RoutingContext request) {
    return lanes
        .find(request.pathParam("lane"))
        .orElseThrow(
            () -> Problem.of(404, "unknown-lane", "There is no lane of that name here.").stop());
  }
}
