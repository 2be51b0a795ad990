package nadhir.core.fusion;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.desk.DeskState;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.report.HazardReport;

/**
 * Everything that the hazard desk knows.
 *
 * @param hazards in the order of their opening; ended ones are kept as long as their reports could
 *     come again
 * @param solutions what networks and authorities say, one for each report id, oldest first
 * @param gauges by gauge id
 * @param wadis by name
 * @param beacons the last report of each beacon, by MMSI
 * @param wakeUps that are asked for and have not come, by key
 * @param latest what the last report meant
 */
public record HazardState(
    List<Kept> hazards,
    List<Solution> solutions,
    SortedMap<String, GaugeTrack> gauges,
    SortedMap<String, WadiMemory> wadis,
    SortedMap<String, HazardReport> beacons,
    SortedMap<String, Instant> wakeUps,
    Optional<Verdict> latest)
    implements DeskState {

  static final HazardState EMPTY =
      new HazardState(
          List.of(),
          List.of(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          Optional.empty());

  public HazardState {
    hazards = List.copyOf(hazards);
    solutions = List.copyOf(solutions);
    gauges = Collections.unmodifiableSortedMap(new TreeMap<>(gauges));
    wadis = Collections.unmodifiableSortedMap(new TreeMap<>(wadis));
    beacons = Collections.unmodifiableSortedMap(new TreeMap<>(beacons));
    wakeUps = Collections.unmodifiableSortedMap(new TreeMap<>(wakeUps));
  }

  /**
   * A hazard, and when it ended.
   *
   * @param timedOut it ended because nothing was heard of it, not because a person said so
   */
  public record Kept(Hazard hazard, Optional<Instant> endedAt, boolean timedOut) {}

  /**
   * A source's newest word on one event.
   *
   * @param hazard empty for a withdrawal whose original was never heard
   */
  public record Solution(HazardReport report, Optional<HazardId> hazard) {}

  /**
   * The last hours of one gauge.
   *
   * @param readings by their time, oldest first
   * @param lastWordAt the newest time that the gauge itself gave, discharge included
   * @param heardAt lane time at which that word came
   */
  public record GaugeTrack(
      GaugeId gauge, List<Reading> readings, Instant lastWordAt, Instant heardAt, boolean silent) {
    public GaugeTrack {
      readings = List.copyOf(readings);
    }
  }

  /** One value: a stage, or what fell in up to 30 minutes. */
  public record Reading(Instant at, OptionalDouble stageM, OptionalDouble rainMm) {}

  /**
   * What is remembered of a wadi beyond its gauges.
   *
   * @param lastAboveAt lane time at which a gauge was last above action
   * @param quietBand the stage band at which a person declared the flood over: only more than that
   *     opens it again, until all is below action once
   */
  public record WadiMemory(Optional<Instant> lastAboveAt, int quietBand) {}

  /**
   * What a folded report meant, for the reaction to it.
   *
   * @param ignored why it changes nothing
   * @param about the hazards that it speaks of, the one that stays first; empty for a new one
   * @param gaugeBack a silent gauge has spoken again
   */
  public record Verdict(
      long seq, Optional<String> ignored, List<HazardId> about, boolean gaugeBack) {
    public Verdict {
      about = List.copyOf(about);
    }
  }
}
