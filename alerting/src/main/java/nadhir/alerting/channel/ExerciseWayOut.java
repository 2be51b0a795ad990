package nadhir.alerting.channel;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.core.alert.Channel;

/** A drill lane's way into the sandbox. */
public final class ExerciseWayOut implements WayOut {
  private final ExerciseOrders orders;
  private final Map<Channel, SandboxEndpoint> endpoints = new EnumMap<>(Channel.class);

  public ExerciseWayOut(ExerciseOrders orders, List<SandboxEndpoint> endpoints) {
    this.orders = orders;
    endpoints.forEach(endpoint -> this.endpoints.put(endpoint.channel(), endpoint));
  }

  @Override
  public Seal seal() {
    return orders;
  }

  @Override
  public boolean serves(Channel channel) {
    return endpoints.containsKey(channel);
  }

  @Override
  public SendResult send(OutboxBlock block, Letter letter, Instant at) throws InterruptedException {
    Optional<ExerciseOrder> order = orders.order(block, letter);
    return order.isPresent()
        ? endpoints.get(letter.delivery().channel()).send(order.get(), at)
        : new SendResult.Refused("no-order");
  }
}
