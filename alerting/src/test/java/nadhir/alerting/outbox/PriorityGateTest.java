package nadhir.alerting.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nadhir.core.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PriorityGateTest {
  @Test
  void theWorstOfThoseWhoWaitGoesFirst() throws Exception {
    var gate = new PriorityGate(1);
    gate.enter(Severity.MINOR);
    List<Severity> order = new CopyOnWriteArrayList<>();
    var waiting = new AtomicInteger();
    for (Severity severity :
        List.of(Severity.UNKNOWN, Severity.MODERATE, Severity.EXTREME, Severity.SEVERE)) {
      var thread =
          Thread.startVirtualThread(
              () -> {
                try {
                  waiting.incrementAndGet();
                  gate.enter(severity);
                  order.add(severity);
                  gate.leave();
                } catch (InterruptedException _) {
                  order.clear();
                }
              });
      await().until(() -> thread.getState() == Thread.State.WAITING);
    }
    gate.leave();
    await().until(() -> order.size() == 4);
    assertEquals(
        List.of(Severity.EXTREME, Severity.SEVERE, Severity.MODERATE, Severity.UNKNOWN), order);
  }

  @Test
  void neverMoreThanItsWidthAreInside() throws Exception {
    var gate = new PriorityGate(5);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var done = new CountDownLatch(2000);
    for (int i = 0; i < 2000; i++) {
      var severity = Severity.values()[i % Severity.values().length];
      Thread.startVirtualThread(
          () -> {
            try {
              gate.enter(severity);
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              Thread.yield();
              inside.decrementAndGet();
              gate.leave();
              done.countDown();
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
          });
    }
    assertTrue(done.await(20, TimeUnit.SECONDS), "all come through");
    assertTrue(most.get() <= 5, "inside at once: " + most);
  }

  @Test
  void whoGivesUpWaitingHoldsUpNobody() throws Exception {
    var gate = new PriorityGate(1);
    gate.enter(Severity.MINOR);
    var impatient =
        Thread.startVirtualThread(
            () -> {
              try {
                gate.enter(Severity.EXTREME);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    await().until(() -> impatient.getState() == Thread.State.WAITING);
    impatient.interrupt();
    impatient.join();
    gate.leave();
    gate.enter(Severity.UNKNOWN);
    gate.leave();
  }
}
