package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.RawFeed;
import nadhir.core.geo.LatLon;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.sim.RoundPlaces;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

/**
 * Recorded streams of Danish receivers, played on the times of receipt that stand in them ({@code
 * $PGHP,1,year,month,day,hour,minute,second,millisecond,…}).
 */
class RealStreamsTest {
  private final List<HazardReport> reports = new ArrayList<>();
  private final TreeMap<String, Integer> passages = new TreeMap<>();
  private ShipTracker tracker;

  /**
   * 27 seconds of all Danish waters, 634 ships under way. Looked at by hand: two ferries off
   * Helsingborg 250 m apart that turn towards each other, one ship that overtakes another off
   * Copenhagen at 130 m, a ferry and a small ship off Rødby that are to pass at 40 m.
   */
  @Test
  void ofAllDanishWatersThreePairsAreTooClose() throws IOException {
    Instant end = play("marine/dma_stream_example.txt");
    assertEquals(
        """
        11:46:15 219230000 COLLISION_COURSE with 219622000 at 56.040 12.684, 151 m
        11:46:29 211226860 COLLISION_COURSE with 304339000 at 55.652 12.694, 127 m
        11:46:32 211188000 COLLISION_COURSE with 219010743 at 54.652 11.349, 41 m
        """,
        String.join("", reports.stream().map(RealStreamsTest::told).toList()));
    assertEquals("{Entered=100}", passages.toString());
    var kinds =
        tracker.vessels(end.minusSeconds(3_600)).stream()
            .collect(Collectors.groupingBy(Vessel::kind, TreeMap::new, Collectors.counting()));
    assertEquals("{CLASS_A=1285, CLASS_B=100, AID=22, AIRCRAFT=1, STATION=3}", kinds.toString());
  }

  @Test
  void ofHalfAMinuteAtTheSoundNothingFollows() throws IOException {
    Instant end = play("marine/dma_replay_dump.txt");
    assertEquals(List.of(), reports);
    assertEquals("{Entered=16}", passages.toString());
    assertEquals(30, tracker.vessels(end.minusSeconds(3_600)).size());
  }

  private Instant play(String sample) throws IOException {
    var places = RoundPlaces.none().and("sound", 55.9, 12.7, 40_000);
    var feed =
        RawFeed.open(
            FeedConfig.plain("ais", "ais"),
            id -> {
              tracker = new ShipTracker(TrackSettings.of(id), places, this::count);
              return tracker;
            });
    Instant at = Instant.EPOCH;
    for (String line : Files.readAllLines(Samples.sample(sample), StandardCharsets.ISO_8859_1)) {
      at = line.startsWith("$PGHP") ? time(line) : at;
      for (Decoded d : feed.offer((line + "\n").getBytes(StandardCharsets.ISO_8859_1), at)) {
        if (d instanceof Decoded.Ok(var report)) {
          reports.add(report);
        }
      }
    }
    return at;
  }

  private void count(String mmsi, Passage passage) {
    passages.merge(passage.getClass().getSimpleName(), 1, Integer::sum);
  }

  private static Instant time(String line) {
    String[] f = line.split(",");
    int[] n = new int[7];
    for (int i = 0; i < n.length; i++) {
      n[i] = Integer.parseInt(f[i + 2]);
    }
    return LocalDateTime.of(n[0], n[1], n[2], n[3], n[4], n[5], n[6] * 1_000_000)
        .toInstant(ZoneOffset.UTC);
  }

  private static String told(HazardReport r) {
    var v = (Observation.Vessel) r.observation();
    LatLon p = r.place().orElseThrow();
    return "%s %s %s with %s at %.3f %.3f, %.0f m%n"
        .formatted(
            r.updatedAt().toString().substring(11, 19),
            v.mmsi(),
            v.trouble(),
            v.other(),
            p.latDeg(),
            p.lonDeg(),
            v.closestM().orElseThrow());
  }
}
