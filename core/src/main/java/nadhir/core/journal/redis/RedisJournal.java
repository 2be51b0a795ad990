package nadhir.core.journal.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.journal.BrokenLink;
import nadhir.core.journal.EntryChain;
import nadhir.core.journal.Head;
import nadhir.core.journal.Journal;
import nadhir.core.journal.JournalBroken;
import nadhir.core.journal.JournalVanished;
import nadhir.core.journal.KnownHeads;
import nadhir.core.journal.Line;
import nadhir.core.lane.Lane;
import nadhir.core.redis.LaneKeys;
import nadhir.core.redis.LuaScript;
import nadhir.core.redis.Redis;

/**
 * The journal of one lane as a stream in Redis. One script compares the head and appends, so two
 * writers can never both win; the server answers only after its fsync ({@link Durability}). It has
 * a connection of its own, because waiting for a replica's disk holds up what comes behind.
 */
public final class RedisJournal implements Journal, AutoCloseable {
  private static final LuaScript APPEND = LuaScript.beside(RedisJournal.class, "append.lua");
  private static final LuaScript HEAD = LuaScript.beside(RedisJournal.class, "head.lua");

  /** At most so many lines are fetched at once, whatever is asked for. */
  private static final int MAX_READ = 5_000;

  private final Lane lane;
  private final LaneKeys keys;
  private final KnownHeads known;
  private final StatefulRedisConnection<String, String> connection;
  private final ReplicaDisk replica;

  RedisJournal(
      Lane lane,
      KnownHeads known,
      StatefulRedisConnection<String, String> connection,
      ReplicaDisk replica) {
    this.lane = lane;
    this.keys = new LaneKeys(lane);
    this.known = known;
    this.connection = connection;
    this.replica = replica;
  }

  /**
   * Throws {@link Durability.NotDurable} when the server would lose entries, {@link
   * nadhir.core.redis.RedisUnavailable} when it does not answer.
   */
  public static RedisJournal open(Redis redis, Lane lane, KnownHeads known, Durability durability) {
    int replicas = durability.check(redis.commands(), redis.settings().place());
    var connection =
        redis.dedicated(redis.settings().commandTimeout().plus(durability.replicaWait()));
    return new RedisJournal(
        lane, known, connection, new ReplicaDisk(replicas, durability.replicaWait()));
  }

  /**
   * For looking at a journal wherever it lies, a server that would lose entries included. Not for
   * writing: what it appends may be lost.
   */
  public static RedisJournal openToRead(Redis redis, Lane lane, KnownHeads known) {
    var connection = redis.dedicated(redis.settings().commandTimeout());
    return new RedisJournal(lane, known, connection, new ReplicaDisk(0, Duration.ZERO));
  }

  /**
   * Also makes sure that what it reports is on the replicas' disks where there are any, so that
   * after {@link Journal.Append.Unknown} the head settles the matter. Throws {@link
   * JournalVanished}.
   */
  @Override
  public Head head() {
    Head head;
    try {
      head = readHead();
      replica.check(redis());
    } catch (RedisException e) {
      throw unavailable(e);
    }
    known.saw(lane, head);
    return head;
  }

  private Head readHead() {
    List<Object> r = HEAD.list(redis(), List.of(keys.journal(), keys.head()), List.of());
    if (text(r, 0).isEmpty() && text(r, 3).isEmpty()) {
      checkKnown(Head.EMPTY);
      return Head.EMPTY;
    }
    if (!text(r, 3).equals(text(r, 0) + "-0") || !text(r, 4).equals(text(r, 1))) {
      throw new JournalVanished(
          "The journal of lane "
              + lane.key()
              + " is damaged: its head says entry '"
              + text(r, 0)
              + "', its last entry is '"
              + text(r, 3)
              + "'. Restore it before anything is written.");
    }
    var head = head(text(r, 0), text(r, 1), text(r, 2));
    checkKnown(head);
    return head;
  }

  @Override
  public Append append(Head expected, long epoch, List<Line> lines) {
    EntryChain.checkBlock(expected, lines);
    List<Object> reply;
    try {
      reply =
          APPEND.list(
              redis(),
              List.of(keys.journal(), keys.head()),
              args(expected, epoch, knownSeq(), lines));
    } catch (RedisException e) {
      return new Append.Unknown(String.valueOf(e.getMessage()));
    }
    var actual = head(text(reply, 1), text(reply, 2), text(reply, 3));
    return switch (text(reply, 0)) {
      case "durable" -> confirmed(actual);
      case "refused" -> {
        checkKnown(actual);
        yield new Append.Refused(actual);
      }
      case "vanished" -> {
        checkKnown(actual);
        throw new JournalVanished(
            "The journal of lane "
                + lane.key()
                + " has lost its head or its entries. Restore it before anything is written.");
      }
      case String other -> throw new IllegalStateException("the script answered " + other);
    };
  }

  private Append confirmed(Head head) {
    try {
      replica.check(redis());
    } catch (RedisException | JournalUnavailable e) {
      return new Append.Unknown(String.valueOf(e.getMessage()));
    }
    known.saw(lane, head);
    return new Append.Durable(head);
  }

  private long knownSeq() {
    return known.of(lane).map(Head::seq).orElse(0L);
  }

  private static List<String> args(Head expected, long epoch, long known, List<Line> lines) {
    var args = new ArrayList<String>(4 + 2 * lines.size());
    args.add(Long.toString(expected.seq()));
    args.add(expected.hash());
    args.add(Long.toString(epoch));
    args.add(Long.toString(known));
    for (Line line : lines) {
      args.add(line.json());
      args.add(line.hash());
    }
    return args;
  }

  /**
   * Returns fewer lines before a gap; asked for the missing entry itself, throws {@link
   * JournalBroken}.
   */
  @Override
  public List<Line> read(long fromSeq, int limit) {
    if (fromSeq < 1 || limit < 1) {
      throw new IllegalArgumentException("entries count from 1, and at least one must be asked");
    }
    List<StreamMessage<String, String>> found;
    try {
      found =
          redis()
              .xrange(
                  keys.journal(),
                  Range.from(Range.Boundary.including(fromSeq + "-0"), Range.Boundary.unbounded()),
                  Limit.from(Math.min(limit, MAX_READ)));
    } catch (RedisException e) {
      throw unavailable(e);
    }
    var lines = new ArrayList<Line>(found.size());
    for (var message : found) {
      long seq = fromSeq + lines.size();
      if (!message.getId().equals(seq + "-0")) {
        break;
      }
      lines.add(line(seq, message));
    }
    if (lines.isEmpty() && !found.isEmpty()) {
      throw new JournalBroken(
          fromSeq, BrokenLink.GAP, "is missing; the next there is " + found.getFirst().getId());
    }
    return lines;
  }

  private static Line line(long seq, StreamMessage<String, String> message) {
    var json = Optional.ofNullable(message.getBody().get("e"));
    var hash = Optional.ofNullable(message.getBody().get("h"));
    if (json.isEmpty() || hash.isEmpty()) {
      throw new JournalBroken(seq, BrokenLink.UNREADABLE, "has no text or no hash");
    }
    return new Line(seq, json.get(), hash.get());
  }

  private void checkKnown(Head actual) {
    known
        .of(lane)
        .filter(k -> actual.seq() < k.seq() || actual.seq() == k.seq() && !same(actual, k))
        .ifPresent(
            k -> {
              throw new JournalVanished(
                  "The journal of lane "
                      + lane.key()
                      + " ends at entry "
                      + actual.seq()
                      + ", but this node has seen entry "
                      + k.seq()
                      + " ("
                      + k.hash().substring(0, 12)
                      + "…) on disk. Restore Redis from its files or a backup; if the journal was"
                      + " given up on purpose, remove this node's file of known heads.");
            });
  }

  private static boolean same(Head a, Head b) {
    return a.hash().equals(b.hash());
  }

  private static Head head(String seq, String hash, String epoch) {
    return new Head(Long.parseLong(seq), hash, Long.parseLong(epoch));
  }

  private static String text(List<Object> reply, int index) {
    return String.valueOf(reply.get(index));
  }

  private RedisCommands<String, String> redis() {
    return connection.sync();
  }

  private static JournalUnavailable unavailable(RedisException e) {
    return new JournalUnavailable("Redis does not answer: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    connection.close();
  }
}
