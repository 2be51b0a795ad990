package nadhir.ops.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.ops.site.ScenarioCheck;
import nadhir.ops.site.SitePack;
import nadhir.ops.site.SitePackReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./nadhir site check DIR}: every mistake of a site pack at once, or a short summary. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reads a site pack whole and lists every mistake in it; exit code 2 if any.")
public final class SiteCheck implements Callable<Integer> {
  /** Exit code when the pack has mistakes. */
  static final int MISTAKES = 2;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder of the site pack.")
  private Path folder;

  @Override
  public Integer call() {
    Parsed<SitePack> pack = SitePackReader.read(folder);
    List<Mistake> mistakes = pack.value().map(ScenarioCheck::mistakes).orElse(pack.mistakes());
    if (!mistakes.isEmpty()) {
      return list(folder, mistakes, spec.commandLine().getErr());
    }
    summarise(pack.get(), spec.commandLine().getOut());
    return 0;
  }

  /** Prints mistakes as compilers do, {@code file:line: reason}, and gives the exit code. */
  static int list(Path folder, List<Mistake> mistakes, PrintWriter out) {
    for (Mistake mistake : mistakes) {
      boolean inside = Files.isRegularFile(folder.resolve(mistake.file()));
      String file = inside ? folder.resolve(mistake.file()).toString() : mistake.file();
      out.println(mistake.in(file));
    }
    out.printf("%d mistake%s%n", mistakes.size(), mistakes.size() == 1 ? "" : "s");
    return MISTAKES;
  }

  private static void summarise(SitePack pack, PrintWriter out) {
    out.printf("%s: no mistakes%n", pack.info().name().in("en"));
    out.printf(
        "  %d zones, %d people by day, %d by night%n",
        pack.zones().size(),
        pack.zones().stream().mapToInt(Zone::populationDay).sum(),
        pack.zones().stream().mapToInt(Zone::populationNight).sum());
    out.printf(
        "  %d gauges, %d feeds, %d rules, %d units, %d run cards%n",
        pack.gauges().size(),
        pack.feeds().size(),
        pack.rules().size(),
        pack.units().size(),
        pack.runCards().size());
    out.printf("  sha256 %s%n", pack.sha256());
  }
}
