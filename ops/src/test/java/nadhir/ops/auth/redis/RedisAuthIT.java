package nadhir.ops.auth.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import nadhir.core.redis.Redis;
import nadhir.core.sim.RedisForTests;
import nadhir.ops.auth.Account;
import nadhir.ops.auth.Accounts;
import nadhir.ops.auth.AccountsContract;
import nadhir.ops.auth.InMemoryAccounts;
import nadhir.ops.auth.InMemoryThrottle;
import nadhir.ops.auth.Passwords;
import nadhir.ops.auth.SessionStore;
import nadhir.ops.auth.SessionStoreContract;
import nadhir.ops.auth.Sessions;
import nadhir.ops.auth.SignIn;
import nadhir.ops.auth.StoreAway;
import nadhir.ops.auth.Throttle;
import nadhir.ops.auth.ThrottleContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Accounts, sessions and tries on a real server. */
class RedisAuthIT {
  private static RedisForTests server;
  private static Redis redis;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));

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

  @Nested
  class OfAccounts implements AccountsContract {
    @Override
    public Accounts accounts() {
      return new RedisAccounts(redis);
    }
  }

  @Nested
  class OfSessions implements SessionStoreContract {
    @Override
    public SessionStore store() {
      return new RedisSessionStore(redis);
    }

    @Override
    public void pass(Duration time) {
      // passes by itself
    }
  }

  @Nested
  class OfTries implements ThrottleContract {
    @Override
    public Throttle throttle() {
      return new RedisThrottle(redis, now::get);
    }

    @Override
    public void pass(Duration time) {
      now.updateAndGet(t -> t.plus(time));
    }
  }

  @Test
  void theStoreNeverSeesATokenThatOpensASession() throws InterruptedException {
    var accounts = new InMemoryAccounts();
    var passwords = new Passwords();
    accounts.add(
        new Account(
            "amal", new PersonRef("op-1"), List.of(Role.OPERATOR), passwords.hash("a password")));
    var clock = InstantSource.system();
    var here = new Sessions(new RedisSessionStore(redis), accounts, clock, Sessions.Limits.USUAL);
    var elsewhere =
        new Sessions(new RedisSessionStore(redis), accounts, clock, Sessions.Limits.USUAL);
    var signIn = new SignIn(accounts, passwords, here, new InMemoryThrottle(clock));
    var entered = (SignIn.Result.Accepted) signIn.enter("amal", "a password", "127.0.0.1");
    assertEquals("op-1", elsewhere.find(entered.token()).orElseThrow().who().value());
    String key = redis.commands().keys("nadhir:session:*").getFirst();
    assertFalse((key + redis.commands().get(key)).contains(entered.token()));
    long lifeMs = redis.commands().pttl(key);
    assertTrue(lifeMs > 7_100_000 && lifeMs <= 7_200_000, "lives for " + lifeMs + " ms");
    elsewhere.end(entered.token());
    assertEquals(Optional.empty(), here.find(entered.token()));
  }

  @Test
  void withoutTheServerThatIsWhatTheCallerHears() {
    try (var own = RedisForTests.embedded();
        var connection = own.connect()) {
      var accounts = new RedisAccounts(connection);
      assertEquals(Optional.empty(), accounts.find("amal"));
      own.kill9();
      assertThrows(StoreAway.class, () -> accounts.find("amal"));
      var throttle = new RedisThrottle(connection, now::get);
      assertThrows(StoreAway.class, () -> throttle.attempt("k", ThrottleContract.RULE));
      var store = new RedisSessionStore(connection);
      assertThrows(StoreAway.class, () -> store.get("k"));
    }
  }
}
