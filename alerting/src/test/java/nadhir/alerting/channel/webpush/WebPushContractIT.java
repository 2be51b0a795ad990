package nadhir.alerting.channel.webpush;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.channel.sim.PushServiceForTests;
import nadhir.alerting.channel.sim.Tap;
import nadhir.alerting.channel.sim.TestOrders;
import nadhir.alerting.register.PushAddress;
import nadhir.core.alert.Channel;
import nadhir.core.json.DomainJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our push messages, decrypted and checked by a receiver that is not ours. */
class WebPushContractIT {
  private static final String ARABIC =
      """
      {"title":"إخلاء فوري","body":"سيل في وادي اليتم نحو 19:10–19:25 🌊\\nغادروا الآن.","lang":"ar"}\
      """;

  /** The receiver checks the token's end by the wall clock, which is therefore the lane's here. */
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static final String SUBJECT = "mailto:warnings@nadhir.example";
  private static final VapidIdentity IDENTITY = TestKeys.make().identity(SUBJECT);

  private static PushServiceForTests service;

  @BeforeAll
  static void startService() {
    service = PushServiceForTests.start();
  }

  @AfterAll
  static void endService() {
    if (service != null) {
      service.close();
    }
  }

  private static PushServiceForTests.Subscription subscribe() {
    return service.subscribe(IDENTITY.applicationServerKey());
  }

  private static Letter.Push push(PushAddress to, String json) {
    return new Letter.Push(to, json, json, "alert-17", Letter.Push.Urgency.HIGH);
  }

  private static SendResult send(Tap tap, VapidIdentity identity, Letter.Push push, Instant at)
      throws InterruptedException {
    var limit = Duration.ofSeconds(30);
    var letter =
        new Letter(TestOrders.delivery(Channel.PUSH), NOW.plus(Duration.ofMinutes(90)), push);
    try (var sender = new WebPushSandbox(identity, limit, limit, tap.address())) {
      return sender.send(TestOrders.exercise(letter), at);
    }
  }

  private static SendResult send(Tap tap, Letter.Push push) throws InterruptedException {
    return send(tap, IDENTITY, push, NOW);
  }

  // ---- what arrives

  @Test
  void anArabicMessageIsDecryptedAsItWasWritten() throws Exception {
    var browser = subscribe();
    try (var tap = Tap.before(service.address())) {
      assertInstanceOf(SendResult.Accepted.class, send(tap, push(browser.address(), ARABIC)));
      assertEquals(List.of(ARABIC), service.received(browser));
      var request = tap.only();
      assertEquals("POST", request.method());
      assertEquals(browser.address().endpoint().getPath(), request.target().toString());
      assertEquals("aes128gcm", request.header("content-encoding"));
      assertEquals("application/octet-stream", request.header("content-type"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void lifeTopicAndUrgencyStandInTheHeaders(Letter.Push.Urgency urgency) throws Exception {
    var browser = subscribe();
    var push = new Letter.Push(browser.address(), ARABIC, ARABIC, "alert-17_rev-2", urgency);
    try (var tap = Tap.before(service.address())) {
      assertInstanceOf(SendResult.Accepted.class, send(tap, push));
      assertEquals("5400", tap.only().header("ttl"));
      assertEquals("alert-17_rev-2", tap.only().header("topic"));
      assertEquals(urgency.name().toLowerCase(), tap.only().header("urgency"));
    }
  }

  /** RFC 8291, 4: one record of 4,096 bytes less header, tag and delimiter. */
  @ParameterizedTest
  @CsvSource({"1, 104", "3993, 4096"})
  void theSmallestAndTheLargestMessageArrive(int characters, int bodyBytes) throws Exception {
    var browser = subscribe();
    var text = "x".repeat(characters);
    try (var tap = Tap.before(service.address())) {
      assertInstanceOf(SendResult.Accepted.class, send(tap, push(browser.address(), text)));
      assertEquals(List.of(text), service.received(browser));
      assertEquals(bodyBytes, tap.only().body().length);
    }
  }

  @Test
  void twoMessagesToOneBrowserShareNeitherSaltNorKey() throws Exception {
    var browser = subscribe();
    try (var tap = Tap.before(service.address())) {
      send(tap, push(browser.address(), ARABIC));
      send(tap, push(browser.address(), ARABIC));
      assertEquals(List.of(ARABIC, ARABIC), service.received(browser));
      var first = tap.requests().getFirst().body();
      var second = tap.requests().getLast().body();
      assertFalse(Arrays.equals(first, 0, 16, second, 0, 16), "the same salt");
      assertFalse(Arrays.equals(first, 21, 86, second, 21, 86), "the same key");
    }
  }

  // ---- who we are

  /**
   * The receiver verifies the token's signature and end, and leaves the rest to us (RFC 8292, 2).
   */
  @Test
  void theTokenNamesTheServiceItsEndAndWhomToWriteTo() throws Exception {
    var browser = subscribe();
    try (var tap = Tap.before(service.address())) {
      assertInstanceOf(SendResult.Accepted.class, send(tap, push(browser.address(), ARABIC)));
      String authorization = tap.only().header("authorization");
      assertTrue(authorization.matches("vapid t=[\\w.-]+, ?k=[\\w-]{87}"), authorization);
      assertTrue(authorization.endsWith("k=" + IDENTITY.applicationServerKey()), authorization);
      String[] token = authorization.substring("vapid t=".length()).split("[.,]");
      assertEquals("ES256", decoded(token[0]).path("alg").asText());
      JsonNode claims = decoded(token[1]);
      assertEquals(tap.address(), URI.create(claims.path("aud").asText()));
      assertEquals(SUBJECT, claims.path("sub").asText());
      var life = Duration.between(NOW, Instant.ofEpochSecond(claims.path("exp").asLong()));
      assertTrue(life.isPositive() && life.compareTo(Duration.ofHours(24)) <= 0, life.toString());
    }
  }

  private static JsonNode decoded(String part) throws Exception {
    return DomainJson.mapper()
        .readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  @Test
  void aBrowserThatConsentedToSomebodyElseTakesNothingFromUs() throws Exception {
    var other = TestKeys.make().identity(SUBJECT);
    var browser = service.subscribe(other.applicationServerKey());
    try (var tap = Tap.before(service.address())) {
      assertEquals(new SendResult.Refused("http-400"), send(tap, push(browser.address(), ARABIC)));
      assertEquals(List.of(), service.received(browser));
      tap.only();
    }
  }

  @Test
  void aTokenThatIsOverIsRefused() throws Exception {
    var browser = subscribe();
    var yesterday = NOW.minus(Duration.ofHours(25));
    try (var tap = Tap.before(service.address())) {
      assertEquals(
          new SendResult.Refused("http-400"),
          send(tap, IDENTITY, push(browser.address(), ARABIC), yesterday));
      assertEquals(List.of(), service.received(browser));
      tap.only();
    }
  }

  // ---- what must not arrive

  @Test
  void anExpiredSubscriptionIsGoneAndNotTriedAgain() throws Exception {
    var browser = subscribe();
    service.expire(browser);
    try (var tap = Tap.before(service.address())) {
      assertEquals(new SendResult.Gone("http-410"), send(tap, push(browser.address(), ARABIC)));
      tap.only();
    }
  }

  @Test
  void anAddressThatTheServiceDoesNotKnowIsGoneAndNotTriedAgain() throws Exception {
    var browser = subscribe().address();
    var nowhere =
        new PushAddress(
            URI.create("https://push.invalid/no/such/place"), browser.p256dh(), browser.auth());
    try (var tap = Tap.before(service.address())) {
      assertEquals(new SendResult.Gone("http-404"), send(tap, push(nowhere, ARABIC)));
      tap.only();
    }
  }

  @ParameterizedTest(name = "byte {0} of the body")
  @ValueSource(ints = {0, 20, 21, 85, 86, -16, -1})
  void aBodyThatWasChangedOnTheWayIsRefused(int index) throws Exception {
    var browser = subscribe();
    try (var tap = Tap.changing(service.address(), request -> flipped(request, index))) {
      assertEquals(new SendResult.Refused("http-400"), send(tap, push(browser.address(), ARABIC)));
      assertEquals(List.of(), service.received(browser));
      tap.only();
    }
  }

  private static Tap.Request flipped(Tap.Request request, int index) {
    byte[] body = request.body().clone();
    body[Math.floorMod(index, body.length)] ^= 1;
    return request.with(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "authorization", "content-encoding"})
  void withoutOneOfTheHeadersThatCountItIsRefused(String header) throws Exception {
    var browser = subscribe();
    try (var tap = Tap.changing(service.address(), request -> request.without(header))) {
      assertEquals(new SendResult.Refused("http-400"), send(tap, push(browser.address(), ARABIC)));
      assertEquals(List.of(), service.received(browser));
    }
  }

  @Test
  void aMessageForAnotherBrowserCannotBeRead() throws Exception {
    var browser = subscribe();
    var other = subscribe();
    try (var tap = Tap.before(service.address())) {
      assertEquals(
          new SendResult.Refused("http-400"), send(tap, push(browser.withKeysOf(other), ARABIC)));
      assertEquals(List.of(), service.received(browser));
      assertEquals(List.of(), service.received(other));
    }
  }
}
