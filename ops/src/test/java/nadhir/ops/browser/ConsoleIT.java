package nadhir.ops.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demo in a real browser, as its visitor sees it. */
class ConsoleIT {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final Path WEB = HOME.resolve("ops/web");
  private static final Pattern ADDRESS = Pattern.compile("Console\\s+(http://\\S+)");
  private static final Pattern APPROVER = Pattern.compile("^\\s+approver\\s+(\\S+)\\s");

  @BeforeEach
  void whatIsNeededIsThere() {
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

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void aVisitorApprovesAnAlertAndSeesItDeliveredInBothLanguages() throws Exception {
    Path pictures = Path.of("target/screenshots").toAbsolutePath();
    Files.createDirectories(pictures);
    Process demo = demo();
    try {
      var said = new ArrayList<String>();
      var out = demo.inputReader(StandardCharsets.UTF_8);
      String url = await(out, ADDRESS, said);
      String password = await(out, APPROVER, said);
      Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
      visit(url, password, pictures);
      for (String picture : List.of("console-en", "console-ar", "phones-ar")) {
        assertTrue(Files.size(pictures.resolve(picture + ".png")) > 20_000, picture);
      }
    } finally {
      demo.destroy();
      if (!demo.waitFor(30, TimeUnit.SECONDS)) {
        demo.destroyForcibly();
      }
    }
  }

  private static Process demo() throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Dnadhir.home=" + HOME,
            "-cp",
            System.getProperty("java.class.path"),
            "nadhir.ops.Main",
            "demo",
            "--port",
            "0",
            "--speed",
            "600");
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String await(BufferedReader out, Pattern pattern, List<String> said)
      throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return fail("the demo ended and said only: " + String.join("\n", said));
  }

  private static void visit(String url, String password, Path pictures) throws Exception {
    Process visitor =
        new ProcessBuilder(
                "node", "e2e/console.mjs", url, "approver", password, pictures.toString())
            .directory(WEB.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      String said = new String(visitor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, visitor.waitFor(), said);
    } finally {
      visitor.destroyForcibly();
    }
  }
}
