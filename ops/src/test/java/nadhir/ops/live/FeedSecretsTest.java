package nadhir.ops.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.FeedLogin;
import nadhir.core.id.FeedId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedSecretsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;
  private final List<FeedConfig> feeds =
      List.of(
          feed("port-control", "nadhir-report", "webhook:/api/v1/reports"),
          feed("civil/defence", "nadhir-report", "webhook:/api/v1/reports"),
          feed("gauges", "gauge-json", "mqtt://broker/gauges/#"));

  private static FeedConfig feed(String id, String format, String url) {
    var known = FeedFormats.byName(format).orElseThrow();
    return new FeedConfig(
        new FeedId(id),
        known,
        URI.create(url),
        Optional.empty(),
        FeedConfig.USUALLY_EXPECTS,
        FeedConfig.USUAL_OLDEST,
        List.of(),
        known.usual());
  }

  @Test
  void theyComeFromTheEnvironmentOrFromFiles() throws IOException {
    Files.writeString(folder.resolve("civil_defence.secret"), SECRET + "\n\n" + SECRET + "2\n");
    Files.writeString(folder.resolve("gauges.password"), "tide\n");
    var secrets =
        FeedSecrets.of(
            Map.of("NADHIR_FEED_PORT_CONTROL_SECRET", SECRET, "NADHIR_FEED_GAUGES_USER", "aqaba"),
            folder,
            feeds);
    assertEquals(List.of(SECRET), secrets.posting(new FeedId("port-control")));
    assertEquals(List.of(SECRET, SECRET + "2"), secrets.posting(new FeedId("civil/defence")));
    assertEquals(
        new FeedLogin(
            Optional.of("aqaba"), Optional.of("tide"), Optional.empty(), Optional.empty()),
        secrets.login(new FeedId("gauges")));
    assertEquals(List.of(), secrets.missing());
    String shown = secrets + " " + secrets.login(new FeedId("gauges"));
    assertFalse(shown.contains(SECRET) || shown.contains("tide"), shown);
  }

  @Test
  void whoHasNoneIsNamed() {
    var secrets = FeedSecrets.of(Map.of(), folder, feeds);
    assertEquals(
        List.of(new FeedId("civil/defence"), new FeedId("port-control")), secrets.missing());
    assertEquals(List.of(), secrets.posting(new FeedId("port-control")));
    assertEquals(FeedLogin.NONE, secrets.login(new FeedId("gauges")));
  }

  @Test
  void whatIsWrongWithThemIsToldAtOnceAndNotShown() {
    var e =
        assertThrows(
            LiveFeeds.Refused.class,
            () ->
                FeedSecrets.of(
                    Map.of(
                        "NADHIR_FEED_PORT_CONTROL_SECRET",
                        "too short",
                        "NADHIR_FEED_GAUGES_CA",
                        "/nowhere/ca.pem"),
                    folder,
                    feeds));
    assertEquals(
        "The secret of feed 'port-control' has less than 32 characters."
            + " There is no file /nowhere/ca.pem (NADHIR_FEED_GAUGES_CA).",
        e.getMessage());
  }
}
