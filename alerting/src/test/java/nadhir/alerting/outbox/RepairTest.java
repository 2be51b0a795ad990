package nadhir.alerting.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nadhir.alerting.audience.AudienceResolver;
import nadhir.alerting.audience.AudienceSpread;
import nadhir.alerting.audience.PartitionAnswers;
import nadhir.alerting.audience.RegistryScan;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.InMemoryDeliveryStore;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.register.Partition;
import nadhir.alerting.sim.Held;
import nadhir.alerting.sim.TestAlerts;
import nadhir.alerting.sim.TestPeople;
import nadhir.alerting.sim.TestZones;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.Channel;
import nadhir.core.report.Severity;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocks that turn up in a stream while what is missing is brought back. */
@Timeout(60)
class RepairTest {
  private final DeliveryStore kept = new InMemoryDeliveryStore();
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();
  private volatile boolean repairing;
  private Optional<OutboxBlock> late = Optional.empty();
  private final House house = new House(watched());

  /** Says when a repair begins and ends, and what is begun in between. */
  private DeliveryStore watched() {
    return (DeliveryStore)
        Proxy.newProxyInstance(
            RepairTest.class.getClassLoader(),
            new Class<?>[] {DeliveryStore.class},
            (_, method, args) -> {
              switch (method.getName()) {
                case "take" -> looks.incrementAndGet();
                case "mark" -> begun.addAndGet(repairing ? 1 : 0);
                case "giveUpSending" -> givesUp((int) args[2]);
                default -> {
                  // says nothing of a repair
                }
              }
              try {
                return method.invoke(kept, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** With the first partition the late block comes, and is read; with the last it is over. */
  private void givesUp(int partition) {
    if (partition == 0 && late.isPresent()) {
      repairing = true;
      Held.of(kept.enqueue(List.of(late.get()), 1));
      late = Optional.empty();
      int before = looks.get();
      Awaitility.await().until(() -> looks.get() > before + 2 * Severity.values().length);
    }
    if (partition == Partition.COUNT - 1) {
      repairing = false;
    }
  }

  @Test
  void nothingIsBegunThatWouldBeTakenForLeftBehind() throws Exception {
    var person = TestPeople.in(0, "p-1").build();
    house.registry.put(person);
    AlertMessage message = house.issue(TestAlerts.alert("alert-1", TestZones.square(0)).build());
    var orders = new ExerciseOrders(house.lane);
    var answers =
        new PartitionAnswers(
            house.lane, new RegistryScan(house.registry), kept, orders, new Patience(_ -> {}));
    new AudienceResolver(answers, AudienceSpread.HERE).resolve(message, Severity.EXTREME, 1);
    Held.of(kept.take(Severity.EXTREME, 10, 1)).forEach(claim -> kept.finish(claim, 1));
    late =
        OutboxBlock.split(
                house.lane.key(),
                message.alert(),
                1,
                Partition.of(person.ref()),
                Channel.SMS,
                Severity.EXTREME,
                List.of(person.ref()))
            .stream()
            .map(orders::seal)
            .findFirst();
    var counts = house.member().run("alert-1", 1, 1).counts().getFirst();
    assertEquals(0, begun.get(), "begun while it was repaired");
    assertEquals(0, counts.unknown());
    assertEquals(1, counts.sent());
    assertEquals(1, house.gateway.taken().size());
  }
}
