package nadhir.core.journal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nadhir.core.lane.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKnownHeadsTest {
  private static final Lane LIVE = new Lane.Live();
  private static final Lane DRILL = new Lane.Drill("friday");
  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir Path folder;

  private static Head head(long seq) {
    return new Head(seq, EntryChain.hash(Head.GENESIS, "" + seq), 3);
  }

  private Path file() {
    return folder.resolve("data/heads");
  }

  @Test
  void theFirstHeadOfALaneIsOnDiskAtOnce() {
    try (var writing = FileKnownHeads.open(file(), NEVER)) {
      writing.saw(LIVE, head(1));
      try (var reading = FileKnownHeads.open(file(), NEVER)) {
        assertEquals(Optional.of(head(1)), reading.of(LIVE));
      }
    }
  }

  @Test
  void laterHeadsFollow() {
    try (var writing = FileKnownHeads.open(file(), Duration.ofMillis(10))) {
      for (long seq = 1; seq <= 50; seq++) {
        writing.saw(LIVE, head(seq));
      }
      assertEquals(Optional.of(head(50)), writing.of(LIVE));
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> Files.readString(file()).startsWith("live 50 "));
    }
  }

  @Test
  void closingWritesWhatIsNotYetOnDisk() {
    try (var writing = FileKnownHeads.open(file(), NEVER)) {
      writing.saw(LIVE, head(1));
      writing.saw(DRILL, head(2));
      writing.saw(LIVE, head(7));
    }
    try (var reading = FileKnownHeads.open(file(), NEVER)) {
      assertEquals(Optional.of(head(7)), reading.of(LIVE));
      assertEquals(Optional.of(head(2)), reading.of(DRILL));
    }
  }

  @Test
  void aLowerHeadIsNotKept() {
    try (var known = FileKnownHeads.open(file(), NEVER)) {
      known.saw(LIVE, head(7));
      known.saw(LIVE, head(6));
      known.saw(LIVE, Head.EMPTY);
      assertEquals(Optional.of(head(7)), known.of(LIVE));
    }
  }

  @Test
  void anEmptyJournalIsNotWorthAFile() {
    try (var known = FileKnownHeads.open(file(), NEVER)) {
      known.saw(LIVE, Head.EMPTY);
      assertEquals(Optional.empty(), known.of(LIVE));
    }
    assertFalse(Files.exists(file()));
  }

  @Test
  void aDamagedFileIsNeverIgnored() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "live 7\n");
    var refused =
        assertThrows(IllegalStateException.class, () -> FileKnownHeads.open(file(), NEVER));
    assertTrue(refused.getMessage().contains("is damaged at 'live 7'"), refused.getMessage());
  }
}
