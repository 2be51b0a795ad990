package nadhir.ops.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;

/** The twins in memory, under the contracts that the stores on Redis keep to. */
class InMemoryAuthTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));

  @Nested
  class OfAccounts implements AccountsContract {
    private final Accounts accounts = new InMemoryAccounts();

    @Override
    public Accounts accounts() {
      return accounts;
    }
  }

  @Nested
  class OfSessions implements SessionStoreContract {
    private final SessionStore store = new InMemorySessionStore(now::get);

    @Override
    public SessionStore store() {
      return store;
    }

    @Override
    public void pass(Duration time) {
      now.updateAndGet(t -> t.plus(time));
    }
  }

  @Nested
  class OfTries implements ThrottleContract {
    private final Throttle throttle = new InMemoryThrottle(now::get);

    @Override
    public Throttle throttle() {
      return throttle;
    }

    @Override
    public void pass(Duration time) {
      now.updateAndGet(t -> t.plus(time));
    }
  }
}
