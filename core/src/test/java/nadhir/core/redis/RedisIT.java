package nadhir.core.redis;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nadhir.core.sim.RedisForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisIT {
  private RedisForTests server;

  @BeforeEach
  void start() {
    server = RedisForTests.embedded();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void commandsInFlightWhenTheServerDiesAreNotSentAgain() throws Exception {
    try (var redis = server.connect()) {
      redis.commands().set("count", "0");
      server.freeze();
      var inFlight = new ArrayList<Future<Long>>();
      for (int i = 0; i < 50; i++) {
        inFlight.add(redis.async().incr("count"));
      }
      server.kill9();
      int unanswered = 0;
      for (var each : inFlight) {
        try {
          each.get(10, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException _) {
          unanswered++;
        }
      }
      assertEquals(50, unanswered);
      server.restart();
      await().atMost(Duration.ofSeconds(10)).until(redis::answers);
      assertEquals("0", redis.commands().get("count"));
    }
  }

  @Test
  void withoutAConnectionACommandIsRefusedAtOnceAndNeverQueued() {
    try (var redis = server.connect()) {
      redis.commands().set("count", "0");
      server.kill9();
      await().atMost(Duration.ofSeconds(10)).until(() -> !redis.answers());
      assertThrows(RedisException.class, () -> redis.commands().incr("count"));
      server.restart();
      await().atMost(Duration.ofSeconds(10)).until(redis::answers);
      assertEquals("0", redis.commands().get("count"));
    }
  }

  @Test
  void theQueueIsBounded() {
    var small = new RedisSettings(server.settings().uri(), Duration.ofSeconds(5), 100);
    try (var redis = Redis.connect(small)) {
      server.freeze();
      var sent = new ArrayList<CompletionStage<Long>>();
      for (int i = 0; i < 5_000; i++) {
        sent.add(redis.async().incr("count"));
      }
      server.thaw();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> sent.stream().allMatch(s -> s.toCompletableFuture().isDone()));
      long refused =
          sent.stream().filter(s -> s.toCompletableFuture().isCompletedExceptionally()).count();
      assertNotEquals(0, refused);
      assertEquals(Long.toString(5_000 - refused), redis.commands().get("count"));
    }
  }

  @Test
  void blockingReadsDoNotHoldUpOthers() throws Exception {
    try (var redis = server.connect();
        var blocking = redis.dedicated(Duration.ofSeconds(30))) {
      var waiting = blocking.async().blpop(20, "bell");
      assertTrue(redis.answers());
      redis.commands().rpush("bell", "rung");
      assertEquals("rung", waiting.get(10, TimeUnit.SECONDS).getValue());
    }
  }

  @Test
  void whereNobodyAnswersOneSentenceSaysSo() {
    server.kill9();
    var refused = assertThrows(RedisUnavailable.class, server::connect);
    assertTrue(
        refused
            .getMessage()
            .startsWith("No Redis can be used at redis://127.0.0.1:" + server.port() + ": "),
        refused.getMessage());
    server.restart();
  }

  @Test
  void aWrongPasswordIsOneSentenceWithoutThePassword() {
    var wrong = server.settingsAs("default", "wr0ng");
    var refused = assertThrows(RedisUnavailable.class, () -> Redis.connect(wrong));
    assertTrue(refused.getMessage().contains("WRONGPASS"), refused.getMessage());
    assertTrue(!refused.getMessage().contains("wr0ng"), refused.getMessage());
  }
}
