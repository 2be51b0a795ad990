package nadhir.core.site.pack;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import nadhir.core.id.FeedId;

/**
 * A source that the site listens to.
 *
 * @param url {@code https:} or {@code http:} for what is polled, {@code tcp://host:port} for a
 *     stream, {@code file:} for a recording (drill lanes only)
 * @param every the polling interval; empty for a stream
 */
public record FeedConfig(FeedId id, Format format, URI url, Optional<Duration> every) {

  /** What the source speaks. */
  public enum Format {
    USGS_GEOJSON(true),
    NWIS_JSON(true),
    AIS(false);

    private final boolean polled;

    Format(boolean polled) {
      this.polled = polled;
    }

    /** Whether documents are fetched, rather than lines received. */
    public boolean polled() {
      return polled;
    }
  }

  /** Whether it reads a recording instead of a living source: allowed in drill lanes only. */
  public boolean isRecording() {
    return "file".equals(url.getScheme());
  }
}
