package nadhir.core.redis;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.disk.PrivateFiles;
import nadhir.core.redis.EmbeddedRedis.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an embedded server: locked by one node at a time, with a note of the process that
 * runs in it, so that the next node can end a server that outlived its own.
 */
final class ServerFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerFolder.class);

  /** The system's start times of processes move a little when its clock is set. */
  private static final Duration SAME_START = Duration.ofSeconds(2);

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;

  private ServerFolder(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Throws {@link Refused} when it cannot be written or another node has it. */
  static ServerFolder take(Path dataFolder) {
    var folder = of(dataFolder);
    try {
      PrivateFiles.createFolder(folder);
      var file =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(file);
      if (lock.isEmpty()) {
        file.close();
        throw new Refused(
            "Another Nadhir uses the data folder "
                + dataFolder
                + ": stop it first, or choose another folder.",
            null);
      }
      return new ServerFolder(folder, file, lock.get());
    } catch (IOException e) {
      throw new Refused(
          "The data folder " + dataFolder + " cannot be written: " + reason(e) + ".", e);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel file) throws IOException {
    try {
      return Optional.ofNullable(file.tryLock());
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException _ -> "no permission";
      case java.nio.file.NoSuchFileException _ -> "no folder can be made there";
      case java.nio.file.FileAlreadyExistsException _ -> "there is a file of that name";
      case java.nio.file.FileSystemException f when f.getReason() != null -> f.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  static Path of(Path dataFolder) {
    return dataFolder.toAbsolutePath().normalize().resolve("redis");
  }

  Path path() {
    return folder;
  }

  /** Notes the running server, and where it can be reached. */
  void running(ProcessHandle server, String uri) {
    try {
      PrivateFiles.write(folder.resolve("address"), uri);
      PrivateFiles.write(folder.resolve("process"), Running.of(server).text());
    } catch (IOException e) {
      throw new Refused("The data folder " + folder + " cannot be written: " + reason(e) + ".", e);
    }
  }

  void stopped() {
    try {
      Files.deleteIfExists(folder.resolve("process"));
      Files.deleteIfExists(folder.resolve("address"));
    } catch (IOException e) {
      LOG.warn("note of the embedded Redis stays folder={} why={}", folder, e.getMessage());
    }
  }

  /** The address of the server that runs in a data folder, for other programs of the same user. */
  static Optional<String> address(Path dataFolder) {
    try {
      return Optional.of(Files.readString(of(dataFolder).resolve("address")).strip());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Ends a server that a killed node has left behind. Touches no process that is not ours. */
  void endLeftover() {
    try {
      var note = folder.resolve("process");
      if (Files.exists(note)) {
        Running.parse(Files.readString(note)).flatMap(Running::stillThere).ifPresent(this::end);
      }
    } catch (IOException e) {
      throw new Refused("The data folder " + folder + " cannot be read: " + reason(e) + ".", e);
    }
    stopped();
  }

  private void end(ProcessHandle server) {
    LOG.info("ending a redis-server left behind pid={} folder={}", server.pid(), folder);
    RedisProcess.end(server);
  }

  @Override
  public void close() {
    try {
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      LOG.warn("lock of the data folder stays folder={} why={}", folder, e.getMessage());
    }
  }

  /** A process, told from another one that got its number later by program and time of start. */
  private record Running(long pid, String program, Instant startedAt) {
    static Running of(ProcessHandle server) {
      var info = server.info();
      return new Running(
          server.pid(), info.command().orElse(""), info.startInstant().orElse(Instant.EPOCH));
    }

    String text() {
      return pid + "\n" + program + "\n" + startedAt + "\n";
    }

    static Optional<Running> parse(String text) {
      try {
        var lines = text.lines().toList();
        return Optional.of(
            new Running(Long.parseLong(lines.get(0)), lines.get(1), Instant.parse(lines.get(2))));
      } catch (RuntimeException e) {
        LOG.warn("note of a redis-server is not readable why={}", e.getMessage());
        return Optional.empty();
      }
    }

    Optional<ProcessHandle> stillThere() {
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> same(of(p)));
    }

    private boolean same(Running other) {
      return !program.isEmpty()
          && program.equals(other.program)
          && Duration.between(startedAt, other.startedAt).abs().compareTo(SAME_START) <= 0;
    }
  }
}
