package nadhir.core.feed.nwis;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.JsonItems;
import nadhir.core.feed.Reason;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;

/**
 * Gauge readings in the JSON of the USGS National Water Information System, instantaneous values
 * service: stage (00065), discharge (00060) and rain (00045). One report for each value; the gauge
 * is named by its site code.
 *
 * @see <a href="https://waterservices.usgs.gov/docs/instantaneous-values/">the service</a>
 */
public final class NwisDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    @Override
    public String name() {
      return "nwis-json";
    }

    @Override
    public List<Carrier> carriers() {
      return List.of(Carrier.POLLED);
    }

    @Override
    public List<HazardTypeId> tells() {
      return List.of(new HazardTypeId("flash-flood"));
    }

    @Override
    public FeedDecoder open(FeedConfig feed) {
      return new NwisDecoder(feed.id());
    }
  }

  private final FeedId feed;

  public NwisDecoder(FeedId feed) {
    this.feed = feed;
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    JsonItems.each(
            raw,
            List.of("value", "timeSeries"),
            series -> all.addAll(new NwisSeries(feed, series, receivedAt).decode()))
        .ifPresent(all::add);
    return all;
  }

  static Decoded.Rejected noValues(String name) {
    return new Decoded.Rejected(Reason.WRONG_DOCUMENT, name + ": a series without a value list");
  }
}
