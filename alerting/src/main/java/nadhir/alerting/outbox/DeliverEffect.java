package nadhir.alerting.outbox;

import java.util.List;
import java.util.Optional;
import nadhir.alerting.audience.AudienceIndex;
import nadhir.alerting.audience.AudienceResolver;
import nadhir.alerting.audience.AudienceSpread;
import nadhir.alerting.audience.PartitionAnswers;
import nadhir.alerting.ledger.LedgerDigest;
import nadhir.alerting.ledger.LedgerLine;
import nadhir.alerting.register.Partition;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.id.AlertId;
import nadhir.core.id.EffectId;

/**
 * Resolves who is told by a revision and tells them all; ends when nobody of them is queued or
 * sending. Run again, here or on another member, it goes on where it stopped: partitions that are
 * answered stay so, and what was being sent becomes unknown.
 *
 * <p>Revisions of an alert go out in order. An Update waits until the revision before is through; a
 * Cancel stops what of it is still queued.
 */
public final class DeliverEffect implements EffectHandler<Effect.Deliver> {
  private final OutboxParts parts;
  private final Outbox outbox;
  private final AudienceResolver resolver;

  /** On one member alone. */
  public DeliverEffect(OutboxParts parts, AudienceIndex index, Outbox outbox) {
    this(parts, parts.answers(index), AudienceSpread.HERE, outbox);
  }

  /**
   * @param here answers the partitions that this member owns
   */
  public DeliverEffect(
      OutboxParts parts, PartitionAnswers here, AudienceSpread spread, Outbox outbox) {
    this.parts = parts;
    this.outbox = outbox;
    this.resolver = new AudienceResolver(here, spread);
  }

  @Override
  public Class<Effect.Deliver> handles() {
    return Effect.Deliver.class;
  }

  /** Throws {@link FenceLost} when another member has taken over. */
  @Override
  public EffectResult run(EffectId id, Effect.Deliver effect, long fence)
      throws InterruptedException {
    Optional<AlertMessage> message = parts.messages().find(effect.alert(), effect.revision());
    if (message.isEmpty()) {
      return new EffectResult.Failed(
          "no-message",
          "revision " + effect.revision() + " of " + effect.alert() + " is not issued");
    }
    try (Outbox.Session session = outbox.open(fence)) {
      return deliver(message.get(), session, fence);
    }
  }

  private EffectResult deliver(AlertMessage message, Outbox.Session session, long fence)
      throws InterruptedException {
    AlertId alert = message.alert();
    int revision = message.revision();
    boolean cancels = message.type() == AlertMessage.MsgType.CANCEL;
    FenceLost.unlessHeld(
        parts.patience().ask(() -> parts.store().begin(alert, revision, cancels, fence)));
    for (int earlier = 1; earlier < revision; earlier++) {
      if (cancels) {
        suppressQueued(alert, earlier, fence);
      }
      session.awaitQuiet(alert, earlier);
    }
    var stream = StreamChoice.of(parts.messages(), alert, revision);
    AudienceCounts audience = FenceLost.unlessHeld(resolver.resolve(message, stream, fence));
    session.nudge();
    session.awaitQuiet(alert, revision);
    List<DeliveryCounts> counts = parts.patience().ask(() -> parts.store().counts(alert, revision));
    String digest = LedgerDigest.of(parts.store(), parts.patience(), alert, revision);
    return new EffectResult.Delivered(audience, counts, digest);
  }

  private void suppressQueued(AlertId alert, int revision, long fence) throws InterruptedException {
    for (int partition = 0; partition < Partition.COUNT; partition++) {
      int p = partition;
      FenceLost.unlessHeld(
          parts
              .patience()
              .ask(
                  () ->
                      parts
                          .store()
                          .suppressQueued(alert, revision, p, LedgerLine.CANCELLED, fence)));
    }
  }
}
