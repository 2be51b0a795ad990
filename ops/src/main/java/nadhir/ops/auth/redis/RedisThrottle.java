package nadhir.ops.auth.redis;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadhir.core.redis.LuaScript;
import nadhir.core.redis.Redis;
import nadhir.ops.auth.Throttle;

/** Counts in hashes {@code count}, {@code next} (ms), which Redis forgets by itself. */
public final class RedisThrottle implements Throttle {
  private static final LuaScript ATTEMPT = LuaScript.beside(RedisThrottle.class, "attempt.lua");
  private static final LuaScript GIVE_BACK = LuaScript.beside(RedisThrottle.class, "giveback.lua");

  private final Redis redis;
  private final InstantSource clock;

  public RedisThrottle(Redis redis, InstantSource clock) {
    this.redis = redis;
    this.clock = clock;
  }

  @Override
  public Optional<Duration> attempt(String key, Rule rule) {
    var args =
        Stream.of(
                clock.millis(),
                rule.free(),
                rule.first().toMillis(),
                rule.longest().toMillis(),
                rule.forgetAfter().toMillis())
            .map(String::valueOf)
            .toList();
    long waitMs = Answering.ask(() -> ATTEMPT.number(redis.commands(), List.of(key), args));
    return waitMs > 0 ? Optional.of(Duration.ofMillis(waitMs)) : Optional.empty();
  }

  @Override
  public void giveBack(String key) {
    Answering.ask(() -> GIVE_BACK.number(redis.commands(), List.of(key), List.of()));
  }

  @Override
  public void forget(String key) {
    Answering.ask(() -> redis.commands().del(key));
  }
}
