package nadhir.core.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.FeedId;

/** Feeds as a site would name them. */
public final class TestFeeds {
  private TestFeeds() {}

  /** AIS lines from {@code url}, of which something is expected so often. */
  public static FeedConfig ais(String url, Duration expects) {
    return new FeedConfig(
        new FeedId("ais"),
        FeedFormats.byName("ais").orElseThrow(),
        URI.create(url),
        Optional.empty(),
        expects,
        FeedConfig.USUAL_OLDEST,
        List.of(),
        FeedOptions.NONE);
  }
}
