package nadhir.core.track;

import java.util.List;

class InMemoryTrackStoreTest extends TrackStoreContract {
  private final TrackStore store = new InMemoryTrackStore();

  @Override
  protected List<TrackStore> members() {
    return List.of(store);
  }
}
