package nadhir.alerting.sandbox;

import nadhir.alerting.ledger.DeliveryStore;
import nadhir.alerting.ledger.InMemoryDeliveryStore;
import nadhir.core.lane.Lane;

class InMemoryDrillDeliveryTest extends DrillDeliveryContract {
  @Override
  protected DeliveryStore fresh(Lane.Drill lane) {
    return new InMemoryDeliveryStore();
  }
}
