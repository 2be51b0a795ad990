package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.ops.http.PostedReports.Post;
import nadhir.ops.http.PostedReports.Shut;
import nadhir.ops.http.PostedReports.Taken;

/** What sources post: the signature, then the body against the contract, then the live lane. */
final class ReportsRoute {
  private static final Duration SOON = Duration.ofSeconds(1);

  private record Written(List<PostedReports.Line> reports) {}

  private final Optional<PostedReports> posted;
  private final PostDoor door;
  private final Bodies bodies;
  private final Blocking blocking;

  /**
   * @param posted empty where no live lane is: in a demo or a drill
   */
  ReportsRoute(Optional<PostedReports> posted, PostDoor door, Bodies bodies, Blocking blocking) {
    this.posted = posted;
    this.door = door;
    this.bodies = bodies;
    this.blocking = blocking;
  }

  Future<Void> take(RoutingContext request) {
    PostedReports reports =
        posted.orElseThrow(
            () -> Problem.of(404, "no-live-lane", "Nothing can be reported here.").stop());
    Post post = door.post(request);
    return blocking
        .call(() -> reports.check(post).<Taken>map(s -> s).orElseGet(() -> judged(reports, post)))
        .compose(taken -> answer(request, taken));
  }

  private Taken judged(PostedReports reports, Post post) {
    var json = bodies.json(Buffer.buffer(post.body()));
    bodies.check("Reports", json);
    return reports.take(post);
  }

  private static Future<Void> answer(RoutingContext request, Taken taken) {
    return switch (taken) {
      case Taken.Written(var lines) -> Answers.json(request, 200, new Written(lines));
      case Shut shut -> throw PostDoor.stop(shut);
      case Taken.Unusable(var flaws) ->
          throw Problem.contract(
                  flaws.stream().map(f -> Fault.at("#/reports/" + f.report(), f.why())).toList())
              .stop();
      case Taken.Unavailable(var reason, var detail) ->
          throw Problem.later(503, reason, detail, SOON).stop();
    };
  }
}
