package nadhir.drills.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.yaml.SiteFile;

/**
 * A scenario or a recording as it lies on disk: its main file, and all others by their name
 * relative to it ({@code gauges/1530.json}).
 */
public record ScenarioFolder(SiteFile main, SortedMap<String, Inject.Bytes> files) {
  public static final String SCENARIO = "scenario.yaml";
  public static final String RECORDING = "recording.yaml";

  /** A folder with more bytes than this is not read. */
  public static final long MAX_BYTES = 200_000_000;

  public ScenarioFolder {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Whether it is a bare recording. */
  public boolean isRecording() {
    return main.name().equals(RECORDING);
  }

  /**
   * Reads the folder, or the folder that a main file lies in.
   *
   * @throws NoSuchFileException when it holds neither {@code scenario.yaml} nor {@code
   *     recording.yaml}
   */
  public static ScenarioFolder read(Path path) throws IOException {
    Path main = Files.isDirectory(path) ? mainOf(path) : path;
    Path folder = main.toAbsolutePath().getParent();
    var files = new TreeMap<String, Inject.Bytes>();
    long bytes = 0;
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        bytes += Files.size(file);
        if (bytes > MAX_BYTES) {
          throw new IOException(folder + " holds more than " + MAX_BYTES + " bytes");
        }
        String name = folder.relativize(file).toString().replace('\\', '/');
        files.put(name, new Inject.Bytes(Files.readAllBytes(file)));
      }
    }
    var text =
        new String(files.get(main.getFileName().toString()).toArray(), StandardCharsets.UTF_8);
    return new ScenarioFolder(new SiteFile(main.getFileName().toString(), text), files);
  }

  private static Path mainOf(Path folder) throws NoSuchFileException {
    for (String name : new String[] {SCENARIO, RECORDING}) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    throw new NoSuchFileException(
        folder.toString(), null, "neither " + SCENARIO + " nor " + RECORDING + " is in it");
  }

  /** SHA-256 over every file's name, length and bytes, in order of the names. */
  public String sha256() {
    var digest = sha256Digest();
    files.forEach(
        (name, bytes) -> {
          byte[] content = bytes.toArray();
          digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(content);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
