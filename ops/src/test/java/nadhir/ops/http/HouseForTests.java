package nadhir.ops.http;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nadhir.core.alert.Channel;
import nadhir.core.dispatch.Unit;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.posted.PositionsFormat;
import nadhir.core.fusion.HazardDesk;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.FeedId;
import nadhir.core.id.MemberId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.journal.InMemoryJournal;
import nadhir.core.journal.InMemorySnapshotStore;
import nadhir.core.journal.JournalCodec;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;
import nadhir.core.lease.InMemoryLeases;
import nadhir.core.lease.Leases;
import nadhir.core.sim.TestSite;
import nadhir.core.site.SiteModels;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;
import nadhir.core.track.InMemoryTrackStore;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneKeeper;
import nadhir.core.watch.LaneSettings;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.desk.RiskDesk;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleFile;
import nadhir.geofence.zone.ZoneFile;
import nadhir.ops.auth.Account;
import nadhir.ops.auth.InMemoryAccounts;
import nadhir.ops.auth.InMemorySessionStore;
import nadhir.ops.auth.InMemoryThrottle;
import nadhir.ops.auth.Passwords;
import nadhir.ops.auth.Sessions;
import nadhir.ops.auth.SignIn;
import nadhir.ops.explain.LaneExplanations;
import nadhir.ops.lane.LaneHost;
import nadhir.ops.lane.WatchBus;
import nadhir.ops.live.FeedSecrets;
import nadhir.ops.live.PostingFeeds;
import nadhir.ops.live.PostingTrackers;
import nadhir.ops.live.SiteNames;
import nadhir.ops.metrics.Metrics;
import nadhir.ops.site.ShipLookouts;
import nadhir.ops.track.LaneShips;
import nadhir.ops.track.LaneUnits;

/**
 * A whole member on a free port of this machine: the live lane in memory with the hazard desk and
 * the risk desk, an account for each role (named after it, in small letters), and whatever else
 * HTTP asks for, small.
 */
final class HouseForTests implements AutoCloseable {
  /** Port control posts under this; a second one is being phased out. */
  static final String SECRET = "0123456789abcdef0123456789abcdef";

  static final String OLD_SECRET = "fedcba9876543210fedcba9876543210";
  static final String PASSWORD = "correct horse battery";
  private static final List<Zone> SHAMIYA = List.of(zone("shamiya", new LatLon(29.53, 35.00), 500));
  private static final String HASH = new Passwords().hash(PASSWORD);

  final InMemoryJournal journal = new InMemoryJournal();
  final InMemorySnapshotStore snapshots = new InMemorySnapshotStore();
  final InMemoryAccounts accounts = new InMemoryAccounts();
  final Metrics metrics = new Metrics();
  final List<Progress.Running> running = new ArrayList<>();
  final List<TwilioStatus.Callback> callbacks = new ArrayList<>();
  final Map<String, byte[]> caps = new TreeMap<>();
  final Vertx vertx = Vertx.vertx();
  final Sessions sessions;
  final LaneHost lane;
  volatile List<Zone> zones = SHAMIYA;
  final ShipLookouts lookouts = new ShipLookouts(() -> zones);
  final ShipsSeen ships;
  final InMemoryTrackStore tracks = new InMemoryTrackStore();
  final LaneUnits units;
  final Explanations explanations;
  final HttpFace face;
  private final StoppableLeases leases = new StoppableLeases();
  private final List<Rule> rules;
  private final AtomicLong aheadMs = new AtomicLong();

  private final Instant started = Instant.now();

  /** What these tests read as now; only {@link #later} moves it. */
  final InstantSource clock = () -> started.plusMillis(aheadMs.get());

  HouseForTests() throws InterruptedException {
    this(HttpSettings.loopback(0));
  }

  HouseForTests(HttpSettings settings) throws InterruptedException {
    this(settings, List.of());
  }

  /** One whose risk desk goes by these rules. */
  HouseForTests(String rulesYaml) throws InterruptedException {
    this(
        HttpSettings.loopback(0),
        RuleFile.parse(new SiteFile("rules.yaml", rulesYaml), TestSite.info(), SHAMIYA).get());
  }

  private HouseForTests(HttpSettings settings, List<Rule> rules) throws InterruptedException {
    this.rules = rules;
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(java.util.Locale.ROOT);
      accounts.add(new Account(name, new PersonRef(name + "-1"), List.of(role), HASH));
    }
    sessions =
        new Sessions(new InMemorySessionStore(clock), accounts, clock, Sessions.Limits.USUAL);
    lane = newLane("m-1").start();
    ships = new LaneShips(vertx, lane, lookouts);
    units = units(lane);
    lane.listen(units);
    explanations = explanations(lane);
    lane.awaitWatch(Duration.ofSeconds(10));
    face = HttpFace.start(vertx, settings, parts());
  }

  private LaneHost newLane(String member) {
    var parts =
        new LaneKeeper.Parts(
            journal,
            new JournalCodec(new Lane.Live()),
            snapshots,
            leases,
            this::desks,
            List.of(),
            InstantSource.system(),
            () -> Duration.ZERO,
            HouseForTests::pause);
    var settings =
        new LaneSettings(
            new MemberId(member), "test", "0".repeat(64), Duration.ofSeconds(5), 1, 100_000);
    return new LaneHost(parts, settings, new WatchBus(vertx));
  }

  private Desks desks() {
    return new Desks(
        List.of(
            new HazardDesk(TestSite.info(), TestSite.gauges(), List.of()),
            new RiskDesk(
                TestSite.info(), TestSite.gauges(), zones, rules, List.of(), SiteModels.USUAL)));
  }

  LaneExplanations explanations(LaneHost host) {
    return new LaneExplanations(vertx, host, clock);
  }

  /** Follows the units of Shamiya. */
  LaneUnits units(LaneHost host) {
    return new LaneUnits(
        vertx,
        host,
        clock,
        () -> zones,
        unit -> List.of("amb-1", "amb-2").contains(unit.value()),
        tracks);
  }

  /** The same lane on another member, which does not keep the watch while this one lives. */
  LaneHost standby() {
    return newLane("m-2").start();
  }

  /** Short, but long enough for a store to come back. */
  private static boolean pause() {
    try {
      Thread.sleep(50);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpParts parts() {
    var signIn = new SignIn(accounts, new Passwords(), sessions, new InMemoryThrottle(clock));
    return new HttpParts(
        new OneLane(),
        (hazards, at) -> hazards.stream().map(h -> extent(h, at)).toList(),
        (_, alert, revision) -> Optional.ofNullable(caps.get(alert + "." + revision)),
        HouseForTests::sandbox,
        _ -> {
          synchronized (running) {
            return List.copyOf(running);
          }
        },
        this::twilio,
        Optional.of(posting()),
        Optional.of(trackers()),
        signIn,
        sessions,
        metrics);
  }

  /** A kilometre around each. */
  private static HazardExtents.HazardExtent extent(Hazard hazard, Instant at) {
    return new HazardExtents.HazardExtent(
        hazard.id(),
        "SEARCH",
        Area.circle(hazard.place().orElseThrow(), 1_000),
        1_000,
        OptionalDouble.empty(),
        at);
  }

  private static final List<FeedConfig> FEEDS =
      List.of(posts("port-control"), posts("silent"), FeedConfig.plain("ships", "ais"), fleet());

  private static FeedSecrets secrets() {
    var environment =
        Map.of(
            "NADHIR_FEED_PORT_CONTROL_SECRET",
            SECRET + "\n" + OLD_SECRET + "\n",
            "NADHIR_FEED_FLEET_SECRET",
            SECRET);
    return FeedSecrets.of(environment, Path.of("nowhere"), FEEDS);
  }

  /** Speaks for the red crescent, whose one unit is amb-1. */
  private static FeedConfig fleet() {
    FeedConfig plain = posts("fleet");
    return new FeedConfig(
        plain.id(),
        FeedFormats.byName("unit-positions").orElseThrow(),
        plain.url(),
        plain.every(),
        plain.expects(),
        plain.oldest(),
        plain.tells(),
        new PositionsFormat.SpeaksFor(
            new LinkedHashSet<>(List.of("red-crescent")), new LinkedHashSet<>()));
  }

  private PostingTrackers trackers() {
    return new PostingTrackers(
        vertx,
        units,
        metrics,
        new InMemoryThrottle(clock),
        clock,
        secrets(),
        FEEDS,
        List.of(unit("amb-1", "red-crescent"), unit("amb-2", "civil-defence")));
  }

  private static Unit unit(String id, String agency) {
    return new Unit(
        new UnitId(id),
        Words.arEn(id, id),
        agency,
        "ambulance",
        List.of(),
        new LatLon(29.53, 35),
        20,
        3);
  }

  private PostingFeeds posting() {
    return new PostingFeeds(
        vertx,
        lane,
        metrics,
        new InMemoryThrottle(clock),
        clock,
        secrets(),
        new SiteNames(TestSite.info(), TestSite.gauges()),
        FEEDS);
  }

  /** A square, so far from its middle to its northern and southern side. */
  static Zone zone(String id, LatLon middle, double halfM) {
    double south = Sphere.towards(middle, 180, halfM).latDeg();
    double north = Sphere.towards(middle, 0, halfM).latDeg();
    double west = Sphere.towards(middle, 270, halfM).lonDeg();
    double east = Sphere.towards(middle, 90, halfM).lonDeg();
    String feature =
        """
        {"type": "Feature",
         "properties": {"id": "%s", "name_ar": "حي", "name_en": "Quarter", "kind": "district",
           "population_day": 0, "population_night": 0, "provenance": "made for a test"},
         "geometry": {"type": "Polygon",
           "coordinates": [[[%3$s, %2$s], [%5$s, %2$s], [%5$s, %4$s], [%3$s, %4$s], [%3$s, %2$s]]]}}
        """
            .formatted(id, south, west, north, east);
    return ZoneFile.parseOne(new SiteFile("zone " + id, feature), TestSite.info()).get();
  }

  private static FeedConfig posts(String id) {
    var format = FeedFormats.byName("nadhir-report").orElseThrow();
    return new FeedConfig(
        new FeedId(id),
        format,
        URI.create("webhook:/api/v1/reports"),
        Optional.empty(),
        FeedConfig.NOTHING_EXPECTED,
        FeedConfig.USUAL_OLDEST,
        List.of(),
        format.usual());
  }

  /** A zone is sound when its text begins as an object does. */
  private static final SiteView SITE_VIEW =
      new SiteView() {
        @Override
        public Texts texts() {
          return new Texts(SITE, NO_ZONES, RULES);
        }

        @Override
        public ZoneCheck check(ZoneId zone, String geoJson) {
          return geoJson.startsWith("{")
              ? new ZoneCheck(List.of(), Optional.empty())
              : new ZoneCheck(
                  List.of(
                      new Told(
                          "zone " + zone + ":1: not JSON",
                          Optional.of("zone.not-json"),
                          new TreeMap<>())),
                  Optional.of(new Repair("{}", 2, 1.5)));
        }
      };

  private static final String NO_ZONES = "{\"type\":\"FeatureCollection\",\"features\":[]}";
  private static final String RULES = "{\"version\":0,\"yaml\":\"rules: []\",\"proposal\":null}";

  /** The smallest that fits the contract; the real one is tested where it is made. */
  private static final String SITE =
      """
      {"info":%s,"messages":[],"words":{},"units":[],"gauges":%s,"feeds":[],"rules":[],
      "runCards":[],"people":[]}"""
          .formatted(
              nadhir.core.json.DomainJson.write(TestSite.info()),
              nadhir.core.json.DomainJson.write(TestSite.gauges()));

  private final class OneLane implements Lanes {
    @Override
    public List<ServedLane> all() {
      return List.of(
          new ServedLane(
              lane,
              journal,
              clock,
              Optional.of(Words.arEn("مباشر", "Live")),
              SITE_VIEW,
              ships,
              units,
              explanations));
    }

    @Override
    public Optional<ServedLane> find(String key) {
      return all().stream().filter(l -> l.key().equals(key)).findFirst();
    }

    @Override
    public String defaultKey() {
      return "live";
    }
  }

  private static SandboxMessages.Page sandbox(Optional<String> laneKey, int limit) {
    var all =
        List.of(
            new SandboxMessages.SandboxMessage(
                Instant.parse("2026-11-20T12:40:00Z"),
                Channel.SMS,
                "+962790000001",
                "ar",
                "سيل قادم",
                "",
                "delivered"),
            new SandboxMessages.SandboxMessage(
                Instant.parse("2026-11-20T12:39:59Z"),
                Channel.PUSH,
                "device-1",
                "en",
                "A flood is coming",
                "Flood",
                "sent"));
    var counts =
        new SandboxMessages.Counts(
            new TreeMap<>(Map.of("sms", 1L, "push", 1L)),
            new TreeMap<>(Map.of("ar", 1L, "en", 1L)));
    return laneKey.filter(k -> !k.equals("live")).isPresent()
        ? new SandboxMessages.Page(
            List.of(), 0, new SandboxMessages.Counts(new TreeMap<>(), new TreeMap<>()))
        : new SandboxMessages.Page(all.subList(0, Math.min(limit, 2)), 2, counts);
  }

  private TwilioStatus.Taken twilio(TwilioStatus.Callback callback) {
    callbacks.add(callback);
    return callback.signature().equals(Optional.of("good"))
        ? TwilioStatus.Taken.TAKEN
        : TwilioStatus.Taken.FORGED;
  }

  /** The store is gone: neither the journal nor the leases answer. */
  void loseStore() {
    journal.goAway();
    leases.away = true;
  }

  void storeIsBack() {
    journal.comeBack();
    leases.away = false;
  }

  private static final class StoppableLeases implements Leases {
    private final Leases leases = new InMemoryLeases(InstantSource.system());
    volatile boolean away;

    @Override
    public Optional<Lease> acquire(String name, MemberId holder, Duration life) {
      if (away) {
        throw new LeasesUnavailable("away", null);
      }
      return leases.acquire(name, holder, life);
    }

    @Override
    public void release(Lease lease) {
      leases.release(lease);
    }
  }

  /** Moves the clock of sessions and sign-in. */
  void later(Duration by) {
    aheadMs.addAndGet(by.toMillis());
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + face.port());
  }

  /** A client that is not signed in. */
  ApiClient stranger() {
    return new ApiClient(base());
  }

  /** A client signed in with that role alone. */
  ApiClient as(Role role) {
    return new ApiClient(base()).signIn(role.name().toLowerCase(java.util.Locale.ROOT));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    face.close();
    lane.close();
    metrics.close();
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
