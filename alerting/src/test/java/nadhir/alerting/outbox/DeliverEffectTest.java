package nadhir.alerting.outbox;

import static nadhir.core.alert.AlertMessage.MsgType.CANCEL;
import static nadhir.core.alert.AlertMessage.MsgType.UPDATE;
import static nadhir.core.alert.DeliveryState.EXPIRED;
import static nadhir.core.alert.DeliveryState.FAILED;
import static nadhir.core.alert.DeliveryState.SENDING;
import static nadhir.core.alert.DeliveryState.SENT;
import static nadhir.core.alert.DeliveryState.SUPPRESSED;
import static nadhir.core.alert.DeliveryState.UNKNOWN;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nadhir.alerting.audience.AudienceResolver;
import nadhir.alerting.audience.AudienceSpread;
import nadhir.alerting.audience.PartitionAnswers;
import nadhir.alerting.audience.RegistryScan;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.ledger.InMemoryDeliveryStore;
import nadhir.alerting.ledger.LedgerDigest;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.register.Partition;
import nadhir.alerting.sim.Held;
import nadhir.alerting.sim.TestAlerts;
import nadhir.alerting.sim.TestPeople;
import nadhir.alerting.sim.TestZones;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.id.AlertId;
import nadhir.core.id.EffectId;
import nadhir.core.id.PersonRef;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeliverEffectTest {
  private final House house = new House(new InMemoryDeliveryStore());

  private static TestAlerts alert(String id) {
    return TestAlerts.alert(id, TestZones.square(0));
  }

  private static List<DeliveryCounts> sms(int... n) {
    return List.of(new DeliveryCounts(Channel.SMS, 0, 0, n[0], 0, n[1], n[2], n[3], n[4]));
  }

  @Test
  void everyoneIsToldOnce() throws InterruptedException {
    house.people(500);
    house.issue(alert("alert-1").build());
    var result = house.member().run("alert-1", 1, 1);
    assertEquals(500, result.audience().people());
    assertEquals(sms(500, 0, 0, 0, 0), result.counts());
    assertEquals(
        LedgerDigest.of(house.store, new Patience(_ -> {}), new AlertId("alert-1"), 1),
        result.ledgerDigest());
    assertEquals(500, new HashSet<>(house.gateway.taken()).size());
    assertEquals(500, house.gateway.taken().size());
  }

  @Test
  void runAgainItSaysTheSameAndSendsNothing() throws InterruptedException {
    house.people(50);
    house.issue(alert("alert-1").build());
    var first = house.member().run("alert-1", 1, 1);
    assertEquals(first, house.member().run("alert-1", 1, 2));
    assertEquals(50, house.gateway.taken().size());
  }

  @Test
  void whatWasNeverIssuedIsNotSent() throws InterruptedException {
    var result =
        house
            .member()
            .deliver
            .run(new EffectId("eff-1"), new Effect.Deliver(new AlertId("alert-9"), 1), 1);
    assertEquals("no-message", assertInstanceOf(EffectResult.Failed.class, result).reason());
  }

  @Test
  void bothChannelsAreUsedAndTheConcurrencyIsBounded() throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      house.registry.put(TestPeople.in(0, "p-" + i).push().build());
    }
    house.issue(alert("alert-1").build());
    var limits = new OutboxLimits(Map.of(Channel.SMS, 3, Channel.PUSH, 2), 40, 16);
    var result =
        house
            .member(() -> FaultyStore.Fault.NONE, new Gateway.Hook() {}, limits)
            .run("alert-1", 1, 1);
    assertEquals(
        List.of(Channel.SMS, Channel.PUSH),
        result.counts().stream().map(c -> c.channel()).toList());
    assertEquals(600, house.gateway.taken().size());
    assertTrue(house.gateway.mostUnderWay() <= 5, "at once: " + house.gateway.mostUnderWay());
  }

  @Test
  void aRefusalIsAFailureAndNotRepeated() throws InterruptedException {
    house.people(3);
    house.gateway.answering((_, _) -> Gateway.Answer.BAD_NUMBER);
    house.issue(alert("alert-1").build());
    assertEquals(sms(0, 3, 0, 0, 0), house.member().run("alert-1", 1, 1).counts());
    assertEquals("21211", house.ledger("alert-1", 1).getFirst().reason());
    assertEquals(List.of(1, 1, 1), attemptsOfAll());
  }

  private List<Integer> attemptsOfAll() {
    return house.ledger("alert-1", 1).stream()
        .map(
            l ->
                house.gateway.attempts(
                    new DeliveryId(new AlertId("alert-1"), 1, l.recipient(), l.channel())))
        .toList();
  }

  @Test
  void anAmbiguousAnswerIsUnknownAndNeverRepeated() throws InterruptedException {
    house.people(3);
    house.gateway.answering((_, _) -> Gateway.Answer.TAKEN_AND_500);
    house.issue(alert("alert-1").build());
    assertEquals(sms(0, 0, 3, 0, 0), house.member().run("alert-1", 1, 1).counts());
    assertEquals(List.of(1, 1, 1), attemptsOfAll());
  }

  @Test
  void whatWasNotProcessedIsTriedAgain() throws InterruptedException {
    house.people(40);
    house.gateway.answering(
        (_, attempt) -> attempt < 4 ? Gateway.Answer.BUSY : Gateway.Answer.TAKEN);
    house.issue(alert("alert-1").build());
    assertEquals(sms(40, 0, 0, 0, 0), house.member().run("alert-1", 1, 1).counts());
    assertEquals(40, house.gateway.taken().size());
  }

  @Test
  void nothingGoesOutAfterItsLifeIsOver() throws InterruptedException {
    house.people(5);
    house.issue(alert("alert-1").life(Duration.ofMinutes(1)).build());
    house.clock.set(TestAlerts.NOW.plusSeconds(60));
    assertEquals(sms(0, 0, 0, 5, 0), house.member().run("alert-1", 1, 1).counts());
    assertEquals(List.of(), house.gateway.taken());
  }

  @Test
  void lifeCanEndBetweenTwoAttempts() throws InterruptedException {
    house.people(1);
    house.gateway.answering(
        (_, _) -> {
          house.clock.set(TestAlerts.NOW.plusSeconds(3600));
          return Gateway.Answer.BUSY;
        });
    house.issue(alert("alert-1").build());
    assertEquals(sms(0, 0, 0, 1, 0), house.member().run("alert-1", 1, 1).counts());
  }

  @Test
  void theWorstGoesFirst() throws Exception {
    house.people(120);
    house.issue(alert("minor-1").severity(Severity.MINOR).build());
    house.issue(alert("extreme-1").severity(Severity.EXTREME).build());
    var first = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var member =
        house.member(
            () -> FaultyStore.Fault.NONE,
            new Gateway.Hook() {
              @Override
              public void before(DeliveryId delivery) throws InterruptedException {
                first.countDown();
                go.await();
              }
            },
            new OutboxLimits(Map.of(Channel.SMS, 1, Channel.PUSH, 1), 256, 256));
    var minor = member.start("minor-1", 1, 1);
    first.await();
    var extreme = member.start("extreme-1", 1, 1);
    await().until(() -> member.outbox.waiting(Channel.SMS, Severity.EXTREME) == 120);
    go.countDown();
    extreme.get(30, TimeUnit.SECONDS);
    minor.get(30, TimeUnit.SECONDS);
    var order = house.gateway.takenFrom(d -> d.alert().value());
    long minorsBeforeLastExtreme =
        order.subList(0, order.lastIndexOf("extreme-1")).stream().filter("minor-1"::equals).count();
    assertEquals(1, minorsBeforeLastExtreme, "the one that was on its way, and no other");
  }

  private boolean sending(String alert) {
    return house.states(alert, 1).containsKey(SENDING);
  }

  @Test
  void aCancelStopsWhatIsQueuedAndGoesToWhoGotTheAlert() throws Exception {
    house.people(400);
    house.issue(alert("alert-1").build());
    var reached = new AtomicInteger();
    var go = new CountDownLatch(1);
    var member =
        house.member(
            () -> FaultyStore.Fault.NONE,
            new Gateway.Hook() {
              @Override
              public void before(DeliveryId delivery) throws InterruptedException {
                if (delivery.revision() == 1 && reached.incrementAndGet() > 30) {
                  go.await();
                }
              }
            },
            new OutboxLimits(Map.of(Channel.SMS, 8), 20, 256));
    var original = member.start("alert-1", 1, 1);
    await().until(() -> house.gateway.underWay() == 8);
    house.issue(alert("alert-1").severity(Severity.MINOR).revision(2, CANCEL).build());
    var cancel = member.start("alert-1", 2, 1);
    await().until(() -> house.states("alert-1", 1).getOrDefault(SUPPRESSED, 0L) > 100);
    go.countDown();
    var originalResult = original.get(30, TimeUnit.SECONDS);
    var cancelResult = cancel.get(30, TimeUnit.SECONDS);

    var got = house.gateway.taken().stream().filter(d -> d.revision() == 1).toList();
    assertEquals(got.size(), originalResult.counts().getFirst().sent());
    assertEquals(400 - got.size(), originalResult.counts().getFirst().suppressed());
    assertEquals(got.size(), cancelResult.audience().people());
    assertEquals(
        new HashSet<>(got.stream().map(DeliveryId::recipient).toList()),
        new HashSet<>(
            house.gateway.taken().stream()
                .filter(d -> d.revision() == 2)
                .map(DeliveryId::recipient)
                .toList()));
    assertTrue(got.size() < 300, "stopped late: " + got.size());
  }

  @Test
  void aCancelEndsTheWaitingOfWhatWasRefused() throws Exception {
    house.people(20);
    house.gateway.answering(
        (d, _) -> d.revision() == 1 ? Gateway.Answer.BUSY : Gateway.Answer.TAKEN);
    house.issue(alert("alert-1").build());
    var member = house.member();
    var original = member.start("alert-1", 1, 1);
    await().until(() -> sending("alert-1"));
    house.issue(alert("alert-1").revision(2, CANCEL).build());
    var cancel = member.start("alert-1", 2, 1);
    assertEquals(sms(0, 0, 0, 0, 20), original.get(30, TimeUnit.SECONDS).counts());
    assertEquals(0, cancel.get(30, TimeUnit.SECONDS).audience().total());
  }

  @Test
  void anUpdateWaitsForTheRevisionBefore() throws Exception {
    house.people(60);
    house.issue(alert("alert-1").build());
    house.issue(alert("alert-1").revision(2, UPDATE).build());
    var go = new CountDownLatch(1);
    var member =
        house.member(
            new Gateway.Hook() {
              @Override
              public void before(DeliveryId delivery) throws InterruptedException {
                go.await();
              }
            });
    var first = member.start("alert-1", 1, 1);
    await().until(() -> house.gateway.underWay() > 0);
    var second = member.start("alert-1", 2, 1);
    go.countDown();
    first.get(30, TimeUnit.SECONDS);
    second.get(30, TimeUnit.SECONDS);
    var revisions = house.gateway.takenFrom(d -> "" + d.revision());
    assertEquals(revisions.stream().sorted().toList(), revisions);
  }

  @Test
  void aFrozenMemberSendsNothingOnceAnotherHasTakenOver() throws Exception {
    house.people(30);
    house.issue(alert("alert-1").build());
    var frozen = new CountDownLatch(1);
    var thaw = new CountDownLatch(1);
    var limits = new OutboxLimits(Map.of(Channel.SMS, 1), 40, 16);
    var first =
        house.member(
            () -> FaultyStore.Fault.NONE,
            new Gateway.Hook() {
              @Override
              public void before(DeliveryId delivery) throws InterruptedException {
                frozen.countDown();
                thaw.await();
              }
            },
            limits);
    var left = first.start("alert-1", 1, 1);
    frozen.await();
    var result = house.member().run("alert-1", 1, 2);
    var takenByThen = new HashSet<>(house.gateway.taken());
    house.nanos.addAndGet(BlockClaim.GOOD_FOR.toNanos() + 1);
    thaw.countDown();
    var end = assertThrows(ExecutionException.class, () -> left.get(30, TimeUnit.SECONDS));
    assertInstanceOf(FenceLost.class, end.getCause());

    // At most the one request that was on its way when it froze still arrives: unknown, never
    // twice.
    var late = new ArrayList<>(house.gateway.taken());
    late.removeAll(takenByThen);
    assertTrue(late.size() <= 1, "after the takeover: " + late);
    assertEquals(new HashSet<>(house.gateway.taken()).size(), house.gateway.taken().size());
    assertTrue(result.counts().getFirst().unknown() >= 1);
    assertEquals(0, result.counts().getFirst().pending());
  }

  @Test
  void aMemberThatStoodStillLooksAgainBeforeItSends() throws Exception {
    house.people(2);
    house.issue(alert("alert-1").build());
    var looks = new AtomicInteger();
    var member =
        house.member(
            () -> FaultyStore.Fault.NONE,
            new Gateway.Hook() {
              @Override
              public void before(DeliveryId delivery) {
                house.nanos.addAndGet(BlockClaim.GOOD_FOR.toNanos() + 1);
                if (looks.incrementAndGet() == 1) {
                  house.store.begin(new AlertId("alert-1"), 2, true, 1);
                }
              }
            },
            new OutboxLimits(Map.of(Channel.SMS, 1), 1, 16));
    var result = member.run("alert-1", 1, 1);
    assertEquals(1, result.counts().getFirst().sent());
    assertEquals(1, result.counts().getFirst().suppressed());
  }

  @Test
  void whatTheStreamsHaveLostIsFoundInTheLedger() throws Exception {
    house.people(150);
    house.issue(alert("alert-1").build());
    // Somebody else takes all blocks and puts them aside unsent, as by hand.
    var resolver = resolver();
    resolver.resolve(alert("alert-1").build(), Severity.EXTREME, 1);
    Held.of(house.store.take(Severity.EXTREME, 10_000, 1))
        .forEach(claim -> house.store.finish(claim, 1));
    assertEquals(sms(150, 0, 0, 0, 0), house.member().run("alert-1", 1, 1).counts());
    assertEquals(150, house.gateway.taken().size());
  }

  @Test
  void aForgedBlockIsPutAsideAndItsRecipientsAreToldAllTheSame() throws Exception {
    house.people(1);
    var message = house.issue(alert("alert-1").build());
    var ref = new PersonRef("p-00000");
    var foreign =
        OutboxBlock.split(
                "drill:other",
                message.alert(),
                1,
                Partition.of(ref),
                Channel.SMS,
                Severity.EXTREME,
                List.of(ref))
            .getFirst();
    house.store.enqueue(List.of(foreign), 1);
    assertEquals(sms(1, 0, 0, 0, 0), house.member().run("alert-1", 1, 1).counts());
    assertEquals(1, house.gateway.taken().size());
  }

  @Test
  void whoLeftTheRegisterMeanwhileIsSuppressed() throws Exception {
    house.people(1);
    house.issue(alert("alert-1").build());
    var resolver = resolver();
    resolver.resolve(alert("alert-1").build(), Severity.EXTREME, 1);
    house.registry.remove(new PersonRef("p-00000"));
    assertEquals(sms(0, 0, 0, 0, 1), house.member().run("alert-1", 1, 1).counts());
  }

  @Test
  void aStuckChannelDoesNotHoldUpTheOther() throws Exception {
    for (int i = 0; i < 2000; i++) {
      house.registry.put(TestPeople.in(0, "p-" + i).push().build());
    }
    house.gateway.answering(
        (d, _) -> d.channel() == Channel.SMS ? Gateway.Answer.BUSY : Gateway.Answer.TAKEN);
    house.issue(alert("alert-1").build());
    var member = house.member();
    var running = member.start("alert-1", 1, 1);
    await().until(() -> house.gateway.taken().size() == 2000);
    house.gateway.answering((_, _) -> Gateway.Answer.TAKEN);
    running.get(30, TimeUnit.SECONDS);
    assertEquals(4000, house.gateway.taken().size());
  }

  @Test
  void threeOutcomesAddUp() throws Exception {
    house.people(90);
    house.gateway.answering(
        (d, _) ->
            switch (Math.floorMod(d.recipient().value().hashCode(), 3)) {
              case 0 -> Gateway.Answer.TAKEN;
              case 1 -> Gateway.Answer.BAD_NUMBER;
              default -> Gateway.Answer.LOST_AND_500;
            });
    house.issue(alert("alert-1").build());
    house.member().run("alert-1", 1, 1);
    var states = house.states("alert-1", 1);
    assertEquals(
        90, states.getOrDefault(SENT, 0L) + states.getOrDefault(FAILED, 0L) + states.get(UNKNOWN));
    assertEquals(0, states.getOrDefault(EXPIRED, 0L));
  }

  private AudienceResolver resolver() {
    return new AudienceResolver(
        new PartitionAnswers(
            house.lane,
            new RegistryScan(house.registry),
            house.store,
            new ExerciseOrders(house.lane),
            new Patience(_ -> {})),
        AudienceSpread.HERE);
  }
}
