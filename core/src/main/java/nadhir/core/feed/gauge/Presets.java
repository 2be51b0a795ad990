package nadhir.core.feed.gauge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/** The mappings of the formats that have a name; each is a file beside this class. */
final class Presets {
  private Presets() {}

  /**
   * The preset with what a site says over it; empty when the site's options have mistakes, which
   * are told where they stand.
   */
  static Optional<GaugeOptions> read(String name, boolean csv, Optional<YamlNode> options) {
    var file = new SiteFile(name + ".yaml", text(name + ".yaml"));
    return YamlNode.parse(
            file, preset -> Optional.of(new MappingReader(csv, options, preset).read()))
        .get();
  }

  private static String text(String file) {
    try (var in = Presets.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
