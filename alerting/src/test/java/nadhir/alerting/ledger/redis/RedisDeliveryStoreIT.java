package nadhir.alerting.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.DeliveryStoreContract;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.ledger.StoreAway;
import nadhir.core.id.AlertId;
import nadhir.core.lane.Lane;
import nadhir.core.redis.Redis;
import nadhir.core.report.Severity;
import nadhir.core.sim.RedisForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisDeliveryStoreIT extends DeliveryStoreContract {
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
    return new RedisDeliveryStore(redis, new Lane.Drill("test-" + ++lanes));
  }

  @Test
  void aGroupThatWasRemovedByHandIsMadeAgain() {
    var lane = new Lane.Drill("groups");
    var store = new RedisDeliveryStore(redis, lane);
    assertEquals(new Fenced.Held<>(List.of()), store.take(Severity.EXTREME, 1, 1));
    redis.commands().xgroupDestroy(new DeliveryKeys(lane).stream(Severity.EXTREME), "senders");
    assertEquals(new Fenced.Held<>(List.of()), store.take(Severity.EXTREME, 1, 1));
    redis.commands().del(new DeliveryKeys(lane).stream(Severity.EXTREME));
    assertEquals(new Fenced.Held<>(List.of()), store.reclaim(Severity.EXTREME, 1));
  }

  @Test
  void lanesAreApart() {
    var first = new RedisDeliveryStore(redis, new Lane.Drill("one"));
    var second = new RedisDeliveryStore(redis, new Lane.Drill("two"));
    first.begin(new AlertId("alert-1"), 1, false, 9);
    assertEquals(
        new Fenced.Held<>(new DeliveryStore.Revisions(1, 0)),
        second.begin(new AlertId("alert-1"), 1, false, 1));
  }

  @Test
  void aServerThatIsGoneIsSaidToBeAway() {
    try (var other = RedisForTests.embedded();
        var connection = other.connect()) {
      var store = new RedisDeliveryStore(connection, new Lane.Drill("gone"));
      store.begin(new AlertId("alert-1"), 1, false, 1);
      other.kill9();
      assertThrows(StoreAway.class, () -> store.begin(new AlertId("alert-1"), 1, false, 1));
      assertThrows(StoreAway.class, () -> store.counts(new AlertId("alert-1"), 1));
      other.restart();
      org.awaitility.Awaitility.await()
          .ignoreException(StoreAway.class)
          .untilAsserted(
              () ->
                  assertEquals(
                      new Fenced.Lost<DeliveryStore.Revisions>(1),
                      store.begin(new AlertId("alert-1"), 1, false, 0)));
    }
  }
}
