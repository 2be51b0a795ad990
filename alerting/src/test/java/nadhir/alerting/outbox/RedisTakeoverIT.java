package nadhir.alerting.outbox;

import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.redis.RedisDeliveryStore;
import nadhir.core.lane.Lane;
import nadhir.core.redis.Redis;
import nadhir.core.sim.RedisForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisTakeoverIT extends TakeoverContract {
  private static RedisForTests server;
  private static Redis redis;
  private static int lanes;

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
  protected DeliveryStore fresh() {
    return new RedisDeliveryStore(redis, new Lane.Drill("takeover-" + ++lanes));
  }

  @Override
  protected int walks() {
    return 5;
  }
}
