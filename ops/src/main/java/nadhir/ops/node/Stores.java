package nadhir.ops.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nadhir.core.journal.FileKnownHeads;
import nadhir.core.journal.Journal;
import nadhir.core.journal.KnownHeads;
import nadhir.core.journal.SnapshotStore;
import nadhir.core.journal.redis.Durability;
import nadhir.core.journal.redis.RedisJournal;
import nadhir.core.journal.redis.RedisSnapshotStore;
import nadhir.core.lane.Lane;
import nadhir.core.lease.Leases;
import nadhir.core.lease.redis.RedisLeases;
import nadhir.core.redis.EmbeddedRedis;
import nadhir.core.redis.Redis;
import nadhir.core.redis.RedisSettings;

/**
 * Where this node's truths are: a Redis of its own in the data folder, or the one that it was
 * given; and what is opened on it for each lane.
 */
public final class Stores implements AutoCloseable {
  private static final Duration HEADS_WRITTEN_EVERY = Duration.ofSeconds(1);

  private final Optional<EmbeddedRedis> embedded;
  private final Redis redis;
  private final FileKnownHeads known;
  private final Leases leases;
  private final Map<String, RedisJournal> journals = new ConcurrentHashMap<>();

  private Stores(Optional<EmbeddedRedis> embedded, Redis redis, FileKnownHeads known) {
    this.embedded = embedded;
    this.redis = redis;
    this.known = known;
    this.leases = new RedisLeases(redis);
  }

  /**
   * Starts or reaches Redis; what goes wrong is one sentence in the exception.
   *
   * @param anew everything in this node's own, embedded Redis is thrown away first
   */
  public static Stores open(Path dataFolder, Optional<RedisSettings> given, boolean anew) {
    if (anew && given.isPresent()) {
      throw new IllegalArgumentException("a Redis that was given is never emptied");
    }
    Optional<EmbeddedRedis> embedded =
        given.isPresent() ? Optional.empty() : Optional.of(EmbeddedRedis.start(dataFolder));
    try {
      Redis redis = Redis.connect(given.orElseGet(() -> embedded.orElseThrow().settings()));
      Path heads = dataFolder.resolve(FileKnownHeads.NAME);
      if (anew) {
        redis.commands().flushall();
        Files.deleteIfExists(heads);
      }
      var known = FileKnownHeads.open(heads, HEADS_WRITTEN_EVERY);
      return new Stores(embedded, redis, known);
    } catch (IOException e) {
      embedded.ifPresent(EmbeddedRedis::close);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      embedded.ifPresent(EmbeddedRedis::close);
      throw e;
    }
  }

  public Redis redis() {
    return redis;
  }

  public KnownHeads known() {
    return known;
  }

  /** True when the server belongs to this node alone. */
  public boolean isEmbedded() {
    return embedded.isPresent();
  }

  public Leases leases() {
    return leases;
  }

  public Journal journal(Lane lane) {
    return journals.computeIfAbsent(
        lane.key(), _ -> RedisJournal.open(redis, lane, known, Durability.CHECKED));
  }

  public SnapshotStore snapshots(Lane lane) {
    return new RedisSnapshotStore(redis, lane);
  }

  /** The server's own clock, to find out whether this machine's is wrong. */
  public Instant serverTime() {
    var time = redis.commands().time();
    return Instant.ofEpochSecond(Long.parseLong(time.get(0)), Long.parseLong(time.get(1)) * 1_000L);
  }

  @Override
  public void close() {
    journals.values().forEach(RedisJournal::close);
    redis.close();
    known.close();
    embedded.ifPresent(EmbeddedRedis::close);
  }
}
