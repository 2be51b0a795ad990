package nadhir.alerting.sandbox;

import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.redis.RedisDeliveryStore;
import nadhir.core.lane.Lane;
import nadhir.core.redis.Redis;
import nadhir.core.sim.RedisForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisDrillDeliveryIT extends DrillDeliveryContract {
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

  @Override
  protected DeliveryStore fresh(Lane.Drill lane) {
    redis.commands().flushall();
    return new RedisDeliveryStore(redis, lane);
  }
}
