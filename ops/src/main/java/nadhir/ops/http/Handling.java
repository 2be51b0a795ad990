package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Answers a request; whatever fails on the way ends in the one failure handler. */
@FunctionalInterface
interface Handling {
  Future<Void> handle(RoutingContext request);

  static Handler<RoutingContext> by(Handling handling) {
    return request -> handling.handle(request).onFailure(request::fail);
  }
}
