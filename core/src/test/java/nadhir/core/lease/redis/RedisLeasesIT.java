package nadhir.core.lease.redis;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;
import nadhir.core.lease.Leases;
import nadhir.core.redis.Redis;
import nadhir.core.sim.LeasesContract;
import nadhir.core.sim.RedisForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisLeasesIT extends LeasesContract {
  private static RedisForTests server;
  private static Redis redis;

  @BeforeAll
  static void start() {
    server = RedisForTests.embedded();
    redis = server.connect();
  }

  @AfterAll
  static void stop() {
    redis.close();
    server.close();
  }

  @BeforeEach
  void empty() {
    redis.commands().flushall();
  }

  @Override
  protected Leases leases() {
    return new RedisLeases(redis);
  }

  /** A key with that life is set, and gone when that time has passed for the server. */
  @Override
  protected void letPass(Duration life) {
    redis.commands().set("hourglass", "", SetArgs.Builder.px(life));
    await().atMost(Duration.ofSeconds(10)).until(() -> redis.commands().exists("hourglass") == 0);
  }

  @Test
  void aLeaseAndItsFenceOutliveTheServer() {
    var lease = leases().acquire("watch", A, Duration.ofMinutes(5));
    server.kill9();
    server.restart();
    await().atMost(Duration.ofSeconds(10)).until(redis::answers);
    assertEquals(Optional.empty(), leases().acquire("watch", B, Duration.ofMinutes(5)));
    assertEquals(lease, leases().acquire("watch", A, Duration.ofMinutes(5)));
  }

  @Test
  void withoutAServerNobodyIsToldThatHeHoldsIt() {
    server.kill9();
    try {
      assertThrows(
          Leases.LeasesUnavailable.class,
          () -> leases().acquire("watch", A, Duration.ofMinutes(5)));
    } finally {
      server.restart();
    }
    await().atMost(Duration.ofSeconds(10)).until(redis::answers);
  }
}
