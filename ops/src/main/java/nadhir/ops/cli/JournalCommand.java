package nadhir.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nadhir journal …} */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = "Looks at the journal of a lane.",
    subcommands = JournalVerify.class)
public final class JournalCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with the journal: verify.");
  }
}
