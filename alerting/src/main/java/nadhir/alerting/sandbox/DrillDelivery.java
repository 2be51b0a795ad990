package nadhir.alerting.sandbox;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.alerting.audience.AudienceResolver;
import nadhir.alerting.audience.AudienceSpread;
import nadhir.alerting.audience.PartitionAnswers;
import nadhir.alerting.audience.RegistryGrid;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.channel.ExerciseWayOut;
import nadhir.alerting.channel.twilio.TwilioSandboxSms;
import nadhir.alerting.channel.webpush.VapidIdentity;
import nadhir.alerting.channel.webpush.WebPushSandbox;
import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.Ledger;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.outbox.DeliverEffect;
import nadhir.alerting.outbox.IssuedMessages;
import nadhir.alerting.outbox.Outbox;
import nadhir.alerting.outbox.OutboxLimits;
import nadhir.alerting.outbox.OutboxParts;
import nadhir.alerting.outbox.OutboxTimes;
import nadhir.alerting.outbox.TallyEffect;
import nadhir.alerting.register.InMemoryRegistry;
import nadhir.alerting.register.Registry;
import nadhir.alerting.register.SyntheticPushKeys;
import nadhir.alerting.register.SyntheticRegister;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Lane;

/**
 * All of delivery for one drill lane on one member: the made-up register, the outbox, the sandbox
 * and the effects that use them.
 */
public final class DrillDelivery implements AutoCloseable {
  /** Stands for the server towards the sandbox's push service; made up, like its subscriptions. */
  private static final PersonRef SERVER = new PersonRef("nadhir");

  private final Registry registry;
  private final Optional<SandboxGateway> gateway;
  private final TwilioSandboxSms sms;
  private final WebPushSandbox push;
  private final Outbox outbox;
  private final DeliveryStore store;
  private final Patience patience;
  private final AudienceResolver resolver;
  private final List<EffectHandler<? extends Effect>> effects;

  private DrillDelivery(
      Vertx vertx,
      Lane.Drill lane,
      Where where,
      DrillPeople people,
      DeliveryStore store,
      IssuedMessages messages,
      OutboxTimes times) {
    var spec = people.spec();
    var keys = new SyntheticPushKeys(spec.seed());
    this.store = store;
    this.registry =
        new InMemoryRegistry(SyntheticRegister.generate(spec, people.contacts(), people.zones()));
    var settings = SandboxSettings.of(where.seed(), spec.deadNumbers());
    this.gateway =
        where.elsewhere().isPresent()
            ? Optional.empty()
            : Optional.of(SandboxGateway.start(vertx, settings, keys, times.lane()));
    URI base = where.elsewhere().orElseGet(() -> gateway.orElseThrow().base());
    this.sms = new TwilioSandboxSms(settings.twilio(base, people.smsSender()));
    this.push =
        new WebPushSandbox(
            new VapidIdentity(
                keys.privateKey(SERVER), keys.publicPoint(SERVER), "mailto:drill@push.invalid"),
            SandboxSettings.LONGEST_ANSWER,
            SandboxSettings.LONGEST_ANSWER,
            base);
    var orders = new ExerciseOrders(lane);
    var wayOut = new ExerciseWayOut(orders, List.of(sms, push));
    var parts = new OutboxParts(lane, store, registry, messages, wayOut, times);
    var index = new RegistryGrid(registry);
    this.patience = new Patience(times.pause());
    this.outbox = new Outbox(parts, OutboxLimits.usual());
    this.resolver =
        new AudienceResolver(
            new PartitionAnswers(lane, index, store, orders, patience), AudienceSpread.HERE);
    this.effects =
        List.of(new DeliverEffect(parts, index, outbox), new TallyEffect(store, patience));
  }

  /**
   * Where the messages go.
   *
   * @param seed decides what becomes of them
   * @param elsewhere a gateway that runs outside this member, on this machine; empty for one inside
   */
  public record Where(long seed, Optional<URI> elsewhere) {}

  /**
   * Starts the sandbox; not on an event loop.
   *
   * @param times the lane's clock among them, which all receipts go by
   */
  public static DrillDelivery start(
      Vertx vertx,
      Lane.Drill lane,
      Where where,
      DrillPeople people,
      DeliveryStore store,
      IssuedMessages messages,
      OutboxTimes times) {
    return new DrillDelivery(vertx, lane, where, people, store, messages, times);
  }

  /** Handlers of {@link Effect.Deliver} and {@link Effect.Tally}. */
  public List<EffectHandler<? extends Effect>> effects() {
    return effects;
  }

  /** Live progress: {@link Ledger#counts} is one short question. */
  public Ledger ledger() {
    return store;
  }

  public Registry registry() {
    return registry;
  }

  /** The phones, and the gateway's log of what came twice; empty when it runs elsewhere. */
  public Optional<SandboxGateway> gateway() {
    return gateway;
  }

  /** Who would be told if it went out now. */
  public AudienceCounts preview(AlertMessage message) throws InterruptedException {
    return resolver.preview(message);
  }

  public Optional<Instant> nextReceiptDue() {
    return gateway.flatMap(SandboxGateway::nextReceiptDue);
  }

  /** Moves the ledger by all reports due up to and at a moment; says how many states moved. */
  public int deliverReceipts(Instant upTo) throws InterruptedException {
    return gateway.isPresent() ? gateway.get().deliverReceipts(upTo, store, patience) : 0;
  }

  @Override
  public void close() {
    outbox.close();
    sms.close();
    push.close();
    gateway.ifPresent(SandboxGateway::close);
  }
}
