package nadhir.ops.auth.redis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadhir.core.json.DomainJson;
import nadhir.core.redis.LuaScript;
import nadhir.core.redis.Redis;
import nadhir.ops.auth.Account;
import nadhir.ops.auth.Accounts;

/** Accounts in the hash {@code nadhir:accounts}: name → account as JSON. */
public final class RedisAccounts implements Accounts {
  private static final String KEY = "nadhir:accounts";
  private static final LuaScript REPLACE = LuaScript.beside(RedisAccounts.class, "replace.lua");

  private final Redis redis;

  public RedisAccounts(Redis redis) {
    this.redis = redis;
  }

  @Override
  public Optional<Account> find(String name) {
    return Answering.ask(() -> Optional.ofNullable(redis.commands().hget(KEY, name)))
        .map(RedisAccounts::read);
  }

  @Override
  public List<Account> all() {
    return Answering.ask(() -> redis.commands().hvals(KEY)).stream()
        .map(RedisAccounts::read)
        .sorted(Comparator.comparing(Account::name))
        .toList();
  }

  @Override
  public boolean add(Account account) {
    return Answering.ask(
        () -> redis.commands().hsetnx(KEY, account.name(), DomainJson.write(account)));
  }

  @Override
  public boolean replace(Account account) {
    return Answering.ask(
            () ->
                REPLACE.number(
                    redis.commands(),
                    List.of(KEY),
                    List.of(account.name(), DomainJson.write(account))))
        == 1;
  }

  @Override
  public boolean remove(String name) {
    return Answering.ask(() -> redis.commands().hdel(KEY, name)) == 1;
  }

  private static Account read(String json) {
    return DomainJson.read(json, Account.class);
  }
}
