package nadhir.ops.drill;

import java.util.List;
import nadhir.core.alert.Channel;
import nadhir.core.effect.EffectHandler;
import nadhir.core.event.Effect;
import nadhir.core.id.AlertId;
import nadhir.drills.play.InstitutionPort;
import nadhir.drills.play.ReceiptPort;

/** The ways out of a drill lane: they end in the sandbox. */
public interface DrillChannels extends AutoCloseable {
  List<EffectHandler<? extends Effect>> handlers();

  ReceiptPort receipts();

  InstitutionPort institutions();

  /** Messages of a revision that the gateway has got more than once, by its own log. */
  int duplicates(AlertId alert, int revision, Channel channel);

  @Override
  void close();
}
