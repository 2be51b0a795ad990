package nadhir.ops.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.alerting.desk.AlertBook;
import nadhir.alerting.ledger.Ledger;
import nadhir.alerting.ledger.redis.RedisDeliveryStore;
import nadhir.alerting.outbox.IssuedMessages;
import nadhir.alerting.outbox.OutboxTimes;
import nadhir.alerting.sandbox.DrillDelivery;
import nadhir.alerting.sandbox.DrillPeople;
import nadhir.alerting.sandbox.SandboxGateway;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.Channel;
import nadhir.core.alert.IssuedRevision;
import nadhir.core.cap.CapComposer;
import nadhir.core.cap.PublishCap;
import nadhir.core.cap.redis.RedisCapStore;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.id.AlertId;
import nadhir.core.lane.Lane;
import nadhir.drills.play.InstitutionPort;
import nadhir.drills.play.ReceiptPort;
import nadhir.ops.node.Node;
import nadhir.ops.site.LaneSite;
import nadhir.ops.site.SitePack;
import nadhir.ops.site.SiteRegister;

/** The ways out of a drill lane, through the real adapters into a sandbox on this machine. */
public final class SandboxChannels implements DrillChannels {
  private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

  private final DrillDelivery delivery;
  private final List<EffectHandler<? extends Effect>> handlers;
  private final InstitutionPort institutions;

  /**
   * @param where the seed of what becomes of messages, and a gateway that runs elsewhere, if any
   * @param clock the lane's
   */
  public SandboxChannels(
      Node node,
      Lane.Drill lane,
      DrillDelivery.Where where,
      SiteRegister register,
      AlertBook book,
      LaneSite site,
      InstantSource clock) {
    SitePack pack = node.settings().pack();
    var redis = node.stores().redis();
    IssuedMessages messages =
        (alert, revision) -> book.find(alert, revision).map(IssuedRevision::message);
    this.delivery =
        DrillDelivery.start(
            node.vertx(),
            lane,
            where,
            new DrillPeople(
                pack.register(), pack.contacts(), pack.zones(), pack.info().smsSender()),
            new RedisDeliveryStore(redis, lane),
            messages,
            new OutboxTimes(clock, System::nanoTime, Thread::sleep));
    this.handlers = new ArrayList<>(delivery.effects());
    handlers.add(
        new PublishCap(
            book,
            new CapComposer(pack.info(), () -> site.get().zones(), lane),
            lane,
            pack.info().timeZone(),
            new RedisCapStore(redis, lane),
            SandboxChannels::pause));
    this.institutions =
        (alert, revision) -> messages.find(alert, revision).map(register::toldBy).orElse(List.of());
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

  @Override
  public List<EffectHandler<? extends Effect>> handlers() {
    return List.copyOf(handlers);
  }

  @Override
  public Ledger ledger() {
    return delivery.ledger();
  }

  @Override
  public Optional<SandboxGateway> gateway() {
    return delivery.gateway();
  }

  @Override
  public AudienceCounts preview(AlertMessage message) throws InterruptedException {
    return delivery.preview(message);
  }

  @Override
  public ReceiptPort receipts() {
    return new ReceiptPort() {
      @Override
      public Optional<Instant> nextDue() {
        return delivery.nextReceiptDue();
      }

      @Override
      public void run(Instant upTo) throws InterruptedException {
        delivery.deliverReceipts(upTo);
      }
    };
  }

  @Override
  public InstitutionPort institutions() {
    return institutions;
  }

  @Override
  public int duplicates(AlertId alert, int revision, Channel channel) {
    return gateway()
        .map(
            g ->
                g.log()
                    .duplicates(
                        d ->
                            d.alert().equals(alert)
                                && d.revision() == revision
                                && d.channel() == channel))
        .orElse(0);
  }

  @Override
  public void close() {
    delivery.close();
  }
}
