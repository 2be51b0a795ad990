package nadhir.core.redis;

import static nadhir.core.sim.JournalContract.durable;
import static nadhir.core.sim.JournalLines.LANE;
import static nadhir.core.sim.JournalLines.block;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryKnownHeads;
import nadhir.core.journal.redis.Durability;
import nadhir.core.journal.redis.RedisJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisIT {
  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir Path folder;

  @Test
  void itKeepsEveryWriteOnDiskAndListensOnThisMachineOnly() {
    try (var server = EmbeddedRedis.start(folder);
        var redis = Redis.connect(server.settings())) {
      assertEquals("always", redis.commands().configGet("appendfsync").get("appendfsync"));
      assertEquals("yes", redis.commands().configGet("appendonly").get("appendonly"));
      assertEquals("127.0.0.1", redis.commands().configGet("bind").get("bind"));
    }
  }

  @Test
  void withoutThePasswordNobodyComesIn() {
    try (var server = EmbeddedRedis.start(folder)) {
      var open = RedisSettings.of(server.settings().uri().replaceFirst("//:.*@", "//"));
      assertThrows(RedisUnavailable.class, () -> Redis.connect(open));
    }
  }

  @Test
  void thePasswordLiesInFilesOfTheOwnerOnly() throws Exception {
    try (var server = EmbeddedRedis.start(folder)) {
      assertTrue(server.isAlive());
      for (String file : new String[] {"redis.conf", "address"}) {
        assertEquals(
            "rw-------",
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("redis").resolve(file))),
            file);
      }
    }
  }

  @Test
  void theDataIsThereWithTheNextStart() {
    try (var server = EmbeddedRedis.start(folder);
        var redis = Redis.connect(server.settings())) {
      redis.commands().set("kept", "yes");
    }
    try (var server = EmbeddedRedis.start(folder);
        var redis = Redis.connect(server.settings())) {
      assertEquals("yes", redis.commands().get("kept"));
    }
  }

  @Test
  void closingEndsTheProcess() {
    ProcessHandle process;
    try (var server = EmbeddedRedis.start(folder)) {
      process = ProcessHandle.of(server.pid()).orElseThrow();
      assertTrue(process.isAlive());
    }
    assertFalse(process.isAlive());
    assertEquals(Optional.empty(), EmbeddedRedis.running(folder));
  }

  @Test
  void aSecondNodeOnTheSameFolderIsRefusedInOneSentence() {
    try (var server = EmbeddedRedis.start(folder)) {
      var refused = assertThrows(EmbeddedRedis.Refused.class, () -> EmbeddedRedis.start(folder));
      assertEquals(
          "Another Nadhir uses the data folder "
              + folder
              + ": stop it first, or choose another folder.",
          refused.getMessage());
      assertTrue(server.isAlive());
    }
  }

  @Test
  void anotherProgramOfThisUserFindsTheRunningServer() {
    try (var server = EmbeddedRedis.start(folder)) {
      assertEquals(Optional.of(server.settings()), EmbeddedRedis.running(folder));
    }
  }

  /** Linux lets nobody, the superuser included, make a folder there. */
  @Test
  void aFolderThatCannotBeWrittenIsRefusedInOneSentence() {
    assumeTrue(Files.isDirectory(Path.of("/sys/kernel")), "needs Linux's /sys");
    assertRefused(Path.of("/sys/nadhir"));
  }

  @Test
  void aFileInThePlaceOfTheFolderIsRefusedInOneSentence() throws Exception {
    assertRefused(Files.createFile(folder.resolve("file")));
  }

  private static void assertRefused(Path place) {
    var refused = assertThrows(EmbeddedRedis.Refused.class, () -> EmbeddedRedis.start(place));
    var sentence = "The data folder " + place + " cannot be written: [A-Za-z ]+\\.";
    assertTrue(refused.getMessage().matches(sentence), refused.getMessage());
  }

  @Test
  void aServerThatDiesIsStartedAgainAndHasEverything() {
    try (var server = EmbeddedRedis.start(folder);
        var redis = Redis.connect(server.settings());
        var journal =
            RedisJournal.open(redis, LANE, new InMemoryKnownHeads(), Durability.CHECKED)) {
      var head = durable(journal.append(Head.EMPTY, 1, block(Head.EMPTY, 3, "a")));
      long before = server.pid();
      ProcessHandle.of(before).orElseThrow().destroyForcibly();
      await().atMost(SOON).ignoreExceptions().until(() -> journal.head().equals(head));
      assertNotEquals(before, server.pid());
    }
  }

  @Test
  void whatAKilledNodeLeftBehindIsEndedByTheNext() throws Exception {
    var node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NodeToKill.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long leftBehind = NodeToKill.serverOf(node);
    node.destroyForcibly();
    assertTrue(node.waitFor(10, TimeUnit.SECONDS));
    var orphan = ProcessHandle.of(leftBehind).orElseThrow();
    assertTrue(orphan.isAlive(), "the server must outlive its node, else this shows nothing");

    try (var server = EmbeddedRedis.start(folder);
        var redis = Redis.connect(server.settings())) {
      assertFalse(orphan.isAlive());
      assertEquals("yes", redis.commands().get("kept"));
    } finally {
      orphan.destroyForcibly();
    }
  }

  @Test
  void aProcessThatOnlyHasTheNumberOfAnOldServerIsLeftAlone() throws Exception {
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.createDirectories(folder.resolve("redis"));
      Files.writeString(
          folder.resolve("redis/process"),
          stranger.pid()
              + "\n"
              + folder.resolve("redis/redis-server")
              + "\n2026-11-20T12:00:00Z\n");
      try (var server = EmbeddedRedis.start(folder)) {
        assertTrue(server.isAlive());
        assertTrue(stranger.isAlive());
      }
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void anUnreadableNoteIsNoHindrance() throws Exception {
    Files.createDirectories(folder.resolve("redis"));
    Files.writeString(folder.resolve("redis/process"), "who?");
    try (var server = EmbeddedRedis.start(folder)) {
      assertTrue(server.isAlive());
    }
  }

  /** A node that starts its server, says which process it is, and waits for its end. */
  static final class NodeToKill {
    public static void main(String[] args) throws Exception {
      var server = EmbeddedRedis.start(Path.of(args[0]));
      try (var redis = Redis.connect(server.settings())) {
        redis.commands().set("kept", "yes");
        System.out.println("server " + server.pid());
        System.in.read();
      }
    }

    static long serverOf(Process node) throws Exception {
      var said =
          new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("server ")) {
          return Long.parseLong(line.substring("server ".length()));
        }
      }
      throw new AssertionError("the node ended without a server");
    }
  }
}
