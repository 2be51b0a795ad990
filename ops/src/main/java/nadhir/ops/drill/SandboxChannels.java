package nadhir.ops.drill;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nadhir.alerting.audience.RegistryScan;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.channel.ExerciseWayOut;
import nadhir.alerting.channel.twilio.TwilioSandboxSms;
import nadhir.alerting.channel.twilio.TwilioSettings;
import nadhir.alerting.channel.webpush.VapidIdentity;
import nadhir.alerting.channel.webpush.WebPushSandbox;
import nadhir.alerting.desk.AlertBook;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.ledger.redis.RedisDeliveryStore;
import nadhir.alerting.outbox.DeliverEffect;
import nadhir.alerting.outbox.IssuedMessages;
import nadhir.alerting.outbox.Outbox;
import nadhir.alerting.outbox.OutboxLimits;
import nadhir.alerting.outbox.OutboxParts;
import nadhir.alerting.outbox.OutboxTimes;
import nadhir.alerting.outbox.TallyEffect;
import nadhir.alerting.register.InMemoryRegistry;
import nadhir.alerting.register.SyntheticPushKeys;
import nadhir.alerting.sandbox.SandboxGateway;
import nadhir.alerting.sandbox.SandboxSettings;
import nadhir.core.alert.Channel;
import nadhir.core.alert.IssuedRevision;
import nadhir.core.cap.CapComposer;
import nadhir.core.cap.PublishCap;
import nadhir.core.cap.redis.RedisCapStore;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Lane;
import nadhir.drills.play.InstitutionPort;
import nadhir.drills.play.ReceiptPort;
import nadhir.ops.node.Node;
import nadhir.ops.site.SitePack;
import nadhir.ops.site.SiteRegister;

/** The ways out of a drill lane, through the real adapters into a sandbox on this machine. */
public final class SandboxChannels implements DrillChannels {
  private static final PersonRef VAPID = new PersonRef("vapid");
  private static final Duration RETRY_PAUSE = Duration.ofMillis(200);

  private final DeliveryStore store;
  private final Optional<SandboxGateway> gateway;
  private final TwilioSandboxSms sms;
  private final WebPushSandbox push;
  private final Outbox outbox;
  private final List<EffectHandler<? extends Effect>> handlers;
  private final InstitutionPort institutions;

  /**
   * @param elsewhere a gateway that runs outside this node; empty to run one inside
   * @param clock the lane's
   */
  public SandboxChannels(
      Node node,
      Lane.Drill lane,
      long seed,
      Optional<URI> elsewhere,
      SiteRegister register,
      AlertBook book,
      InstantSource clock) {
    SitePack pack = node.settings().pack();
    var redis = node.stores().redis();
    var settings = SandboxSettings.of(seed, pack.register().deadNumbers());
    var keys = new SyntheticPushKeys(pack.register().seed());
    String sender = pack.info().smsSender();
    this.gateway =
        elsewhere.isPresent()
            ? Optional.empty()
            : Optional.of(SandboxGateway.start(node.vertx(), settings, keys, clock));
    URI base = elsewhere.orElseGet(() -> gateway.orElseThrow().base());
    TwilioSettings twilio = settings.twilio(base, sender);
    this.sms = new TwilioSandboxSms(twilio);
    var identity =
        new VapidIdentity(
            keys.privateKey(VAPID), keys.publicPoint(VAPID), "https://nadhir.invalid");
    this.push =
        new WebPushSandbox(identity, TwilioSettings.CONNECT_TIMEOUT, TwilioSettings.TIMEOUT, base);
    this.store = new RedisDeliveryStore(redis, lane);
    var registry = new InMemoryRegistry(register.subscribers());
    IssuedMessages messages =
        (alert, revision) -> book.find(alert, revision).map(IssuedRevision::message);
    var parts =
        new OutboxParts(
            lane,
            store,
            registry,
            messages,
            new ExerciseWayOut(new ExerciseOrders(lane), List.of(sms, push)),
            new OutboxTimes(clock, System::nanoTime, Thread::sleep));
    this.outbox = new Outbox(parts, OutboxLimits.usual());
    this.handlers =
        List.of(
            new DeliverEffect(parts, new RegistryScan(registry), outbox),
            new TallyEffect(store, new Patience(Thread::sleep)),
            new PublishCap(
                book,
                new CapComposer(pack.info(), pack.zones(), lane),
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
    return handlers;
  }

  @Override
  public DeliveryStore ledger() {
    return store;
  }

  @Override
  public Optional<SandboxGateway> gateway() {
    return gateway;
  }

  @Override
  public ReceiptPort receipts() {
    return gateway.<ReceiptPort>map(Receipts::new).orElse(ReceiptPort.NONE);
  }

  private final class Receipts implements ReceiptPort {
    private final SandboxGateway from;

    Receipts(SandboxGateway from) {
      this.from = from;
    }

    @Override
    public Optional<Instant> nextDue() {
      return from.nextReceiptDue();
    }

    @Override
    public void run(Instant upTo) throws InterruptedException {
      from.deliverReceipts(upTo, store, new Patience(Thread::sleep));
    }
  }

  @Override
  public InstitutionPort institutions() {
    return institutions;
  }

  @Override
  public int duplicates(AlertId alert, int revision, Channel channel) {
    return gateway
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
    outbox.close();
    sms.close();
    push.close();
    gateway.ifPresent(SandboxGateway::close);
  }
}
