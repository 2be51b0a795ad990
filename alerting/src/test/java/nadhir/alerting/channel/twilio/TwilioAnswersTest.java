package nadhir.alerting.channel.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.LiveOrders;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.channel.sim.ScriptedServer;
import nadhir.alerting.channel.sim.ScriptedServer.Act;
import nadhir.alerting.channel.sim.TestOrders;
import nadhir.alerting.register.PhoneNumber;
import nadhir.core.alert.Channel;
import nadhir.core.lane.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we make of each way in which Twilio answers, or does not. */
@Timeout(60)
class TwilioAnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String TAKEN =
      "{\"sid\":\"SM0123456789abcdef0123456789abcdef\",\"status\":\"queued\"}";

  private static TwilioSettings settings(URI base) {
    return new TwilioSettings(
        base,
        "AC0123456789abcdef0123456789ABCDEF",
        "SK00000000000000000000000000000001",
        "for/tests+only=",
        "AqabaEOC",
        URI.create("https://nadhir.example/api/v1/twilio/status"),
        Duration.ofSeconds(2),
        Duration.ofMillis(700));
  }

  private static Letter letter(String phone, Instant expiresAt) {
    return new Letter(
        TestOrders.delivery(Channel.SMS),
        expiresAt,
        new Letter.Sms(new PhoneNumber(phone), "EXERCISE"));
  }

  private static SendResult send(URI base) throws InterruptedException {
    try (var sms = new TwilioPublicSms(settings(base), TestOrders.LIVE_ORDERS)) {
      return sms.send(TestOrders.live(letter("+15005550006", NOW.plusSeconds(600))), NOW);
    }
  }

  private static SendResult sendTo(Act act) throws InterruptedException {
    try (var server = new ScriptedServer(act)) {
      var result = send(server.base());
      assertEquals(1, server.requests().size(), "one POST, whatever the answer");
      return result;
    }
  }

  private static String error(int code) {
    return "{\"code\":" + code + ",\"message\":\"m\",\"more_info\":\"x\",\"status\":400}";
  }

  @Test
  void taken() throws InterruptedException {
    assertEquals(
        new SendResult.Accepted("SM0123456789abcdef0123456789abcdef"),
        sendTo(ScriptedServer.answer(201, TAKEN)));
  }

  @Test
  void takenButTheAnswerCannotBeRead() throws InterruptedException {
    assertEquals(
        new SendResult.Ambiguous("sdk"), sendTo(ScriptedServer.answer(201, "<html>oops</html>")));
  }

  /** FACTS: the SDK's own client would have sent each of these up to three times. */
  @ParameterizedTest
  @CsvSource({"500", "502", "503", "504", "408"})
  void nobodyKnowsAfterTheseAndNothingIsRepeated(int status) throws InterruptedException {
    assertEquals(
        new SendResult.Ambiguous("http-" + status),
        sendTo(ScriptedServer.answer(status, error(20500))));
  }

  @Test
  void nobodyKnowsWhenTheConnectionEndsWithoutAnAnswer() throws InterruptedException {
    assertEquals(new SendResult.Ambiguous("connection-lost"), sendTo(new Act.Drop()));
  }

  @Test
  void nobodyKnowsWhenNoAnswerComesInTime() throws InterruptedException {
    assertEquals(new SendResult.Ambiguous("time-out"), sendTo(new Act.Hang()));
  }

  @Test
  void nobodyKnowsWhenTheAnswerIsEndless() throws InterruptedException {
    assertEquals(
        new SendResult.Ambiguous("connection-lost"),
        sendTo(ScriptedServer.answer(201, "x".repeat(70_000))));
  }

  @Test
  void tooManyRequestsAreCertainlyNotProcessed() throws InterruptedException {
    assertEquals(
        new SendResult.NotProcessed("429", Optional.of(Duration.ofSeconds(7))),
        sendTo(new Act.Answer(429, "Retry-After: 7\r\n", error(20429))));
    assertEquals(
        new SendResult.NotProcessed("429", Optional.empty()),
        sendTo(new Act.Answer(429, "Retry-After: soon\r\n", "")));
  }

  @Test
  void aFullQueueIsCertainlyNotProcessed() throws InterruptedException {
    assertEquals(
        new SendResult.NotProcessed("21611", Optional.empty()),
        sendTo(ScriptedServer.answer(400, error(21611))));
  }

  @Test
  void whereNobodyListensNothingWasSent() throws InterruptedException {
    URI nobody;
    try (var server = new ScriptedServer(new Act.Drop())) {
      nobody = server.base();
    }
    assertEquals(new SendResult.NotProcessed("no-connection", Optional.empty()), send(nobody));
  }

  @Test
  void whoSaidStopIsOptedOut() throws InterruptedException {
    assertEquals(
        new SendResult.OptedOut("21610"), sendTo(ScriptedServer.answer(400, error(21610))));
  }

  @Test
  void tooLateIsTooLate() throws InterruptedException {
    assertEquals(new SendResult.TooLate("30036"), sendTo(ScriptedServer.answer(400, error(30036))));
  }

  @ParameterizedTest
  @CsvSource({"400, 21211, 21211", "401, 20003, 20003", "403, 0, 0", "404, 20404, 20404"})
  void otherRefusalsAreFinal(int status, int code, String reason) throws InterruptedException {
    assertEquals(
        new SendResult.Refused(reason), sendTo(ScriptedServer.answer(status, error(code))));
  }

  @Test
  void aRefusalInAnotherFormIsFinal() throws InterruptedException {
    assertEquals(new SendResult.Refused("http-400"), sendTo(ScriptedServer.answer(400, "<html/>")));
  }

  @Test
  void noRedirectIsFollowed() throws InterruptedException {
    try (var elsewhere = new ScriptedServer(ScriptedServer.answer(201, TAKEN));
        var server =
            new ScriptedServer(new Act.Answer(307, "Location: " + elsewhere.base() + "\r\n", ""))) {
      assertEquals(new SendResult.Refused("http-307"), send(server.base()));
      assertEquals(0, elsewhere.requests().size());
    }
  }

  @Test
  void whatHasLessThanASecondToLiveIsNotSent() throws InterruptedException {
    try (var server = new ScriptedServer(ScriptedServer.answer(201, TAKEN));
        var sms = new TwilioPublicSms(settings(server.base()), TestOrders.LIVE_ORDERS)) {
      var order = TestOrders.live(letter("+15005550006", NOW.plusMillis(999)));
      assertEquals(new SendResult.TooLate("expired"), sms.send(order, NOW));
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  void aMadeUpNumberIsRefusedByThePublicEndpoint() throws InterruptedException {
    try (var server = new ScriptedServer(ScriptedServer.answer(201, TAKEN));
        var sms = new TwilioPublicSms(settings(server.base()), TestOrders.LIVE_ORDERS)) {
      var order = TestOrders.live(letter("+9991000001", NOW.plusSeconds(600)));
      assertEquals(new SendResult.Refused("synthetic-address"), sms.send(order, NOW));
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  void anOrderUnderAnotherKeyIsRefused() throws InterruptedException {
    byte[] other = new byte[32];
    other[31] = 1;
    var others = new LiveOrders(new Lane.Live(), new SecretKeySpec(other, "HmacSHA256"));
    try (var server = new ScriptedServer(ScriptedServer.answer(201, TAKEN));
        var sms = new TwilioPublicSms(settings(server.base()), others)) {
      var order = TestOrders.live(letter("+15005550006", NOW.plusSeconds(600)));
      assertEquals(new SendResult.Refused("forged-order"), sms.send(order, NOW));
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  void thePublicIsOnlyReachedOverHttpsAndTheSandboxOnlyHere() {
    var plain = settings(URI.create("http://api.example.org"));
    assertThrows(
        IllegalArgumentException.class, () -> new TwilioPublicSms(plain, TestOrders.LIVE_ORDERS));
    for (String elsewhere :
        new String[] {
          "https://api.twilio.com", "http://127.0.0.1.example.org", "http://localhost.example.org"
        }) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new TwilioSandboxSms(settings(URI.create(elsewhere))));
    }
  }

  @Test
  void secretsAndNumbersAreNotShown() {
    var shown =
        settings(TwilioSettings.TWILIO).toString() + letter("+15005550006", NOW.plusSeconds(9));
    assertFalse(shown.contains("for/tests+only="), shown);
    assertFalse(shown.contains("5005550006"), shown);
  }
}
