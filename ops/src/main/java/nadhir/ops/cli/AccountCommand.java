package nadhir.ops.cli;

import java.nio.file.Path;
import java.util.Optional;
import nadhir.core.redis.RedisSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nadhir account …} */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Says who may sign in.",
    subcommands = {AccountAdd.class, AccountPassword.class, AccountList.class, AccountRemove.class})
public final class AccountCommand implements Runnable {
  /** Exit code when an account is there already, or is not there. */
  static final int NOT_DONE = 1;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: account add, password, list or remove.");
  }

  /** For a node that nobody can sign in to yet: what to do about it. */
  public static String howToAdd(Optional<RedisSettings> redis, Path data) {
    String where = redis.map(r -> "--redis " + r.place()).orElseGet(() -> "--data " + data);
    return "Nobody can sign in yet. Add an account with"
        + " ./nadhir account add NAME --roles OPERATOR --ref op-1 "
        + where;
  }
}
