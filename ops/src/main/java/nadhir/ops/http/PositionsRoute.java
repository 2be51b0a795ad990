package nadhir.ops.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.lane.Role;
import nadhir.core.track.UnitFix;
import nadhir.ops.auth.SignedIn;
import nadhir.ops.http.UnitPositions.Followed;
import nadhir.ops.http.UnitPositions.Page;
import nadhir.ops.http.UnitPositions.Taken;
import nadhir.ops.metrics.Metrics;

/** Where response units are: told by whoever runs their devices, read by everybody. */
final class PositionsRoute {
  private static final Duration SOON = Duration.ofSeconds(5);

  /** Under which name refusals are counted. */
  private static final String UNITS = "units";

  private record Positions(List<UnitFix> positions) {}

  private record Told(String lane, Instant at, List<Followed> units) {}

  private final LaneFinder lanes;
  private final Bodies bodies;
  private final Blocking blocking;
  private final Metrics metrics;
  private final Optional<PostedPositions> posted;
  private final PostDoor door;

  /**
   * @param posted empty where no live lane is: in a demo or a drill
   */
  PositionsRoute(
      LaneFinder lanes,
      Bodies bodies,
      Blocking blocking,
      Metrics metrics,
      Optional<PostedPositions> posted,
      PostDoor door) {
    this.posted = posted;
    this.door = door;
    this.lanes = lanes;
    this.bodies = bodies;
    this.blocking = blocking;
    this.metrics = metrics;
  }

  Future<Void> take(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    allow(Doorway.person(request));
    Buffer body = request.body().buffer();
    return blocking
        .call(() -> counted(lane.units().take(read(body)).orElseThrow(this::notNow)))
        .compose(taken -> Answers.json(request, 200, taken));
  }

  /** A source that knows where vehicles are tells it under its signature; of the live lane. */
  Future<Void> takePosted(RoutingContext request) {
    PostedPositions positions =
        posted.orElseThrow(
            () -> Problem.of(404, "no-live-lane", "Nothing can be told here.").stop());
    PostedReports.Post post = door.post(request);
    return blocking
        .call(() -> checked(positions, post))
        .compose(taken -> Answers.json(request, 200, taken));
  }

  private Taken checked(PostedPositions positions, PostedReports.Post post) {
    positions
        .check(post)
        .ifPresent(
            shut -> {
              throw PostDoor.stop(shut);
            });
    return positions.take(post, read(Buffer.buffer(post.body()))).orElseThrow(this::notNow);
  }

  private static void allow(SignedIn person) {
    if (!person.roles().contains(Role.DISPATCHER)) {
      throw Problem.of(403, "role-missing", "This needs the role DISPATCHER.").stop();
    }
  }

  private List<UnitFix> read(Buffer body) {
    JsonNode json = bodies.json(body);
    bodies.check("Positions", json);
    for (JsonNode position : json.get("positions")) {
      var fields = (ObjectNode) position;
      for (String optional : List.of("speedMps", "headingDeg")) {
        if (!fields.has(optional)) {
          fields.putNull(optional);
        }
      }
    }
    return bodies.read(json, Positions.class).positions();
  }

  private Taken counted(Taken taken) {
    taken.refused().forEach(r -> metrics.rejected(UNITS, r.reason().name(), 1));
    return taken;
  }

  Future<Void> followed(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    return blocking
        .call(() -> lane.units().followed().orElseThrow(this::notNow))
        .compose(page -> Answers.json(request, 200, told(lane, page)));
  }

  private static Told told(ServedLane lane, Page page) {
    return new Told(lane.key(), page.at(), page.units());
  }

  private Problem.Stop notNow() {
    return Problem.later(503, "no-tracks", "This member does not follow the units now.", SOON)
        .stop();
  }
}
