package nadhir.drills.play;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nadhir.core.desk.Desk;
import nadhir.core.effect.EffectHandler;
import nadhir.core.effect.EffectRunner;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.event.Entry;
import nadhir.core.id.EffectId;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryJournal;
import nadhir.core.journal.JournalCodec;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.watch.Desks;
import nadhir.core.watch.Watch;
import nadhir.drills.DrillDesk;

/** A drill lane in memory: the real watch over the tiny house, effects that end at once. */
final class SmallLane implements AutoCloseable {
  static final Lane.Drill LANE = new Lane.Drill("test");

  private final InMemoryJournal journal;
  private final JournalCodec codec = new JournalCodec(LANE);
  private final Watch watch;
  private final EffectRunner effects;
  final WatchLane port;

  /**
   * @param journal perhaps with entries of a player that was here before
   */
  SmallLane(InMemoryJournal journal, InstantSource clock) {
    this.journal = journal;
    var all = new ArrayList<Desk<?>>(TinyHouse.desks());
    all.add(new DrillDesk(LANE));
    var desks = new Desks(all);
    var known = entries(journal);
    known.forEach(desks::fold);
    long epoch = journal.head().epoch() + 1;
    var told = new CompletableFuture<WatchLane>();
    this.effects = new EffectRunner(List.of(new Sending()), epoch, 1, e -> offer(e));
    this.watch =
        new Watch(
            journal,
            codec,
            desks,
            journal.head(),
            epoch,
            clock,
            (entries, view) -> {
              effects.follow(view.effects());
              told.join().durable(entries, view);
            },
            () -> true);
    this.port = new WatchLane(watch::offer, watch::runWakeUps, watch.view());
    told.complete(port);
    port.known(known);
    watch.start("watch-test");
    effects.follow(watch.view().effects());
  }

  Watch watch() {
    return watch;
  }

  private void offer(nadhir.core.event.Input.EffectEnded ended) {
    watch.offer(ended, new Actor.House("effects"));
  }

  /** All entries of a journal, from the first. */
  static List<Entry> entries(InMemoryJournal journal) {
    var entries = new ArrayList<Entry>();
    var codec = new JournalCodec(LANE);
    String hash = Head.GENESIS;
    for (var line : journal.read(1, 100_000)) {
      entries.add(codec.decode(line, hash));
      hash = line.hash();
    }
    return entries;
  }

  private static final class Sending implements EffectHandler<Effect.Deliver> {
    @Override
    public Class<Effect.Deliver> handles() {
      return Effect.Deliver.class;
    }

    @Override
    public EffectResult run(EffectId id, Effect.Deliver effect, long fence) {
      return TinyHouse.delivered();
    }
  }

  List<Entry> entries() {
    return entries(journal);
  }

  @Override
  public void close() {
    watch.close();
    watch.ended().join();
    effects.close();
  }
}
