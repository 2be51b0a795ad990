package nadhir.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nadhir.core.id.FeedId;
import org.junit.jupiter.api.Test;

class PulseTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final RecordingSink sink = new RecordingSink();
  private final Pulse pulse = new Pulse(new FeedId("usgs"), sink, Duration.ofMinutes(1));

  @Test
  void theFirstFailureIsGreyLaterOnesAfterTwiceTheInterval() {
    pulse.failure(minute(0), Pulse.UNREACHABLE, "refused");
    pulse.failure(minute(1), Pulse.UNREACHABLE, "refused");
    pulse.success(minute(2));
    pulse.success(minute(3));
    pulse.failure(minute(4), Pulse.UNREACHABLE, "time-out");
    assertEquals(List.of("GREY refused", "GREEN"), sink.health);
    pulse.failure(minute(5), Pulse.UNREACHABLE, "time-out");
    pulse.failure(minute(6), Pulse.UNREACHABLE, "time-out");
    assertEquals(List.of("GREY refused", "GREEN", "GREY time-out"), sink.health);
  }

  @Test
  void silenceIsGreyAfterTwiceTheIntervalAlsoWhenNothingEverCame() {
    pulse.look(minute(9));
    assertEquals(List.of(), sink.health);
    pulse.begin(minute(10));
    pulse.look(minute(11));
    assertEquals(List.of(), sink.health);
    pulse.look(minute(12));
    assertEquals(List.of("GREY nothing heard since 2026-11-20T12:10:00Z"), sink.health);
    pulse.success(minute(13));
    pulse.look(minute(14));
    pulse.look(minute(15));
    assertEquals(
        List.of(
            "GREY nothing heard since 2026-11-20T12:10:00Z",
            "GREEN",
            "GREY nothing heard since 2026-11-20T12:13:00Z"),
        sink.health);
  }

  @Test
  void waitsAreDoubledUpToTheLimitAndSpread() {
    var backoff = new Backoff(Duration.ofSeconds(5), Duration.ofSeconds(60), new Random(1));
    List<Long> most = List.of(5L, 10L, 20L, 40L, 60L, 60L);
    var waits = new ArrayList<Duration>();
    for (long seconds : most) {
      Duration wait = backoff.next();
      assertTrue(wait.toMillis() >= seconds * 500 && wait.toMillis() <= seconds * 1000, "" + wait);
      waits.add(wait);
    }
    assertEquals(waits.size(), waits.stream().distinct().count());
    backoff.reset();
    assertTrue(backoff.next().compareTo(Duration.ofSeconds(5)) <= 0);
  }

  private static Instant minute(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
