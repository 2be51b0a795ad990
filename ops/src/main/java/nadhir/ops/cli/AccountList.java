package nadhir.ops.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nadhir.core.lane.Role;
import nadhir.ops.auth.Account;
import nadhir.ops.auth.redis.RedisAccounts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists accounts: name, reference, roles. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the accounts: name, reference, roles.")
final class AccountList implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private RedisChoice where;

  @Override
  public Integer call() {
    List<Account> all =
        where.use(spec.commandLine(), false, redis -> new RedisAccounts(redis).all());
    for (Account a : all) {
      String roles = a.roles().stream().map(Role::name).collect(Collectors.joining(","));
      spec.commandLine().getOut().println(a.name() + "  " + a.ref() + "  " + roles);
    }
    spec.commandLine().getErr().println(all.size() + (all.size() == 1 ? " account" : " accounts"));
    return 0;
  }
}
