package nadhir.ops.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import nadhir.core.cluster.ClusterSettings;
import nadhir.core.feed.FeedConfig;
import nadhir.core.id.MemberId;
import nadhir.core.redis.RedisSettings;
import nadhir.core.track.hazelcast.HazelcastTrackStore;
import nadhir.ops.auth.redis.RedisThrottle;
import nadhir.ops.explain.LaneExplanations;
import nadhir.ops.face.Face;
import nadhir.ops.face.LiveWays;
import nadhir.ops.face.SiteViews;
import nadhir.ops.http.HttpSettings;
import nadhir.ops.http.ServedLane;
import nadhir.ops.live.FeedSecrets;
import nadhir.ops.live.LiveFeeds;
import nadhir.ops.live.LiveLane;
import nadhir.ops.live.PostingFeeds;
import nadhir.ops.live.PostingTrackers;
import nadhir.ops.live.SiteNames;
import nadhir.ops.node.Node;
import nadhir.ops.node.NodeSettings;
import nadhir.ops.site.ShipLookouts;
import nadhir.ops.site.SitePack;
import nadhir.ops.track.LaneShips;
import nadhir.ops.track.LaneUnits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nadhir run}: a member of the live house. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a node: listens to the site's feeds, keeps the live lane, serves the console.",
      "Several nodes on one Redis (--redis) share the work; the embedded Redis serves one node."
    })
public final class Run implements Callable<Integer> {
  private static final int REFUSED = 2;
  private static final long STOP_SECONDS = 30;

  @Spec private CommandSpec spec;

  @Option(names = "--site", paramLabel = "DIR", description = "the site pack (default: Aqaba's)")
  private Optional<Path> site = Optional.empty();

  @Option(
      names = "--redis",
      paramLabel = "URI",
      description = "redis://[user:password@]host:port, 7.2 or newer for real use")
  private Optional<String> redis = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "this node's own folder (default: .data/node)")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "where the console is served (default: ${DEFAULT-VALUE}; 0 for any free port)")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "the interface to listen on (default: ${DEFAULT-VALUE})")
  private String host;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "how browsers reach the console, when a proxy stands in front")
  private Optional<URI> publicUrl = Optional.empty();

  @Option(
      names = "--secrets",
      paramLabel = "DIR",
      description =
          "what feeds share with this house: FEED.secret, FEED.password (default: secrets in the"
              + " node's own folder; NADHIR_FEED_… in the environment goes before it)")
  private Optional<Path> secrets = Optional.empty();

  @Override
  public Integer call() throws Exception {
    HttpSettings http = http();
    PrintWriter err = spec.commandLine().getErr();
    Optional<SitePack> pack = Packs.site(site.orElse(Packs.aqaba()), err);
    if (pack.isEmpty()) {
      return SiteCheck.MISTAKES;
    }
    List<FeedConfig> recordings =
        pack.get().feeds().stream().filter(FeedConfig::isRecording).toList();
    if (!recordings.isEmpty()) {
      recordings.forEach(
          f ->
              err.println(
                  "nadhir: feed '"
                      + f.id()
                      + "' is a recording (file:); recordings are played in drill lanes only, with"
                      + " drill run."));
      err.flush();
      return REFUSED;
    }
    return serve(pack.get(), http);
  }

  /** What cannot be listened to is told before anything is started. */
  private HttpSettings http() {
    try {
      return new HttpSettings(
          host, port, publicUrl, publicUrl.isPresent(), HttpSettings.SLOW_LIMIT);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private int serve(SitePack pack, HttpSettings http) throws Exception {
    Optional<RedisSettings> given = redis.map(this::address);
    var settings =
        new NodeSettings(
            new MemberId("m-" + UUID.randomUUID()),
            pack,
            data.orElse(Packs.home().resolve(".data/node")),
            false,
            given,
            given
                .map(ClusterNames::onThisMachine)
                .orElseGet(() -> ClusterSettings.alone("nadhir-alone")));
    var shared =
        FeedSecrets.of(
            System.getenv(), secrets.orElse(settings.data().resolve("secrets")), pack.feeds());
    var stop = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(stop, stopped)));
    try (var node = Node.start(settings, UnaryOperator.identity());
        var live = new LiveLane(node, List.of())) {
      var lookouts = new ShipLookouts(() -> live.site().get().zones());
      live.host().listen(lookouts);
      var units =
          new LaneUnits(
              node.vertx(),
              live.host(),
              InstantSource.system(),
              () -> live.site().get().zones(),
              pack::hasUnit,
              new HazelcastTrackStore(node.cluster().hazelcast(), live.host().lane()));
      live.host().listen(units);
      var lane =
          new ServedLane(
              live.host(),
              node.stores().journal(live.host().lane()),
              InstantSource.system(),
              Optional.empty(),
              SiteViews.of(live.site()),
              new LaneShips(node.vertx(), live.host(), lookouts),
              units,
              new LaneExplanations(node.vertx(), live.host(), InstantSource.system()));
      var ways =
          LiveWays.of(
              live,
              Optional.of(posting(node, live, pack, shared)),
              Optional.of(trackers(node, units, pack, shared)));
      try (Face face = Face.open(node, http, List.of(lane), ways);
          var feeds =
              new LiveFeeds(
                  node.vertx(), pack.feeds(), lookouts, shared, live.host(), node.metrics())) {
        live.host().start();
        feeds.start();
        welcome(settings, face, shared);
        stop.await();
      }
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private static PostingFeeds posting(
      Node node, LiveLane live, SitePack pack, FeedSecrets secrets) {
    InstantSource clock = InstantSource.system();
    return new PostingFeeds(
        node.vertx(),
        live.host(),
        node.metrics(),
        new RedisThrottle(node.stores().redis(), clock),
        clock,
        secrets,
        new SiteNames(pack.info(), pack.gauges()),
        pack.feeds());
  }

  private static PostingTrackers trackers(
      Node node, LaneUnits units, SitePack pack, FeedSecrets secrets) {
    InstantSource clock = InstantSource.system();
    return new PostingTrackers(
        node.vertx(),
        units,
        node.metrics(),
        new RedisThrottle(node.stores().redis(), clock),
        clock,
        secrets,
        pack.feeds(),
        pack.units());
  }

  private void welcome(NodeSettings settings, Face face, FeedSecrets secrets) {
    SitePack pack = settings.pack();
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Nadhir runs for %s: %s%n", pack.info().name().in("en"), face.url());
    out.printf(
        "  %d zones, %d rules, %d units%n",
        pack.zones().size(), pack.rules().size(), pack.units().size());
    pack.feeds().forEach(f -> out.printf("  feed %-12s %s%n", f.id(), f.url()));
    secrets
        .missing()
        .forEach(f -> out.printf("  feed %-12s has no secret here: what it posts is refused%n", f));
    out.println(
        settings.redis().isPresent()
            ? "  Redis is shared: further nodes can join."
            : "  Redis is embedded: this node is alone, and its data is in its own folder.");
    out.println("  No SMS or push provider is set up: alerts are decided and published, not sent.");
    if (face.accounts().all().isEmpty()) {
      out.println("  " + AccountCommand.howToAdd(settings.redis(), settings.data()));
    }
    out.flush();
  }

  private RedisSettings address(String uri) {
    try {
      return RedisSettings.of(uri);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private static void awaitEnd(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("nadhir: some parts did not stop in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
