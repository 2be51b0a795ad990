package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import nadhir.core.json.DomainJson;

/** How answers are written. Nothing of the API is kept by browsers or proxies. */
final class Answers {
  private static final String REQUEST_ID = "requestId";

  private Answers() {}

  static void identify(RoutingContext request, String id) {
    request.put(REQUEST_ID, id);
    request.response().putHeader("X-Request-Id", id);
  }

  static String requestId(RoutingContext request) {
    return request.get(REQUEST_ID, "-");
  }

  static Future<Void> json(RoutingContext request, int status, Object value) {
    return text(request, status, "application/json", DomainJson.write(value));
  }

  static Future<Void> text(RoutingContext request, int status, String type, String text) {
    return bytes(request, status, type, Buffer.buffer(text));
  }

  static Future<Void> bytes(RoutingContext request, int status, String type, Buffer body) {
    return request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body);
  }

  static Future<Void> problem(RoutingContext request, Problem problem) {
    problem
        .retryAfter()
        .ifPresent(
            wait ->
                request
                    .response()
                    .putHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds()))));
    return text(request, problem.status(), Problem.CONTENT_TYPE, problem.json(requestId(request)));
  }
}
