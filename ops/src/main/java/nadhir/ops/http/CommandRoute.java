package nadhir.ops.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nadhir.core.command.Command;
import nadhir.core.id.CommandId;
import nadhir.core.id.Id;
import nadhir.core.lane.Role;
import nadhir.core.watch.Answer;
import nadhir.ops.auth.SignedIn;
import nadhir.ops.metrics.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a command: the body against the contract, the person's roles, then the watch; and tells
 * what came of it when it is on disk.
 */
final class CommandRoute {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRoute.class);
  private static final String KEY = "Idempotency-Key";

  /** With the look at the session before it, shorter than a console waits. */
  static final Duration LONGEST = Duration.ofSeconds(9);

  private static final Duration SOON = Duration.ofSeconds(1);

  private record Given(String type, Command command) {}

  private record Accepted(long seq, Optional<String> subject) {}

  private final LaneFinder lanes;
  private final Bodies bodies;
  private final Blocking blocking;
  private final Metrics metrics;

  CommandRoute(LaneFinder lanes, Bodies bodies, Blocking blocking, Metrics metrics) {
    this.lanes = lanes;
    this.bodies = bodies;
    this.blocking = blocking;
    this.metrics = metrics;
  }

  Future<Void> take(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    CommandId id = id(request);
    SignedIn person = Doorway.person(request);
    Buffer body = request.body().buffer();
    // a body with a fault at each letter takes a second to judge: not on the event loop
    return blocking
        .call(() -> read(body))
        .compose(
            given -> {
              allow(person, given.command());
              return submit(request, lane, id, person, given);
            })
        .compose(answer -> answer(request, answer));
  }

  private Given read(Buffer body) {
    JsonNode json = bodies.json(body);
    bodies.check("Command", json);
    return new Given(json.get("type").textValue(), bodies.read(json, Command.class));
  }

  private Future<Answer> submit(
      RoutingContext request, ServedLane lane, CommandId id, SignedIn person, Given given) {
    var answer =
        lane.host()
            .submit(id, person.actor(), given.command())
            .orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    return Future.fromCompletionStage(answer, request.vertx().getOrCreateContext())
        .otherwise(CommandRoute::noAnswer)
        .onSuccess(
            a -> {
              LOG.info(
                  "command request={} lane={} who={} type={} id={} answer={}",
                  Answers.requestId(request),
                  lane.key(),
                  person.who(),
                  given.type(),
                  id,
                  word(a));
              metrics.command(given.type(), word(a));
            });
  }

  private static Answer noAnswer(Throwable why) {
    LOG.warn("no answer to a command why={}", why.toString());
    return new Answer.Unavailable(
        "no-answer", "It is not known whether it was written; send it again under its key.");
  }

  private static CommandId id(RoutingContext request) {
    String key = request.request().getHeader(KEY);
    if (key == null) {
      throw fault("is needed: one per intention, the same when it is sent again");
    }
    if (!Id.isValid(key)) {
      throw fault("must be 1 to 120 of A-Z a-z 0-9 . _ : / -");
    }
    return new CommandId(key);
  }

  private static Problem.Stop fault(String detail) {
    return Problem.contract(List.of(new Fault(Fault.Kind.HEADER, KEY, detail))).stop();
  }

  private static void allow(SignedIn person, Command command) {
    var needed = Permissions.of(command);
    if (person.roles().stream().noneMatch(needed::contains)) {
      String roles = needed.stream().map(Role::name).collect(Collectors.joining(" or "));
      throw Problem.of(403, "role-missing", "This needs the role " + roles + ".").stop();
    }
  }

  private static Future<Void> answer(RoutingContext request, Answer answer) {
    return switch (answer) {
      case Answer.Accepted(var seq, var subject) ->
          Answers.json(request, 200, new Accepted(seq, subject));
      case Answer.Refused(var seq, var reason, var detail) ->
          throw Problem.refused(reason, detail, seq).stop();
      case Answer.Unavailable(var reason, var detail) ->
          throw Problem.later(503, reason, detail, SOON).stop();
    };
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case Answer.Accepted _ -> "accepted";
      case Answer.Refused r -> r.reason();
      case Answer.Unavailable u -> u.reason();
    };
  }
}
