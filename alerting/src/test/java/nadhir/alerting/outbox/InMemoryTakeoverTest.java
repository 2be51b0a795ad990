package nadhir.alerting.outbox;

import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.InMemoryDeliveryStore;

class InMemoryTakeoverTest extends TakeoverContract {
  @Override
  protected DeliveryStore fresh() {
    return new InMemoryDeliveryStore();
  }

  @Override
  protected int walks() {
    return 60;
  }
}
