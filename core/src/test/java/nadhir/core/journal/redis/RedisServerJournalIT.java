package nadhir.core.journal.redis;

import nadhir.core.sim.RedisForTests;

class RedisServerJournalIT extends LocalRedisJournalContract {
  @Override
  protected RedisForTests newServer() {
    return RedisForTests.installed();
  }
}
