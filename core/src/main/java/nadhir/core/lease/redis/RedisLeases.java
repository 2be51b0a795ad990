package nadhir.core.lease.redis;

import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.MemberId;
import nadhir.core.lease.Leases;
import nadhir.core.redis.LuaScript;
import nadhir.core.redis.Redis;

/**
 * Leases as keys of Redis that end by themselves: {@code nadhir:lease:NAME} holds fence and holder,
 * {@code nadhir:fence:NAME} counts. A server that froze and came back cannot revive a lease,
 * because the life of a key is the server's own time.
 */
public final class RedisLeases implements Leases {
  private static final LuaScript ACQUIRE = LuaScript.beside(RedisLeases.class, "acquire.lua");
  private static final LuaScript RELEASE = LuaScript.beside(RedisLeases.class, "release.lua");

  private final Redis redis;

  public RedisLeases(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Optional<Lease> acquire(String name, MemberId holder, Duration life) {
    try {
      long fence =
          ACQUIRE.number(
              redis.commands(),
              List.of(lease(name), "nadhir:fence:" + name),
              List.of(holder.value(), Long.toString(life.toMillis())));
      return fence == 0 ? Optional.empty() : Optional.of(new Lease(name, holder, fence));
    } catch (RedisException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void release(Lease lease) {
    try {
      RELEASE.number(
          redis.commands(),
          List.of(lease(lease.name())),
          List.of(lease.holder().value(), Long.toString(lease.fence())));
    } catch (RedisException e) {
      throw unavailable(e);
    }
  }

  private static String lease(String name) {
    return "nadhir:lease:" + name;
  }

  private static LeasesUnavailable unavailable(RedisException e) {
    return new LeasesUnavailable("Redis does not answer: " + e.getMessage(), e);
  }
}
