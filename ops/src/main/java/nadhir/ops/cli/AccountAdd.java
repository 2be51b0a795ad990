package nadhir.ops.cli;

import java.util.List;
import java.util.concurrent.Callable;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import nadhir.ops.auth.Account;
import nadhir.ops.auth.Passwords;
import nadhir.ops.auth.redis.RedisAccounts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds an account; the password is typed, or is the first line of the input. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Adds an account. The password is asked for on a terminal, twice;",
      "otherwise it is the first line of the standard input."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:added", "1:the name is taken", "2:not possible so"})
final class AccountAdd implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private RedisChoice where;

  @Parameters(paramLabel = "NAME", description = "what is typed at signing in")
  private String name;

  @Option(
      names = "--roles",
      paramLabel = "ROLE",
      required = true,
      split = ",",
      description = "what the person may do, with commas between: ${COMPLETION-CANDIDATES}")
  private List<Role> roles;

  @Option(
      names = "--ref",
      paramLabel = "REF",
      required = true,
      description = "who the person is in the journal, for example op-1; no real name")
  private String ref;

  @Override
  public Integer call() {
    check();
    String password = PasswordPrompt.ask(spec.commandLine());
    var account =
        new Account(Account.tidy(name), new PersonRef(ref), roles, new Passwords().hash(password));
    boolean added =
        where.use(spec.commandLine(), true, redis -> new RedisAccounts(redis).add(account));
    if (!added) {
      spec.commandLine()
          .getErr()
          .println("nadhir: There is an account '" + account.name() + "' already.");
      return AccountCommand.NOT_DONE;
    }
    spec.commandLine().getOut().println("Added " + account.name() + ".");
    return 0;
  }

  /** Before a password is asked for. */
  private void check() {
    try {
      new Account(Account.tidy(name), new PersonRef(ref), roles, "");
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
