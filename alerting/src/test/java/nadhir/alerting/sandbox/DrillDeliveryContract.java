package nadhir.alerting.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.outbox.DeliverEffect;
import nadhir.alerting.outbox.OutboxTimes;
import nadhir.alerting.outbox.TallyEffect;
import nadhir.alerting.register.Contacts;
import nadhir.alerting.register.RegisterSpec;
import nadhir.alerting.sim.TestAlerts;
import nadhir.alerting.sim.TestZones;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.id.AlertId;
import nadhir.core.id.EffectId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Lane;
import nadhir.core.site.Zone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A drill's alerts from the register to the phones and back, through real HTTP. */
@Timeout(120)
abstract class DrillDeliveryContract {
  private static Vertx vertx;
  private final AtomicReference<Instant> clock = new AtomicReference<>(TestAlerts.NOW);

  /** A store that knows nothing yet. */
  protected abstract DeliveryStore fresh(Lane.Drill lane);

  @BeforeAll
  static void startVertx() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stopVertx() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static DrillPeople people(long seed) {
    List<Zone> zones = TestZones.named("west", "east");
    var spec =
        new RegisterSpec(
            seed,
            800,
            List.of(new RegisterSpec.Group(100, List.of(new ZoneId("west"), new ZoneId("east")))),
            List.of(new RegisterSpec.Language("ar", 78), new RegisterSpec.Language("en", 22)),
            new RegisterSpec.Channels(55, 20, 25),
            3,
            1,
            "test");
    return new DrillPeople(spec, new Contacts(List.of(), List.of()), zones, "AqabaEOC");
  }

  private static final List<AlertMessage> STORY =
      List.of(
          TestAlerts.alert("alert-1", TestZones.square(0)).build(),
          TestAlerts.alert("alert-1", TestZones.square(0)).revision(2, MsgType.UPDATE).build(),
          TestAlerts.alert("alert-2", TestZones.square(1)).build(),
          TestAlerts.alert("alert-1", TestZones.square(0)).revision(3, MsgType.CANCEL).build());

  private static Optional<AlertMessage> find(AlertId alert, int revision) {
    return STORY.stream()
        .filter(m -> m.alert().equals(alert) && m.revision() == revision)
        .findFirst();
  }

  /** Runs the story and says what came of it, line by line. */
  private List<String> play(long seed) throws InterruptedException {
    clock.set(TestAlerts.NOW);
    var lane = new Lane.Drill("story");
    var times = new OutboxTimes(clock::get, System::nanoTime, Thread::sleep);
    List<String> told = new ArrayList<>();
    try (var delivery =
        DrillDelivery.start(
            vertx,
            lane,
            new DrillDelivery.Where(seed, Optional.empty()),
            people(seed),
            fresh(lane),
            DrillDeliveryContract::find,
            times)) {
      for (AlertMessage message : STORY) {
        told.add(deliver(delivery, message).toString());
        while (delivery.nextReceiptDue().isPresent()) {
          clock.set(delivery.nextReceiptDue().get());
          told.add(clock.get() + " moved " + delivery.deliverReceipts(clock.get()));
        }
        told.add(tally(delivery, message).toString());
        checkPhones(delivery, message);
      }
    }
    return told;
  }

  private static EffectResult.Delivered deliver(DrillDelivery delivery, AlertMessage message)
      throws InterruptedException {
    var effect = new Effect.Deliver(message.alert(), message.revision());
    for (var handler : delivery.effects()) {
      if (handler instanceof DeliverEffect deliver) {
        return (EffectResult.Delivered) deliver.run(new EffectId("eff-1"), effect, 1);
      }
    }
    throw new AssertionError("nothing here delivers");
  }

  private static EffectResult tally(DrillDelivery delivery, AlertMessage message)
      throws InterruptedException {
    var effect = new Effect.Tally(message.alert(), message.revision());
    for (var handler : delivery.effects()) {
      if (handler instanceof TallyEffect tally) {
        return tally.run(new EffectId("eff-2"), effect, 1);
      }
    }
    throw new AssertionError("nothing here counts");
  }

  /** What the ledger says was taken is exactly what is on the phones. */
  private static void checkPhones(DrillDelivery delivery, AlertMessage message) {
    var log = delivery.gateway().orElseThrow().log();
    var phones =
        log
            .newest(
                100_000,
                p ->
                    p.delivery().alert().equals(message.alert())
                        && p.delivery().revision() == message.revision())
            .stream()
            .collect(Collectors.groupingBy(p -> p.delivery().channel(), Collectors.counting()));
    for (DeliveryCounts counts : delivery.ledger().counts(message.alert(), message.revision())) {
      assertEquals(0, counts.pending());
      assertEquals(0, counts.unknown());
      assertEquals(
          phones.getOrDefault(counts.channel(), 0L),
          counts.sent() + counts.delivered() + counts.failed());
    }
    assertEquals(0, log.duplicates(Channel.SMS));
    assertEquals(0, log.duplicates(Channel.PUSH));
  }

  @Test
  void aStoryRepeatsWithItsSeedDownToTheDigests() throws InterruptedException {
    assertEquals(play(1), play(1));
  }

  @Test
  void aCancelIsToldToAsManyAsTheAlertAndItsUpdate() throws InterruptedException {
    clock.set(TestAlerts.NOW);
    var lane = new Lane.Drill("counts");
    var times = new OutboxTimes(clock::get, System::nanoTime, Thread::sleep);
    try (var delivery =
        DrillDelivery.start(
            vertx,
            lane,
            new DrillDelivery.Where(1, Optional.empty()),
            people(1),
            fresh(lane),
            DrillDeliveryContract::find,
            times)) {
      var preview = delivery.preview(STORY.get(0));
      var alert = deliver(delivery, STORY.get(0));
      delivery.deliverReceipts(TestAlerts.NOW.plus(Duration.ofHours(1)));
      var failed =
          delivery.ledger().counts(new AlertId("alert-1"), 1).stream()
              .collect(Collectors.toMap(DeliveryCounts::channel, DeliveryCounts::failed));
      var update = deliver(delivery, STORY.get(1));
      var cancel = deliver(delivery, STORY.get(3));
      assertEquals(preview, alert.audience());
      assertTrue(alert.audience().people() > 200, alert.audience().toString());
      assertEquals(alert.audience(), update.audience());
      assertEquals(alert.audience(), cancel.audience());
      assertTrue(failed.get(Channel.SMS) > 0, "some numbers are dead");
      assertEquals(Map.of(Channel.SMS, failed.get(Channel.SMS), Channel.PUSH, 0), failed);
    }
  }
}
