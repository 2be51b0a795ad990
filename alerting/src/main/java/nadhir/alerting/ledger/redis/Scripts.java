package nadhir.alerting.ledger.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import nadhir.alerting.ledger.Fenced;
import nadhir.alerting.ledger.StoreAway;
import nadhir.core.redis.LuaScript;
import nadhir.core.redis.Redis;

/** The ledger's scripts, and how their replies are read. */
final class Scripts {
  static final LuaScript BEGIN = script("begin.lua");
  static final LuaScript COMMIT = script("commit.lua");
  static final LuaScript TURN = script("turn.lua");
  static final LuaScript LEAVE = script("leave.lua");
  static final LuaScript RECLAIM = script("reclaim.lua");
  static final LuaScript TAKE = script("take.lua");
  static final LuaScript MARK = script("mark.lua");
  static final LuaScript SETTLE = script("settle.lua");
  static final LuaScript FINISH = script("finish.lua");
  static final LuaScript ENQUEUE = script("enqueue.lua");
  static final LuaScript RECEIPTS = script("receipts.lua");

  /** A server that answers with one of these may do it the next time. */
  private static final List<String> PASSING =
      List.of("LOADING", "BUSY", "READONLY", "MISCONF", "OOM", "MASTERDOWN", "NOREPLICAS");

  private Scripts() {}

  private static LuaScript script(String name) {
    return LuaScript.beside(Scripts.class, "prelude.lua", name);
  }

  /** Runs a script whose reply begins with {@code held} or {@code lost}; reads what follows. */
  static <T> Fenced<T> run(
      Redis redis,
      LuaScript script,
      List<String> keys,
      List<String> args,
      Function<List<String>, T> held) {
    List<String> reply =
        asking(() -> script.list(redis.commands(), keys, args)).stream()
            .map(String::valueOf)
            .toList();
    return reply.getFirst().equals("lost")
        ? new Fenced.Lost<>(Long.parseLong(reply.get(1)))
        : new Fenced.Held<>(held.apply(reply.subList(1, reply.size())));
  }

  /** Any trouble that can pass becomes {@link StoreAway}. */
  static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (RedisCommandExecutionException e) {
      String message = String.valueOf(e.getMessage());
      if (PASSING.stream().anyMatch(message::contains)) {
        throw new StoreAway(message, e);
      }
      throw e;
    } catch (RedisException e) {
      throw new StoreAway(String.valueOf(e.getMessage()), e);
    }
  }
}
