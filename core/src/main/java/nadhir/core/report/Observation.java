package nadhir.core.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.GaugeId;

/** What a report measured or stated, in SI units. */
public sealed interface Observation {
  /**
   * An earthquake solution.
   *
   * @param depthM positive downwards
   * @param felt how many people told the source that they felt it
   */
  record Quake(double magnitude, String magnitudeType, OptionalDouble depthM, OptionalInt felt)
      implements Observation {}

  /**
   * How strongly the ground shook where, from instruments and people: a ShakeMap.
   *
   * @param version the source's own number, higher is later
   * @param contours from the weakest intensity to the strongest, at most {@link #MAX_CONTOURS}
   */
  record ShakeMap(int version, List<Contour> contours) implements Observation {
    public static final int MAX_CONTOURS = 40;

    /** Points of all contours together. */
    public static final int MAX_POINTS = 4_000;

    public ShakeMap {
      contours = List.copyOf(contours);
      int points = contours.stream().flatMap(c -> c.lines().stream()).mapToInt(List::size).sum();
      if (contours.size() > MAX_CONTOURS || points > MAX_POINTS) {
        throw new IllegalArgumentException("a shake map of this size must be simplified first");
      }
    }
  }

  /**
   * One line of equal intensity (MMI), perhaps in several pieces. A piece is a closed ring (first
   * place equals last), or open where the map ends.
   */
  record Contour(double mmi, List<List<LatLon>> lines) {
    public Contour {
      lines = lines.stream().map(List::copyOf).toList();
    }
  }

  /** People or an instrument at the report's place felt shaking of this intensity (MMI). */
  record Felt(double mmi, int reports) implements Observation {}

  /** A water gauge: stage above its zero, and discharge where it is given. */
  record Water(GaugeId gauge, OptionalDouble stageM, OptionalDouble flowM3ps)
      implements Observation {}

  /** A rain gauge: what fell during {@code over}, ending at the report's {@code occurredAt}. */
  record Rain(GaugeId gauge, double rainMm, Duration over) implements Observation {}

  /**
   * A distress signal at sea. Course and speed over ground where they are known.
   *
   * @param mmsi empty when nobody knows it, as with most calls
   * @param persons in distress, where that is known
   */
  record Distress(
      String mmsi,
      DistressKind kind,
      OptionalDouble courseDeg,
      OptionalDouble speedMps,
      int messages,
      OptionalInt persons)
      implements Observation {}

  /**
   * A ship that is in trouble or brings others into it.
   *
   * @param name empty where it is not known
   * @param other the other ship's MMSI or the fixed point's name; empty where there is none
   * @param closestM the distance at which they will pass each other, at {@code closestAt}
   */
  record Vessel(
      String mmsi,
      String name,
      VesselTrouble trouble,
      OptionalDouble courseDeg,
      OptionalDouble speedMps,
      String other,
      OptionalDouble closestM,
      Optional<Instant> closestAt)
      implements Observation {}

  /**
   * Something that an authority or an operator states: a weather warning, a fire, a leak.
   *
   * @param area where it holds, where the source draws it
   * @param event the source's own word for the kind of event; empty when it has none
   * @param language of the title, a BCP 47 tag; empty when the source does not say
   * @param sender the authority, as it names itself; empty when the source does not say
   */
  record Stated(
      Severity severity,
      Instant onset,
      Optional<Instant> until,
      Optional<Area> area,
      String event,
      String language,
      String sender)
      implements Observation {}

  /** Nothing was measured: the message only takes back what an earlier one said. */
  record Nothing() implements Observation {}

  /**
   * How the distress became known: a beacon, by its MMSI prefix and status; {@code CALL} is a
   * Mayday by voice, {@code DSC} a digital selective call, {@code COSPAS_SARSAT} an alert by
   * satellite.
   */
  enum DistressKind {
    SART,
    MAN_OVERBOARD,
    EPIRB,
    NAV_STATUS,
    CALL,
    DSC,
    COSPAS_SARSAT
  }

  /** What is wrong with a ship. */
  enum VesselTrouble {
    ADRIFT,
    NOT_UNDER_COMMAND,
    AGROUND,
    /** It will pass another ship or a fixed point too closely. */
    COLLISION_COURSE,
    /** Its positions cannot be true: a fault, two ships with one number, or spoofing. */
    POSITION_DOUBTFUL
  }
}
