package nadhir.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nadhir drill …}. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description = "Practises: plays scenarios where nothing reaches the public.",
    subcommands = DrillRun.class)
public final class DrillGroup implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: drill run FILE.");
  }
}
