package nadhir.ops.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nadhir.ops.http.PostedReports.Post;
import nadhir.ops.http.PostedReports.Shut;

/** Where signed posts come in: what they carry, and what is answered to who stays outside. */
final class PostDoor {
  private final Doorway doorway;

  PostDoor(Doorway doorway) {
    this.doorway = doorway;
  }

  Post post(RoutingContext request) {
    var body = request.body().buffer();
    return new Post(
        header(request, "X-Nadhir-Feed"),
        header(request, "X-Nadhir-Time"),
        header(request, "X-Nadhir-Nonce"),
        header(request, "X-Nadhir-Signature"),
        doorway.address(request),
        body == null ? new byte[0] : body.getBytes());
  }

  private static Optional<String> header(RoutingContext request, String name) {
    return Optional.ofNullable(request.request().getHeader(name));
  }

  static Problem.Stop stop(Shut shut) {
    return switch (shut) {
      case Shut.Forged() ->
          Problem.of(401, "signature", "It is not signed by a feed that posts here, or not now.")
              .stop();
      case Shut.Replayed() ->
          Problem.of(403, "replayed", "This nonce was used before; sign anew.").stop();
      case Shut.TooOften(var patience) ->
          Problem.later(429, "too-often", "That is too often; wait a little.", patience).stop();
    };
  }
}
