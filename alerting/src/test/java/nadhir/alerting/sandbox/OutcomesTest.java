package nadhir.alerting.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.core.alert.Channel;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static DeliveryId delivery(int person, int revision, Channel channel) {
    return new DeliveryId(
        new AlertId("alert-1"), revision, new PersonRef("p-%05d".formatted(person)), channel);
  }

  private static Map<String, Long> shares(long seed, Channel channel) {
    var outcomes = new Outcomes(SandboxSettings.of(seed, 1));
    return IntStream.range(0, 10_000)
        .mapToObj(i -> outcomes.of(delivery(i, 1, channel)))
        .collect(
            Collectors.groupingBy(
                report -> report.map(r -> r.state().name()).orElse("SILENT"),
                TreeMap::new,
                Collectors.counting()));
  }

  @Test
  void aboutOneNumberInAHundredIsDead() {
    var sms = shares(1, Channel.SMS);
    assertEquals(100, sms.get("FAILED"), 30);
    assertEquals(50, sms.get("SILENT"), 22);
    assertEquals(500, shares(1, Channel.PUSH).get("SILENT"), 66);
  }

  @Test
  void onlySeedAndDeliveryDecide() {
    var once = new Outcomes(SandboxSettings.of(7, 1));
    var again = new Outcomes(SandboxSettings.of(7, 1));
    for (int i = 999; i >= 0; i--) {
      assertEquals(once.of(delivery(i, 1, Channel.SMS)), again.of(delivery(i, 1, Channel.SMS)));
    }
    assertTrue(
        IntStream.range(0, 1000)
            .anyMatch(
                i ->
                    !once.of(delivery(i, 1, Channel.SMS))
                        .equals(
                            new Outcomes(SandboxSettings.of(8, 1))
                                .of(delivery(i, 1, Channel.SMS)))));
  }

  @Test
  void aDeadNumberStaysDead() {
    var outcomes = new Outcomes(SandboxSettings.of(1, 1));
    for (int i = 0; i < 10_000; i++) {
      boolean first =
          outcomes.of(delivery(i, 1, Channel.SMS)).stream().anyMatch(r -> !r.reason().isEmpty());
      boolean second =
          outcomes.of(delivery(i, 2, Channel.SMS)).stream().anyMatch(r -> !r.reason().isEmpty());
      assertEquals(first, second);
    }
  }
}
