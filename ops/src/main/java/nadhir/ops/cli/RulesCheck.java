package nadhir.ops.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nadhir.core.id.ZoneId;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.geofence.desk.Rehearsal;
import nadhir.geofence.desk.Rehearsal.Played;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleBook;
import nadhir.geofence.rule.RuleReach;
import nadhir.geofence.rule.Sample;
import nadhir.ops.site.SitePack;
import nadhir.ops.site.SitePackReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./nadhir rules check DIR}: the rules of a site pack as they are understood, and tried. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a site pack, shows each rule with the zones that it can reach, and runs its samples.",
      "Exit code 1 when something is wrong; warnings are shown and change nothing."
    })
public final class RulesCheck implements Callable<Integer> {
  /** Exit code for mistakes, and for samples that do other than they should. */
  static final int WRONG = 1;

  private static final List<String> HEADS = List.of("rule", "samples", "steps", "wrong");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder of the site pack.")
  private Path folder;

  @Option(
      names = {"-v", "--verbose"},
      description = "tells for every sample what the rule did and why")
  private boolean verbose;

  @Override
  public Integer call() {
    Parsed<SitePack> pack = SitePackReader.read(folder);
    if (!pack.mistakes().isEmpty()) {
      SiteCheck.list(folder, pack.mistakes(), spec.commandLine().getErr());
      return WRONG;
    }
    PrintWriter out = spec.commandLine().getOut();
    pack.get().rules().forEach(rule -> show(rule, pack.get(), out));
    RuleBook book = pack.get().ruleBook();
    List<Played> played = new Rehearsal(pack.get().head(), pack.get().zones()).play(book);
    out.println();
    out.print(table(book, played).text());
    played.stream().filter(p -> verbose || !p.isRight()).forEach(p -> tell(p, out));
    for (Mistake warning : book.warnings()) {
      String file = folder.resolve(warning.file()).toString();
      out.println(warning.in(file) + " (warning)");
    }
    boolean right = played.stream().allMatch(Played::isRight);
    out.printf(
        "%d samples, %s; %d warnings%n",
        played.size(),
        right ? "all right" : played.stream().filter(p -> !p.isRight()).count() + " wrong",
        book.warnings().size());
    return right ? 0 : WRONG;
  }

  private static TextTable table(RuleBook book, List<Played> played) {
    return new TextTable(
        HEADS,
        book.rules().stream()
            .map(
                rule -> {
                  var own =
                      played.stream().filter(p -> p.sample().rule().equals(rule.id())).toList();
                  return List.of(
                      rule.id().value(),
                      "" + own.size(),
                      "" + own.stream().mapToInt(p -> p.sample().steps().size()).sum(),
                      "" + own.stream().filter(p -> !p.isRight()).count());
                })
            .toList());
  }

  private void tell(Played played, PrintWriter out) {
    for (Rehearsal.Step step : played.steps()) {
      if (verbose || !step.isRight()) {
        out.printf(
            "%s:%d: %s %s%s%n",
            folder.resolve("rules.yaml"),
            step.step().line(),
            played.sample().rule(),
            word(step.did()),
            step.isRight() ? "" : ", and should: " + word(step.step().expect()));
        step.why().forEach(line -> out.println("    " + line));
      }
    }
  }

  private static String word(Sample.Expectation expectation) {
    return expectation.name().toLowerCase(Locale.ROOT);
  }

  private static void show(Rule rule, SitePack pack, PrintWriter out) {
    List<ZoneId> zones = RuleReach.zones(rule, pack.zones());
    out.printf("%s (%s, %s)%n", rule.id(), rule.hazard(), rule.level());
    out.printf("  when    %s%n", rule.when().written());
    rule.until()
        .ifPresent(
            until ->
                out.printf(
                    "  until   %s%s%n",
                    until.condition().written(),
                    until.holdFor().isZero()
                        ? ""
                        : " for " + until.holdFor().toMinutes() + " min"));
    out.printf("  zones   %s%n", rule.zones().written());
    out.printf(
        "          %d: %s%n",
        zones.size(), zones.stream().map(ZoneId::value).collect(Collectors.joining(" ")));
    out.printf("  alert   %s%n", rule.message().orElse("none"));
  }
}
