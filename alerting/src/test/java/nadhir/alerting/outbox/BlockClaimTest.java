package nadhir.alerting.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nadhir.alerting.audience.AudienceResolver;
import nadhir.alerting.audience.AudienceSpread;
import nadhir.alerting.audience.PartitionAnswers;
import nadhir.alerting.audience.RegistryScan;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.ledger.InMemoryDeliveryStore;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.sim.Held;
import nadhir.alerting.sim.TestAlerts;
import nadhir.alerting.sim.TestZones;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.Test;

class BlockClaimTest {
  private final House house = new House(new InMemoryDeliveryStore());
  private final Patience patience = new Patience(_ -> {});

  private BlockClaim claim() throws InterruptedException {
    house.people(2);
    var message = house.issue(TestAlerts.alert("alert-1", TestZones.square(0)).build());
    var answers =
        new PartitionAnswers(
            house.lane,
            new RegistryScan(house.registry),
            house.store,
            new ExerciseOrders(house.lane),
            patience);
    new AudienceResolver(answers, AudienceSpread.HERE).resolve(message, Severity.EXTREME, 1);
    var times = new OutboxTimes(house.clock::get, house.nanos::get, _ -> {});
    var first = Held.of(house.store.take(Severity.EXTREME, 1, 1)).getFirst();
    return new BlockClaim(house.store, first, 1, times, patience);
  }

  @Test
  void onceAnotherHasTakenOverNobodyHasLeaveAndNotOnlyTheFirstWhoAsks() throws Exception {
    BlockClaim claim = claim();
    var ours = claim.mark().getFirst();
    assertEquals(BlockClaim.Leave.GRANTED, claim.leaveToSend(ours));
    Held.of(house.store.reclaim(Severity.EXTREME, 2));
    house.nanos.addAndGet(BlockClaim.GOOD_FOR.toNanos() + 1);
    for (int who : List.of(1, 2, 3)) {
      assertThrows(FenceLost.class, () -> claim.leaveToSend(ours), "asked by " + who);
    }
  }
}
