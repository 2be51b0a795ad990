package nadhir.ops.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Somebody who looks at the console in a real browser: a script of {@code web/e2e}. */
final class Visitor {
  static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Path WEB = HOME.resolve("ops/web");

  private Visitor() {}

  /** Skips the test where there is no browser or no built console; fails it in CI. */
  static void needsABrowser() {
    need(Path.of("/usr/bin/chromium"), "Chromium is not installed");
    need(WEB.resolve("node_modules/playwright-core"), "the web libraries are not installed");
    need(Path.of("target/classes/web/console/index.html"), "the console is not built");
  }

  private static void need(Path path, String otherwise) {
    if (!Files.exists(path)) {
      if ("true".equals(System.getenv("CI"))) {
        fail(otherwise + ": " + path);
      }
      abort(otherwise);
    }
  }

  /** Where the pictures that visits take are kept. */
  static Path pictures() throws IOException {
    return Files.createDirectories(Path.of("target/screenshots").toAbsolutePath());
  }

  /**
   * Lets the visit run to its end; it must end well.
   *
   * @param hears each line that the visitor says, as it says it
   */
  static void visit(String script, List<String> arguments, Consumer<String> hears)
      throws Exception {
    var command = new ArrayList<>(List.of("node", "e2e/" + script));
    command.addAll(arguments);
    Process visitor =
        new ProcessBuilder(command).directory(WEB.toFile()).redirectErrorStream(true).start();
    try (var out = visitor.inputReader(StandardCharsets.UTF_8)) {
      var said = new StringBuilder();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.append(line).append('\n');
        hears.accept(line);
      }
      assertEquals(0, visitor.waitFor(), said::toString);
    } finally {
      visitor.destroyForcibly();
    }
  }
}
