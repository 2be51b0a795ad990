package nadhir.ops.drill;

import java.util.List;
import java.util.Optional;
import nadhir.alerting.ledger.Ledger;
import nadhir.alerting.sandbox.SandboxGateway;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.Channel;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.id.AlertId;
import nadhir.drills.play.InstitutionPort;
import nadhir.drills.play.ReceiptPort;

/** The ways out of a drill lane: they end in the sandbox. */
public interface DrillChannels extends AutoCloseable {
  List<EffectHandler<? extends Effect>> handlers();

  /** What stands where in the lane's deliveries. */
  Ledger ledger();

  /** The gateway inside this node, whose phones can be shown. */
  Optional<SandboxGateway> gateway();

  /** Who would be told if the message went out now. */
  AudienceCounts preview(AlertMessage message) throws InterruptedException;

  ReceiptPort receipts();

  InstitutionPort institutions();

  /** Messages of a revision that the gateway has got more than once, by its own log. */
  int duplicates(AlertId alert, int revision, Channel channel);

  @Override
  void close();
}
