package nadhir.core.cap;

import nadhir.core.sim.CapStoreContract;

class InMemoryCapStoreTest extends CapStoreContract {
  private final CapStore store = new InMemoryCapStore();

  @Override
  protected CapStore store() {
    return store;
  }
}
