package nadhir.core.feed.ais;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.List;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.id.HazardTypeId;

/**
 * AIS lines: each complete message is {@link Decoded.Heard}. What follows from the messages is for
 * whoever knows the ships, see {@link nadhir.core.feed.Lookout}.
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
      return List.of(
          new HazardTypeId("distress-at-sea"),
          new HazardTypeId("vessel-in-trouble"),
          new HazardTypeId("collision-risk"),
          new HazardTypeId("position-doubtful"));
    }

    @Override
    public FeedDecoder open(FeedConfig feed) {
      return new AisFeedDecoder();
    }
  }

  private final AisDecoder decoder = new AisDecoder();

  @Override
  public boolean repeatsItself() {
    return false;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    return decoder.decode(raw, receivedAt);
  }

  @Override
  public List<Decoded> finish() {
    return decoder.finish();
  }
}
