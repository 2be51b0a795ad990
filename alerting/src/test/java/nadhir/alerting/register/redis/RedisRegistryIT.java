package nadhir.alerting.register.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import nadhir.alerting.register.Registry;
import nadhir.alerting.register.RegistryContract;
import nadhir.alerting.register.RegistryKeys;
import nadhir.alerting.sim.TestPeople;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Lane;
import nadhir.core.redis.Redis;
import nadhir.core.redis.RedisUnavailable;
import nadhir.core.sim.RedisForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisRegistryIT extends RegistryContract {
  private static final SecureRandom RANDOM = new SecureRandom();
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

  private static RegistryKeys keys(int seed) {
    byte[] seal = new byte[32];
    byte[] lookUp = new byte[32];
    seal[0] = (byte) seed;
    lookUp[0] = (byte) seed;
    return new RegistryKeys(
        new SecretKeySpec(seal, "AES"), new SecretKeySpec(lookUp, "HmacSHA256"));
  }

  private static RedisRegistry open(Redis connection, String lane, RegistryKeys keys) {
    return new RedisRegistry(connection, new Lane.Drill(lane), keys, RANDOM);
  }

  @Override
  protected Registry fresh() {
    return open(redis, "test-" + ++lanes, keys(1));
  }

  @Test
  void theServerSeesNeitherNumberNorPlaceNorAddress() {
    var registry = open(redis, "unreadable", keys(1));
    var person = TestPeople.in(0, "p-1").push().build();
    registry.put(person);
    registry.put(person);
    var all = new StringBuilder();
    for (String key : redis.commands().keys("nadhir:registry:drill:unreadable:*")) {
      all.append(key).append(' ');
      all.append(
          redis.commands().type(key).equals("hash")
              ? redis.commands().hgetall(key).toString()
              : redis.commands().get(key));
    }
    assertFalse(all.isEmpty());
    for (String secret :
        new String[] {
          person.phone().orElseThrow().e164().substring(1),
          Double.toString(person.home().latDeg()),
          person.push().orElseThrow().auth(),
          "push.invalid",
          "e164"
        }) {
      assertFalse(all.toString().contains(secret), secret);
    }
  }

  @Test
  void thePlaceOfAnEntryIsPartOfItsSeal() {
    var registry = open(redis, "swapped", keys(1));
    var one = TestPeople.in(0, "p-1").build();
    registry.put(one);
    var key = "nadhir:registry:drill:swapped:partition:" + one.partition();
    var sealed = redis.commands().hget(key, "p-1");
    redis.commands().hset(key, "p-1x", sealed);
    assertThrows(IllegalStateException.class, () -> registry.partition(one.partition()));
    var other = open(redis, "swapped", keys(2));
    assertThrows(IllegalStateException.class, () -> other.find(new PersonRef("p-1")));
    assertEquals(Optional.empty(), other.findByPhone(one.phone().orElseThrow()));
  }

  @Test
  void theSamePersonIsNeverSealedTheSameTwice() {
    var registry = open(redis, "nonces", keys(1));
    var one = TestPeople.in(0, "p-1").build();
    var key = "nadhir:registry:drill:nonces:partition:" + one.partition();
    registry.put(one);
    var first = redis.commands().hget(key, "p-1");
    registry.put(one);
    assertNotEquals(first, redis.commands().hget(key, "p-1"));
  }

  @Test
  void aChangeBesideTheForgettingOfAPushSubscriptionIsKept() throws Exception {
    var registry = open(redis, "beside", keys(1));
    var old = TestPeople.in(0, "p-1").push().build();
    var moved = TestPeople.in(0, "p-1").push().seenIn(2).build();
    for (int i = 0; i < 30; i++) {
      registry.put(old);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        threads.submit(() -> registry.put(moved));
        threads.submit(() -> registry.forgetPush(old.ref(), old.push().orElseThrow())).get();
      }
      assertEquals(moved.last(), registry.find(old.ref()).orElseThrow().last());
    }
  }

  @Test
  void aServerThatIsGoneIsSaidToBeUnavailable() {
    try (var other = RedisForTests.embedded();
        var connection = other.connect()) {
      var registry = open(connection, "gone", keys(1));
      registry.put(TestPeople.in(0, "p-1").build());
      other.kill9();
      assertThrows(RedisUnavailable.class, () -> registry.find(new PersonRef("p-1")));
      assertThrows(RedisUnavailable.class, registry::revision);
    }
  }
}
