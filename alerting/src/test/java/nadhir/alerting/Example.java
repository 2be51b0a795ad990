package nadhir.alerting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nadhir.alerting.compose.Messages;
import nadhir.alerting.compose.MessagesParser;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.site.Borders;
import nadhir.core.site.HazardType;
import nadhir.core.site.Level;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;
import nadhir.core.yaml.SiteFile;

/** A small site that the tests of alerting speak of: three zones side by side on a coast. */
public final class Example {
  private Example() {}

  /** The text of {@code messages.yaml}. */
  public static String messagesYaml() {
    try (var in = Example.class.getResourceAsStream("example-messages.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Messages messages() {
    return MessagesParser.parse(
            new SiteFile("messages.yaml", messagesYaml()), site("ar", "en", "de"))
        .get();
  }

  public static SiteInfo site(String... languages) {
    return new SiteInfo(
        "example",
        Words.arEn("مثال", "Example"),
        ZoneId.of("Asia/Amman"),
        List.of(languages),
        new LatLon(29.53, 35.0),
        "eoc.example",
        "Example",
        List.of(
            new Level(new LevelId("green"), 0, Words.arEn("أخضر", "green"), "#2e7d32"),
            new Level(new LevelId("orange"), 2, Words.arEn("برتقالي", "orange"), "#ef6c00"),
            new Level(new LevelId("red"), 3, Words.arEn("أحمر", "red"), "#c62828")),
        new LevelId("orange"),
        List.of(
            new HazardType(
                new HazardTypeId("flash-flood"),
                Words.arEn("سيل", "flash flood"),
                "Met",
                Duration.ofHours(6))),
        Borders.NONE);
  }

  /** {@code shamiya}, {@code shallala} and {@code port}, each 0.01 degrees wide. */
  public static List<Zone> zones() {
    return List.of(
        zone("shamiya", "الشامية", "Shamiya", 35.00),
        zone("shallala", "الشلالة", "Shallala", 35.01),
        zone("port", "الميناء", "Port", 35.02));
  }

  private static Zone zone(String id, String ar, String en, double westDeg) {
    return new Zone(
        new nadhir.core.id.ZoneId(id),
        Words.arEn(ar, en),
        "district",
        new TreeMap<>(Map.of()),
        square(29.50, westDeg, 0.01),
        new LatLon(29.505, westDeg + 0.005),
        1000,
        1000,
        List.of(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "invented");
  }

  /** A square with its south-west corner there. */
  public static Area square(double southDeg, double westDeg, double sideDeg) {
    LatLon corner = new LatLon(southDeg, westDeg);
    return Area.polygon(
        List.of(
            corner,
            new LatLon(southDeg, westDeg + sideDeg),
            new LatLon(southDeg + sideDeg, westDeg + sideDeg),
            new LatLon(southDeg + sideDeg, westDeg),
            corner));
  }
}
