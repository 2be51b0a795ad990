package nadhir.alerting.outbox;

import nadhir.alerting.ledger.Ledger;
import nadhir.alerting.ledger.LedgerDigest;
import nadhir.alerting.ledger.Patience;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.id.EffectId;

/** Counts a revision's deliveries again, after receipts have come. Changes nothing. */
public final class TallyEffect implements EffectHandler<Effect.Tally> {
  private final Ledger ledger;
  private final Patience patience;

  public TallyEffect(Ledger ledger, Patience patience) {
    this.ledger = ledger;
    this.patience = patience;
  }

  @Override
  public Class<Effect.Tally> handles() {
    return Effect.Tally.class;
  }

  @Override
  public EffectResult run(EffectId id, Effect.Tally effect, long fence)
      throws InterruptedException {
    return new EffectResult.Tallied(
        patience.ask(() -> ledger.counts(effect.alert(), effect.revision())),
        LedgerDigest.of(ledger, patience, effect.alert(), effect.revision()));
  }
}
