package nadhir.ops.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nadhir.core.redis.EmbeddedRedis;
import nadhir.ops.Ran;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./nadhir run} that cannot start: a sentence each, an exit code, nothing left behind. */
class UnhappyStartIT {
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  @TempDir private Path folder;

  private Ran run(Path site, Path data, String... more) {
    var words = List.of("run", "--site", site.toString(), "--data", data.toString());
    return Ran.of(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  /** The sentences that it says; never a stack trace. */
  private static List<String> said(int code, Ran ran) {
    assertEquals(code, ran.code(), ran.err());
    assertEquals("", ran.out());
    assertFalse(ran.err().contains("\tat "), ran.err());
    assertFalse(ran.err().contains("Exception"), ran.err());
    return ran.err().lines().toList();
  }

  @Test
  void aRecordingIsNoFeedOfTheLiveLane() throws IOException {
    Path site = Packs.aqaba(folder.resolve("site"));
    Packs.change(site, "site.yaml", "\"tcp://[^\"]*\"", "\"file:///srv/old.nmea\"");
    assertEquals(
        List.of(
            "nadhir: feed 'ais' is a recording (file:); recordings are played in drill lanes only,"
                + " with drill run."),
        said(NOT_UNDERSTOOD, run(site, folder.resolve("data"))));
    assertFalse(Files.exists(folder.resolve("data")));
  }

  @Test
  void everyMistakeOfThePackIsListedWithItsLine() throws IOException {
    Path site = Packs.aqaba(folder.resolve("site"));
    Packs.change(site, "site.yaml", "timeZone: Asia/Amman", "timeZone: Asia/Atlantis");
    Packs.change(site, "resources.yaml", "crew: 12", "krew: 12");
    List<String> said = said(NOT_UNDERSTOOD, run(site, folder.resolve("data")));
    assertTrue(said.getLast().endsWith(" mistakes"), said.toString());
    for (String file : List.of("site.yaml", "resources.yaml")) {
      String place = site.resolve(file) + ":";
      assertTrue(said.stream().anyMatch(l -> l.matches("\\Q" + place + "\\E\\d+: .+")), "" + said);
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      List<String> said =
          said(FAILED, run(Packs.AQABA, folder.resolve("data"), "--port", "" + port));
      assertEquals(1, said.size(), said.toString());
      assertTrue(said.getFirst().contains("" + port), said.toString());
    }
    assertFalse(Files.exists(folder.resolve("data/redis/process")), "a redis-server is left");
  }

  @Test
  void aDataFolderHasOneNode() {
    Path data = folder.resolve("data");
    try (var _ = EmbeddedRedis.start(data)) {
      assertEquals(
          List.of(
              "nadhir: Another Nadhir uses the data folder "
                  + data
                  + ": stop it first, or choose another folder."),
          said(FAILED, run(Packs.AQABA, data)));
    }
  }

  @ParameterizedTest
  @CsvSource({"/proc/nadhir, no folder can be made there", "/sys/nadhir,  Operation not permitted"})
  void aDataFolderThatCannotBeWrittenIsNamed(String data, String why) {
    Assumptions.assumeTrue(Files.isDirectory(Path.of(data).getParent()), "needs Linux");
    Assumptions.assumeTrue(
        System.getProperty("user.name").equals("root"), "others lack permission");
    assertEquals(
        List.of("nadhir: The data folder " + data + " cannot be written: " + why + "."),
        said(FAILED, run(Packs.AQABA, Path.of(data))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu               | There is no command 'rnu', did you mean 'run'?",
        "run --prot 1      | There is no option '--prot', did you mean '--port'?",
        "run --stie x      | There is no option '--stie', did you mean '--site'?",
        "drill rnu         | There is no command 'rnu', did you mean 'run'?",
        "drill run x --speeed max | There is no option '--speeed', did you mean '--speed'?",
      })
  void theNearestRightWordIsNamed(String words, String sentence) {
    List<String> said = said(NOT_UNDERSTOOD, Ran.of(words.split(" ")));
    assertEquals("nadhir: " + sentence, said.getFirst());
  }
}
