package nadhir.ops.browser;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import nadhir.core.amend.SiteDesk;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.feed.Lookout;
import nadhir.core.fusion.HazardDesk;
import nadhir.core.id.FeedId;
import nadhir.core.id.MemberId;
import nadhir.core.id.PersonRef;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryJournal;
import nadhir.core.journal.InMemorySnapshotStore;
import nadhir.core.journal.JournalCodec;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;
import nadhir.core.lease.InMemoryLeases;
import nadhir.core.watch.Answer;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneKeeper;
import nadhir.core.watch.LaneSettings;
import nadhir.dispatch.DispatchDesk;
import nadhir.dispatch.DispatchPlan;
import nadhir.ops.auth.Account;
import nadhir.ops.auth.InMemoryAccounts;
import nadhir.ops.auth.InMemorySessionStore;
import nadhir.ops.auth.InMemoryThrottle;
import nadhir.ops.auth.Passwords;
import nadhir.ops.auth.Sessions;
import nadhir.ops.auth.SignIn;
import nadhir.ops.face.SiteViews;
import nadhir.ops.http.Explanations;
import nadhir.ops.http.HazardExtents;
import nadhir.ops.http.HttpFace;
import nadhir.ops.http.HttpParts;
import nadhir.ops.http.HttpSettings;
import nadhir.ops.http.Lanes;
import nadhir.ops.http.SandboxMessages;
import nadhir.ops.http.ServedLane;
import nadhir.ops.http.ShipsSeen;
import nadhir.ops.http.TwilioStatus;
import nadhir.ops.lane.LaneHost;
import nadhir.ops.lane.WatchBus;
import nadhir.ops.metrics.Metrics;
import nadhir.ops.site.AmendedSite;
import nadhir.ops.site.LaneSite;
import nadhir.ops.site.ShipLookouts;
import nadhir.ops.site.SitePack;
import nadhir.ops.track.LaneShips;

/**
 * Aqaba's live lane in memory, as it stands after a doubtful night or in another hour: what was
 * written into its journal is folded when it starts. The desks for hazards, dispatch and the site
 * itself decide; feeds fall out, ships sail and crews speak on demand.
 */
final class DoubtfulHouse implements AutoCloseable {
  static final String OPERATOR = "operator";
  static final String APPROVER = "approver";
  static final String DISPATCHER = "dispatcher";
  static final String PASSWORD = "a doubtful night";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final InstantSource CLOCK = InstantSource.system();

  private final Vertx vertx = Vertx.vertx();
  private final Metrics metrics = new Metrics();
  private final InMemoryJournal journal = new InMemoryJournal();
  private final LaneHost lane;
  private final LaneSite site;
  private final ShipLookouts lookouts;
  private final ShipsSeen ships;
  private final CrewsHeard crews;
  private final HttpFace face;

  DoubtfulHouse(SitePack pack) throws InterruptedException {
    this(pack, DoubtfulNight::before);
  }

  /**
   * @param before what the journal holds, up to the moment that is handed in
   */
  DoubtfulHouse(SitePack pack, Function<Instant, List<Entry>> before) throws InterruptedException {
    var codec = new JournalCodec(new Lane.Live());
    site = new LaneSite(pack, new Lane.Live());
    Instant now = CLOCK.instant().truncatedTo(ChronoUnit.SECONDS);
    journal.append(Head.EMPTY, 0, codec.encode(before.apply(now), Head.EMPTY));
    lane = new LaneHost(parts(pack, codec), settings(), new WatchBus(vertx));
    lane.listen(site);
    lane.start();
    lane.awaitWatch(LIMIT);
    lookouts = new ShipLookouts(pack.zones());
    ships = new LaneShips(vertx, lane, lookouts);
    crews = new CrewsHeard(lane, CLOCK);
    face = HttpFace.start(vertx, HttpSettings.loopback(0), http());
  }

  private LaneKeeper.Parts parts(SitePack pack, JournalCodec codec) {
    return new LaneKeeper.Parts(
        journal,
        codec,
        new InMemorySnapshotStore(),
        new InMemoryLeases(CLOCK),
        () -> desks(pack),
        List.of(),
        CLOCK,
        () -> Duration.ZERO,
        () -> true); // its store is memory, and never away
  }

  private static Desks desks(SitePack pack) {
    var plan = DispatchPlan.of(pack.info(), pack.units(), pack.runCards(), pack.zones());
    return new Desks(
        new SiteDesk(new AmendedSite(pack), new Lane.Live()),
        _ ->
            List.of(
                new HazardDesk(pack.info(), pack.gauges(), pack.feeds()), new DispatchDesk(plan)));
  }

  private static LaneSettings settings() {
    return new LaneSettings(
        new MemberId("m-1"), "aqaba", "0".repeat(64), Duration.ofSeconds(30), 1, 100_000);
  }

  private HttpParts http() {
    var accounts = new InMemoryAccounts();
    var passwords = new Passwords();
    accounts.add(
        new Account(
            OPERATOR, new PersonRef("op-1"), List.of(Role.OPERATOR), passwords.hash(PASSWORD)));
    accounts.add(
        new Account(
            DISPATCHER,
            new PersonRef("di-1"),
            List.of(Role.OPERATOR, Role.DISPATCHER),
            passwords.hash(PASSWORD)));
    accounts.add(
        new Account(
            APPROVER, new PersonRef("ap-1"), List.of(Role.APPROVER), passwords.hash(PASSWORD)));
    var sessions =
        new Sessions(new InMemorySessionStore(CLOCK), accounts, CLOCK, Sessions.Limits.USUAL);
    return new HttpParts(
        new OneLane(),
        HazardExtents.NONE,
        (_, _, _) -> Optional.empty(),
        (_, _) -> NOTHING_SENT,
        _ -> List.of(),
        _ -> TwilioStatus.Taken.FORGED,
        Optional.empty(),
        Optional.empty(),
        new SignIn(accounts, passwords, sessions, new InMemoryThrottle(CLOCK)),
        sessions,
        metrics);
  }

  private static final SandboxMessages.Page NOTHING_SENT =
      new SandboxMessages.Page(
          List.of(), 0, new SandboxMessages.Counts(new TreeMap<>(), new TreeMap<>()));

  private final class OneLane implements Lanes {
    @Override
    public List<ServedLane> all() {
      return List.of(
          new ServedLane(
              lane,
              journal,
              CLOCK,
              Optional.empty(),
              SiteViews.of(site),
              ships,
              crews,
              Explanations.NONE));
    }

    @Override
    public Optional<ServedLane> find(String key) {
      return key.equals(defaultKey()) ? Optional.of(all().getFirst()) : Optional.empty();
    }

    @Override
    public String defaultKey() {
      return lane.lane().key();
    }
  }

  String url() {
    return face.url();
  }

  /** What the receiver hears of ships. */
  Lookout receiver() {
    return lookouts.on(new FeedId("ais"));
  }

  CrewsHeard crews() {
    return crews;
  }

  Instant now() {
    return CLOCK.instant();
  }

  /** The feed's adapter tells that its health has changed. */
  void tell(String feed, FeedHealth health, String why) {
    var id = new FeedId(feed);
    Answer answer =
        lane.offer(new Input.FeedHealthChanged(id, health, "", why), new Actor.Feed(id)).join();
    if (!(answer instanceof Answer.Accepted)) {
      throw new IllegalStateException(answer.toString());
    }
  }

  @Override
  public void close() {
    face.close();
    lane.close();
    metrics.close();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
