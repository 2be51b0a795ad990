package nadhir.alerting.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.channel.sim.PrismServer;
import nadhir.alerting.channel.sim.Tap;
import nadhir.alerting.channel.sim.TestOrders;
import nadhir.alerting.register.PhoneNumber;
import nadhir.core.alert.Channel;
import nadhir.core.json.DomainJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our requests against Twilio's own OpenAPI document, which Prism holds them to. */
class TwilioContractIT {
  private static final String ACCOUNT = "AC0123456789abcdef0123456789ABCDEF";
  private static final String USER = "SK00000000000000000000000000000001";
  private static final String SECRET = "for/tests+only=";
  private static final String PATH = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
  private static final String AUTHORIZATION =
      "Basic "
          + Base64.getEncoder()
              .encodeToString((USER + ":" + SECRET).getBytes(StandardCharsets.UTF_8));

  /** Twilio's own number for trying things out; rings nowhere. */
  private static final PhoneNumber TO = new PhoneNumber("+15005550006");

  /** The message of the document's first example. */
  private static final SendResult TAKEN =
      new SendResult.Accepted("SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

  private static final String ARABIC =
      "سيل في وادي اليتم يصل نحو 19:10–19:25.\nغادروا مجرى الوادي الآن إلى أرض مرتفعة. 911";
  private static final String ENGLISH =
      "Flood in Wadi Yutum, arrival about 19:10-19:25.\nLeave the wadi bed now & go up. 911";

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static PrismServer prism;

  @BeforeAll
  static void startPrism() {
    prism = PrismServer.start();
  }

  @AfterAll
  static void endPrism() {
    if (prism != null) {
      prism.close();
    }
  }

  private static TwilioSettings settings(URI base, String sender) {
    return new TwilioSettings(
        base,
        ACCOUNT,
        USER,
        SECRET,
        sender,
        URI.create("https://nadhir.example/api/v1/twilio/status"),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30));
  }

  private static Letter letter(PhoneNumber to, String text, Duration life) {
    return new Letter(TestOrders.delivery(Channel.SMS), NOW.plus(life), new Letter.Sms(to, text));
  }

  private static SendResult send(Tap tap, String sender, String text, Duration life)
      throws InterruptedException {
    try (var sms = new TwilioPublicSms(settings(tap.address(), sender), TestOrders.LIVE_ORDERS)) {
      return sms.send(TestOrders.live(letter(TO, text, life)), NOW);
    }
  }

  // ---- that Prism looks

  private static SortedMap<String, String> correct() {
    return new TreeMap<>(
        Map.of(
            "To", TO.e164(),
            "From", "NADHIR",
            "Body", ARABIC,
            "ValidityPeriod", "3600",
            "StatusCallback", "https://nadhir.example/status?delivery=a~1~p~SMS"));
  }

  private static HttpResponse<String> post(
      String path, SortedMap<String, String> form, String authorization) throws Exception {
    var body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(prism.address().resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return http.send(
          request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void theContractTakesACorrectRequest() throws Exception {
    var answer = post(PATH, correct(), AUTHORIZATION);
    assertEquals(201, answer.statusCode(), answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "To,             ,             must have required property 'To'",
    "ValidityPeriod, soon,         ValidityPeriod must be integer",
    "ValidityPeriod, 3600.5,       ValidityPeriod must be integer",
    "StatusCallback, not a link,   StatusCallback must match format",
    "StatusCallback, /status,      StatusCallback must match format",
  })
  void theContractRefusesAWrongField(String field, String value, String complaint)
      throws Exception {
    var form = correct();
    if (value == null) {
      form.remove(field);
    } else {
      form.put(field, value);
    }
    var answer = post(PATH, form, AUTHORIZATION);
    assertEquals(422, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(complaint), answer.body());
  }

  @Test
  void theContractRefusesAWrongAccount() throws Exception {
    var answer = post(PATH.replace(ACCOUNT, "AC123"), correct(), AUTHORIZATION);
    assertEquals(422, answer.statusCode(), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer abc"})
  void theContractRefusesWhoDoesNotSignIn(String authorization) throws Exception {
    assertEquals(401, post(PATH, correct(), authorization).statusCode());
  }

  // ---- that the adapter passes

  @ParameterizedTest
  @ValueSource(
      strings = {ARABIC, ENGLISH, "EXERCISE تمرين 🌊 a+b=c&d 100% \"ok\" ; / ? # ~ €\t\r\nend"})
  void textsArriveAsTheyWereWritten(String text) throws Exception {
    try (var tap = Tap.before(prism.address())) {
      assertEquals(TAKEN, send(tap, "NADHIR", text, Duration.ofMinutes(90)));
      var request = tap.only();
      assertEquals("POST", request.method());
      assertEquals(URI.create(PATH), request.target());
      assertEquals("application/x-www-form-urlencoded", request.header("content-type"));
      assertEquals(
          Map.of(
              "To",
              TO.e164(),
              "From",
              "NADHIR",
              "Body",
              text,
              "ValidityPeriod",
              "5400",
              "StatusCallback",
              "https://nadhir.example/api/v1/twilio/status?delivery="
                  + encoded(TestOrders.delivery(Channel.SMS).text())),
          request.form());
    }
  }

  @Test
  void itSignsInWithBasicAuthorization() throws Exception {
    try (var tap = Tap.before(prism.address())) {
      assertEquals(TAKEN, send(tap, "NADHIR", ENGLISH, Duration.ofHours(1)));
      assertEquals(AUTHORIZATION, tap.only().header("authorization"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NADHIR", "Aqaba 911", "+15005550001", "911911"})
  void theSenderMayBeANameOrANumber(String sender) throws Exception {
    try (var tap = Tap.before(prism.address())) {
      assertEquals(TAKEN, send(tap, sender, ENGLISH, Duration.ofHours(1)));
      assertEquals(sender, tap.only().form().get("From"));
    }
  }

  @ParameterizedTest
  @CsvSource({"PT1S, 1", "PT59.9S, 59", "PT10H, 36000", "P3D, 36000"})
  void theMessageLivesNoLongerThanTheAlertAndTwiliosTenHours(Duration life, String seconds)
      throws Exception {
    try (var tap = Tap.before(prism.address())) {
      assertEquals(TAKEN, send(tap, "NADHIR", ENGLISH, life));
      assertEquals(seconds, tap.only().form().get("ValidityPeriod"));
    }
  }

  @Test
  void exercisesSendTheSameRequest() throws Exception {
    try (var tap = Tap.before(prism.address());
        var sandbox = new TwilioSandboxSms(settings(tap.address(), "NADHIR"))) {
      var to = new PhoneNumber("+999000000042");
      var order = TestOrders.exercise(letter(to, ARABIC, Duration.ofMinutes(90)));
      assertEquals(TAKEN, sandbox.send(order, NOW));
      assertEquals(TAKEN, send(tap, "NADHIR", ARABIC, Duration.ofMinutes(90)));
      var exercise = tap.requests().getFirst();
      var live = tap.requests().getLast();
      assertEquals("+999000000042", exercise.form().get("To"));
      var expected = live.form();
      expected.put("To", "+999000000042");
      assertEquals(expected, exercise.form());
      assertEquals(live.target(), exercise.target());
      assertEquals(live.header("authorization"), exercise.header("authorization"));
    }
  }

  /** Prism lets fields pass that the document does not know, so their names are compared here. */
  @Test
  void itSendsOnlyFieldsThatTwilioKnows() throws Exception {
    JsonNode known =
        DomainJson.mapper()
            .readTree(Files.readString(prism.contract()))
            .path("paths")
            .path("/2010-04-01/Accounts/{AccountSid}/Messages.json")
            .path("post")
            .path("requestBody")
            .path("content")
            .path("application/x-www-form-urlencoded")
            .path("schema")
            .path("properties");
    assertTrue(known.has("To") && known.has("ContentSid"), "not the schema of a message");
    try (var tap = Tap.before(prism.address())) {
      assertEquals(TAKEN, send(tap, "NADHIR", ENGLISH, Duration.ofHours(1)));
      var unknown = new TreeSet<>(tap.only().form().keySet());
      unknown.removeIf(known::has);
      assertEquals(List.of(), List.copyOf(unknown));
    }
  }

  // ---- that the adapter takes a refusal for what it is

  @Test
  void aRequestThatBreaksTheContractIsRefusedAndNotRepeated() throws Exception {
    try (var tap =
        Tap.changing(
            prism.address(),
            request -> {
              var text = new String(request.body(), StandardCharsets.UTF_8);
              return request.with(text.replace("To=", "Too=").getBytes(StandardCharsets.UTF_8));
            })) {
      assertEquals(
          new SendResult.Refused("http-422"), send(tap, "NADHIR", ARABIC, Duration.ofHours(1)));
      assertEquals(TO.e164(), tap.only().form().get("To"));
    }
  }

  @Test
  void withoutAuthorizationItIsRefusedAndNotRepeated() throws Exception {
    try (var tap = Tap.changing(prism.address(), request -> request.without("authorization"))) {
      assertEquals(
          new SendResult.Refused("http-401"), send(tap, "NADHIR", ARABIC, Duration.ofHours(1)));
      assertEquals(AUTHORIZATION, tap.only().header("authorization"));
    }
  }
}
