package nadhir.ops.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import nadhir.core.redis.Redis;
import nadhir.ops.auth.Account;
import nadhir.ops.auth.Passwords;
import nadhir.ops.auth.redis.RedisAccounts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives an account a new password; sessions that are open stay so. */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    description = "Gives an account a new password, which is asked for as at 'account add'.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:changed", "1:there is no such account", "2:not possible so"})
final class AccountPassword implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private RedisChoice where;

  @Parameters(paramLabel = "NAME", description = "whose")
  private String name;

  @Override
  public Integer call() {
    String hash = new Passwords().hash(PasswordPrompt.ask(spec.commandLine()));
    boolean changed = where.use(spec.commandLine(), false, redis -> change(redis, hash));
    if (!changed) {
      spec.commandLine().getErr().println("nadhir: There is no account '" + name + "'.");
      return AccountCommand.NOT_DONE;
    }
    spec.commandLine().getOut().println("Changed.");
    return 0;
  }

  private boolean change(Redis redis, String hash) {
    var accounts = new RedisAccounts(redis);
    Optional<Account> account = accounts.find(Account.tidy(name));
    return account
        .map(a -> accounts.replace(new Account(a.name(), a.ref(), a.roles(), hash)))
        .orElse(false);
  }
}
