package nadhir.geofence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nadhir.core.site.Zone;
import nadhir.core.site.pack.Parsed;
import nadhir.core.site.pack.SiteFile;
import nadhir.core.site.pack.SiteHead;
import nadhir.core.site.pack.SiteInfoParser;
import nadhir.geofence.zone.ZoneFile;

/** The real pack of Aqaba, read in place. */
public final class AqabaPack {
  private AqabaPack() {}

  public static SiteFile file(String name) {
    try {
      return new SiteFile(name, Files.readString(Path.of("../ops/sites/aqaba", name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static SiteHead head() {
    return clean(SiteInfoParser.parse(file("site.yaml")));
  }

  public static List<Zone> zones() {
    return clean(ZoneFile.parse(file("zones.geojson"), head().info()));
  }

  public static Geofence geofence() {
    return with(file("rules.yaml"));
  }

  /** Aqaba with other rules. */
  public static Geofence with(SiteFile rules) {
    return clean(Geofence.parse(file("site.yaml"), file("zones.geojson"), rules, head()));
  }

  /** The value; a failed test with all mistakes when there are any. */
  public static <T> T clean(Parsed<T> parsed) {
    assertEquals(List.of(), parsed.mistakes());
    return parsed.get();
  }
}
