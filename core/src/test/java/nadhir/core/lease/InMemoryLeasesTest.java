package nadhir.core.lease;

import java.time.Duration;
import java.time.Instant;
import nadhir.core.sim.LeasesContract;

class InMemoryLeasesTest extends LeasesContract {
  private Instant now = Instant.parse("2026-11-20T12:40:00Z");
  private final InMemoryLeases leases = new InMemoryLeases(() -> now);

  @Override
  protected Leases leases() {
    return leases;
  }

  @Override
  protected void letPass(Duration life) {
    now = now.plus(life);
  }
}
