package nadhir.core.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nadhir.core.journal.Head;
import nadhir.core.journal.SnapshotStore;
import nadhir.core.journal.SnapshotStore.Snapshot;
import org.junit.jupiter.api.Test;

/** What a store of snapshots must do. Each case starts without any. */
public abstract class SnapshotStoreContract {
  protected abstract SnapshotStore store();

  private static Snapshot at(long seq) {
    return new Snapshot(
        seq, Head.GENESIS, "{\"hazard\":{\"title\":\"وادي اليتم\",\"seq\":" + seq + "}}");
  }

  @Test
  void atFirstThereIsNone() {
    assertEquals(Optional.empty(), store().newest());
  }

  @Test
  void whatWasPutComesBack() {
    store().put(at(9));
    assertEquals(Optional.of(at(9)), store().newest());
  }

  @Test
  void aNewerOneReplacesAnOlder() {
    store().put(at(9));
    store().put(at(10));
    assertEquals(Optional.of(at(10)), store().newest());
  }

  @Test
  void anOlderOneNeverReplacesANewer() {
    store().put(at(100));
    store().put(at(20));
    assertEquals(Optional.of(at(100)), store().newest());
  }

  @Test
  void aLargeOneComesBackWhole() {
    var large = new Snapshot(3, Head.GENESIS, "\"" + "سيل ".repeat(500_000) + "\"");
    store().put(large);
    assertEquals(Optional.of(large), store().newest());
  }
}
