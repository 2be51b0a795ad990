package nadhir.alerting.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nadhir.alerting.audience.RegistryScan;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.channel.ExerciseWayOut;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.register.InMemoryRegistry;
import nadhir.alerting.register.Partition;
import nadhir.alerting.sim.TestAlerts;
import nadhir.alerting.sim.TestPeople;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryState;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.id.AlertId;
import nadhir.core.id.EffectId;
import nadhir.core.lane.Lane;

/** A lane with a register, a store, a provider, and members that can die. */
final class House {
  final Lane.Drill lane = new Lane.Drill("test");
  final InMemoryRegistry registry = new InMemoryRegistry();
  final Gateway gateway = new Gateway();
  final AtomicReference<Instant> clock = new AtomicReference<>(TestAlerts.NOW);
  final AtomicLong nanos = new AtomicLong();
  final DeliveryStore store;
  private final Map<String, AlertMessage> messages = new HashMap<>();

  House(DeliveryStore store) {
    this.store = store;
  }

  House people(int count) {
    IntStream.range(0, count)
        .forEach(i -> registry.put(TestPeople.in(0, "p-%05d".formatted(i)).build()));
    return this;
  }

  synchronized AlertMessage issue(AlertMessage message) {
    messages.put(message.alert() + "/" + message.revision(), message);
    return message;
  }

  private synchronized Optional<AlertMessage> find(AlertId alert, int revision) {
    return Optional.ofNullable(messages.get(alert + "/" + revision));
  }

  Member member() {
    return new Member(() -> FaultyStore.Fault.NONE, new Gateway.Hook() {}, OutboxLimits.usual());
  }

  Member member(Gateway.Hook hook) {
    return new Member(() -> FaultyStore.Fault.NONE, hook, OutboxLimits.usual());
  }

  Member member(Supplier<FaultyStore.Fault> faults, Gateway.Hook hook, OutboxLimits limits) {
    return new Member(faults, hook, limits);
  }

  /** A process that runs the lane's effects. */
  final class Member {
    final Outbox outbox;
    final DeliverEffect deliver;
    private final List<Thread> runners = new CopyOnWriteArrayList<>();
    volatile boolean dead;

    private Member(Supplier<FaultyStore.Fault> faults, Gateway.Hook hook, OutboxLimits limits) {
      var own = FaultyStore.over(store, () -> dead ? FaultyStore.Fault.BEFORE : faults.get());
      var way =
          new ExerciseWayOut(
              new ExerciseOrders(lane),
              List.of(gateway.endpoint(Channel.SMS, hook), gateway.endpoint(Channel.PUSH, hook)));
      var parts =
          new OutboxParts(
              lane,
              own,
              registry,
              House.this::find,
              way,
              new OutboxTimes(clock::get, nanos::get, House.this::pause));
      this.outbox = new Outbox(parts, limits);
      this.deliver = new DeliverEffect(parts, new RegistryScan(registry), outbox);
    }

    EffectResult.Delivered run(String alert, int revision, long fence) throws InterruptedException {
      var effect = new Effect.Deliver(new AlertId(alert), revision);
      return (EffectResult.Delivered) deliver.run(new EffectId("eff-1"), effect, fence);
    }

    CompletableFuture<EffectResult.Delivered> start(String alert, int revision, long fence) {
      var result = new CompletableFuture<EffectResult.Delivered>();
      runners.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      result.complete(run(alert, revision, fence));
                    } catch (InterruptedException | RuntimeException e) {
                      result.completeExceptionally(e);
                    }
                  }));
      if (dead) {
        runners.forEach(Thread::interrupt);
      }
      return result;
    }

    /** The process is gone: it writes nothing and sends nothing any more. */
    void kill() {
      dead = true;
      // Not on a thread of the outbox: it is interrupted by this.
      Executors.newVirtualThreadPerTaskExecutor()
          .submit(
              () -> {
                outbox.close();
                runners.forEach(Thread::interrupt);
              });
    }
  }

  /**
   * Real waiting would only make tests slow. The lane's time goes on by hand; the clock that never
   * stands has gone on by as long as was waited.
   */
  private void pause(Duration length) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped");
    }
    Thread.sleep(Duration.ofMillis(Math.min(5, length.toMillis())));
    nanos.addAndGet(length.toNanos());
  }

  List<LedgerLine> ledger(String alert, int revision) {
    List<LedgerLine> lines = new ArrayList<>();
    for (int p = 0; p < Partition.COUNT; p++) {
      lines.addAll(store.lines(new AlertId(alert), revision, p));
    }
    return lines;
  }

  /** How many lines are in each state. */
  Map<DeliveryState, Long> states(String alert, int revision) {
    return ledger(alert, revision).stream()
        .collect(
            Collectors.groupingBy(
                LedgerLine::state,
                () -> new EnumMap<>(DeliveryState.class),
                Collectors.counting()));
  }
}
