package nadhir.core.journal.redis;

import nadhir.core.journal.SnapshotStore;
import nadhir.core.redis.Redis;
import nadhir.core.sim.JournalLines;
import nadhir.core.sim.RedisForTests;
import nadhir.core.sim.SnapshotStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class RedisSnapshotStoreIT extends SnapshotStoreContract {
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
  protected SnapshotStore store() {
    return new RedisSnapshotStore(redis, JournalLines.LANE);
  }
}
