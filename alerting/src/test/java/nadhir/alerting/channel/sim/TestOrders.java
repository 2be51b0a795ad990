package nadhir.alerting.channel.sim;

import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import nadhir.alerting.channel.ExerciseOrder;
import nadhir.alerting.channel.ExerciseOrders;
import nadhir.alerting.channel.Letter;
import nadhir.alerting.channel.LiveOrder;
import nadhir.alerting.channel.LiveOrders;
import nadhir.alerting.channel.Seal;
import nadhir.alerting.ledger.DeliveryId;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.core.alert.Channel;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Lane;
import nadhir.core.report.Severity;

/** Leave to send single letters, come by in the regular way: a sealed block, then the order. */
public final class TestOrders {
  private static final Lane.Live LIVE = new Lane.Live();
  private static final Lane.Drill DRILL = new Lane.Drill("proof");

  /** The live lane's, under a key made of zeros. */
  public static final LiveOrders LIVE_ORDERS =
      new LiveOrders(LIVE, new SecretKeySpec(new byte[32], "HmacSHA256"));

  private static final ExerciseOrders EXERCISE_ORDERS = new ExerciseOrders(DRILL);

  private TestOrders() {}

  public static DeliveryId delivery(Channel channel) {
    return new DeliveryId(new AlertId("alert-17"), 1, new PersonRef("p-00042"), channel);
  }

  public static LiveOrder live(Letter letter) {
    return LIVE_ORDERS.order(block(LIVE, LIVE_ORDERS, letter), letter).orElseThrow();
  }

  public static ExerciseOrder exercise(Letter letter) {
    return EXERCISE_ORDERS.order(block(DRILL, EXERCISE_ORDERS, letter), letter).orElseThrow();
  }

  private static OutboxBlock block(Lane lane, Seal seal, Letter letter) {
    var id = letter.delivery();
    return seal.seal(
        new OutboxBlock(
            lane.key(),
            id.alert(),
            id.revision(),
            0,
            id.channel(),
            Severity.EXTREME,
            List.of(id.recipient()),
            ""));
  }
}
