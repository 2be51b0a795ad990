package nadhir.ops.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nadhir.core.id.ZoneId;
import nadhir.core.yaml.Parsed;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleReach;
import nadhir.ops.site.SitePack;
import nadhir.ops.site.SitePackReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./nadhir rules check DIR}: the rules of a site pack as they are understood. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks a site pack and shows each rule with the zones that it can reach.")
public final class RulesCheck implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder of the site pack.")
  private Path folder;

  @Override
  public Integer call() {
    Parsed<SitePack> pack = SitePackReader.read(folder);
    if (!pack.mistakes().isEmpty()) {
      return SiteCheck.list(folder, pack.mistakes(), spec.commandLine().getErr());
    }
    PrintWriter out = spec.commandLine().getOut();
    pack.get().rules().forEach(rule -> show(rule, pack.get(), out));
    return 0;
  }

  private static void show(Rule rule, SitePack pack, PrintWriter out) {
    List<ZoneId> zones = RuleReach.zones(rule, pack.zones());
    out.printf("%s (%s, %s)%n", rule.id(), rule.hazard(), rule.level());
    out.printf("  when    %s%n", rule.when().written());
    rule.until().ifPresent(until -> out.printf("  until   %s%n", until.condition().written()));
    out.printf("  zones   %s%n", rule.zones().written());
    out.printf(
        "          %d: %s%n",
        zones.size(), zones.stream().map(ZoneId::value).collect(Collectors.joining(" ")));
    out.printf("  message %s%n", rule.message().orElse("none"));
  }
}
