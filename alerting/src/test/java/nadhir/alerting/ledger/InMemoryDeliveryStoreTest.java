package nadhir.alerting.ledger;

class InMemoryDeliveryStoreTest extends DeliveryStoreContract {
  @Override
  protected DeliveryStore fresh() {
    return new InMemoryDeliveryStore();
  }
}
