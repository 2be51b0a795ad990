package nadhir.ops.track;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.event.SiteEvent;
import nadhir.core.id.UnitId;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.picture.Change;
import nadhir.core.site.Zone;
import nadhir.core.track.Places;
import nadhir.core.track.TrackBook;
import nadhir.core.track.UnitFix;
import nadhir.core.track.UnitTrack;
import nadhir.core.track.UnitTracker;
import nadhir.core.watch.Answer;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneListener;
import nadhir.core.watch.WatchView;
import nadhir.dispatch.DispatchState;
import nadhir.geofence.zone.ZonePlaces;
import nadhir.ops.http.UnitPositions;
import nadhir.ops.lane.KeeperCall;
import nadhir.ops.lane.LaneHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the response units of one lane on the member that keeps its watch, and offers the lane
 * what is news. Any member takes words; they go to that one, so that the words of a unit are one
 * behind the other.
 *
 * <p>Every other member keeps what the lane itself knows of the units, and goes on from there when
 * the watch comes to it. News that did not get into the journal comes again with the unit's next
 * word.
 */
public final class LaneUnits implements UnitPositions, LaneListener {
  private static final Logger LOG = LoggerFactory.getLogger(LaneUnits.class);
  private static final Actor TRACKER = new Actor.House("tracker");

  /** How often the silent are looked for. */
  private static final Duration SWEEP = Duration.ofSeconds(10);

  private record Words(List<UnitFix> positions) {}

  private final LaneHost host;
  private final InstantSource clock;
  private final Supplier<List<Zone>> zones;
  private final TrackBook book;
  private final KeeperCall taking;
  private final KeeperCall reading;
  private volatile Places places;

  /**
   * @param clock the lane's time
   * @param zones as the lane has them now; when this is told of entries, they are in it already
   * @param known whether the site has such a unit
   */
  public LaneUnits(
      Vertx vertx,
      LaneHost host,
      InstantSource clock,
      Supplier<List<Zone>> zones,
      Predicate<UnitId> known) {
    this.host = host;
    this.clock = clock;
    this.zones = zones;
    this.book = TrackBook.whole(known);
    this.places = new ZonePlaces(zones.get());
    this.taking =
        new KeeperCall(
            vertx,
            host,
            "units.take",
            text -> DomainJson.write(here(DomainJson.read(text, Words.class).positions())));
    this.reading = new KeeperCall(vertx, host, "units.read", _ -> DomainJson.write(page()));
    vertx.setPeriodic(
        SWEEP.toMillis(),
        _ ->
            vertx
                .executeBlocking(() -> sweep(clock.instant()), false)
                .onFailure(e -> LOG.error("units not swept lane={}", host.lane().key(), e)));
  }

  @Override
  public CompletableFuture<Optional<Taken>> take(List<UnitFix> positions) {
    return taking
        .ask(DomainJson.write(new Words(positions)))
        .thenApply(answer -> answer.map(text -> DomainJson.read(text, Taken.class)));
  }

  @Override
  public CompletableFuture<Optional<Page>> followed() {
    return reading
        .ask("all")
        .thenApply(answer -> answer.map(text -> DomainJson.read(text, Page.class)));
  }

  /** Under one lock words are taken and news are offered, so that both are in one order. */
  private synchronized Taken here(List<UnitFix> positions) {
    int taken = 0;
    int repeated = 0;
    List<Refused> refused = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      UnitFix fix = positions.get(i);
      switch (book.of(fix.unit()).orElseThrow().hear(fix, places, clock.instant())) {
        case UnitTracker.Taken.Followed(var news) -> {
          taken++;
          news.ifPresent(word -> offer(word, word.unit()));
        }
        case UnitTracker.Taken.Repeated() -> repeated++;
        case UnitTracker.Taken.Refused(var why) -> refused.add(new Refused(i, fix.unit(), why));
      }
    }
    return new Taken(taken, repeated, refused);
  }

  private void offer(Input news, UnitId unit) {
    host.offer(news, TRACKER)
        .whenComplete(
            (answer, e) -> {
              if (!(answer instanceof Answer.Accepted)) {
                LOG.warn("news of a unit not taken unit={} why={}", unit, e == null ? answer : e);
                untold(unit);
              }
            });
  }

  private synchronized void untold(UnitId unit) {
    book.of(unit).ifPresent(tracker -> tracker.untold(unit));
  }

  /** Offers who has fallen silent, and what changed zones mean; gives how much that was. */
  public synchronized int sweep(Instant now) {
    if (!host.keeps()) {
      return 0;
    }
    List<Input.UnitHeard> moved = book.changed(places);
    moved.forEach(word -> offer(word, word.unit()));
    List<Input.UnitSilent> silent = book.silent(now);
    silent.forEach(word -> offer(word, word.unit()));
    return moved.size() + silent.size();
  }

  private synchronized Page page() {
    return new Page(clock.instant(), book.tracks().stream().map(LaneUnits::followed).toList());
  }

  private static Followed followed(UnitTrack track) {
    UnitFix last = track.last();
    return new Followed(
        last.unit(),
        last.place(),
        last.at(),
        last.accuracyM(),
        last.speedMps(),
        last.headingDeg(),
        track.zones(),
        track.silent());
  }

  @Override
  public synchronized void restored(Desks desks) {
    places = new ZonePlaces(zones.get());
    desks
        .state(DispatchState.class)
        .ifPresent(
            state ->
                state
                    .heard()
                    .forEach(
                        h -> {
                          recall(new Input.UnitHeard(h.unit(), h.place(), h.zones(), h.seenAt()));
                          if (h.silent()) {
                            recall(new Input.UnitSilent(h.unit(), h.seenAt()));
                          }
                        }));
  }

  @Override
  public synchronized void durable(List<Entry> entries, List<Change> changes, WatchView view) {
    for (Entry entry : entries) {
      switch (entry.event()) {
        case Input.UnitHeard word -> recall(word);
        case Input.UnitSilent word -> recall(word);
        case SiteEvent.ZoneChanged _ -> places = new ZonePlaces(zones.get());
        default -> {
          // says nothing of where units are
        }
      }
    }
    if (host.keeps()
        && entries.stream().anyMatch(e -> e.event() instanceof SiteEvent.ZoneChanged)) {
      book.changed(places).forEach(word -> offer(word, word.unit()));
    }
  }

  private void recall(Input.UnitHeard word) {
    book.of(word.unit()).ifPresent(tracker -> tracker.recall(word));
  }

  private void recall(Input.UnitSilent word) {
    book.of(word.unit()).ifPresent(tracker -> tracker.recall(word));
  }
}
