package nadhir.geofence.impact.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GaugeTrackTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private static GaugeTrack track(double... stagesM) {
    GaugeTrack track = GaugeTrack.NONE;
    for (int i = 0; i < stagesM.length; i++) {
      track = track.with(stagesM[i], START.plus(Duration.ofMinutes(5L * i)));
    }
    return track;
  }

  private static Optional<Integer> reachedAfterMin(GaugeTrack track, double thresholdM) {
    return track.reached(thresholdM).map(at -> (int) Duration.between(START, at).toMinutes());
  }

  @Test
  void theFirstTimeAtAStageIsKept() {
    var track = track(0, 0.9, 1.6, 2.3, 2.0, 1.2);
    assertEquals(Optional.of(5), reachedAfterMin(track, 0.8));
    assertEquals(Optional.of(10), reachedAfterMin(track, 1.5));
    assertEquals(Optional.empty(), reachedAfterMin(track, 2.5));
  }

  @Test
  void aSecondWaveCountsAnew() {
    assertEquals(Optional.of(25), reachedAfterMin(track(0, 2.0, 1.0, 0.5, 0.3, 1.1), 0.8));
    assertEquals(Optional.empty(), reachedAfterMin(track(0, 2.0, 1.0, 0.4), 0.8));
  }

  @Test
  void aLongRiseStaysBounded() {
    double[] rise = new double[500];
    for (int i = 0; i < rise.length; i++) {
      rise[i] = 0.01 * (i + 1);
    }
    var track = track(rise);
    assertEquals(GaugeTrack.MAX_HIGHS, track.highs().size());
    assertEquals(5.0, track.highs().getLast().value(), 1e-9);
    assertEquals(Optional.of(0), reachedAfterMin(track, 0.01));
  }
}
