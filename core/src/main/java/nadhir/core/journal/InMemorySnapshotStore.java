package nadhir.core.journal;

import java.util.Optional;

/** The twin of the snapshot store on Redis, for simulation. */
public final class InMemorySnapshotStore implements SnapshotStore {
  private Optional<Snapshot> newest = Optional.empty();

  @Override
  public synchronized Optional<Snapshot> newest() {
    return newest;
  }

  @Override
  public synchronized void put(Snapshot snapshot) {
    if (newest.isEmpty() || snapshot.seq() > newest.get().seq()) {
      newest = Optional.of(snapshot);
    }
  }
}
