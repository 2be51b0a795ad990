package nadhir.alerting.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.core.alert.Channel;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static DeliveryId delivery(int person) {
    return new DeliveryId(new AlertId("alert-1"), 1, new PersonRef("p-" + person), Channel.SMS);
  }

  @Test
  void waitsGrowFromAQuarterSecondToHalfAMinuteGiveOrTakeHalf() {
    for (int attempt = 1; attempt <= 500; attempt++) {
      double plainMs = Math.min(250 * Math.pow(2, attempt - 1), 30_000);
      for (int person = 0; person < 20; person++) {
        long ms = Backoff.before(delivery(person), attempt, Optional.empty()).toMillis();
        assertTrue(ms >= plainMs * 0.5 - 1 && ms <= plainMs * 1.5, attempt + ": " + ms);
      }
    }
  }

  @Test
  void aCrowdDoesNotComeBackTogether() {
    Set<Long> waits = new HashSet<>();
    for (int person = 0; person < 100; person++) {
      waits.add(Backoff.before(delivery(person), 6, Optional.empty()).toMillis());
    }
    assertTrue(waits.size() > 90, "different waits: " + waits.size());
  }

  @Test
  void whatTheProviderAsksForIsWaitedAtLeast() {
    var asked = Backoff.before(delivery(1), 1, Optional.of(Duration.ofSeconds(20)));
    assertTrue(asked.compareTo(Duration.ofSeconds(20)) > 0);
    var excessive = Backoff.before(delivery(1), 1, Optional.of(Duration.ofHours(9)));
    assertTrue(excessive.compareTo(Duration.ofSeconds(31)) < 0, excessive.toString());
  }

  @Test
  void onlyDeliveryAndAttemptDecide() {
    assertEquals(
        Backoff.before(delivery(1), 3, Optional.empty()),
        Backoff.before(delivery(1), 3, Optional.empty()));
    assertNotEquals(
        Backoff.before(delivery(1), 3, Optional.empty()),
        Backoff.before(delivery(2), 3, Optional.empty()));
  }
}
