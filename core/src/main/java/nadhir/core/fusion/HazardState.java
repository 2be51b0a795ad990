package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.desk.DeskState;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;

/**
 * Everything that the hazard desk knows.
 *
 * @param hazards in the order of their opening; ended ones are kept as long as their reports could
 *     come again
 * @param solutions what networks and authorities say, one for each report id, oldest first
 * @param felt what people felt lately, in the order in which it was told
 * @param shakeMaps the newest of each event, in the order in which they came
 * @param gauges by gauge id
 * @param wadis by name
 * @param distress what was last heard of each beacon, ship or caller, by MMSI or report id
 * @param vessels ships in trouble, by trouble and MMSI
 * @param quarantined the dates of reports that are in quarantine, by report id
 * @param wakeUps that are asked for and have not come, by key
 * @param latest what the last report meant
 */
public record HazardState(
    List<Kept> hazards,
    List<Solution> solutions,
    List<FeltSaid> felt,
    List<HazardReport> shakeMaps,
    SortedMap<String, GaugeTrack> gauges,
    SortedMap<String, WadiMemory> wadis,
    SortedMap<String, Heard> distress,
    SortedMap<String, Heard> vessels,
    List<Quarantined> quarantined,
    SortedMap<String, Instant> wakeUps,
    Optional<Verdict> latest)
    implements DeskState {

  public HazardState {
    hazards = List.copyOf(hazards);
    solutions = List.copyOf(solutions);
    felt = List.copyOf(felt);
    shakeMaps = List.copyOf(shakeMaps);
    gauges = Collections.unmodifiableSortedMap(new TreeMap<>(gauges));
    wadis = Collections.unmodifiableSortedMap(new TreeMap<>(wadis));
    distress = Collections.unmodifiableSortedMap(new TreeMap<>(distress));
    vessels = Collections.unmodifiableSortedMap(new TreeMap<>(vessels));
    quarantined = List.copyOf(quarantined);
    wakeUps = Collections.unmodifiableSortedMap(new TreeMap<>(wakeUps));
  }

  /**
   * A hazard, and when it ended.
   *
   * @param timedOut it ended because nothing was heard of it, not because a person said so
   * @param believed something or somebody confirmed it, so that no machine's word alone holds it
   *     again
   */
  public record Kept(
      Hazard hazard, Optional<Instant> endedAt, boolean timedOut, boolean believed) {}

  /**
   * A source's newest word on one event.
   *
   * @param hazard empty for a withdrawal whose original was never heard
   * @param pinned ids or a person put it there: likeness to something else moves it nowhere
   */
  public record Solution(HazardReport report, Optional<HazardId> hazard, boolean pinned) {}

  /**
   * Shaking that was felt or measured.
   *
   * @param people who say so; 0 for an instrument
   * @param at when it shook
   * @param hazard the earthquake that explains it; empty as long as none does
   */
  public record FeltSaid(
      ReportId id, LatLon place, double mmi, int people, Instant at, Optional<HazardId> hazard) {
    FeltSaid of(Optional<HazardId> earthquake) {
      return new FeltSaid(id, place, mmi, people, at, earthquake);
    }
  }

  /** What was heard last of a beacon, a caller or a ship's trouble, and whose hazard that is. */
  public record Heard(HazardReport report, HazardId hazard) {}

  /** A report in quarantine, by what would change it. */
  public record Quarantined(ReportId report, Instant occurredAt, Instant updatedAt) {}

  /** One value: a stage, or what fell during {@code over} before {@code at}. */
  public record Reading(Instant at, OptionalDouble stageM, OptionalDouble rainMm, Duration over) {}

  /**
   * What is remembered of a wadi beyond its gauges.
   *
   * @param lastAboveAt lane time at which a gauge was last above action
   * @param quietBand the stage band at which a person declared the flood over: only more than that
   *     opens it again, until all is below action once
   */
  public record WadiMemory(Optional<Instant> lastAboveAt, int quietBand) {}
}
