package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import nadhir.core.feed.FeedConfig;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.sim.TestSite;
import org.junit.jupiter.api.Test;

/** Which solution is believed, why, and what the others say. */
class PreferenceTest {

  /** The site names its own observatory first. */
  private static HazardDesk desk() {
    return new HazardDesk(
        TestSite.info(),
        TestSite.gauges(),
        List.of(FeedConfig.plain("jso", "usgs-geojson"), FeedConfig.plain("usgs", "usgs-geojson")));
  }

  @Test
  void nearTheSiteTheNetworkThatItNamesFirstIsBelievedAmongEquals() {
    assertEquals(
        """
        10:03 opened H1 r1 M4.9 jso of 1
        10:05 revised H1 r2 M4.9 jso (home-network) of 2
        10:06 revised H1 r3 M4.9 jso (home-network) of 3
        10:07 revised H1 r4 M5.3 usgs reviewed of 3
        10:09 revised H1 r5 M4.8 jso reviewed (home-network) of 3
        """,
        play(
            desk(),
            """
            10:03 quake jso:1 M4.9 29.00,34.80
            10:05 quake usgs:1 M5.2 29.02,34.80 ids=us1,ak1
            10:06 quake emsc:1 M5.0 29.01,34.80
            10:07 quake usgs:1 M5.3 29.02,34.80 ids=us1,ak1 reviewed
            10:09 quake jso:1 M4.8 29.00,34.80 reviewed
            """));
  }

  @Test
  void farAwayItsStationsAreNoBetterThanOthers() {
    assertEquals(
        """
        10:03 opened H1 r1 M5.9 jso of 1
        10:05 revised H1 r2 M6.2 usgs (more-networks) of 2
        """,
        play(
            desk(),
            """
            10:03 quake jso:1 M5.9 10.00,34.80
            10:05 quake usgs:1 M6.2 10.02,34.80 ids=us1,ak1
            """));
  }

  @Test
  void everyNetworksWordIsKeptTheBelievedOneFirst() {
    var play = new Play(desk());
    play.line("10:03 quake emsc:1 M4.9 29.00,34.80");
    play.line("10:04 quake usgs:1 M5.2 29.02,34.80 o=10:00:02");
    play.line("10:05 quake gfz:1 M5.0 29.02,34.80 o=10:00:01");
    play.line("10:06 quake emsc:1 deleted");
    assertEquals(
        """
        usgs M5.2 2026-11-20T10:00:02Z ACTUAL
        gfz M5.0 2026-11-20T10:00:01Z ACTUAL
        emsc M4.9 2026-11-20T10:00:00Z WITHDRAWN
        """,
        detail(play).sources().stream()
            .map(
                s ->
                    s.feed()
                        + " M"
                        + s.magnitude()
                        + " "
                        + s.occurredAt()
                        + " "
                        + s.status()
                        + "\n")
            .collect(Collectors.joining()));
  }

  private static HazardDetail.Quake detail(Play play) {
    return (HazardDetail.Quake) play.desk().snapshot().hazards().getFirst().hazard().detail();
  }
}
