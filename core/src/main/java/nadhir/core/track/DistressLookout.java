package nadhir.core.track;

import java.time.Instant;
import java.util.List;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;

/**
 * Listens for distress and concludes nothing else: for a file that is decoded at one moment, where
 * nothing can be said of how ships moved.
 */
public final class DistressLookout implements Lookout {
  private final TrackTable table = new TrackTable(_ -> {});
  private final Fix fix = new Fix();
  private final DistressTracker distress;

  public DistressLookout(FeedId feed) {
    this.distress = new DistressTracker(feed);
  }

  @Override
  public List<HazardReport> hear(AisMessage message, Instant at) {
    int sender = Mmsi.number(message.mmsi());
    if (sender == Mmsi.NONE) {
      return List.of();
    }
    if (message instanceof AisMessage.Position p) {
      fix.take(sender, p, at, at.toEpochMilli());
      if (fix.place.isPresent()) {
        table.place(table.hear(sender, fix.atMs), fix, Doubt.NONE);
      }
    }
    return distress.hear(message, at, table).map(List::of).orElse(List.of());
  }
}
