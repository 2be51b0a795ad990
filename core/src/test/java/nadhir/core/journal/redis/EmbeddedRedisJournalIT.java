package nadhir.core.journal.redis;

import nadhir.core.sim.RedisForTests;

class EmbeddedRedisJournalIT extends LocalRedisJournalContract {
  @Override
  protected RedisForTests newServer() {
    return RedisForTests.embedded();
  }
}
