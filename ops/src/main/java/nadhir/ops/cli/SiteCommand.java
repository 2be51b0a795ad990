package nadhir.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nadhir site …} */
@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    description = "Works on the site pack of a city.",
    subcommands = SiteCheck.class)
public final class SiteCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with the site pack: check.");
  }
}
