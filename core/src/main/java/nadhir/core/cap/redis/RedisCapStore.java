package nadhir.core.cap.redis;

import io.lettuce.core.RedisException;
import java.util.Optional;
import nadhir.core.cap.CapStore;
import nadhir.core.id.AlertId;
import nadhir.core.lane.Lane;
import nadhir.core.redis.LaneKeys;
import nadhir.core.redis.Redis;
import nadhir.core.redis.RedisUnavailable;

/**
 * A lane's documents as one hash in Redis, field {@code ALERT:REVISION}. Throws {@link
 * RedisUnavailable} when Redis does not answer; asking again is harmless.
 */
public final class RedisCapStore implements CapStore {
  private final Redis redis;
  private final String key;

  public RedisCapStore(Redis redis, Lane lane) {
    this.redis = redis;
    this.key = new LaneKeys(lane).of("cap");
  }

  @Override
  public String keep(AlertId alert, int revision, String xml) {
    try {
      redis.commands().hsetnx(key, field(alert, revision), xml);
    } catch (RedisException e) {
      throw unavailable(e);
    }
    return find(alert, revision)
        .orElseThrow(() -> new IllegalStateException("a kept document is not there"));
  }

  @Override
  public Optional<String> find(AlertId alert, int revision) {
    try {
      return Optional.ofNullable(redis.commands().hget(key, field(alert, revision)));
    } catch (RedisException e) {
      throw unavailable(e);
    }
  }

  private static String field(AlertId alert, int revision) {
    return alert.value() + ":" + revision;
  }

  private static RedisUnavailable unavailable(RedisException e) {
    return new RedisUnavailable("Redis does not answer: " + e.getMessage(), e);
  }
}
