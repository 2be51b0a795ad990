package nadhir.ops.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nadhir.core.redis.EmbeddedRedis;

/** Copies of Aqaba's pack with something changed in them. */
final class Packs {
  static final Path AQABA = Path.of("sites", "aqaba");

  private Packs() {}

  static Path aqaba(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var files = Files.list(AQABA)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return folder;
  }

  /** Every feed leads to a port of this machine at which nobody listens. */
  static Path unreachableAqaba(Path folder) throws IOException {
    int nobody = EmbeddedRedis.freePort();
    aqaba(folder);
    change(folder, "site.yaml", "\"https://[^\"]*\"", "http://127.0.0.1:" + nobody + "/feed");
    change(folder, "site.yaml", "\"tcp://[^\"]*\"", "tcp://127.0.0.1:" + nobody);
    return folder;
  }

  static void change(Path folder, String file, String pattern, String with) throws IOException {
    Path path = folder.resolve(file);
    String before = Files.readString(path);
    String after = before.replaceAll(pattern, with);
    assertTrue(!after.equals(before), file + " has no " + pattern);
    Files.writeString(path, after);
  }
}
