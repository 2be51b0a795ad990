package nadhir.core.feed.ais;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.List;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;

/**
 * AIS lines, with the tracker that listens for distress: each complete message is {@link
 * Decoded.Heard}, or {@link Decoded.Ok} where the tracker has something to report because of it.
 */
public final class AisFeedDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    @Override
    public String name() {
      return "ais";
    }

    @Override
    public List<Carrier> carriers() {
      return List.of(Carrier.LINES);
    }

    @Override
    public List<HazardTypeId> tells() {
      return List.of(new HazardTypeId("distress-at-sea"));
    }

    @Override
    public FeedDecoder open(FeedConfig feed) {
      return new AisFeedDecoder(feed.id());
    }
  }

  private final AisDecoder decoder = new AisDecoder();
  private final DistressTracker tracker;

  public AisFeedDecoder(FeedId feed) {
    this.tracker = new DistressTracker(feed);
  }

  @Override
  public boolean repeatsItself() {
    return false;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = decoder.decode(raw, receivedAt);
    all.replaceAll(
        d ->
            d instanceof Decoded.Heard(AisMessage message)
                ? tracker.hear(message, receivedAt).<Decoded>map(Decoded.Ok::new).orElse(d)
                : d);
    return all;
  }

  @Override
  public List<Decoded> finish() {
    return decoder.finish();
  }

  /** What was heard of ships and beacons so far. */
  public DistressTracker tracker() {
    return tracker;
  }
}
