package nadhir.alerting.channel.webpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.channel.sim.ScriptedServer;
import nadhir.alerting.channel.sim.ScriptedServer.Act;
import nadhir.alerting.channel.sim.TestOrders;
import nadhir.alerting.register.PushAddress;
import nadhir.alerting.sim.TestPeople;
import nadhir.core.alert.Channel;
import nadhir.core.id.PersonRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we make of each way in which a push service answers, or does not. */
@Timeout(60)
class PushAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final PersonRef SERVER = new PersonRef("server");

  private static VapidIdentity identity() {
    return new VapidIdentity(
        TestPeople.KEYS.privateKey(SERVER),
        TestPeople.KEYS.publicPoint(SERVER),
        "mailto:eoc@example.org");
  }

  private static Letter.Push push(String json, String shortJson) {
    return new Letter.Push(
        TestPeople.KEYS.address(new PersonRef("p-00042")),
        json,
        shortJson,
        "topic",
        Letter.Push.Urgency.HIGH);
  }

  private static SendResult send(ScriptedServer server, Letter.Push push)
      throws InterruptedException {
    try (var sender = new PushSender(identity(), Duration.ofSeconds(2), Duration.ofMillis(700))) {
      return sender.send(push, server.base().resolve("/push/x"), NOW.plusSeconds(600), NOW);
    }
  }

  private static SendResult sendTo(int posts, Act... acts) throws InterruptedException {
    try (var server = new ScriptedServer(acts)) {
      var result = send(server, push("{\"long\":1}", "{}"));
      assertEquals(posts, server.requests().size());
      return result;
    }
  }

  @Test
  void taken() throws InterruptedException {
    assertEquals(
        new SendResult.Accepted("/message/1"),
        sendTo(1, new Act.Answer(201, "Location: /message/1\r\n", "")));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void theSubscriptionIsGone(int status) throws InterruptedException {
    assertEquals(
        new SendResult.Gone("http-" + status), sendTo(1, ScriptedServer.answer(status, "")));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 408})
  void nobodyKnowsAfterTheseAndNothingIsRepeated(int status) throws InterruptedException {
    assertEquals(
        new SendResult.Ambiguous("http-" + status), sendTo(1, ScriptedServer.answer(status, "")));
  }

  @Test
  void nobodyKnowsWithoutAnAnswer() throws InterruptedException {
    assertEquals(new SendResult.Ambiguous("connection-lost"), sendTo(1, new Act.Drop()));
    assertEquals(new SendResult.Ambiguous("time-out"), sendTo(1, new Act.Hang()));
  }

  @Test
  void tooManyRequestsAreCertainlyNotProcessed() throws InterruptedException {
    assertEquals(
        new SendResult.NotProcessed("429", Optional.of(Duration.ofSeconds(3))),
        sendTo(1, new Act.Answer(429, "Retry-After: 3\r\n", "")));
  }

  @Test
  void whatIsTooLargeIsSentAgainInItsShortForm() throws InterruptedException {
    try (var server =
        new ScriptedServer(ScriptedServer.answer(413, ""), ScriptedServer.answer(201, ""))) {
      assertEquals(
          new SendResult.Accepted(""), send(server, push("x".repeat(2000), "x".repeat(10))));
      assertEquals(2, server.requests().size());
      assertTrue(server.requests().get(0).contains("Content-Length: 2103"), "the long one first");
      assertTrue(server.requests().get(1).contains("Content-Length: 113"), "then the short one");
    }
  }

  @Test
  void whatIsTooLargeEvenThenIsRefused() throws InterruptedException {
    assertEquals(new SendResult.Refused("http-413"), sendTo(2, ScriptedServer.answer(413, "")));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void anUnwelcomeTokenIsMadeAnewOnce(int status) throws InterruptedException {
    assertEquals(
        new SendResult.Refused("http-" + status), sendTo(2, ScriptedServer.answer(status, "")));
    assertEquals(
        new SendResult.Accepted(""),
        sendTo(2, ScriptedServer.answer(status, ""), ScriptedServer.answer(201, "")));
  }

  @ParameterizedTest
  @CsvSource({"302", "400", "406"})
  void otherRefusalsAreFinal(int status) throws InterruptedException {
    assertEquals(
        new SendResult.Refused("http-" + status), sendTo(1, ScriptedServer.answer(status, "")));
  }

  @Test
  void keysThatAreNoPointOfTheCurveAreGone() throws InterruptedException {
    var bad =
        new PushAddress(
            URI.create("https://push.invalid/push/x"),
            Base64.getUrlEncoder().withoutPadding().encodeToString(zeroPoint()),
            TestPeople.KEYS.address(SERVER).auth());
    try (var server = new ScriptedServer(ScriptedServer.answer(201, ""))) {
      var push = new Letter.Push(bad, "{}", "{}", "topic", Letter.Push.Urgency.NORMAL);
      assertEquals(new SendResult.Gone("bad-keys"), send(server, push));
      assertEquals(0, server.requests().size());
    }
  }

  private static byte[] zeroPoint() {
    byte[] point = new byte[65];
    point[0] = 4;
    return point;
  }

  @Test
  void oneTokenServesUntilItsLastHour() {
    var identity = identity();
    var endpoint = URI.create("https://push.example.net/push/1");
    var other = URI.create("https://push.example.net/push/2");
    var elsewhere = URI.create("https://push.example.com/push/1");
    var first = identity.authorization(endpoint, NOW);
    assertEquals(first, identity.authorization(other, NOW.plus(Duration.ofMinutes(659))));
    assertNotEquals(first, identity.authorization(elsewhere, NOW));
    assertNotEquals(first, identity.authorization(endpoint, NOW.plus(Duration.ofMinutes(661))));
    // The clock of another drill may stand earlier; the token must not live longer than 24 hours.
    assertNotEquals(
        identity.authorization(endpoint, NOW),
        identity.authorization(endpoint, NOW.minusSeconds(1)));
  }

  private static Letter letter(PushAddress to) {
    return new Letter(
        TestOrders.delivery(Channel.PUSH),
        NOW.plusSeconds(600),
        new Letter.Push(to, "{}", "{}", "topic", Letter.Push.Urgency.HIGH));
  }

  private static PushAddress at(String endpoint) {
    var keys = TestPeople.KEYS.address(SERVER);
    return new PushAddress(URI.create(endpoint), keys.p256dh(), keys.auth());
  }

  @Test
  void thePublicEndpointSendsNeitherToMadeUpBrowsersNorIntoOurOwnNetwork()
      throws InterruptedException {
    try (var endpoint =
        new WebPushPublic(
            identity(), Duration.ofSeconds(1), Duration.ofSeconds(1), TestOrders.LIVE_ORDERS)) {
      assertEquals(
          new SendResult.Refused("synthetic-address"),
          endpoint.send(
              TestOrders.live(letter(TestPeople.KEYS.address(new PersonRef("p-00042")))), NOW));
      for (String inside :
          List.of("http://push.example.net/x", "https://127.0.0.1/x", "https://localhost:8080/x")) {
        assertEquals(
            new SendResult.Refused("bad-endpoint"),
            endpoint.send(TestOrders.live(letter(at(inside))), NOW));
      }
    }
  }
}
