package nadhir.drills.friday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.Sphere;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.track.Places;
import nadhir.core.track.ShipTracker;
import nadhir.core.track.TrackListener;
import nadhir.core.track.TrackSettings;
import nadhir.core.track.Vessel;
import org.junit.jupiter.api.Test;

/** The raw files of the scenario: what they hold, as the real decoders read it. */
class FridayEveningFilesTest {
  private final SortedMap<String, String> made = FridayEveningFiles.make();

  @Test
  void theCommittedFilesAreTheOnesThatAreMade() throws IOException {
    var committed = new TreeMap<String, String>();
    try (var walk = Files.walk(FridayEveningFiles.FOLDER)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = FridayEveningFiles.FOLDER.relativize(file).toString();
        if (!name.equals("scenario.yaml")) {
          committed.put(name, Files.readString(file));
        }
      }
    }
    assertEquals(made.keySet(), committed.keySet());
    made.forEach((name, text) -> assertEquals(text, committed.get(name), name));
  }

  @Test
  void theUpperGaugeRisesAndIsSweptAway() {
    assertEquals(
        """
        15:25 0.00
        15:30 0.90
        15:35 1.25
        15:40 1.60
        15:45 1.80
        15:50 2.00
        15:55 2.15
        16:00 2.30
        """,
        gauge("Y1").lines().dropWhile(l -> !l.startsWith("15:25")).collect(joined()));
  }

  @Test
  void theLowerGaugeSeesTheWaterAtFiveAndIsBelowMinorLongBeforeTheAllClear() {
    var lines = gauge("Y2").lines().collect(Collectors.toMap(l -> l.substring(0, 5), l -> l));
    assertEquals("16:55 0.00", lines.get("16:55"));
    assertEquals("17:00 0.90", lines.get("17:00"));
    assertEquals("17:30 2.10", lines.get("17:30"));
    assertEquals("19:00 0.86", lines.get("19:00"));
  }

  @Test
  void theRainGaugesHaveEnoughAtTheMomentsThatTheRulesNeed() {
    assertEquals(18, rain30("RG1", "15:15"), 0.2);
    assertEquals(14, rain30("RG2", "15:15"), 0.2);
    assertTrue(rain30("RG1", "15:40") >= 15);
    assertTrue(rain30("RG2", "17:00") >= 15);
    assertEquals(0, rain30("RG3", "17:05"));
    assertEquals(60, rain30("RG3", "17:10"), 0.1);
    assertEquals(0, rain30("RG3", "17:40"));
  }

  @Test
  void bothNetworksSpeakOfOneEarthquake() {
    var reports = new ArrayList<HazardReport>();
    reports.addAll(reports("emsc", "usgs-geojson"));
    reports.addAll(reports("usgs", "usgs-geojson"));
    assertEquals(
        """
        emsc:emscdemo0001 14:05:00 LIKELY M6.9 20 km 28.850 34.780 received 14:08:00
        usgs:usdemo0002 14:05:00 OBSERVED M7.2 18 km 28.826 34.799 received 14:11:00
        """,
        reports.stream().map(FridayEveningFilesTest::quake).collect(joined()));
  }

  @Test
  void theWeatherServiceSaysOneThingInTwoLanguages() {
    assertEquals(
        """
        jo-meteo-ar ar MODERATE 12:00-18:00 منخفض البحر الأحمر: أمطار غزيرة وسيول محتملة في العقبة ووادي اليتم
        jo-meteo-en en MODERATE 12:00-18:00 Red Sea trough: heavy rain and flash floods possible in Aqaba and Wadi Yutum
        """,
        List.of("jo-meteo-ar", "jo-meteo-en").stream()
            .flatMap(feed -> reports(feed, "cap").stream())
            .map(FridayEveningFilesTest::warning)
            .collect(joined()));
  }

  private static String warning(HazardReport r) {
    var stated = (Observation.Stated) r.observation();
    return "%s %s %s %s-%s %s"
        .formatted(
            r.feed(),
            stated.language(),
            stated.severity(),
            stated.onset().toString().substring(11, 16),
            stated.until().orElseThrow().toString().substring(11, 16),
            r.title());
  }

  private static String quake(HazardReport r) {
    var quake = (Observation.Quake) r.observation();
    return "%s %s %s M%.1f %.0f km %.3f %.3f received %s"
        .formatted(
            r.id(),
            time(r.occurredAt()),
            r.certainty(),
            quake.magnitude(),
            quake.depthM().orElseThrow() / 1000,
            r.place().orElseThrow().latDeg(),
            r.place().orElseThrow().lonDeg(),
            time(r.receivedAt()));
  }

  private static String time(Instant at) {
    return at.atOffset(java.time.ZoneOffset.UTC).toLocalTime().toString().length() == 5
        ? at.atOffset(java.time.ZoneOffset.UTC).toLocalTime() + ":00"
        : at.atOffset(java.time.ZoneOffset.UTC).toLocalTime().toString();
  }

  @Test
  void theBeaconIsReportedOnceAMinuteAndDrifts() {
    var reports = reports("ais", "ais");
    assertEquals(20, reports.size());
    for (int i = 0; i < reports.size(); i++) {
      var distress = (Observation.Distress) reports.get(i).observation();
      assertEquals(Sea.BEACON, distress.mmsi());
      assertEquals(Observation.DistressKind.MAN_OVERBOARD, distress.kind());
      assertEquals(190, distress.courseDeg().orElseThrow(), 0.1);
      assertEquals(0.4 * 1852 / 3600, distress.speedMps().orElseThrow(), 0.001);
      double apartM =
          Sphere.distanceM(
              reports.get(i).place().orElseThrow(), Sea.beaconAt(Sea.FIRST.plusMinutes(i)));
      assertTrue(apartM < 0.3, "minute " + i + ": " + apartM + " m apart");
    }
    assertEquals(29.4700, reports.getFirst().place().orElseThrow().latDeg(), 0.000_01);
  }

  @Test
  void everyLineOfTheSeaIsUnderstoodAndNothingIsRejected() {
    var feed = RawFeed.open(FeedConfig.plain("ais", "ais"));
    int texts = 0;
    for (var file : named("ais").entrySet()) {
      for (Decoded d : feed.offer(bytes(file.getValue()), at(file.getKey()))) {
        texts += d instanceof Decoded.Heard(AisMessage.SafetyText _) ? 1 : 0;
      }
    }
    assertEquals(0, feed.rejects().total());
    assertEquals(20, texts);
  }

  @Test
  void sixShipsAreWithinTwoMilesWhenSomebodyFallsOverboard() {
    var ships = ships(new FeedId("ais"));
    var feed = RawFeed.open(FeedConfig.plain("ais", "ais"), _ -> ships);
    for (var file : named("ais").entrySet()) {
      if (!at(file.getKey()).isAfter(at("ais/1625.nmea"))) {
        feed.offer(bytes(file.getValue()), at(file.getKey()));
      }
    }
    var near =
        ships.vesselsNear(Sea.FELL_AT, 2 * 1852, at("ais/1625.nmea")).stream()
            .map(Vessel::name)
            .map(name -> name.orElse("?"))
            .sorted()
            .toList();
    assertEquals(
        List.of("DEMO BOX", "DEMO BULKER", "DEMO DIVER", "DEMO FERRY", "DEMO PILOT", "DEMO TUG 1"),
        near);
  }

  private static ShipTracker ships(FeedId feed) {
    return new ShipTracker(TrackSettings.of(feed), Places.NONE, TrackListener.NOBODY);
  }

  private String gauge(String code) {
    return readings(code).entrySet().stream()
        .map(e -> "%s %.2f".formatted(e.getKey(), e.getValue()))
        .collect(joined());
  }

  private double rain30(String code, String time) {
    var to = LocalTime.parse(time);
    return readings(code).tailMap(to.minusMinutes(29)).headMap(to.plusMinutes(1)).values().stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /** Stage in metres or rain in millimetres, by local time. */
  private SortedMap<LocalTime, Double> readings(String code) {
    var readings = new TreeMap<LocalTime, Double>();
    for (HazardReport report : reports("gauges", "nwis-json")) {
      var time = OffsetDateTime.ofInstant(report.occurredAt(), Gauges.AMMAN).toLocalTime();
      switch (report.observation()) {
        case Observation.Water(var id, var stageM, _) when id.value().equals(code) ->
            readings.put(time, stageM.orElseThrow());
        case Observation.Rain(var id, double mm, var over) when id.value().equals(code) -> {
          assertEquals(5, over.toMinutes());
          readings.put(time, mm);
        }
        default -> {
          // another gauge
        }
      }
    }
    return readings;
  }

  private List<HazardReport> reports(String folder, String format) {
    var feed = RawFeed.open(FeedConfig.plain(folder, format), FridayEveningFilesTest::ships);
    var reports = new ArrayList<HazardReport>();
    for (var file : named(folder).entrySet()) {
      for (Decoded d : feed.offer(bytes(file.getValue()), at(file.getKey()))) {
        if (d instanceof Decoded.Ok(var report)) {
          reports.add(report);
        }
      }
    }
    assertEquals(0, feed.rejects().total());
    return reports;
  }

  private SortedMap<String, String> named(String folder) {
    var files = new TreeMap<>(made);
    files.keySet().removeIf(name -> !name.startsWith(folder + "/"));
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Instant at(String name) {
    String digits = name.substring(name.indexOf('/') + 1, name.indexOf('.'));
    var time = LocalTime.of(Integer.parseInt(digits) / 100, Integer.parseInt(digits) % 100);
    return OffsetDateTime.of(Gauges.DAY, time, Gauges.AMMAN).toInstant();
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("\n", "", "\n");
  }
}
