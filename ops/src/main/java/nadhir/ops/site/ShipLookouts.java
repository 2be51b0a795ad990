package nadhir.ops.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.feed.Lookout;
import nadhir.core.id.FeedId;
import nadhir.core.site.Zone;
import nadhir.core.track.FixedPoint;
import nadhir.core.track.Places;
import nadhir.core.track.ShipTracker;
import nadhir.core.track.TrackListener;
import nadhir.core.track.TrackSettings;
import nadhir.core.track.Vessel;
import nadhir.geofence.zone.KeepOff;
import nadhir.geofence.zone.ZonePlaces;

/**
 * Posts a tracker that knows the site's zones on each connection of one lane that hears ships, and
 * remembers them, so that people can look at what they follow. Thread-safe.
 */
public final class ShipLookouts implements Lookout.Post {
  /** What limits have cost since the start. */
  public record Losses(long untold, long pushedOut) {
    Losses and(ShipTracker tracker) {
      return new Losses(untold + tracker.untold(), pushedOut + tracker.pushedOut());
    }
  }

  private final Places places;
  private final List<FixedPoint> points;
  private final SortedMap<FeedId, ShipTracker> posted = new TreeMap<>();
  private Losses before = new Losses(0, 0);

  public ShipLookouts(List<Zone> zones) {
    this.places = new ZonePlaces(zones);
    this.points = KeepOff.of(zones);
  }

  /** A connection that is opened anew begins with an empty sea. */
  @Override
  public synchronized Lookout on(FeedId feed) {
    var tracker =
        new ShipTracker(TrackSettings.of(feed).with(points), places, TrackListener.NOBODY);
    ShipTracker ended = posted.put(feed, tracker);
    if (ended != null) {
      before = before.and(ended);
    }
    return tracker;
  }

  /** One that a connection follows. */
  public record Seen(FeedId feed, Vessel vessel) {}

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
                            byMmsi.merge(
                                vessel.mmsi(), new Seen(feed, vessel), ShipLookouts::later)));
    return new ArrayList<>(byMmsi.values());
  }

  private static Seen later(Seen one, Seen other) {
    return other.vessel().heardAt().isAfter(one.vessel().heardAt()) ? other : one;
  }

  /** What was not told and who was forgotten, of all connections since the start. */
  public synchronized Losses losses() {
    Losses all = before;
    for (ShipTracker tracker : posted.values()) {
      all = all.and(tracker);
    }
    return all;
  }

  private synchronized SortedMap<FeedId, ShipTracker> trackers() {
    return new TreeMap<>(posted);
  }
}
