package nadhir.ops.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.warning.Observed;
import nadhir.drills.warning.ObservedFile;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleBook;
import nadhir.geofence.rule.RuleFile;
import nadhir.ops.site.RuleTrial;
import nadhir.ops.site.SitePack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nadhir rules try --over RECORDING}: what the rules would have done in the past. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a recording or scenario into the rules of a site, in memory, and shows when each"
          + " fired.",
      "With an observed.yaml beside the recording, or --observed, it also tells how good the"
          + " warnings were: hits, misses, false alarms, lead times.",
      "With --rules twice it shows the difference: what fires and clears, lead times, people"
          + " reached."
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

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "other rules for the same site; twice to see the difference between two files")
  private List<Path> rules = List.of();

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
    if (rules.size() > 2) {
      throw new ParameterException(spec.commandLine(), "Two rule files can be compared, not more.");
    }
    Optional<Scenario> scenario = Packs.scenario(recording, pack.get(), err);
    Optional<List<List<Rule>>> used = rules(pack.get(), err);
    Parsed<Optional<Observed>> truth = observed(pack.get(), names(pack.get(), used));
    complain(observed, truth.mistakes(), err);
    if (scenario.isEmpty() || used.isEmpty() || !truth.mistakes().isEmpty()) {
      return SiteCheck.MISTAKES;
    }
    List<RuleTrial> trials =
        used.get().stream().map(r -> RuleTrial.of(pack.get(), r, scenario.get())).toList();
    show(pack.get(), trials, truth.get());
    return 0;
  }

  private void show(SitePack pack, List<RuleTrial> trials, Optional<Observed> truth) {
    PrintWriter out = spec.commandLine().getOut();
    if (trials.size() == 2) {
      new TrialDifference(pack, trials.getFirst(), trials.getLast(), truth)
          .print(rules.getFirst().toString(), rules.getLast().toString(), markdown, out);
      return;
    }
    var table = new TrialTable(pack.info().timeZone(), trials.getFirst(), out);
    if (!markdown) {
      table.firings();
    }
    truth.ifPresent(t -> table.scores(t, markdown));
  }

  private static void complain(Optional<Path> file, List<Mistake> mistakes, PrintWriter err) {
    if (!mistakes.isEmpty()) {
      SiteCheck.list(
          file.map(f -> f.toAbsolutePath().getParent()).orElse(Path.of("")), mistakes, err);
    }
  }

  /** The rules of each file, or the site's own; empty when there is a mistake in any. */
  private Optional<List<List<Rule>>> rules(SitePack pack, PrintWriter err) {
    if (rules.isEmpty()) {
      return Optional.of(List.of(pack.rules()));
    }
    List<List<Rule>> read = new ArrayList<>();
    for (Path file : rules) {
      Parsed<RuleBook> book =
          read(file).then(text -> RuleFile.read(text, pack.head(), pack.zones()));
      complain(Optional.of(file), book.mistakes(), err);
      book.value().ifPresent(sound -> read.add(sound.rules()));
    }
    return read.size() == rules.size() ? Optional.of(read) : Optional.empty();
  }

  /** What an observation may name: also a rule of the site that the tried file has left out. */
  private static SortedSet<String> names(SitePack pack, Optional<List<List<Rule>>> used) {
    return Stream.concat(
            pack.rules().stream(), used.stream().flatMap(List::stream).flatMap(List::stream))
        .map(rule -> rule.id().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Parsed<Optional<Observed>> observed(SitePack pack, SortedSet<String> names) {
    Path folder = Files.isDirectory(recording) ? recording : recording.toAbsolutePath().getParent();
    Path file = observed.orElse(folder.resolve(ObservedFile.NAME));
    if (observed.isEmpty() && !Files.isRegularFile(file)) {
      return Parsed.of(Optional.empty());
    }
    return read(file)
        .then(
            text ->
                ObservedFile.parse(text, pack.keys(), names).then(o -> Parsed.of(Optional.of(o))));
  }

  private static Parsed<SiteFile> read(Path file) {
    try {
      return Parsed.of(new SiteFile(file.getFileName().toString(), Files.readString(file)));
    } catch (IOException e) {
      return Parsed.failed(List.of(new Mistake(file.toString(), 0, "it cannot be read")));
    }
  }
}
