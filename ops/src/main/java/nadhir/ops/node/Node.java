package nadhir.ops.node;

import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nadhir.core.cluster.Cluster;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.journal.JournalCodec;
import nadhir.core.lane.Lane;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneKeeper;
import nadhir.core.watch.LaneSettings;
import nadhir.ops.lane.LaneHost;
import nadhir.ops.lane.WatchBus;
import nadhir.ops.metrics.Metrics;
import nadhir.ops.metrics.TimedJournal;

/** One running member: its stores, its place in the cluster, and the lanes on it. */
public final class Node implements AutoCloseable {
  /** A member that is silent for so long loses its lanes. */
  static final Duration LEASE_LIFE = Duration.ofSeconds(5);

  /** A snapshot of the desks after so many entries. */
  static final int SNAPSHOT_EVERY = 1_000;

  private static final Duration HEAD_PAUSE = Duration.ofMillis(500);

  private final NodeSettings settings;
  private final Stores stores;
  private final Cluster cluster;
  private final WatchBus bus;
  private final Metrics metrics = new Metrics();

  private Node(NodeSettings settings, Stores stores, Cluster cluster) {
    this.settings = settings;
    this.stores = stores;
    this.cluster = cluster;
    this.bus = new WatchBus(cluster.vertx());
  }

  /** Opens the stores and joins the cluster; what goes wrong is one sentence in the exception. */
  public static Node start(NodeSettings settings, UnaryOperator<VertxBuilder> vertx)
      throws InterruptedException {
    Stores stores = Stores.open(settings.data(), settings.redis(), settings.anew());
    try {
      return new Node(settings, stores, Cluster.start(settings.cluster(), vertx));
    } catch (RuntimeException | InterruptedException e) {
      stores.close();
      throw e;
    }
  }

  public NodeSettings settings() {
    return settings;
  }

  public Stores stores() {
    return stores;
  }

  public Vertx vertx() {
    return cluster.vertx();
  }

  public Cluster cluster() {
    return cluster;
  }

  /** What this member counts. */
  public Metrics metrics() {
    return metrics;
  }

  /**
   * A lane on this member, not started yet.
   *
   * @param clock the wall clock for the live lane, the player's for a drill
   * @param handlers what does the lane's effects while this member keeps the watch
   * @param effectsAtOnce 1 in a drill, so that a run repeats
   */
  public LaneHost lane(
      Lane lane,
      InstantSource clock,
      Supplier<Desks> desks,
      List<EffectHandler<? extends Effect>> handlers,
      int effectsAtOnce) {
    var parts =
        new LaneKeeper.Parts(
            new TimedJournal(stores.journal(lane), lane.key(), metrics),
            new JournalCodec(lane),
            stores.snapshots(lane),
            stores.leases(),
            desks,
            handlers,
            clock,
            () -> skew(lane),
            Node::pause);
    var lanes =
        new LaneSettings(
            settings.member(),
            settings.pack().info().id(),
            settings.pack().sha256(),
            LEASE_LIFE,
            effectsAtOnce,
            SNAPSHOT_EVERY);
    return new LaneHost(parts, lanes, bus);
  }

  /** How far this machine's clock is ahead of the store's; a drill has a clock of its own. */
  private Duration skew(Lane lane) {
    return lane instanceof Lane.Live
        ? Duration.between(stores.serverTime(), Instant.now())
        : Duration.ZERO;
  }

  private static boolean pause() {
    try {
      Thread.sleep(HEAD_PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    cluster.close();
    stores.close();
    metrics.close();
  }
}
