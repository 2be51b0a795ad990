package nadhir.core.cap.redis;

import static org.junit.jupiter.api.Assertions.assertThrows;

import nadhir.core.cap.CapStore;
import nadhir.core.id.AlertId;
import nadhir.core.lane.Lane;
import nadhir.core.redis.Redis;
import nadhir.core.redis.RedisUnavailable;
import nadhir.core.sim.CapStoreContract;
import nadhir.core.sim.RedisForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisCapStoreIT extends CapStoreContract {
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
  protected CapStore store() {
    return new RedisCapStore(redis, new Lane.Drill("cap"));
  }

  @Test
  void withoutRedisItSaysSo() {
    try (var other = RedisForTests.embedded();
        var lost = other.connect()) {
      other.kill9();
      var store = new RedisCapStore(lost, new Lane.Live());
      assertThrows(RedisUnavailable.class, () -> store.keep(new AlertId("alert-1"), 1, "<alert/>"));
    }
  }
}
