package nadhir.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nadhir rules …} */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = "Works on the rules of a site pack.",
    subcommands = {RulesCheck.class, RulesTry.class, RulesFacts.class})
public final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with the rules: check, try or facts.");
  }
}
