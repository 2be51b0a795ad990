package nadhir.alerting.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.register.StableHash;
import nadhir.alerting.sim.TestAlerts;
import nadhir.alerting.sim.TestZones;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.event.EffectResult;
import nadhir.core.id.AlertId;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to a fan-out whose member dies in the middle, on any store. */
@Timeout(120)
public abstract class TakeoverContract {
  private static final OutboxLimits SMALL =
      new OutboxLimits(Map.of(Channel.SMS, 4, Channel.PUSH, 2), 20, 16);

  /** A store that knows nothing yet. */
  protected abstract DeliveryStore fresh();

  /** How many random runs; a store that is slower gets fewer. */
  protected abstract int walks();

  private static TestAlerts alert(String id) {
    return TestAlerts.alert(id, TestZones.square(0));
  }

  /** Kills the member at its {@code n}th request, before or after the provider has taken it. */
  private static final class KillAt implements Gateway.Hook {
    private final int n;
    private final boolean afterPost;
    private final AtomicInteger requests = new AtomicInteger();
    private House.Member victim;

    KillAt(int n, boolean afterPost) {
      this.n = n;
      this.afterPost = afterPost;
    }

    @Override
    public void before(DeliveryId delivery) throws InterruptedException {
      if (requests.incrementAndGet() >= n && !afterPost) {
        die();
      }
    }

    @Override
    public void after(DeliveryId delivery) throws InterruptedException {
      if (requests.get() >= n && afterPost) {
        die();
      }
    }

    private void die() throws InterruptedException {
      victim.kill();
      throw new InterruptedException("killed");
    }
  }

  private House killed(int n, boolean afterPost) throws Exception {
    var house = new House(fresh()).people(200);
    house.issue(alert("alert-1").build());
    var hook = new KillAt(n, afterPost);
    var first = house.member(() -> FaultyStore.Fault.NONE, hook, SMALL);
    hook.victim = first;
    var running = first.start("alert-1", 1, 1);
    var end = assertThrows(ExecutionException.class, () -> running.get(60, TimeUnit.SECONDS));
    assertTrue(end.getCause() instanceof InterruptedException, end.toString());
    return house;
  }

  @Test
  void whoDiesBetweenMarkAndPostLeavesUnknownOnesThatAreNeverSent() throws Exception {
    var house = killed(25, false);
    int takenBefore = house.gateway.taken().size();
    var result = house.member().run("alert-1", 1, 2);
    var counts = result.counts().getFirst();
    assertEquals(0, counts.pending());
    assertEquals(200, counts.total());
    assertTrue(counts.unknown() >= 1, counts.toString());
    assertEquals(counts.sent(), house.gateway.taken().size() - unknownButTaken(house));
    assertTrue(house.gateway.taken().size() > takenBefore);
    assertNoDuplicates(house);
  }

  @Test
  void whoDiesBetweenPostAndMarkLeavesUnknownOnesThatAreNotSentAgain() throws Exception {
    var house = killed(25, true);
    var result = house.member().run("alert-1", 1, 2);
    var counts = result.counts().getFirst();
    assertEquals(0, counts.pending());
    assertTrue(unknownButTaken(house) >= 1, "the one that was taken last");
    assertTrue(counts.unknown() >= unknownButTaken(house));
    assertNoDuplicates(house);
  }

  @Test
  void whoDiesBeforeAnythingIsSentLosesNothing() throws Exception {
    var house = killed(1, false);
    var counts = house.member().run("alert-1", 1, 2).counts().getFirst();
    assertEquals(200, counts.total());
    assertEquals(0, counts.pending());
    assertNoDuplicates(house);
  }

  @Test
  void theStoreMayBeAwayNowAndThen() throws Exception {
    var house = new House(fresh()).people(300);
    house.issue(alert("alert-1").build());
    var random = new SplittableRandom(7);
    var counts =
        house
            .member(faults(random, 0.1), new Gateway.Hook() {}, SMALL)
            .run("alert-1", 1, 1)
            .counts()
            .getFirst();
    assertEquals(300, counts.sent());
    assertNoDuplicates(house);
  }

  private static Supplier<FaultyStore.Fault> faults(SplittableRandom random, double rate) {
    return () -> {
      synchronized (random) {
        double draw = random.nextDouble();
        if (draw < rate / 2) {
          return FaultyStore.Fault.BEFORE;
        }
        return draw < rate ? FaultyStore.Fault.AFTER : FaultyStore.Fault.NONE;
      }
    };
  }

  private static long unknownButTaken(House house) {
    var taken = new HashSet<>(house.gateway.taken());
    return house.ledger("alert-1", 1).stream()
        .filter(l -> l.state() == DeliveryState.UNKNOWN)
        .filter(
            l ->
                taken.contains(
                    new DeliveryId(new AlertId("alert-1"), 1, l.recipient(), l.channel())))
        .count();
  }

  private static void assertNoDuplicates(House house) {
    var taken = house.gateway.taken();
    assertEquals(new HashSet<>(taken).size(), taken.size(), "taken twice");
  }

  /** Members die and lose their store, providers refuse and stay silent; nobody is told twice. */
  @Test
  void aSeededWalkThroughFaultsEndsWithEveryoneAtAnEnd() throws Exception {
    for (int i = 0; i < walks(); i++) {
      long seed = 1000 + i;
      try {
        walk(seed);
      } catch (AssertionError | Exception e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private void walk(long seed) throws Exception {
    var random = new SplittableRandom(seed);
    var house = new House(fresh()).people(60 + random.nextInt(100));
    house.gateway.answering((d, attempt) -> answer(seed, d, attempt));
    house.issue(alert("alert-1").severity(Severity.EXTREME).build());
    house.issue(alert("alert-2").severity(Severity.MINOR).build());
    boolean cancel = random.nextBoolean();
    house.issue(alert("alert-1").revision(2, cancel ? MsgType.CANCEL : MsgType.UPDATE).build());
    Map<String, CompletableFuture<EffectResult.Delivered>> running = new HashMap<>();
    boolean done = false;
    for (long fence = 1; !done; fence++) {
      boolean last = fence > 1 + random.nextInt(4);
      var member =
          member(house, random.split(), last ? Integer.MAX_VALUE : 1 + random.nextInt(120));
      running.put("1/1", member.start("alert-1", 1, fence));
      running.put("2/1", member.start("alert-2", 1, fence));
      running.put("1/2", member.start("alert-1", 2, fence));
      done = allEnded(running);
    }
    assertEnded(house, "alert-1", 1);
    assertEnded(house, "alert-1", 2);
    assertEnded(house, "alert-2", 1);
    assertNoDuplicates(house);
  }

  private static House.Member member(House house, SplittableRandom random, int deathAt) {
    var hook = new KillAt(deathAt, random.nextBoolean());
    var member = house.member(faults(random, 0.05), hook, SMALL);
    hook.victim = member;
    return member;
  }

  private static boolean allEnded(Map<String, CompletableFuture<EffectResult.Delivered>> running)
      throws Exception {
    boolean all = true;
    for (var future : running.values()) {
      try {
        future.get(60, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        assertTrue(e.getCause() instanceof InterruptedException, String.valueOf(e.getCause()));
        all = false;
      }
    }
    return all;
  }

  /** Only seed, delivery and attempt decide. */
  private static Gateway.Answer answer(long seed, DeliveryId delivery, int attempt) {
    double draw = StableHash.fraction(seed + attempt, delivery.text());
    if (draw < 0.1) {
      return Gateway.Answer.BUSY;
    }
    if (draw < 0.15) {
      return Gateway.Answer.TAKEN_AND_500;
    }
    if (draw < 0.2) {
      return Gateway.Answer.LOST_AND_500;
    }
    return draw < 0.25 ? Gateway.Answer.BAD_NUMBER : Gateway.Answer.TAKEN;
  }

  private static void assertEnded(House house, String alert, int revision) {
    var taken = new HashSet<>(house.gateway.taken());
    List<LedgerLine> lines = house.ledger(alert, revision);
    for (LedgerLine line : lines) {
      var id = new DeliveryId(new AlertId(alert), revision, line.recipient(), line.channel());
      boolean consistent =
          switch (line.state()) {
            case QUEUED, SENDING, DELIVERED -> false;
            case SENT -> taken.contains(id);
            case UNKNOWN -> true;
            case FAILED, EXPIRED, SUPPRESSED -> !taken.contains(id);
          };
      assertTrue(consistent, line + (taken.contains(id) ? " was taken" : " was not taken"));
    }
    int counted =
        house.store.counts(new AlertId(alert), revision).stream().mapToInt(c -> c.total()).sum();
    assertEquals(lines.size(), counted);
  }
}
