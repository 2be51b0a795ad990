package nadhir.core.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import nadhir.core.effect.EffectHandler;
import nadhir.core.effect.EffectRunner;
import nadhir.core.event.Effect;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.journal.Head;
import nadhir.core.journal.Journal;
import nadhir.core.journal.JournalCodec;
import nadhir.core.journal.Line;
import nadhir.core.journal.SnapshotStore;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lease.Leases;
import nadhir.core.picture.Change;
import nadhir.core.picture.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane on one member. Follows the journal, so that the picture is fresh on every member and a
 * takeover starts warm; takes the watch when the lane's lease is free; runs the effects while it
 * has it. {@link #tick} is called again and again by one thread.
 */
public final class LaneKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaneKeeper.class);
  private static final int READ_LIMIT = 1_000;

  /** A member whose clock is further off than this does not take the watch. */
  public static final Duration MAX_SKEW = Duration.ofSeconds(2);

  /**
   * What the lane is made of on this member.
   *
   * @param skew how far this member's clock is ahead of the store's
   * @param pause waits a little before the store is asked again; false when interrupted
   */
  public record Parts(
      Journal journal,
      JournalCodec codec,
      SnapshotStore snapshots,
      Leases leases,
      Supplier<Desks> newDesks,
      List<EffectHandler<? extends Effect>> handlers,
      InstantSource clock,
      Supplier<Duration> skew,
      Supplier<Boolean> pause) {
    public Parts {
      handlers = List.copyOf(handlers);
    }

    Lane lane() {
      return codec.lane();
    }
  }

  private record Keeping(Watch watch, EffectRunner effects, Leases.Lease lease) {}

  private final Parts parts;
  private final LaneSettings settings;
  private final LaneListener listener;
  private final Picture picture = new Picture();
  private Desks desks;
  private volatile String lastHash = Head.GENESIS;
  private long snapshotSeq;
  private volatile Optional<Keeping> keeping = Optional.empty();
  private volatile boolean closed;

  /**
   * @param listener told of every durable entry in order, whether this member wrote it or not
   */
  public LaneKeeper(Parts parts, LaneSettings settings, LaneListener listener) {
    this.parts = parts;
    this.settings = settings;
    this.listener = listener;
    this.desks = parts.newDesks().get();
  }

  public Lane lane() {
    return parts.lane();
  }

  public Picture picture() {
    return picture;
  }

  /** The watch, while this member keeps it. */
  public Optional<Watch> watch() {
    return keeping.map(Keeping::watch);
  }

  /** Hands in an input here; {@code no-watch} when another member keeps the lane. */
  public CompletableFuture<Answer> offer(Input input, Actor actor) {
    return keeping
        .map(k -> k.watch.offer(input, actor))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(
                    new Answer.Unavailable("no-watch", "Another member keeps this lane.")));
  }

  /**
   * One step: renew or take the lease, follow what others wrote. Throws {@link
   * Journal.JournalUnavailable} when the store is away; call again later.
   */
  public synchronized void tick() {
    if (closed) {
      return;
    }
    var lease =
        parts.leases().acquire("watch:" + lane().key(), settings.member(), settings.leaseLife());
    if (keeping.isPresent()) {
      keep(keeping.get(), lease);
    } else {
      follow();
      lease.ifPresent(this::take);
    }
  }

  private void keep(Keeping now, Optional<Leases.Lease> lease) {
    boolean mine = lease.map(l -> l.fence() == now.lease.fence()).orElse(false);
    if (mine && !now.watch.ended().isDone()) {
      return;
    }
    now.watch.close();
    LOG.warn(
        "watch given up lane={} lease={} end={}",
        lane().key(),
        mine ? "mine" : "lost",
        now.watch.ended().join());
    now.effects.close();
    keeping = Optional.empty();
    refold();
  }

  /** Throws the desks away: what they had folded may never have become durable. */
  private void refold() {
    desks = parts.newDesks().get();
    lastHash = Head.GENESIS;
    follow();
  }

  /** Folds what is in the journal and not here. */
  private void follow() {
    if (desks.seq() == 0) {
      restoreSnapshot();
    }
    List<Line> lines = parts.journal().read(desks.seq() + 1, READ_LIMIT);
    while (!lines.isEmpty()) {
      List<Entry> entries = new ArrayList<>();
      for (Line line : lines) {
        Entry entry = parts.codec().decode(line, lastHash);
        desks.fold(entry);
        lastHash = line.hash();
        entries.add(entry);
      }
      publish(entries, WatchView.of(desks, new Head(desks.seq(), lastHash, 0)));
      lines = parts.journal().read(desks.seq() + 1, READ_LIMIT);
    }
  }

  /** One of an earlier release, or a damaged one, costs time only: the journal holds everything. */
  private void restoreSnapshot() {
    Optional<SnapshotStore.Snapshot> newest = parts.snapshots().newest();
    if (newest.isEmpty()) {
      return;
    }
    SnapshotStore.Snapshot snapshot = newest.get();
    List<Line> line = parts.journal().read(snapshot.seq(), 1);
    if (line.isEmpty() || !line.getFirst().hash().equals(snapshot.hash())) {
      LOG.error("snapshot not of this journal lane={} seq={}", lane().key(), snapshot.seq());
      return;
    }
    try {
      var both = DomainJson.mapper().readTree(snapshot.json());
      desks.restore(both.get("desks").toString());
      if (picture.seq() < snapshot.seq()) {
        picture.restore(both.get("picture"));
      }
    } catch (JsonProcessingException | RuntimeException e) {
      LOG.error(
          "snapshot unreadable, the whole journal is folded lane={} seq={} why={}",
          lane().key(),
          snapshot.seq(),
          e.getMessage());
      desks = parts.newDesks().get();
      return;
    }
    lastHash = snapshot.hash();
    snapshotSeq = snapshot.seq();
    listener.restored(desks);
  }

  private void take(Leases.Lease lease) {
    Duration skew = parts.skew().get();
    if (skew.abs().compareTo(MAX_SKEW) > 0) {
      LOG.error("watch not taken, this clock is wrong lane={} skew={}", lane().key(), skew);
      parts.leases().release(lease);
      return;
    }
    Head head = parts.journal().head();
    if (head.seq() != desks.seq() || !head.hash().equals(lastHash)) {
      return; // somebody has just written: follow first, take at the next tick
    }
    long epoch = Math.max(lease.fence(), head.epoch() + 1);
    var effects =
        new EffectRunner(parts.handlers(), epoch, settings.effectsAtOnce(), this::effectEnded);
    var watch =
        new Watch(
            parts.journal(),
            parts.codec(),
            desks,
            head,
            epoch,
            parts.clock(),
            (entries, view) -> written(effects, entries, view),
            parts.pause());
    keeping = Optional.of(new Keeping(watch, effects, lease));
    watch.start("watch-" + lane().key());
    var house = new Actor.House("watch");
    watch.offer(new Input.WatchTaken(settings.member(), epoch), house);
    if (!watch.view().siteSha256().equals(settings.siteSha256())) {
      watch.offer(new Input.SiteAdopted(settings.site(), settings.siteSha256()), house);
    }
    LOG.info("watch taken lane={} epoch={} head={}", lane().key(), epoch, head.seq());
  }

  private void effectEnded(Input.EffectEnded ended) {
    offer(ended, new Actor.House("effects"));
  }

  /** On the watch's own thread. */
  private void written(EffectRunner effects, List<Entry> entries, WatchView view) {
    lastHash = view.head().hash();
    publish(entries, view);
    effects.follow(view.effects());
    if (desks.seq() - snapshotSeq >= settings.snapshotEvery()) {
      snapshot(view.head());
    }
  }

  private void publish(List<Entry> entries, WatchView view) {
    List<Change> changes = new ArrayList<>();
    entries.forEach(e -> changes.addAll(picture.fold(e)));
    listener.durable(entries, changes, view);
  }

  private void snapshot(Head head) {
    snapshotSeq = head.seq();
    String both = "{\"desks\":" + desks.snapshotJson() + ",\"picture\":" + picture.snapshot() + "}";
    parts.snapshots().put(new SnapshotStore.Snapshot(head.seq(), head.hash(), both));
  }

  @Override
  public synchronized void close() {
    closed = true;
    keeping.ifPresent(
        k -> {
          k.effects.close();
          k.watch.close();
          k.watch.ended().join();
          parts.leases().release(k.lease);
        });
    keeping = Optional.empty();
  }
}
