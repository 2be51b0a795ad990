package nadhir.core.hazard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.GaugeFault;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;
import nadhir.core.site.Words;

/** What is known of a hazard beyond its place and time, by what was observed. */
public sealed interface HazardDetail {
  /**
   * The preferred solution, and who made it.
   *
   * @param why a key that tells why it is preferred: {@code only-one}, {@code reviewed}, …
   * @param sources what each network says, the preferred one first, at most {@link #MAX_SOURCES}
   * @param feltMmi the strongest shaking that people or instruments of the city reported
   * @param shakeMap the newest one, where there is any
   */
  record Quake(
      double magnitude,
      String magnitudeType,
      double depthM,
      FeedId preferred,
      String why,
      List<Source> sources,
      OptionalDouble feltMmi,
      Optional<Observation.ShakeMap> shakeMap)
      implements HazardDetail {
    public static final int MAX_SOURCES = 12;

    public Quake {
      sources = List.copyOf(sources);
    }
  }

  /** One network's word on an earthquake. */
  record Source(
      FeedId feed,
      ReportId report,
      double magnitude,
      String magnitudeType,
      Instant occurredAt,
      Optional<LatLon> place,
      Certainty certainty,
      HazardReport.Status status,
      Instant updatedAt) {}

  /** A flood in one wadi, as its gauges see it. */
  record Flood(String wadi, List<GaugeState> gauges) implements HazardDetail {
    public Flood {
      gauges = List.copyOf(gauges);
    }
  }

  /**
   * Somebody in distress at sea; the position moves with the hazard.
   *
   * @param mmsi of the beacon or ship whose position it has; empty when nobody knows one
   * @param kind how the surest word of it came
   * @param messages of all beacons and callers together
   * @param beacons all MMSIs heard in it, the first one first, at most {@link #MAX_BEACONS}
   */
  record Distress(
      String mmsi,
      Observation.DistressKind kind,
      OptionalDouble courseDeg,
      OptionalDouble speedMps,
      int messages,
      OptionalInt persons,
      List<String> beacons)
      implements HazardDetail {
    public static final int MAX_BEACONS = 20;

    public Distress {
      beacons = List.copyOf(beacons);
    }

    /** Of one beacon, or of none that is known. */
    public Distress(
        String mmsi,
        Observation.DistressKind kind,
        OptionalDouble courseDeg,
        OptionalDouble speedMps,
        int messages,
        OptionalInt persons) {
      this(
          mmsi,
          kind,
          courseDeg,
          speedMps,
          messages,
          persons,
          mmsi.isEmpty() ? List.of() : List.of(mmsi));
    }
  }

  /** A ship in trouble, as {@link Observation.Vessel} has it. */
  record Vessel(
      String mmsi,
      String name,
      Observation.VesselTrouble trouble,
      OptionalDouble courseDeg,
      OptionalDouble speedMps,
      String other,
      OptionalDouble closestM,
      Optional<Instant> closestAt)
      implements HazardDetail {}

  /**
   * What an authority or operator states.
   *
   * @param area where it holds, where that is drawn
   * @param titles by language, where the source says which language it speaks
   */
  record Stated(
      Severity severity,
      Instant onset,
      Optional<Instant> until,
      String title,
      Optional<Area> area,
      Optional<Words> titles)
      implements HazardDetail {}

  /**
   * One gauge's latest word.
   *
   * @param riseMPerH over the last readings within 30 minutes; empty with fewer than two
   * @param rainMm30 sum over the last 30 minutes, for a rain gauge; the others alike
   * @param silent the gauge has not reported for twice its interval; the values are its last
   * @param wetnessMm antecedent rain, weighted by its age
   * @param fault why it is not believed; the values are the last that were
   */
  record GaugeState(
      GaugeId gauge,
      Instant at,
      OptionalDouble stageM,
      OptionalDouble riseMPerH,
      OptionalDouble rainMm30,
      boolean silent,
      OptionalDouble rainMm15,
      OptionalDouble rainMm60,
      OptionalDouble rainMm180,
      OptionalDouble rainMm360,
      OptionalDouble wetnessMm,
      Optional<GaugeFault> fault) {}
}
