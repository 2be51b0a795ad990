package nadhir.ops.drill;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.alerting.desk.AlertBook;
import nadhir.alerting.sandbox.DrillDelivery;
import nadhir.core.alert.Channel;
import nadhir.core.event.Entry;
import nadhir.core.id.AlertId;
import nadhir.core.journal.Head;
import nadhir.core.journal.Journal;
import nadhir.core.journal.JournalCodec;
import nadhir.core.journal.Line;
import nadhir.core.picture.Change;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneListener;
import nadhir.core.watch.Watch;
import nadhir.core.watch.WatchView;
import nadhir.drills.play.DrillClock;
import nadhir.drills.play.DrillPlayer;
import nadhir.drills.play.LanePort;
import nadhir.drills.play.Pace;
import nadhir.drills.play.SteadyPace;
import nadhir.drills.play.WatchLane;
import nadhir.drills.report.DrillReport;
import nadhir.drills.report.ReportBuilder;
import nadhir.drills.scenario.Scenario;
import nadhir.ops.lane.LaneHost;
import nadhir.ops.node.Node;
import nadhir.ops.site.LaneSite;
import nadhir.ops.site.ShipLookouts;
import nadhir.ops.site.SiteRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One drill on this node: its lane, its clock and its player. Where another member has the lane,
 * this one follows, and plays on from the journal when it becomes its turn.
 */
public final class DrillSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DrillSession.class);
  private static final int READ_LIMIT = 1_000;

  /** How long a standby waits for its turn before it looks again. */
  private static final Duration TURN = Duration.ofSeconds(30);

  private final Node node;
  private final Scenario scenario;
  private final DrillSettings settings;
  private final DrillLane lane;
  private final Pace pace;
  private final DrillClock clock;
  private final LaneHost host;
  private final ShipLookouts lookouts;
  private volatile SortedMap<String, Long> rejected = new TreeMap<>();
  private volatile List<String> refusals = List.of();

  /**
   * @param sandbox a gateway that runs elsewhere on this machine; empty for one inside the node
   */
  public DrillSession(Node node, Scenario scenario, DrillSettings settings, Optional<URI> sandbox) {
    this.node = node;
    this.scenario = scenario;
    this.settings = settings;
    this.pace =
        settings.speed().isPresent()
            ? new SteadyPace(settings.speed().getAsDouble(), scenario.fast(), System::nanoTime)
            : Pace.max();
    this.clock = new DrillClock(scenario.start(), settings.interactive(), pace);
    var register = SiteRegister.of(node.settings().pack());
    var book = new AlertBook();
    var site = new LaneSite(node.settings().pack(), settings.lane());
    this.lane =
        new DrillLane(
            node.settings().pack(),
            settings.lane(),
            register,
            book,
            site,
            new SandboxChannels(
                node,
                settings.lane(),
                new DrillDelivery.Where(settings.seed(), sandbox),
                register,
                book,
                site,
                clock));
    this.host = node.lane(settings.lane(), clock, lane::desks, lane.channels().handlers(), 1);
    this.lookouts = new ShipLookouts(() -> site.get().zones());
    host.listen(lane);
    host.listen(lookouts);
    host.listen(new FollowedTime());
  }

  /** What another member plays moves this one's clock, so that a takeover goes on from there. */
  private final class FollowedTime implements LaneListener {
    @Override
    public void durable(List<Entry> entries, List<Change> changes, WatchView view) {
      clock.follow(entries.getLast().at());
    }

    @Override
    public void restored(Desks desks) {
      clock.follow(desks.at());
    }
  }

  public LaneHost host() {
    return host;
  }

  /** Zones and rules as the lane has them now. */
  public LaneSite site() {
    return lane.site();
  }

  public DrillChannels channels() {
    return lane.channels();
  }

  /** Those who follow the drill's ships. */
  public ShipLookouts lookouts() {
    return lookouts;
  }

  public DrillClock clock() {
    return clock;
  }

  /** Commands of the script that were refused, for whoever writes the scenario. */
  public List<String> refusals() {
    return refusals;
  }

  /** Plays to the end; goes on where another member left the lane. */
  public void play() throws InterruptedException {
    host.start();
    while (!isFinished()) {
      Watch watch;
      try {
        watch = host.awaitWatch(TURN);
      } catch (IllegalStateException e) {
        if (host.stopped().isPresent()) {
          throw new IllegalStateException(host.stopped().get(), e);
        }
        continue; // another member plays
      }
      playUnder(watch);
    }
  }

  /** Whether it was played to its end, here or elsewhere. */
  public boolean isFinished() {
    return host.picture().snapshot().path("objects").path("drill").path("drill").has("finishedAt");
  }

  private void playUnder(Watch watch) throws InterruptedException {
    var port = new WatchLane(host::offer, watch::runWakeUps, watch.view());
    host.listen((entries, _, view) -> port.durable(entries, view));
    port.durable(List.of(), watch.view()); // what became durable before anybody listened
    watch.ended().thenAccept(end -> port.lost("the watch is over: " + end));
    port.known(entries());
    var player =
        new DrillPlayer(
            settings.lane(),
            scenario,
            new DrillPlayer.Settings(settings.seed(), settings.interactive()),
            port,
            new DrillPlayer.Ports(
                lane.channels().receipts(), lane.channels().institutions(), lookouts, (_, _) -> {}),
            clock,
            pace);
    try {
      player.run();
    } catch (LanePort.LaneLost e) {
      LOG.warn("drill goes on elsewhere lane={} why={}", settings.lane().key(), e.getMessage());
    } finally {
      rejected = player.rejected();
      refusals = player.refusals();
    }
  }

  /** Every entry of the lane, from the journal. */
  private List<Entry> entries() {
    Journal journal = node.stores().journal(settings.lane());
    var codec = new JournalCodec(settings.lane());
    List<Entry> all = new ArrayList<>();
    String hash = Head.GENESIS;
    for (List<Line> lines = journal.read(1, READ_LIMIT);
        !lines.isEmpty();
        lines = journal.read(all.size() + 1L, READ_LIMIT)) {
      for (Line line : lines) {
        all.add(codec.decode(line, hash));
        hash = line.hash();
      }
    }
    return all;
  }

  /** The report of all that is in the journal; on any member, whoever has played. */
  public DrillReport report() {
    var builder = new ReportBuilder(settings.lane());
    Desks desks = lane.desks();
    for (Entry entry : entries()) {
      builder.fold(entry);
      desks.fold(entry);
    }
    Head head = node.stores().journal(settings.lane()).head();
    return builder.build(head, desks.stateHash(), new Counts());
  }

  private final class Counts implements ReportBuilder.Counts {
    @Override
    public SortedMap<String, Long> rejected() {
      return rejected;
    }

    @Override
    public int duplicates(AlertId alert, int revision, Channel channel) {
      return lane.channels().duplicates(alert, revision, channel);
    }
  }

  @Override
  public void close() {
    host.close();
    lane.channels().close();
  }
}
