package nadhir.core.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadhir.core.feed.ais.AisFeedDecoder;
import nadhir.core.feed.nwis.NwisDecoder;
import nadhir.core.feed.usgs.UsgsDecoder;
import nadhir.core.id.FeedId;
import nadhir.core.site.pack.FeedConfig.Format;

/** The formats that can be decoded, by the names that people write. */
public final class FeedDecoders {
  private FeedDecoders() {}

  /** {@code usgs-geojson}, {@code nwis-json}, {@code ais}. */
  public static List<String> formats() {
    return Arrays.stream(Format.values()).map(FeedDecoders::nameOf).toList();
  }

  public static String nameOf(Format format) {
    return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Format> byName(String name) {
    return Arrays.stream(Format.values()).filter(f -> nameOf(f).equals(name)).findFirst();
  }

  /** A new decoder; its reports carry {@code feed} as their source. */
  public static FeedDecoder open(Format format, FeedId feed) {
    return switch (format) {
      case USGS_GEOJSON -> new UsgsDecoder(feed);
      case NWIS_JSON -> new NwisDecoder(feed);
      case AIS -> new AisFeedDecoder(feed);
    };
  }
}
