package nadhir.ops.live;

import io.lettuce.core.SetArgs;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import nadhir.alerting.audience.PartitionAnswers;
import nadhir.alerting.audience.RegistryGrid;
import nadhir.alerting.channel.LiveOrders;
import nadhir.alerting.channel.LiveWayOut;
import nadhir.alerting.channel.PublicEndpoint;
import nadhir.alerting.desk.AlertBook;
import nadhir.alerting.desk.AlertState;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.ledger.redis.RedisDeliveryStore;
import nadhir.alerting.outbox.DeliverEffect;
import nadhir.alerting.outbox.Outbox;
import nadhir.alerting.outbox.OutboxLimits;
import nadhir.alerting.outbox.OutboxParts;
import nadhir.alerting.outbox.OutboxTimes;
import nadhir.alerting.outbox.TallyEffect;
import nadhir.alerting.register.InMemoryRegistry;
import nadhir.alerting.register.Registry;
import nadhir.core.alert.IssuedRevision;
import nadhir.core.cap.CapComposer;
import nadhir.core.cap.PublishCap;
import nadhir.core.cap.redis.RedisCapStore;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.event.Entry;
import nadhir.core.lane.Lane;
import nadhir.core.picture.Change;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneListener;
import nadhir.core.watch.WatchView;
import nadhir.ops.lane.AudienceBus;
import nadhir.ops.lane.LaneHost;
import nadhir.ops.node.Node;
import nadhir.ops.site.LaneDesks;
import nadhir.ops.site.LaneSite;
import nadhir.ops.site.SitePack;
import nadhir.ops.site.SiteRegister;

/**
 * The live lane on this node, with its ways to the public. Without a provider nothing is sent: the
 * ledger says so for every recipient.
 */
public final class LiveLane implements AutoCloseable {
  private static final Lane.Live LIVE = new Lane.Live();
  private static final Duration RETRY_PAUSE = Duration.ofMillis(200);
  private static final int EFFECTS_AT_ONCE = 8;
  private static final int KEY_BYTES = 32;
  private static final String ORDER_KEY = "nadhir:live:order-key";

  private final DeliveryStore store;
  private final Outbox outbox;
  private final AudienceBus audience;
  private final LaneHost host;
  private final LaneSite site;

  public LiveLane(Node node, List<PublicEndpoint> endpoints) {
    SitePack pack = node.settings().pack();
    var redis = node.stores().redis();
    InstantSource clock = InstantSource.system();
    var book = new AlertBook();
    this.site = new LaneSite(pack, LIVE);
    Registry registry = new InMemoryRegistry();
    this.store = new RedisDeliveryStore(redis, LIVE);
    var parts =
        new OutboxParts(
            LIVE,
            store,
            registry,
            (alert, revision) -> book.find(alert, revision).map(IssuedRevision::message),
            new LiveWayOut(new LiveOrders(LIVE, orderKey(node)), endpoints),
            new OutboxTimes(clock, System::nanoTime, Thread::sleep));
    PartitionAnswers answers = parts.answers(new RegistryGrid(registry));
    this.audience =
        new AudienceBus(node.vertx(), node.cluster().hazelcast(), LIVE, parts.messages(), answers);
    this.outbox = new Outbox(parts, OutboxLimits.usual());
    List<EffectHandler<? extends Effect>> handlers =
        List.of(
            new DeliverEffect(parts, answers, audience, outbox),
            new TallyEffect(store, new Patience(Thread::sleep)),
            new PublishCap(
                book,
                new CapComposer(pack.info(), () -> site.get().zones(), LIVE),
                LIVE,
                pack.info().timeZone(),
                new RedisCapStore(redis, LIVE),
                LiveLane::pause));
    var told = SiteRegister.of(pack);
    this.host =
        node.lane(LIVE, clock, () -> LaneDesks.of(pack, LIVE, told), handlers, EFFECTS_AT_ONCE);
    host.listen(site);
    host.listen(new Bookkeeping(book));
  }

  /** The key that orders to the public carry; shared by the members through their Redis. */
  private static SecretKey orderKey(Node node) {
    var commands = node.stores().redis().commands();
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    commands.set(ORDER_KEY, HexFormat.of().formatHex(fresh), SetArgs.Builder.nx());
    return new SecretKeySpec(HexFormat.of().parseHex(commands.get(ORDER_KEY)), "HmacSHA256");
  }

  private static boolean pause() {
    try {
      Thread.sleep(RETRY_PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private record Bookkeeping(AlertBook book) implements LaneListener {
    @Override
    public void durable(List<Entry> entries, List<Change> changes, WatchView view) {
      entries.forEach(book::fold);
    }

    @Override
    public void restored(Desks desks) {
      desks.state(AlertState.class).ifPresent(book::restore);
    }
  }

  public LaneHost host() {
    return host;
  }

  /** Zones and rules as the lane has them now. */
  public LaneSite site() {
    return site;
  }

  public DeliveryStore ledger() {
    return store;
  }

  @Override
  public void close() {
    host.close();
    audience.close();
    outbox.close();
  }
}
