package nadhir.ops.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
    String nobody = "://127.0.0.1:" + EmbeddedRedis.freePort();
    aqaba(folder);
    change(folder, "site.yaml", "\"https://[^\"/]*", "\"http" + nobody);
    change(folder, "site.yaml", "\"wss://[^\"/]*", "\"ws" + nobody);
    change(folder, "site.yaml", "\"tcp://[^\"/]*", "\"tcp" + nobody);
    var site = Files.readString(folder.resolve("site.yaml"));
    var others = Pattern.compile("\"[a-z]+://(?!127\\.0\\.0\\.1:)").matcher(site).results();
    assertEquals(List.of(), others.map(MatchResult::group).toList(), "leads elsewhere");
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
