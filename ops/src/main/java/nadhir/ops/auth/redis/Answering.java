package nadhir.ops.auth.redis;

import io.lettuce.core.RedisException;
import java.util.function.Supplier;
import nadhir.ops.auth.StoreAway;

/** Asks Redis; when it does not answer, that is {@link StoreAway}. */
final class Answering {
  private Answering() {}

  static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (RedisException e) {
      throw new StoreAway(e);
    }
  }
}
