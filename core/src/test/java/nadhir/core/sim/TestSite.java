package nadhir.core.sim;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.geo.LatLon;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.site.Borders;
import nadhir.core.site.Gauge;
import nadhir.core.site.GaugeLimits;
import nadhir.core.site.HazardType;
import nadhir.core.site.Level;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;

/** A small site for tests: four levels, seven hazard types, two wadis with five gauges. */
public final class TestSite {
  private TestSite() {}

  public static SiteInfo info() {
    return new SiteInfo(
        "test",
        Words.arEn("مدينة", "Testtown"),
        ZoneId.of("Asia/Amman"),
        List.of("ar", "en"),
        new LatLon(29.5319, 35.0056),
        "eoc@test.example",
        "TEST",
        List.of(
            level("green", 0, "#2e9e4f"),
            level("yellow", 1, "#f2c200"),
            level("orange", 2, "#f07d00"),
            level("red", 3, "#c81e1e")),
        new LevelId("orange"),
        List.of(
            type("flash-flood", "Met", 2),
            type("earthquake", "Geo", 24),
            type("distress-at-sea", "Rescue", 1),
            type("vessel-in-trouble", "Transport", 2),
            type("weather-warning", "Met", 12),
            type("chemical-release", "CBRNE", 12),
            type("fire", "Fire", 12)),
        Borders.NONE);
  }

  /** RG1, RG2 (rain), Y1, Y2 (water) of wadi yutum; RG3 (rain) of wadi shallala. */
  public static List<Gauge> gauges() {
    return List.of(
        rain("RG1", 29.797, 35.312, "yutum", 15),
        rain("RG2", 29.650, 35.250, "yutum", 15),
        rain("RG3", 29.530, 35.040, "shallala", 20),
        water("Y1", 29.690, 35.170),
        water("Y2", 29.588, 35.062));
  }

  /** The same gauges, of which the site knows what they can show. */
  public static List<Gauge> gauges(GaugeLimits limits) {
    return gauges().stream()
        .map(
            g ->
                new Gauge(
                    g.id(),
                    g.name(),
                    g.place(),
                    g.wadi(),
                    g.stages(),
                    g.rainActionMm30(),
                    g.expectedEvery(),
                    g.downstream(),
                    g.provenance(),
                    limits))
        .toList();
  }

  private static Level level(String id, int rank, String colour) {
    return new Level(new LevelId(id), rank, Words.arEn(id, id), colour);
  }

  private static HazardType type(String id, String category, int hours) {
    return new HazardType(
        new HazardTypeId(id), Words.arEn(id, id), category, Duration.ofHours(hours));
  }

  private static Gauge rain(String id, double lat, double lon, String wadi, double actionMm30) {
    return new Gauge(
        new GaugeId(id),
        Words.arEn(id, id),
        new LatLon(lat, lon),
        wadi,
        Optional.empty(),
        OptionalDouble.of(actionMm30),
        Duration.ofMinutes(15),
        List.of(),
        "invented");
  }

  private static Gauge water(String id, double lat, double lon) {
    return new Gauge(
        new GaugeId(id),
        Words.arEn(id, id),
        new LatLon(lat, lon),
        "yutum",
        Optional.of(new Gauge.Stages(0.8, 1.0, 1.5, 2.5)),
        OptionalDouble.empty(),
        Duration.ofMinutes(5),
        List.of(),
        "invented");
  }
}
