package nadhir.ops.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import nadhir.core.lane.Lane;
import nadhir.drills.scenario.Scenario;
import nadhir.ops.drill.DrillSettings;
import nadhir.ops.face.Face;
import nadhir.ops.face.HousePeople;
import nadhir.ops.http.HttpSettings;
import nadhir.ops.site.SitePack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nadhir demo}: "A Friday evening" in Aqaba, with the visitor as its approver. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Plays \"A Friday evening\" in Aqaba on this machine: floods, an earthquake, a man overboard.",
      "You are the approver: the clock waits while an alert waits for you. Nothing leaves the"
          + " machine."
    })
public final class Demo implements Callable<Integer> {
  private static final String SCENARIO = "scenarios/friday-evening";
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  /** What a shell gives a program that Ctrl-C ended. */
  private static final int STOPPED = 130;

  @Spec private CommandSpec spec;

  @Mixin private DrillOptions options;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "where the console is served (default: ${DEFAULT-VALUE}; 0 for any free port)")
  private int port;

  @Option(
      names = "--headless",
      description =
          "nobody looks: scripted people decide, as fast as it goes, and it ends by itself")
  private boolean headless;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    HttpSettings http = http();
    Optional<SitePack> pack = Packs.site(Packs.aqaba(), err);
    Optional<Scenario> scenario =
        pack.flatMap(p -> Packs.scenario(Packs.aqaba().resolve(SCENARIO), p, err));
    if (scenario.isEmpty()) {
      return SiteCheck.MISTAKES;
    }
    long seed = options.seed.orElse(scenario.get().seed());
    var speed =
        options.speed.orElse(
            headless ? OptionalDouble.empty() : OptionalDouble.of(scenario.get().speed()));
    var lane = new Lane.Drill(scenario.get().name() + "-" + seed);
    var settings = new DrillSettings(lane, seed, speed, !headless);
    var where =
        new DrillStage.Where(
            Packs.home().resolve(".data/demo"), true, Optional.empty(), Optional.empty());
    var stop = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(stop, stopped)));
    Thread player = Thread.currentThread();
    Thread.ofVirtual().start(() -> interruptAt(stop, stopped, player));
    try (var stage = DrillStage.set(pack.get(), scenario.get(), settings, where)) {
      return headless ? stage.play(options.report, out()) : show(stage, scenario.get(), http, stop);
    } catch (InterruptedException _) {
      return STOPPED; // Ctrl-C
    } finally {
      stopped.countDown();
    }
  }

  private HttpSettings http() {
    try {
      return HttpSettings.loopback(port);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private int show(DrillStage stage, Scenario scenario, HttpSettings http, CountDownLatch stop)
      throws Exception {
    try (Face face = stage.face(http, scenario.title())) {
      List<HousePeople.Key> keys = HousePeople.make(face.accounts(), face.passwords());
      DemoScreen.welcome(face.url(), keys, scenario, out());
      stage.play(options.report, out());
      out().println("The evening is over; the console stays open. Ctrl-C ends it.");
      out().flush();
      stop.await();
      return 0;
    }
  }

  private static void interruptAt(CountDownLatch stop, CountDownLatch stopped, Thread player) {
    try {
      stop.await();
      if (stopped.getCount() > 0) {
        player.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ctrl-C: lets the demo end what it has open before the machine stops. */
  private static void awaitEnd(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      if (!stopped.await(STOP_LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)) {
        System.err.println("nadhir: some parts did not stop in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
