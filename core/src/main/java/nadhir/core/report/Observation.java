package nadhir.core.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.id.GaugeId;

/** What a report measured or stated, in SI units. */
public sealed interface Observation {
  /** An earthquake solution. {@code depthM} is positive downwards. */
  record Quake(double magnitude, String magnitudeType, OptionalDouble depthM)
      implements Observation {}

  /** A water gauge: stage above its zero, and discharge where it is given. */
  record Water(GaugeId gauge, OptionalDouble stageM, OptionalDouble flowM3ps)
      implements Observation {}

  /** A rain gauge: what fell during {@code over}, ending at the report's {@code occurredAt}. */
  record Rain(GaugeId gauge, double rainMm, Duration over) implements Observation {}

  /** A distress signal at sea. Course and speed over ground where they are known. */
  record Distress(
      String mmsi,
      DistressKind kind,
      OptionalDouble courseDeg,
      OptionalDouble speedMps,
      int messages)
      implements Observation {}

  /** Something that an authority or an operator states: a weather warning, a fire, a leak. */
  record Stated(Severity severity, Instant onset, Optional<Instant> until) implements Observation {}

  /** Nothing was measured: the message only takes back what an earlier one said. */
  record Nothing() implements Observation {}

  /** The beacon, by its MMSI prefix and status; {@code CALL} is a Mayday by voice or DSC. */
  enum DistressKind {
    SART,
    MAN_OVERBOARD,
    EPIRB,
    NAV_STATUS,
    CALL
  }
}
