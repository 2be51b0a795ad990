package nadhir.ops.cli;

import java.util.concurrent.Callable;
import nadhir.ops.auth.Account;
import nadhir.ops.auth.redis.RedisAccounts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes an account; its sessions end with their next request. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Removes an account; who is signed in with it is signed out.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:removed", "1:there is no such account", "2:not possible so"})
final class AccountRemove implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private RedisChoice where;

  @Parameters(paramLabel = "NAME", description = "whose")
  private String name;

  @Override
  public Integer call() {
    boolean removed =
        where.use(
            spec.commandLine(),
            false,
            redis -> new RedisAccounts(redis).remove(Account.tidy(name)));
    if (!removed) {
      spec.commandLine().getErr().println("nadhir: There is no account '" + name + "'.");
      return AccountCommand.NOT_DONE;
    }
    spec.commandLine().getOut().println("Removed.");
    return 0;
  }
}
