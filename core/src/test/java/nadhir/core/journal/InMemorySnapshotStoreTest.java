package nadhir.core.journal;

import nadhir.core.sim.SnapshotStoreContract;

class InMemorySnapshotStoreTest extends SnapshotStoreContract {
  private final InMemorySnapshotStore store = new InMemorySnapshotStore();

  @Override
  protected SnapshotStore store() {
    return store;
  }
}
