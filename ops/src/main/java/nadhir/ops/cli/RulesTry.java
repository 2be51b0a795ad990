package nadhir.ops.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.warning.Observed;
import nadhir.drills.warning.ObservedFile;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleFile;
import nadhir.ops.site.RuleTrial;
import nadhir.ops.site.SitePack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./nadhir rules try --over RECORDING}: what the rules would have done in the past. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a recording or scenario into the rules of a site, in memory, and shows when each"
          + " fired.",
      "With an observed.yaml beside the recording, or --observed, it also tells how good the"
          + " warnings were: hits, misses, false alarms, lead times."
    })
public final class RulesTry implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--over",
      paramLabel = "RECORDING",
      required = true,
      description = "the recording's or scenario's folder or main file")
  private Path recording;

  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "the site pack (default: the one that the recording lies in, else Aqaba's)")
  private Optional<Path> site = Optional.empty();

  @Option(names = "--rules", paramLabel = "FILE", description = "other rules for the same site")
  private Optional<Path> rules = Optional.empty();

  @Option(
      names = "--observed",
      paramLabel = "FILE",
      description = "what really happened (default: observed.yaml beside the recording)")
  private Optional<Path> observed = Optional.empty();

  @Option(names = "--markdown", description = "the table of scores alone, for a document")
  private boolean markdown;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<SitePack> pack = Packs.site(site.orElseGet(() -> Packs.siteOf(recording)), err);
    if (pack.isEmpty()) {
      return SiteCheck.MISTAKES;
    }
    Optional<Scenario> scenario = Packs.scenario(recording, pack.get(), err);
    Parsed<List<Rule>> used = rules(pack.get());
    Parsed<Optional<Observed>> truth = observed(pack.get());
    if (scenario.isEmpty() || !used.mistakes().isEmpty() || !truth.mistakes().isEmpty()) {
      complain(rules, used.mistakes(), err);
      complain(observed, truth.mistakes(), err);
      return SiteCheck.MISTAKES;
    }
    var trial = RuleTrial.of(pack.get(), used.get(), scenario.get());
    var table = new TrialTable(pack.get().info().timeZone(), trial, spec.commandLine().getOut());
    if (!markdown) {
      table.firings();
    }
    truth.get().ifPresent(t -> table.scores(t, markdown));
    return 0;
  }

  private static void complain(Optional<Path> file, List<Mistake> mistakes, PrintWriter err) {
    if (!mistakes.isEmpty()) {
      SiteCheck.list(
          file.map(f -> f.toAbsolutePath().getParent()).orElse(Path.of("")), mistakes, err);
    }
  }

  private Parsed<List<Rule>> rules(SitePack pack) {
    return rules
        .map(
            file ->
                read(file)
                    .then(
                        text ->
                            RuleFile.read(text, pack.head(), pack.zones())
                                .then(book -> Parsed.of(book.rules()))))
        .orElseGet(() -> Parsed.of(pack.rules()));
  }

  private Parsed<Optional<Observed>> observed(SitePack pack) {
    Path folder = Files.isDirectory(recording) ? recording : recording.toAbsolutePath().getParent();
    Path file = observed.orElse(folder.resolve(ObservedFile.NAME));
    if (observed.isEmpty() && !Files.isRegularFile(file)) {
      return Parsed.of(Optional.empty());
    }
    return read(file)
        .then(text -> ObservedFile.parse(text, pack.keys()).then(o -> Parsed.of(Optional.of(o))));
  }

  private static Parsed<SiteFile> read(Path file) {
    try {
      return Parsed.of(new SiteFile(file.getFileName().toString(), Files.readString(file)));
    } catch (IOException e) {
      return Parsed.failed(List.of(new Mistake(file.toString(), 0, "it cannot be read")));
    }
  }
}
