package nadhir.ops.cli;

import nadhir.geofence.impact.Facts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./nadhir rules facts}: what a condition can name. */
@Command(
    name = "facts",
    mixinStandardHelpOptions = true,
    description = "Lists the facts that a rule's conditions can name, with their units.")
public final class RulesFacts implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    for (Facts fact : Facts.values()) {
      out.printf("%-16s %-5s %s%n", fact.key(), fact.unit(), fact.meaning());
    }
  }
}
