package nadhir.ops.warning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes a recording: raw files with the times at which they came in. */
final class RecordingFolder {
  private final Path folder;
  private final StringBuilder entries = new StringBuilder("entries:\n");

  RecordingFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  RecordingFolder entry(Instant at, String format, String feed, String file, byte[] bytes)
      throws IOException {
    Files.write(folder.resolve(file), bytes);
    entries.append(
        "  - {at: %s, format: %s, feed: %s, file: %s}\n".formatted(at, format, feed, file));
    return this;
  }

  /** Finishes it, with what really happened beside it. */
  Path with(String name, Instant start, Instant end, String observed) throws IOException {
    Files.writeString(
        folder.resolve("recording.yaml"),
        "name: %s\nstart: %s\nend: %s\n%s".formatted(name, start, end, entries));
    Files.writeString(folder.resolve("observed.yaml"), observed);
    return folder;
  }
}
