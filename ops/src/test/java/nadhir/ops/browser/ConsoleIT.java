package nadhir.ops.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

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
  private static final Pattern ADDRESS = Pattern.compile("Console\\s+(http://\\S+)");
  private static final Pattern APPROVER = Pattern.compile("^\\s+approver\\s+(\\S+)\\s");

  @BeforeEach
  void whatIsNeededIsThere() {
    Visitor.needsABrowser();
  }

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void aVisitorApprovesAnAlertAndSeesItDeliveredInBothLanguages() throws Exception {
    Path pictures = Visitor.pictures();
    Process demo = demo();
    try {
      var said = new ArrayList<String>();
      var out = demo.inputReader(StandardCharsets.UTF_8);
      String url = await(out, ADDRESS, said);
      String password = await(out, APPROVER, said);
      Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
      Visitor.visit(
          "console.mjs", List.of(url, "approver", password, pictures.toString()), _ -> {});
      for (String picture : List.of("console-en", "console-ar", "why-ar", "why-en", "phones-ar")) {
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
            "-Dnadhir.home=" + Visitor.HOME,
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
}
