package nadhir.ops.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import nadhir.core.event.Entry;
import nadhir.core.event.SiteEvent;
import nadhir.core.feed.Lookout;
import nadhir.core.id.FeedId;
import nadhir.core.id.ZoneId;
import nadhir.core.picture.Change;
import nadhir.core.site.Zone;
import nadhir.core.track.FixedPoint;
import nadhir.core.track.Passage;
import nadhir.core.track.Places;
import nadhir.core.track.ShipTracker;
import nadhir.core.track.TrackSettings;
import nadhir.core.track.Vessel;
import nadhir.core.watch.Desks;
import nadhir.core.watch.LaneListener;
import nadhir.core.watch.WatchView;
import nadhir.geofence.zone.KeepOff;
import nadhir.geofence.zone.ZonePlaces;

/**
 * Posts a tracker that knows the site's zones on each connection of one lane that hears ships, and
 * remembers them, so that people can look at what they follow. Thread-safe.
 *
 * <p>As a listener of its lane it hands changed zones on to the trackers: a ship that lies in a new
 * zone has entered it, one that lay in a zone that is no more has left it. What the trackers tell
 * of zones is kept here for whoever asks; none of it is journaled.
 */
public final class ShipLookouts implements Lookout.Post, LaneListener {
  /**
   * What limits have cost since the start.
   *
   * @param passages that had to go for newer ones
   */
  public record Losses(long untold, long pushedOut, long passages) {
    Losses and(ShipTracker tracker) {
      return new Losses(untold + tracker.untold(), pushedOut + tracker.pushedOut(), passages);
    }
  }

  private final Supplier<List<Zone>> zones;
  private List<Zone> known;
  private Places places;
  private List<FixedPoint> points;
  private final SortedMap<FeedId, ShipTracker> posted = new TreeMap<>();
  private Losses before = new Losses(0, 0, 0);
  private final ShipPassages passages = new ShipPassages();

  /** Over zones that stay as they are. */
  public ShipLookouts(List<Zone> zones) {
    this(() -> zones);
  }

  /**
   * @param zones as the lane has them now; when this is told of entries, they are in it already
   */
  public ShipLookouts(Supplier<List<Zone>> zones) {
    this.zones = zones;
    this.known = zones.get();
    this.places = new ZonePlaces(known);
    this.points = KeepOff.of(known);
  }

  @Override
  public void restored(Desks desks) {
    look();
  }

  @Override
  public void durable(List<Entry> entries, List<Change> changes, WatchView view) {
    if (entries.stream().anyMatch(e -> e.event() instanceof SiteEvent.ZoneChanged)) {
      look();
    }
  }

  private void look() {
    List<Zone> now = zones.get();
    watch(now, new ZonePlaces(now), KeepOff.of(now)); // places take a while: outside the lock
  }

  private synchronized void watch(List<Zone> now, Places around, List<FixedPoint> keepOff) {
    if (!now.equals(known)) {
      known = now;
      places = around;
      points = keepOff;
      posted.values().forEach(tracker -> tracker.watch(places, points));
    }
  }

  /** A connection that is opened anew begins with an empty sea. */
  @Override
  public synchronized Lookout on(FeedId feed) {
    var tracker = new ShipTracker(TrackSettings.of(feed).with(points), places, passages.on(feed));
    ShipTracker ended = posted.put(feed, tracker);
    if (ended != null) {
      before = before.and(ended);
    }
    return tracker;
  }

  /**
   * One that a connection follows.
   *
   * @param zones that it is in, in the order in which it entered them
   */
  public record Seen(FeedId feed, Vessel vessel, List<ZoneId> zones) {
    public Seen {
      zones = List.copyOf(zones);
    }
  }

  /** All that gave a position since {@code at}; by MMSI, the last word of several connections. */
  public List<Seen> since(Instant at) {
    SortedMap<String, Seen> byMmsi = new TreeMap<>();
    trackers()
        .forEach(
            (feed, tracker) ->
                tracker
                    .vessels(at)
                    .forEach(
                        vessel ->
                            byMmsi.merge(vessel.mmsi(), seen(feed, vessel), ShipLookouts::later)));
    return new ArrayList<>(byMmsi.values());
  }

  private Seen seen(FeedId feed, Vessel vessel) {
    return new Seen(feed, vessel, passages.zones(feed, vessel.mmsi()));
  }

  private static Seen later(Seen one, Seen other) {
    return other.vessel().heardAt().isAfter(one.vessel().heardAt()) ? other : one;
  }

  /**
   * A ship entered, dwelt in or left a zone.
   *
   * @param name as far as it is known now
   */
  public record Passed(FeedId feed, String mmsi, Optional<String> name, Passage passage) {}

  /** The last passages, the oldest first; a ship that two connections hear passes on each. */
  public List<Passed> passed() {
    Map<String, String> names = names();
    return passages.last().stream()
        .map(
            told ->
                new Passed(
                    told.feed(),
                    told.mmsi(),
                    Optional.ofNullable(names.get(told.mmsi())),
                    told.passage()))
        .toList();
  }

  private Map<String, String> names() {
    var names = new TreeMap<String, String>();
    for (Seen seen : since(Instant.EPOCH)) {
      seen.vessel().name().ifPresent(name -> names.put(seen.vessel().mmsi(), name));
    }
    return names;
  }

  /** What was not told and who was forgotten, of all connections since the start. */
  public synchronized Losses losses() {
    Losses all = before;
    for (ShipTracker tracker : posted.values()) {
      all = all.and(tracker);
    }
    return new Losses(all.untold(), all.pushedOut(), passages.gone());
  }

  private synchronized SortedMap<FeedId, ShipTracker> trackers() {
    return new TreeMap<>(posted);
  }
}
