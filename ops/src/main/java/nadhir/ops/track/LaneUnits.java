package nadhir.ops.track;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.event.SiteEvent;
import nadhir.core.id.UnitId;
import nadhir.core.lane.Actor;
import nadhir.core.picture.Change;
import nadhir.core.site.Zone;
import nadhir.core.track.LaneWords;
import nadhir.core.track.Places;
import nadhir.core.track.TrackStore;
import nadhir.core.track.UnitFix;
import nadhir.core.track.UnitSight;
import nadhir.core.track.UnitTrack;
import nadhir.core.track.UnitTracker;
import nadhir.core.track.UnitTracks;
import nadhir.core.track.UnitWord;
import nadhir.core.watch.Answer;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneListener;
import nadhir.core.watch.WatchView;
import nadhir.dispatch.DispatchState;
import nadhir.geofence.zone.ZonePlaces;
import nadhir.ops.http.UnitPositions;
import nadhir.ops.lane.LaneHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes positions of one lane's response units on any member, and offers the lane what is news.
 * Every member follows the lane, so each judges by the zones and the words that the lane has now;
 * the tracks are spread over all.
 *
 * <p>The member that keeps the watch looks at all units every {@link #SWEEP}: what did not get into
 * the journal, whyever, is offered again then. So positions are taken while nobody keeps the watch,
 * too.
 */
public final class LaneUnits implements UnitPositions, LaneListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaneUnits.class);
  private static final Actor TRACKER = new Actor.House("tracker");
  private static final Duration SWEEP = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final LaneHost host;
  private final InstantSource clock;
  private final Supplier<List<Zone>> zones;
  private final Predicate<UnitId> known;
  private final UnitTracks tracks;
  private final LaneWords words = new LaneWords();
  private final long sweeping;
  private final AtomicBoolean underWay = new AtomicBoolean();
  private volatile Places places;

  /**
   * @param clock the lane's time
   * @param zones as the lane has them now; when this is told of entries, they are in it already
   * @param known whether the site has such a unit
   * @param store where the members keep the tracks
   */
  public LaneUnits(
      Vertx vertx,
      LaneHost host,
      InstantSource clock,
      Supplier<List<Zone>> zones,
      Predicate<UnitId> known,
      TrackStore store) {
    this.vertx = vertx;
    this.host = host;
    this.clock = clock;
    this.zones = zones;
    this.known = known;
    this.tracks = new UnitTracks(store);
    this.places = new ZonePlaces(zones.get());
    this.sweeping = vertx.setPeriodic(SWEEP.toMillis(), _ -> sweepAside());
  }

  private UnitSight sight(Instant now) {
    return new UnitSight(known, places, words, now);
  }

  /** Without the journal this member knows neither the zones nor what was said. */
  private boolean isBlind() {
    return !host.followed() && !host.keeps();
  }

  @Override
  public Optional<Taken> take(List<UnitFix> positions) {
    if (isBlind()) {
      return Optional.empty();
    }
    try {
      UnitTracks.Outcome outcome = tracks.take(positions, sight(clock.instant()));
      outcome.news().forEach(word -> offer(word, word.unit()));
      return Optional.of(taken(positions, outcome.taken()));
    } catch (TrackStore.Away e) {
      LOG.warn("positions not taken lane={} why={}", host.lane().key(), e.getMessage());
      return Optional.empty();
    }
  }

  private static Taken taken(List<UnitFix> positions, List<UnitTracker.Taken> outcomes) {
    int taken = 0;
    int repeated = 0;
    List<Refused> refused = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      switch (outcomes.get(i)) {
        case UnitTracker.Taken.Followed _ -> taken++;
        case UnitTracker.Taken.Repeated() -> repeated++;
        case UnitTracker.Taken.Refused(var why) ->
            refused.add(new Refused(i, positions.get(i).unit(), why));
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
              }
            });
  }

  /** One at a time: while the cluster does not answer, no more threads than one wait for it. */
  private void sweepAside() {
    if (underWay.compareAndSet(false, true)) {
      vertx
          .executeBlocking(() -> sweep(clock.instant()), false)
          .onComplete(_ -> underWay.set(false))
          .onFailure(e -> LOG.error("units not swept lane={}", host.lane().key(), e));
    }
  }

  /** Offers what changed zones mean, who is silent and what the lane missed; gives how much. */
  public int sweep(Instant now) {
    if (!host.keeps()) {
      return 0;
    }
    try {
      List<Input> news = tracks.sweep(sight(now));
      news.forEach(word -> offer(word, unit(word)));
      return news.size();
    } catch (TrackStore.Away e) {
      LOG.warn("units not swept lane={} why={}", host.lane().key(), e.getMessage());
      return 0;
    }
  }

  private static UnitId unit(Input word) {
    return switch (word) {
      case Input.UnitHeard heard -> heard.unit();
      case Input.UnitSilent silent -> silent.unit();
      default -> throw new IllegalStateException("no word of a unit: " + word);
    };
  }

  @Override
  public Optional<Page> followed() {
    if (isBlind()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    try {
      return Optional.of(
          new Page(now, tracks.tracks(sight(now)).stream().map(LaneUnits::followed).toList()));
    } catch (TrackStore.Away e) {
      LOG.warn("units not read lane={} why={}", host.lane().key(), e.getMessage());
      return Optional.empty();
    }
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
  public void restored(Desks desks) {
    places = new ZonePlaces(zones.get());
    desks
        .state(DispatchState.class)
        .ifPresent(state -> words.restore(state.heard().stream().map(LaneUnits::word).toList()));
  }

  private static UnitWord word(DispatchState.Heard h) {
    return new UnitWord(h.unit(), h.place(), h.zones(), h.seenAt(), h.silent());
  }

  @Override
  public void durable(List<Entry> entries, List<Change> changes, WatchView view) {
    boolean isRedrawn = false;
    for (Entry entry : entries) {
      switch (entry.event()) {
        case Input.UnitHeard word -> words.fold(word);
        case Input.UnitSilent word -> words.fold(word);
        case SiteEvent.ZoneChanged _ -> isRedrawn = true;
        default -> {
          // says nothing of where units are
        }
      }
    }
    if (isRedrawn) {
      places = new ZonePlaces(zones.get());
      sweepAside();
    }
  }

  /** Forgets where units were, on every member: for a lane that is over. */
  public void forget() {
    try {
      tracks.destroy();
    } catch (TrackStore.Away e) {
      LOG.warn("units not forgotten lane={} why={}", host.lane().key(), e.getMessage());
    }
  }

  /** Looks at nothing any more; the tracks stay with the others. */
  @Override
  public void close() {
    vertx.cancelTimer(sweeping);
  }
}
