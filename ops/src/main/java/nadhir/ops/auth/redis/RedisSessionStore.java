package nadhir.ops.auth.redis;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;
import nadhir.core.redis.Redis;
import nadhir.ops.auth.SessionStore;

/** Texts under keys that Redis forgets by itself. */
public final class RedisSessionStore implements SessionStore {
  private final Redis redis;

  public RedisSessionStore(Redis redis) {
    this.redis = redis;
  }

  @Override
  public void put(String key, String value, Duration life) {
    Answering.ask(() -> redis.commands().set(key, value, SetArgs.Builder.px(life.toMillis())));
  }

  @Override
  public Optional<String> get(String key) {
    return Answering.ask(() -> Optional.ofNullable(redis.commands().get(key)));
  }

  @Override
  public void extend(String key, Duration life) {
    Answering.ask(() -> redis.commands().pexpire(key, life.toMillis()));
  }

  @Override
  public void delete(String key) {
    Answering.ask(() -> redis.commands().del(key));
  }
}
