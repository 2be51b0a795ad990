package nadhir.ops.cli;

import static nadhir.core.sim.JournalContract.durable;
import static nadhir.core.sim.JournalLines.LANE;
import static nadhir.core.sim.JournalLines.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import nadhir.core.journal.FileKnownHeads;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryKnownHeads;
import nadhir.core.journal.redis.Durability;
import nadhir.core.journal.redis.RedisJournal;
import nadhir.core.redis.EmbeddedRedis;
import nadhir.core.redis.LaneKeys;
import nadhir.core.redis.Redis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JournalVerifyIT {
  @TempDir Path data;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return new CommandLine(new JournalCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }

  private static Head write(Redis redis, int count) {
    try (var journal =
        RedisJournal.open(redis, LANE, new InMemoryKnownHeads(), Durability.CHECKED)) {
      return durable(journal.append(Head.EMPTY, 1, block(Head.EMPTY, count, "a")));
    }
  }

  @Test
  void aWholeJournalInTheFolderOfAStoppedNode() {
    Head head;
    try (var server = EmbeddedRedis.start(data);
        var redis = Redis.connect(server.settings())) {
      head = write(redis, 12);
    }
    assertEquals(0, run("verify", "--data", data.toString()), err.toString());
    assertEquals("ok: 12 entries, head " + head.hash() + "\n", out.toString());
  }

  @Test
  void theFolderOfARunningNodeIsLookedAtThroughItsServer() {
    try (var server = EmbeddedRedis.start(data);
        var redis = Redis.connect(server.settings())) {
      write(redis, 3);
      assertEquals(0, run("verify", "--data", data.toString()), err.toString());
      assertTrue(out.toString().startsWith("ok: 3 entries"), out.toString());
      assertTrue(redis.answers());
    }
  }

  @Test
  void aServerByItsAddress() {
    try (var server = EmbeddedRedis.start(data);
        var redis = Redis.connect(server.settings())) {
      write(redis, 3);
      var uri = server.settings().uri();
      assertEquals(0, run("verify", "--redis", uri), err.toString());
      assertEquals(0, run("verify", "--redis", uri, "--lane", "drill:never"), err.toString());
      assertTrue(out.toString().endsWith("ok: 0 entries, head " + Head.GENESIS + "\n"));
    }
  }

  @Test
  void theFirstBrokenLinkIsTold() {
    try (var server = EmbeddedRedis.start(data);
        var redis = Redis.connect(server.settings())) {
      write(redis, 5);
      redis.commands().xdel(new LaneKeys(LANE).journal(), "4-0");
    }
    assertEquals(1, run("verify", "--data", data.toString()));
    assertEquals("broken: entry 4 (gap): is missing; the next there is 5-0\n", out.toString());
  }

  @Test
  void aTailThatTheNodeHasSeenAndThatIsGoneIsTold() throws Exception {
    try (var server = EmbeddedRedis.start(data);
        var redis = Redis.connect(server.settings());
        var heads = FileKnownHeads.open(data.resolve(FileKnownHeads.NAME), Duration.ZERO)) {
      heads.saw(LANE, write(redis, 5));
      redis.commands().flushall();
    }
    var before = Files.readString(data.resolve(FileKnownHeads.NAME));
    assertEquals(1, run("verify", "--data", data.toString()));
    assertTrue(out.toString().startsWith("broken: entry 1 (head): "), out.toString());
    assertTrue(out.toString().contains("this node has seen entry 5"), out.toString());
    assertEquals(before, Files.readString(data.resolve(FileKnownHeads.NAME)));
  }

  @Test
  void whatCannotBeLookedAtIsOneSentence() {
    assertEquals(2, run("verify", "--data", data.toString()));
    assertEquals("nadhir: There is no journal in " + data + ".\n", err.toString());
    assertTrue(!Files.exists(data.resolve("redis")));
  }

  @Test
  void whereNoServerAnswersOneSentenceSaysSo() {
    int port = EmbeddedRedis.freePort();
    assertEquals(2, run("verify", "--redis", "redis://127.0.0.1:" + port));
    var said = err.toString();
    assertTrue(said.startsWith("nadhir: No Redis can be used at redis://127.0.0.1:" + port), said);
    assertEquals(1, said.lines().count(), said);
  }

  @Test
  void mistakesOnTheCommandLineAreSaid() {
    assertEquals(2, run("verify"));
    assertEquals(2, run("verify", "--redis", "localhost"));
    assertTrue(err.toString().contains("must look like redis://host:6379"), err.toString());
    assertEquals(2, run("verify", "--redis", "redis://h", "--lane", "dril:x"));
    assertTrue(err.toString().contains("A lane is 'live' or 'drill:ID', not 'dril:x'."));
    assertEquals(2, run());
    assertTrue(err.toString().contains("Say what to do with the journal: verify."));
  }
}
