package nadhir.ops.auth;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The twin of the accounts on Redis; forgets with the process. */
public final class InMemoryAccounts implements Accounts {
  private final ConcurrentSkipListMap<String, Account> byName = new ConcurrentSkipListMap<>();

  @Override
  public Optional<Account> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public List<Account> all() {
    return List.copyOf(byName.values());
  }

  @Override
  public boolean add(Account account) {
    return byName.putIfAbsent(account.name(), account) == null;
  }

  @Override
  public boolean replace(Account account) {
    return byName.replace(account.name(), account) != null;
  }

  @Override
  public boolean remove(String name) {
    return byName.remove(name) != null;
  }
}
