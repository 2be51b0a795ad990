package nadhir.alerting.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.channel.ExerciseWayOut;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.SendResult;
import nadhir.alerting.channel.twilio.TwilioSandboxSms;
import nadhir.alerting.channel.twilio.TwilioSettings;
import nadhir.alerting.channel.webpush.VapidIdentity;
import nadhir.alerting.channel.webpush.WebPushSandbox;
import nadhir.alerting.ledger.InMemoryDeliveryStore;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.register.Partition;
import nadhir.alerting.register.PhoneNumber;
import nadhir.alerting.sim.TestAlerts;
import nadhir.alerting.sim.TestPeople;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Lane;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxGatewayTest {
  private static final Lane.Drill LANE = new Lane.Drill("test");
  private static final PersonRef WHO = new PersonRef("p-00007");
  private static Vertx vertx;

  private final AtomicReference<Instant> clock = new AtomicReference<>(TestAlerts.NOW);
  private final ExerciseOrders orders = new ExerciseOrders(LANE);
  private SandboxGateway gateway;
  private TwilioSandboxSms sms;
  private WebPushSandbox push;

  @BeforeAll
  static void startVertx() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stopVertx() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void start() {
    gateway = SandboxGateway.start(vertx, SandboxSettings.of(1, 1), TestPeople.KEYS, clock::get);
    sms = new TwilioSandboxSms(gateway.twilioSettings("AqabaEOC"));
    push =
        new WebPushSandbox(
            identity(), Duration.ofSeconds(3), Duration.ofSeconds(10), gateway.base());
  }

  @AfterEach
  void stop() {
    sms.close();
    push.close();
    gateway.close();
  }

  /** Any key pair does. */
  private static VapidIdentity identity() {
    var ref = new PersonRef("the-server");
    return new VapidIdentity(
        TestPeople.KEYS.privateKey(ref),
        TestPeople.KEYS.publicPoint(ref),
        "mailto:eoc@example.org");
  }

  private static OutboxBlock block(Channel channel) {
    return OutboxBlock.split(
            LANE.key(),
            new AlertId("alert-1"),
            1,
            Partition.of(WHO),
            channel,
            Severity.EXTREME,
            List.of(WHO))
        .getFirst();
  }

  private SendResult send(Letter.Body body) throws InterruptedException {
    var block = orders.seal(block(body.channel()));
    var letter = new Letter(block.delivery(WHO), TestAlerts.NOW.plusSeconds(600), body);
    return new ExerciseWayOut(orders, List.of(sms, push)).send(block, letter, clock.get());
  }

  private static Letter.Sms text(String text) {
    return new Letter.Sms(TestPeople.phone(WHO), text);
  }

  private static Letter.Push notice() {
    return new Letter.Push(
        TestPeople.KEYS.address(WHO),
        "{\"delivery\":\"alert-1~1~p-00007~PUSH\",\"lang\":\"ar\",\"title\":\"إخلاء\",\"body\":\"غادروا\"}",
        "{}",
        "topic",
        Letter.Push.Urgency.HIGH);
  }

  @Test
  void anSmsArrivesOnThePhone() throws InterruptedException {
    assertInstanceOf(SendResult.Accepted.class, send(text("تمرين. سيل جارف & 100% \"+\" . تمرين")));
    var message = gateway.log().newest(10, _ -> true).getFirst();
    assertEquals("تمرين. سيل جارف & 100% \"+\" . تمرين", message.text());
    assertEquals("ar", message.language());
    assertEquals(WHO, message.delivery().recipient());
    assertEquals(TestAlerts.NOW, message.at());
    assertEquals(0, gateway.log().duplicates(Channel.SMS));
    assertEquals(1, gateway.log().total(Channel.SMS));
  }

  @Test
  void aPushMessageIsDecryptedOnThePhone() throws InterruptedException {
    assertInstanceOf(SendResult.Accepted.class, send(notice()));
    var message = gateway.log().newest(10, _ -> true).getFirst();
    assertEquals("إخلاء", message.title());
    assertEquals("غادروا", message.text());
    assertEquals(Channel.PUSH, message.delivery().channel());
  }

  @Test
  void aPushMessageForSomebodyElseIsRefused() throws InterruptedException {
    var other =
        new Letter.Push(
            TestPeople.KEYS.address(WHO),
            "{\"delivery\":\"alert-1~1~p-00008~PUSH\"}",
            "{}",
            "topic",
            Letter.Push.Urgency.HIGH);
    assertEquals(new SendResult.Refused("http-400"), send(other));
  }

  @Test
  void whatArrivesTwiceIsCounted() throws InterruptedException {
    send(text("one"));
    send(text("one"));
    send(text("one"));
    send(notice());
    assertEquals(2, gateway.log().duplicates(Channel.SMS));
    assertEquals(0, gateway.log().duplicates(Channel.PUSH));
    assertEquals(2, gateway.log().duplicates(d -> d.alert().equals(new AlertId("alert-1"))));
    assertEquals(1, gateway.log().newest(10, m -> m.delivery().channel() == Channel.SMS).size());
  }

  @Test
  void aNumberThatCouldExistNeverGetsThere() throws InterruptedException {
    var real = new Letter.Sms(new PhoneNumber("+962791234567"), "text");
    assertEquals(new SendResult.Refused("no-order"), send(real));
    assertEquals(0, gateway.log().total());
  }

  @Test
  void wrongCredentialsAreRefusedInTwiliosForm() throws InterruptedException {
    var right = gateway.twilioSettings("AqabaEOC");
    var wrong =
        new TwilioSettings(
            right.base(),
            right.accountSid(),
            right.user(),
            "another",
            right.sender(),
            right.statusCallback(),
            right.connectTimeout(),
            right.timeout());
    try (var other = new TwilioSandboxSms(wrong)) {
      var block = orders.seal(block(Channel.SMS));
      var letter = new Letter(block.delivery(WHO), TestAlerts.NOW.plusSeconds(600), text("x"));
      assertEquals(
          new SendResult.Refused("20003"),
          new ExerciseWayOut(orders, List.of(other)).send(block, letter, clock.get()));
    }
  }

  @Test
  void whatIsTooLongIsRefusedInTwiliosForm() throws InterruptedException {
    assertEquals(new SendResult.Refused("21617"), send(text("x".repeat(1601))));
  }

  @Test
  void otherRequestsAreRefused() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      assertEquals(404, status(client, "/elsewhere", "x"));
      assertEquals(413, status(client, "/push/p-1", "x".repeat(70_000)));
      assertEquals(400, status(client, "/push/p-1", "not encrypted"));
      assertEquals(404, status(client, "/push/a%20b", "x"));
      var get = HttpRequest.newBuilder(gateway.base().resolve("/push/p-1")).GET().build();
      assertEquals(405, client.send(get, BodyHandlers.discarding()).statusCode());
    }
  }

  private int status(HttpClient client, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(gateway.base() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void reportsComeInLaneTime() throws InterruptedException {
    var ledger = new InMemoryDeliveryStore();
    var patience = new Patience(_ -> {});
    assertEquals(Optional.empty(), gateway.nextReceiptDue());
    send(text("one"));
    var due = gateway.nextReceiptDue().orElseThrow();
    assertTrue(due.isAfter(TestAlerts.NOW.plusSeconds(1)), due.toString());
    assertTrue(due.isBefore(TestAlerts.NOW.plusSeconds(21)), due.toString());
    assertEquals(0, gateway.deliverReceipts(due.minusMillis(1), ledger, patience));
    assertEquals(Optional.of(due), gateway.nextReceiptDue());
    // This ledger knows nothing of the delivery, so nothing moves; the phone shows it all the same.
    assertEquals(0, gateway.deliverReceipts(due, ledger, patience));
    assertEquals(Optional.empty(), gateway.nextReceiptDue());
    assertEquals(DeliveryState.DELIVERED, gateway.log().newest(1, _ -> true).getFirst().state());
  }
}
