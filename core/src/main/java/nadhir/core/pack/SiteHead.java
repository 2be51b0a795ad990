package nadhir.core.pack;

import java.util.List;
import nadhir.core.feed.FeedConfig;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.SiteModels;

/** All that {@code site.yaml} holds. */
public record SiteHead(
    SiteInfo info, List<Gauge> gauges, List<FeedConfig> feeds, SiteModels models) {
  public SiteHead {
    gauges = List.copyOf(gauges);
    feeds = List.copyOf(feeds);
  }
}
