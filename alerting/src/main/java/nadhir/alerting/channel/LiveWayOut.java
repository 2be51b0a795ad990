package nadhir.alerting.channel;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.alerting.ledger.OutboxBlock;
import nadhir.core.alert.Channel;

/** The live lane's way to the public. */
public final class LiveWayOut implements WayOut {
  private final LiveOrders orders;
  private final Map<Channel, PublicEndpoint> endpoints = new EnumMap<>(Channel.class);

  public LiveWayOut(LiveOrders orders, List<PublicEndpoint> endpoints) {
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
    Optional<LiveOrder> order = orders.order(block, letter);
    return order.isPresent()
        ? endpoints.get(letter.delivery().channel()).send(order.get(), at)
        : new SendResult.Refused("no-order");
  }
}
