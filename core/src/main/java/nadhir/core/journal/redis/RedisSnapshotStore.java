package nadhir.core.journal.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisException;
import java.util.List;
import java.util.Optional;
import nadhir.core.journal.Journal.JournalUnavailable;
import nadhir.core.journal.SnapshotStore;
import nadhir.core.lane.Lane;
import nadhir.core.redis.LaneKeys;
import nadhir.core.redis.LuaScript;
import nadhir.core.redis.Redis;

/**
 * The newest snapshot of one lane as a hash in Redis. Throws {@link JournalUnavailable} when Redis
 * does not answer.
 */
public final class RedisSnapshotStore implements SnapshotStore {
  private static final LuaScript PUT = LuaScript.beside(RedisSnapshotStore.class, "snapshot.lua");

  private final Redis redis;
  private final String key;

  public RedisSnapshotStore(Redis redis, Lane lane) {
    this.redis = redis;
    this.key = new LaneKeys(lane).snapshot();
  }

  @Override
  public Optional<Snapshot> newest() {
    try {
      List<KeyValue<String, String>> found = redis.commands().hmget(key, "seq", "hash", "json");
      if (!found.stream().allMatch(KeyValue::hasValue)) {
        return Optional.empty();
      }
      return Optional.of(
          new Snapshot(
              Long.parseLong(found.get(0).getValue()),
              found.get(1).getValue(),
              found.get(2).getValue()));
    } catch (RedisException e) {
      throw new JournalUnavailable("Redis does not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void put(Snapshot snapshot) {
    try {
      PUT.number(
          redis.commands(),
          List.of(key),
          List.of(Long.toString(snapshot.seq()), snapshot.hash(), snapshot.json()));
    } catch (RedisException e) {
      throw new JournalUnavailable("Redis does not answer: " + e.getMessage(), e);
    }
  }
}
