package nadhir.ops.http;

import io.lettuce.core.RedisException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import nadhir.core.journal.Journal;
import nadhir.core.redis.RedisUnavailable;
import nadhir.ops.auth.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where failures become answers. What a person gets is a problem document; what went
 * wrong inside is in the log, under the same request id.
 */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final Duration SOON = Duration.ofSeconds(2);

  private Failures() {}

  static void mount(Router router) {
    router.route().failureHandler(Failures::answer);
    router.errorHandler(400, r -> answer(r, byStatus(400)));
    router.errorHandler(404, r -> answer(r, byStatus(404)));
    router.errorHandler(405, r -> answer(r, byStatus(405)));
    router.errorHandler(406, r -> answer(r, byStatus(406)));
    router.errorHandler(415, r -> answer(r, byStatus(415)));
    router.errorHandler(500, Failures::answer);
  }

  private static void answer(RoutingContext request) {
    if (request.response().closed()) {
      // nobody is there to be told; a browser that goes away is no fault
      LOG.debug("gone request={}", Answers.requestId(request), request.failure());
      return;
    }
    answer(request, problem(request));
  }

  private static void answer(RoutingContext request, Problem problem) {
    var response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    if (problem.status() == 413) {
      // the rest of the body is not read: nothing further can be asked on this connection
      response.putHeader("Connection", "close");
    }
    Answers.problem(request, problem)
        .onFailure(e -> LOG.debug("answer not sent request={}", Answers.requestId(request), e));
  }

  private static Problem problem(RoutingContext request) {
    return switch (request.failure()) {
      case Problem.Stop stop -> stop.problem();
      case StoreAway e -> away(request, e);
      case Journal.JournalUnavailable e -> away(request, e);
      case nadhir.alerting.ledger.StoreAway e -> away(request, e);
      case RedisUnavailable e -> away(request, e);
      case RedisException e -> away(request, e);
      case HttpException e -> byStatus(e.getStatusCode());
      case null -> byStatus(request.statusCode());
      case Throwable e -> {
        LOG.error(
            "request failed request={} method={} path={}",
            Answers.requestId(request),
            request.request().method(),
            request.normalizedPath(),
            e);
        yield Problem.of(
            500, "internal", "Something went wrong here; it is in the log under the request id.");
      }
    };
  }

  private static Problem away(RoutingContext request, RuntimeException e) {
    LOG.warn("store away request={} why={}", Answers.requestId(request), e.getMessage());
    return Problem.later(503, "store-away", "The store does not answer; try again.", SOON);
  }

  private static Problem byStatus(int status) {
    return switch (status) {
      case 404 -> Problem.of(404, "not-found", "There is nothing at this address.");
      case 405 -> Problem.of(405, "method", "This address does not take that method.");
      case 406 -> Problem.of(406, "not-acceptable", "No answer of an accepted type exists.");
      case 413 -> Problem.of(413, "too-large", "The body is larger than this address takes.");
      case 415 -> Problem.of(415, "content-type", "The body must be application/json.");
      default ->
          status >= 400 && status < 500
              ? Problem.of(status, "bad-request", "The request cannot be understood.")
              : Problem.of(500, "internal", "Something went wrong here.");
    };
  }
}
