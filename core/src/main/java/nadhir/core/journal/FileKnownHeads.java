package nadhir.core.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nadhir.core.disk.PrivateFiles;
import nadhir.core.lane.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Known heads in a file of the node's data folder, one line per lane: {@code live 120 HASH 3}. The
 * first head of a lane is on disk before {@link #saw} returns, so that an emptied Redis is always
 * noticed; later ones follow at most {@code delay} behind, so that no append waits for this file.
 */
public final class FileKnownHeads implements KnownHeads, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileKnownHeads.class);

  /** The file's name in a node's data folder. */
  public static final String NAME = "known-heads";

  private final Path file;
  private final Duration delay;
  private final Map<String, Head> heads;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("known-heads").factory());
  private boolean writeIsDue;
  private boolean changed;

  private FileKnownHeads(Path file, Duration delay, Map<String, Head> heads) {
    this.file = file;
    this.delay = delay;
    this.heads = heads;
  }

  /**
   * Throws {@link UncheckedIOException} when the file is there and cannot be read, {@link
   * IllegalStateException} with one sentence when it is not a file of heads: it is never ignored.
   */
  public static FileKnownHeads open(Path file, Duration delay) {
    try {
      var heads = new TreeMap<String, Head>();
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          parse(file, line, heads);
        }
      }
      PrivateFiles.createFolder(file.toAbsolutePath().getParent());
      return new FileKnownHeads(file.toAbsolutePath(), delay, heads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void parse(Path file, String line, Map<String, Head> heads) {
    String[] words = line.split(" ");
    try {
      heads.put(words[0], new Head(Long.parseLong(words[1]), words[2], Long.parseLong(words[3])));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalStateException(
          "The file of known heads " + file + " is damaged at '" + line + "'.", e);
    }
  }

  @Override
  public synchronized Optional<Head> of(Lane lane) {
    return Optional.ofNullable(heads.get(lane.key()));
  }

  @Override
  public synchronized void saw(Lane lane, Head head) {
    var before = Optional.ofNullable(heads.get(lane.key()));
    if (head.seq() <= before.map(Head::seq).orElse(0L)) {
      return;
    }
    heads.put(lane.key(), head);
    changed = true;
    if (before.isEmpty()) {
      write();
    } else if (!writeIsDue) {
      writeIsDue = true;
      writer.schedule(this::writeLate, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void writeLate() {
    writeIsDue = false;
    if (!changed) {
      return; // closing has written it, and the folder may be gone
    }
    try {
      write();
    } catch (UncheckedIOException e) {
      LOG.warn("known heads not written file={} why={}", file, e.getMessage());
    }
  }

  private void write() {
    var text = new StringBuilder();
    heads.forEach(
        (lane, h) -> text.append(lane + " " + h.seq() + " " + h.hash() + " " + h.epoch() + "\n"));
    try {
      PrivateFiles.write(file, text.toString());
      changed = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what is not yet on disk. */
  @Override
  public void close() {
    writer.shutdown();
    synchronized (this) {
      if (changed) {
        write();
      }
    }
  }
}
