package nadhir.ops.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import nadhir.core.id.Id;
import nadhir.core.lane.Lane;
import nadhir.core.redis.RedisSettings;
import nadhir.drills.scenario.Scenario;
import nadhir.ops.drill.DrillSettings;
import nadhir.ops.site.SitePack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./nadhir drill run FILE}: plays a scenario or recording with scripted people. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a scenario or a recording in a drill lane of its own; scripted people decide.",
      "Started twice on one Redis with one --id, the second stands by and goes on when the first"
          + " dies."
    })
public final class DrillRun implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the scenario's or recording's folder or file")
  private Path file;

  @Mixin private DrillOptions options;

  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "the site pack (default: the one that the scenario lies in, else Aqaba's)")
  private Optional<Path> site = Optional.empty();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "names the drill's lane (default: the scenario's name and the seed)")
  private Optional<String> id = Optional.empty();

  @Option(
      names = "--redis",
      paramLabel = "URI",
      description = "a Redis of your own (default: an embedded one, thrown away afterwards)")
  private Optional<String> redis = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "this node's own folder (default: .data/drill, emptied first)")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--sandbox",
      paramLabel = "URL",
      description = "a sandbox gateway that runs elsewhere on this machine")
  private Optional<java.net.URI> sandbox = Optional.empty();

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Optional<SitePack> pack = Packs.site(site.orElseGet(() -> Packs.siteOf(file)), err);
    if (pack.isEmpty()) {
      return SiteCheck.MISTAKES;
    }
    Optional<Scenario> scenario = Packs.scenario(file, pack.get(), err);
    if (scenario.isEmpty()) {
      return SiteCheck.MISTAKES;
    }
    long seed = options.seed.orElse(scenario.get().seed());
    var settings =
        new DrillSettings(
            new Lane.Drill(id(scenario.get(), seed)),
            seed,
            options.speed.orElse(OptionalDouble.empty()),
            false);
    var where =
        new DrillStage.Where(
            data.orElse(Packs.home().resolve(".data/drill")),
            data.isEmpty(),
            redis.map(this::address),
            sandbox);
    try (var stage = DrillStage.set(pack.get(), scenario.get(), settings, where)) {
      return stage.play(options.report, spec.commandLine().getOut());
    }
  }

  private String id(Scenario scenario, long seed) {
    String wanted = id.orElse(scenario.name() + "-" + seed);
    if (!Id.isValid(wanted)) {
      throw new ParameterException(
          spec.commandLine(), "'" + wanted + "' cannot name a drill: use A-Z a-z 0-9 . _ -");
    }
    return wanted;
  }

  private RedisSettings address(String uri) {
    try {
      return RedisSettings.of(uri);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
