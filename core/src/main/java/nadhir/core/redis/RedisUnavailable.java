package nadhir.core.redis;

/** No Redis answers, or it does not let us in. The message is one sentence for a person. */
public final class RedisUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RedisUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
