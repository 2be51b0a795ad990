package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import nadhir.ops.auth.Sessions;
import nadhir.ops.auth.SignIn;
import nadhir.ops.auth.SignedIn;

/** Signing in and out. */
final class SessionRoutes {
  private record Credentials(String name, String password) {
    @Override
    public String toString() {
      return "Credentials[" + name + ", ***]";
    }
  }

  private record Me(PersonRef who, String name, List<Role> roles) {
    static Me of(SignedIn person) {
      return new Me(person.who(), person.name(), person.roles());
    }
  }

  private final SignIn signIn;
  private final Sessions sessions;
  private final Doorway doorway;
  private final Bodies bodies;
  private final Blocking blocking;

  SessionRoutes(HttpParts parts, Doorway doorway, Bodies bodies, Blocking blocking) {
    this.signIn = parts.signIn();
    this.sessions = parts.sessions();
    this.doorway = doorway;
    this.bodies = bodies;
    this.blocking = blocking;
  }

  Future<Void> signIn(RoutingContext request) {
    Buffer body = request.body().buffer();
    String address = doorway.address(request);
    return blocking
        .call(
            () -> {
              var given = read(body);
              return signIn.enter(given.name(), given.password(), address);
            })
        .compose(result -> answer(request, result));
  }

  private Credentials read(Buffer body) {
    var json = bodies.json(body);
    bodies.check("Credentials", json);
    return bodies.read(json, Credentials.class);
  }

  private Future<Void> answer(RoutingContext request, SignIn.Result result) {
    return switch (result) {
      case SignIn.Result.Accepted(var token, var person) -> {
        doorway.setCookie(request, token);
        yield Answers.json(request, 200, Me.of(person));
      }
      case SignIn.Result.Wrong _ ->
          throw Problem.of(401, "wrong-name-or-password", "The name or the password is wrong.")
              .stop();
      case SignIn.Result.TooSoon(var wait) ->
          throw Problem.later(
                  429, "too-soon", "Too many failed tries; wait a little.", ceiling(wait))
              .stop();
      case SignIn.Result.Busy _ ->
          throw Problem.later(
                  429, "busy", "Too many sign in at this moment.", Duration.ofSeconds(5))
              .stop();
    };
  }

  private static Duration ceiling(Duration wait) {
    return Duration.ofSeconds(wait.plusMillis(999).toSeconds());
  }

  Future<Void> signOut(RoutingContext request) {
    String token = doorway.token(request);
    return blocking
        .call(
            () -> {
              sessions.end(token);
              return token;
            })
        .compose(
            _ -> {
              doorway.dropCookie(request);
              return request.response().setStatusCode(204).end();
            });
  }

  Future<Void> me(RoutingContext request) {
    return Answers.json(request, 200, Me.of(Doorway.person(request)));
  }
}
