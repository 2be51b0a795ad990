package nadhir.alerting.channel;

import java.util.Optional;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.core.lane.Lane;

/** Gives leave to send to the sandbox, for one drill lane. Its seal is a name, not a secret. */
public final class ExerciseOrders implements Seal {
  private final String seal;
  private final Lane.Drill lane;

  public ExerciseOrders(Lane.Drill lane) {
    this.lane = lane;
    this.seal = "exercise:" + lane.id();
  }

  @Override
  public OutboxBlock seal(OutboxBlock block) {
    return block.sealed(seal);
  }

  @Override
  public boolean isGenuine(OutboxBlock block) {
    return block.lane().equals(lane.key()) && block.seal().equals(seal);
  }

  /** Empty when the block is another lane's, or the letter goes to an address that could exist. */
  public Optional<ExerciseOrder> order(OutboxBlock block, Letter letter) {
    boolean inBlock = block.recipients().contains(letter.delivery().recipient());
    return inBlock && isGenuine(block) && letter.isSynthetic()
        ? Optional.of(new ExerciseOrder(letter))
        : Optional.empty();
  }
}
