package nadhir.core.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nadhir.core.id.FeedId;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/**
 * Feeds for samples: {@code usgs-geojson} as it is, {@code gauge-csv+lcra} with the options in
 * {@code samples/options/lcra.yaml}, written as a site would.
 */
public final class SampleFeeds {
  private static final String OPTIONS = "samples/options/";

  private SampleFeeds() {}

  public static FeedConfig feed(String words) {
    String[] parts = words.split("\\+", 2);
    FeedFormat format = FeedFormats.byName(parts[0]).orElseThrow();
    FeedOptions options = parts.length == 1 ? format.usual() : options(format, parts[1]);
    return new FeedConfig(
        new FeedId("feed"),
        format,
        URI.create("file:sample"),
        Optional.empty(),
        FeedConfig.USUALLY_EXPECTS,
        FeedConfig.USUAL_OLDEST,
        format.tells(),
        options);
  }

  private static FeedOptions options(FeedFormat format, String name) {
    try (var in = SampleFeeds.class.getResourceAsStream(OPTIONS + name + ".yaml")) {
      var file = new SiteFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return YamlNode.parse(
              file,
              root -> {
                var options = format.options(root.find("options"));
                return root.make(() -> options);
              })
          .get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
