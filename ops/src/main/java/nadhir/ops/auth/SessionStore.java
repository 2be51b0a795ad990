package nadhir.ops.auth;

import java.time.Duration;
import java.util.Optional;

/**
 * Keeps short texts under keys for a while, for every member to read. Calls block. Each throws
 * {@link StoreAway} when the store does not answer.
 */
public interface SessionStore {
  void put(String key, String value, Duration life);

  Optional<String> get(String key);

  /** Lets it live for {@code life} from now on; nothing happens when it is gone. */
  void extend(String key, Duration life);

  void delete(String key);
}
