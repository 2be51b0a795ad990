package nadhir.core.hazard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;

/** What is known of a hazard beyond its place and time, by what was observed. */
public sealed interface HazardDetail {
  /** The preferred solution, and who made it. */
  record Quake(double magnitude, String magnitudeType, double depthM, FeedId preferred)
      implements HazardDetail {}

  /** A flood in one wadi, as its gauges see it. */
  record Flood(String wadi, List<GaugeState> gauges) implements HazardDetail {
    public Flood {
      gauges = List.copyOf(gauges);
    }
  }

  /** Somebody in distress at sea; the position moves with the hazard. */
  record Distress(
      String mmsi,
      Observation.DistressKind kind,
      OptionalDouble courseDeg,
      OptionalDouble speedMps,
      int messages)
      implements HazardDetail {}

  /** What an authority or operator states. */
  record Stated(Severity severity, Instant onset, Optional<Instant> until, String title)
      implements HazardDetail {}

  /**
   * One gauge's latest word.
   *
   * @param riseMPerH over the last readings within 30 minutes; empty with fewer than two
   * @param rainMm30 sum over the last 30 minutes, for a rain gauge
   * @param silent the gauge has not reported for twice its interval; the values are its last
   */
  record GaugeState(
      GaugeId gauge,
      Instant at,
      OptionalDouble stageM,
      OptionalDouble riseMPerH,
      OptionalDouble rainMm30,
      boolean silent) {}
}
