package nadhir.ops.auth;

import java.util.List;
import java.util.Optional;

/**
 * The accounts of the house, the same for every member. Calls block. Each throws {@link StoreAway}
 * when the store does not answer.
 */
public interface Accounts {
  Optional<Account> find(String name);

  /** By name. */
  List<Account> all();

  /** False when there is one of that name already; it stays as it is. */
  boolean add(Account account);

  /** Puts {@code account} in the place of the one of its name; false when there is none. */
  boolean replace(Account account);

  /** False when there was none. Its sessions end with the next request. */
  boolean remove(String name);
}
