package nadhir.ops.drill;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import nadhir.alerting.desk.AlertBook;
import nadhir.alerting.desk.Institutions;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.effect.EffectHandler;
import nadhir.core.effect.EffectRunner;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.EffectId;
import nadhir.core.id.MemberId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryJournal;
import nadhir.core.journal.JournalCodec;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.watch.Desks;
import nadhir.core.watch.Watch;
import nadhir.drills.play.WatchLane;
import nadhir.ops.site.LaneDesks;
import nadhir.ops.site.SitePack;

/** A drill lane in memory with all desks of a site; what would be sent is only counted. */
final class EveningLane implements AutoCloseable {
  static final Lane.Drill LANE = new Lane.Drill("friday");

  private final InMemoryJournal journal = new InMemoryJournal();
  private final JournalCodec codec = new JournalCodec(LANE);
  private final AlertBook book = new AlertBook();
  private final Institutions told;
  private final Watch watch;
  private final EffectRunner effects;
  final WatchLane port;

  EveningLane(SitePack pack, InstantSource clock) {
    told = message -> told(pack, message);
    var here = new CompletableFuture<WatchLane>();
    effects =
        new EffectRunner(
            List.of(new Delivering(), new Tallying(), new Publishing()),
            1,
            1,
            ended -> offer(ended, "effects"));
    watch =
        new Watch(
            journal,
            codec,
            LaneDesks.of(pack, LANE, told),
            Head.EMPTY,
            1,
            clock,
            (entries, view) -> {
              entries.forEach(book::fold);
              effects.follow(view.effects());
              here.join().durable(entries, view);
            },
            () -> true);
    port = new WatchLane(watch::offer, watch::runWakeUps, watch.view());
    here.complete(port);
    watch.start("watch-friday");
    offer(new Input.WatchTaken(new MemberId("test"), 1), "watch");
    offer(new Input.SiteAdopted(pack.info().id(), pack.sha256()), "watch");
    watch.ask(Desks::seq).join();
  }

  private void offer(Input input, String part) {
    watch.offer(input, new Actor.House(part));
  }

  private static List<PersonRef> told(SitePack pack, AlertMessage message) {
    Set<ZoneId> zones = new HashSet<>(message.zones());
    return pack.contacts().institutions().stream()
        .filter(i -> message.audience().institutions() && zones.contains(i.zone()))
        .map(i -> i.ref())
        .sorted()
        .toList();
  }

  List<PersonRef> told(nadhir.core.id.AlertId alert, int revision) {
    return told.toldBy(book.find(alert, revision).orElseThrow().message());
  }

  Head head() {
    return journal.head();
  }

  String stateHash() {
    return watch.ask(Desks::stateHash).join();
  }

  List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    String hash = Head.GENESIS;
    for (var line : journal.read(1, 1_000_000)) {
      entries.add(codec.decode(line, hash));
      hash = line.hash();
    }
    return entries;
  }

  private static List<DeliveryCounts> counts() {
    return List.of(
        new DeliveryCounts(Channel.SMS, 0, 0, 0, 10, 0, 0, 0, 0),
        new DeliveryCounts(Channel.PUSH, 0, 0, 0, 5, 0, 0, 0, 0));
  }

  private static final class Delivering implements EffectHandler<Effect.Deliver> {
    @Override
    public Class<Effect.Deliver> handles() {
      return Effect.Deliver.class;
    }

    @Override
    public EffectResult run(EffectId id, Effect.Deliver effect, long fence) {
      return new EffectResult.Delivered(
          new AudienceCounts(10, 2, 0, 1, new TreeMap<>()), counts(), "digest");
    }
  }

  private static final class Tallying implements EffectHandler<Effect.Tally> {
    @Override
    public Class<Effect.Tally> handles() {
      return Effect.Tally.class;
    }

    @Override
    public EffectResult run(EffectId id, Effect.Tally effect, long fence) {
      return new EffectResult.Tallied(counts(), "digest");
    }
  }

  private static final class Publishing implements EffectHandler<Effect.PublishCap> {
    @Override
    public Class<Effect.PublishCap> handles() {
      return Effect.PublishCap.class;
    }

    @Override
    public EffectResult run(EffectId id, Effect.PublishCap effect, long fence) {
      return new EffectResult.Published(effect.alert() + "." + effect.revision(), "0".repeat(64));
    }
  }

  @Override
  public void close() {
    watch.close();
    watch.ended().join();
    effects.close();
  }
}
