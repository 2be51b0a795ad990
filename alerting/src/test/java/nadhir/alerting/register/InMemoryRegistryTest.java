package nadhir.alerting.register;

class InMemoryRegistryTest extends RegistryContract {
  @Override
  protected Registry fresh() {
    return new InMemoryRegistry();
  }
}
