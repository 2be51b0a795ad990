package nadhir.core.journal;

import java.util.Optional;

/** Keeps the newest snapshot of a lane's desks, so that a fold starts there and not at entry 1. */
public interface SnapshotStore {
  /**
   * The desks' states after entry {@code seq}.
   *
   * @param hash the hash of that entry; a snapshot whose hash is not in the journal is not used
   * @param json state by desk name
   */
  record Snapshot(long seq, String hash, String json) {}

  Optional<Snapshot> newest();

  void put(Snapshot snapshot);
}
