package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.id.FeedId;
import nadhir.core.sim.TestSite;
import org.junit.jupiter.api.Test;

class QuarantineTest {

  private static FeedConfig feed(String id, Duration oldest) {
    var format = FeedFormats.byName("usgs-geojson").orElseThrow();
    return new FeedConfig(
        new FeedId(id),
        format,
        URI.create("https://example.org/" + id),
        Optional.of(Duration.ofMinutes(2)),
        Duration.ofMinutes(2),
        oldest,
        format.tells(),
        format.usual());
  }

  private static HazardDesk desk() {
    return new HazardDesk(
        TestSite.info(),
        TestSite.gauges(),
        List.of(feed("short", Duration.ofHours(2)), feed("long", Duration.ofDays(90))));
  }

  @Test
  void fiveMinutesAheadAreLetThroughAndMoreIsShownOnly() {
    assertEquals(
        """
        10:00 opened H1 r1 M5.0 a of 1
        10:00 quarantined a:2 in-the-future
        10:00 quarantined a:3 in-the-future
        """,
        play(
            """
            10:00 quake a:1 M5.0 28.80,34.80 o=10:05:00
            10:00 quake a:2 M8.0 28.80,34.80 o=10:05:01
            10:00 quake a:3 M8.0 28.80,34.80 o=28/10:00:00
            """));
  }

  @Test
  void eachFeedHasItsOwnLimitOfAge() {
    assertEquals(
        """
        10:00 quarantined short:1 older-than-feed-allows
        10:00 opened H1 r1 M5.0 short of 1
        10:00 ignored long:1 too-old
        10:00 ignored other:1 too-old
        10:00 ignored long:3 too-old
        """,
        play(
            desk(),
            """
            10:00 quake short:1 M5.0 28.80,34.80 o=07:59
            10:00 quake short:2 M5.0 28.80,34.80 o=08:00
            10:00 quake long:1 M5.0 28.80,34.80 o=01/10:00
            10:00 quake other:1 M5.0 28.80,34.80 o=01/10:00
            10:00 quake long:3 M5.0 28.80,34.80 o=19/09:59
            """));
  }

  @Test
  void whatIsRepeatedIsNotShownAgainAndACorrectedDateIsWeighed() {
    assertEquals(
        """
        10:00 quarantined a:1 in-the-future
        10:01 ignored a:1 repeated
        10:02 quarantined a:1 in-the-future
        10:03 opened H1 r1 M5.0 a of 1
        """,
        play(
            """
            10:00 quake a:1 M5.0 28.80,34.80 o=28/10:00 u=09:59
            10:01 quake a:1 M5.0 28.80,34.80 o=28/10:00 u=09:59
            10:02 quake a:1 M5.0 28.80,34.80 o=27/10:00 u=10:01
            10:03 quake a:1 M5.0 28.80,34.80 o=09:58 u=10:02
            """));
  }

  @Test
  void aWithdrawalIsAsOldAsItself() {
    assertEquals(
        """
        10:00 opened H1 r1 M5.0 short of 1
        12:30 withdrawn H1 r2 M5.0 short of 1
        """,
        play(
            desk(),
            """
            10:00 quake short:1 M5.0 28.80,34.80 o=09:00
            12:30 quake short:1 deleted o=09:00
            """));
  }

  @Test
  void onlySoManyAreRemembered() {
    var play = new Play(new HazardDesk(TestSite.info(), TestSite.gauges(), List.of()));
    for (int i = 0; i < 3 * Quarantine.MAX_REMEMBERED; i++) {
      play.line("10:00 quake a:" + i + " M5.0 28.80,34.80 o=28/10:00");
    }
    assertEquals(Quarantine.MAX_REMEMBERED, play.desk().snapshot().quarantined().size());
    assertTrue(play.desk().snapshot().hazards().isEmpty());
  }
}
