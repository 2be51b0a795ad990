package nadhir.ops.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadhir.core.command.Command;
import nadhir.core.command.HazardCommand;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.PersonRef;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Role;
import nadhir.core.redis.Redis;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.sim.RedisForTests;
import nadhir.ops.auth.Account;
import nadhir.ops.auth.Passwords;
import nadhir.ops.auth.redis.RedisAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two members of the live house in processes of their own; the one that keeps the watch dies. */
class RunTakeoverIT {
  private static final Pattern URL = Pattern.compile("http://\\S+:[0-9]+(?=\\s)");
  private static final String PASSWORD = "correct horse battery";
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration TAKEOVER_LIMIT = Duration.ofSeconds(15);

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Member> members = new ArrayList<>();
  @TempDir private Path folder;
  private RedisForTests server;
  private Redis redis;

  @BeforeEach
  void open() {
    server = Member.redis();
    redis = server.connect();
    new RedisAccounts(redis)
        .add(
            new Account(
                "operator",
                new PersonRef("op-1"),
                List.of(Role.OPERATOR),
                new Passwords().hash(PASSWORD)));
  }

  @AfterEach
  void close() throws Exception {
    for (Member member : members) {
      member.close();
    }
    http.close();
    if (server != null) {
      redis.close();
      server.close();
    }
  }

  private void start(String name) throws IOException {
    members.add(
        Member.start(
            folder.resolve(name),
            List.of(
                "run", "--site", "sites/aqaba", "--redis", Member.address(server), "--port", "0")));
  }

  private static Optional<URI> url(Member member) {
    Matcher found = URL.matcher(member.printed());
    return found.find() ? Optional.of(URI.create(found.group())) : Optional.empty();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(
        request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode get(Member member, String path, String cookie) throws Exception {
    var answer =
        send(
            HttpRequest.newBuilder(url(member).orElseThrow().resolve(path))
                .header("Cookie", cookie));
    assertEquals(200, answer.statusCode(), answer::body);
    return DomainJson.mapper().readTree(answer.body());
  }

  /** Whether it serves; and whether it says that it keeps the live lane's watch. */
  private Optional<Boolean> ready(Member member) throws Exception {
    if (url(member).isEmpty()) {
      assertTrue(member.isAlive(), member::logged);
      return Optional.empty();
    }
    var answer = send(HttpRequest.newBuilder(url(member).orElseThrow().resolve("/health/ready")));
    return answer.statusCode() == 200
        ? Optional.of(
            DomainJson.mapper().readTree(answer.body()).at("/lanes/0/keeps").booleanValue())
        : Optional.empty();
  }

  private String signIn(Member member) throws Exception {
    var body =
        DomainJson.mapper().createObjectNode().put("name", "operator").put("password", PASSWORD);
    var answer = post(member, "/api/v1/session", body.toString(), "sign-in", "");
    assertEquals(200, answer.statusCode(), answer::body);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private HttpResponse<String> post(
      Member member, String path, String body, String key, String cookie) throws Exception {
    var request =
        HttpRequest.newBuilder(url(member).orElseThrow().resolve(path))
            .header("Content-Type", "application/json")
            .header("X-Nadhir-Request", "1")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
  }

  private static String fire(String title) {
    Command command =
        new HazardCommand.OpenHazard(
            new HazardTypeId("fire"),
            new LatLon(29.53, 35.0),
            "telephone",
            Certainty.OBSERVED,
            Severity.SEVERE,
            Instant.parse("2026-11-20T12:40:00Z"),
            Optional.empty(),
            title);
    return DomainJson.write(command);
  }

  private boolean accepts(Member member, String cookie, String title) throws Exception {
    return post(member, "/api/v1/lanes/live/commands", fire(title), "key-" + title, cookie)
            .statusCode()
        == 200;
  }

  private boolean shows(Member member, String cookie, String title) throws Exception {
    return get(member, "/api/v1/lanes/live/picture", cookie)
        .at("/objects/hazard")
        .toString()
        .contains(title);
  }

  @Test
  @Timeout(240)
  void theStandbyForwardsCommandsAndTakesThemItselfWhenTheKeeperIsKilled() throws Exception {
    start("a");
    start("b");
    await()
        .atMost(START_LIMIT)
        .until(() -> ready(members.get(0)).isPresent() && ready(members.get(1)).isPresent());
    await()
        .atMost(START_LIMIT)
        .until(() -> ready(members.get(0)).orElse(false) || ready(members.get(1)).orElse(false));
    Member keeper = ready(members.get(0)).orElse(false) ? members.get(0) : members.get(1);
    Member standby = members.stream().filter(m -> m != keeper).findFirst().orElseThrow();
    assertFalse(ready(standby).orElseThrow());

    String cookie = signIn(standby);
    await().atMost(TAKEOVER_LIMIT).until(() -> accepts(standby, cookie, "first-fire"));
    assertFalse(ready(standby).orElseThrow(), "it was forwarded");
    assertTrue(ready(keeper).orElseThrow());
    await().atMost(TAKEOVER_LIMIT).until(() -> shows(standby, cookie, "first-fire"));

    keeper.kill9();
    await().atMost(TAKEOVER_LIMIT).until(() -> accepts(standby, cookie, "second-fire"));
    assertTrue(ready(standby).orElseThrow());
    assertTrue(shows(standby, cookie, "first-fire"));
    await().atMost(TAKEOVER_LIMIT).until(() -> shows(standby, cookie, "second-fire"));
  }
}
