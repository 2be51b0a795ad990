package nadhir.ops.site;

import java.util.List;
import nadhir.core.feed.Lookout;
import nadhir.core.id.FeedId;
import nadhir.core.site.Zone;
import nadhir.core.track.FixedPoint;
import nadhir.core.track.Places;
import nadhir.core.track.ShipTracker;
import nadhir.core.track.TrackListener;
import nadhir.core.track.TrackSettings;
import nadhir.geofence.zone.KeepOff;
import nadhir.geofence.zone.ZonePlaces;

/** Posts a tracker that knows the site's zones on each connection that hears ships. */
public final class ShipLookouts implements Lookout.Post {
  private final Places places;
  private final List<FixedPoint> points;

  public ShipLookouts(List<Zone> zones) {
    this.places = new ZonePlaces(zones);
    this.points = KeepOff.of(zones);
  }

  @Override
  public Lookout on(FeedId feed) {
    return new ShipTracker(TrackSettings.of(feed).with(points), places, TrackListener.NOBODY);
  }
}
