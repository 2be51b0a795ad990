package nadhir.core.sim;

import static nadhir.core.sim.JournalLines.LANE;
import static nadhir.core.sim.JournalLines.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lettuce.core.XAddArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nadhir.core.journal.BrokenLink;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryKnownHeads;
import nadhir.core.journal.Journal;
import nadhir.core.journal.JournalBroken;
import nadhir.core.journal.JournalCodec;
import nadhir.core.journal.JournalVanished;
import nadhir.core.journal.JournalVerifier;
import nadhir.core.journal.JournalVerifier.Verdict;
import nadhir.core.journal.KnownHeads;
import nadhir.core.journal.Line;
import nadhir.core.journal.redis.Durability;
import nadhir.core.journal.redis.RedisJournal;
import nadhir.core.redis.LaneKeys;
import nadhir.core.redis.Redis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a journal on Redis must do besides, whatever server it is. */
public abstract class RedisJournalContract extends JournalContract {
  protected static final LaneKeys KEYS = new LaneKeys(LANE);

  private final List<AutoCloseable> opened = new ArrayList<>();

  /** A connection to the server under test. */
  protected abstract Redis redis();

  @BeforeEach
  void emptyServer() {
    redis().commands().flushall();
  }

  @AfterEach
  void closeAll() throws Exception {
    for (var each : opened) {
      each.close();
    }
    opened.clear();
  }

  @Override
  protected final Journal journal() {
    return journal(new InMemoryKnownHeads());
  }

  protected final RedisJournal journal(KnownHeads known) {
    var journal = RedisJournal.open(redis(), LANE, known, durability());
    opened.add(journal);
    return journal;
  }

  protected Durability durability() {
    return Durability.CHECKED;
  }

  @Test
  void anEmptiedServerNeverStartsAgainAtZero() {
    var known = new InMemoryKnownHeads();
    var journal = journal(known);
    var head = durable(journal.append(Head.EMPTY, 1, block(Head.EMPTY, 3, "a")));
    redis().commands().flushall();

    assertThrows(JournalVanished.class, journal::head);
    assertThrows(
        JournalVanished.class, () -> journal.append(Head.EMPTY, 2, block(Head.EMPTY, 1, "b")));
    assertThrows(JournalVanished.class, () -> journal.append(head, 1, block(head, 1, "c")));
    assertThrows(JournalVanished.class, () -> journal(known).head());
    assertEquals(0, redis().commands().dbsize());
  }

  @Test
  void anOlderCopyOfTheJournalIsNoticed() {
    var known = new InMemoryKnownHeads();
    var journal = journal(known);
    var first = durable(journal.append(Head.EMPTY, 1, block(Head.EMPTY, 1, "a")));
    byte[] entries = redis().commands().dump(KEYS.journal());
    byte[] head = redis().commands().dump(KEYS.head());
    durable(journal.append(first, 1, block(first, 1, "b")));
    redis().commands().flushall();
    redis().commands().restore(KEYS.journal(), 0, entries);
    redis().commands().restore(KEYS.head(), 0, head);

    assertThrows(JournalVanished.class, () -> journal(known).head());
    assertEquals(1, journal(new InMemoryKnownHeads()).head().seq());
  }

  @Test
  void anotherJournalOfTheSameLengthIsNoticed() {
    var known = new InMemoryKnownHeads();
    durable(journal(known).append(Head.EMPTY, 1, block(Head.EMPTY, 2, "ours")));
    redis().commands().flushall();
    durable(journal().append(Head.EMPTY, 1, block(Head.EMPTY, 2, "theirs")));
    assertThrows(JournalVanished.class, () -> journal(known).head());
  }

  @Test
  void aLostHeadStopsEveryWriter() {
    var head = durable(journal().append(Head.EMPTY, 1, block(Head.EMPTY, 1, "a")));
    redis().commands().del(KEYS.head());
    assertThrows(JournalVanished.class, () -> journal().head());
    assertThrows(
        JournalVanished.class, () -> journal().append(Head.EMPTY, 1, block(Head.EMPTY, 1, "b")));
    assertThrows(JournalVanished.class, () -> journal().append(head, 1, block(head, 1, "b")));
    assertEquals(1, redis().commands().xlen(KEYS.journal()));
  }

  @Test
  void lostEntriesStopEveryWriter() {
    var head = durable(journal().append(Head.EMPTY, 1, block(Head.EMPTY, 1, "a")));
    redis().commands().del(KEYS.journal());
    assertThrows(JournalVanished.class, () -> journal().head());
    assertThrows(JournalVanished.class, () -> journal().append(head, 1, block(head, 1, "b")));
    assertEquals(0, redis().commands().exists(KEYS.journal()));
  }

  @Test
  void aReadStopsBeforeAGapAndNamesIt() {
    var lines = block(Head.EMPTY, 5, "a");
    durable(journal().append(Head.EMPTY, 1, lines));
    redis().commands().xdel(KEYS.journal(), "3-0");
    assertEquals(lines.subList(0, 2), journal().read(1, 10));
    var broken = assertThrows(JournalBroken.class, () -> journal().read(3, 10));
    assertEquals(3, broken.seq());
    assertEquals(BrokenLink.GAP, broken.reason());
  }

  @Test
  void theVerifierFindsWhatWasChangedInTheServer() {
    var lines = block(Head.EMPTY, 5, "a");
    var head = durable(journal().append(Head.EMPTY, 1, lines));
    var codec = new JournalCodec(LANE);
    assertEquals(new Verdict.Whole(head), JournalVerifier.verify(journal(), codec));

    redis().commands().del(KEYS.journal());
    for (Line line : lines) {
      var json = line.seq() == 3 ? line.json().replace("\"a\"", "\"b\"") : line.json();
      var id = new XAddArgs().id(line.seq() + "-0");
      redis().commands().xadd(KEYS.journal(), id, Map.of("e", json, "h", line.hash()));
    }
    var changed = assertInstanceOf(Verdict.Broken.class, JournalVerifier.verify(journal(), codec));
    assertEquals(3, changed.seq());
    assertEquals(BrokenLink.HASH, changed.reason());

    redis().commands().xdel(KEYS.journal(), "2-0");
    var gap = assertInstanceOf(Verdict.Broken.class, JournalVerifier.verify(journal(), codec));
    assertEquals(2, gap.seq());
    assertEquals(BrokenLink.GAP, gap.reason());
  }

  @Test
  void theVerifierWalksAJournalThatHasLostItsHead() {
    durable(journal().append(Head.EMPTY, 1, block(Head.EMPTY, 5, "a")));
    redis().commands().del(KEYS.head());
    var verdict = JournalVerifier.verify(journal(), new JournalCodec(LANE));
    var lost = assertInstanceOf(Verdict.Broken.class, verdict);
    assertEquals(6, lost.seq());
    assertEquals(BrokenLink.HEAD, lost.reason());
  }

  @Test
  void aServerThatForgetsItsScriptsIsGivenThemAgain() {
    var journal = journal();
    var head = durable(journal.append(Head.EMPTY, 1, block(Head.EMPTY, 1, "a")));
    redis().commands().scriptFlush();
    assertEquals(2, durable(journal.append(head, 1, block(head, 1, "b"))).seq());
  }
}
