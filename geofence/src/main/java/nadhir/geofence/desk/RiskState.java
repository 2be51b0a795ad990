package nadhir.geofence.desk;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.desk.DeskState;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.LevelId;
import nadhir.core.id.ReportId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.geofence.impact.flood.GaugeTrack;
import nadhir.geofence.impact.flood.Gauging;

/**
 * Everything that the risk desk knows. Maps are sorted by key.
 *
 * @param hazards that have not ended, by id
 * @param tracks record highs by hazard id, then gauge id; for floods only
 * @param gauges the last word of each gauge, by id
 * @param firings that live, by assessment id
 * @param lastFired by the rule's family, for its quiet time
 * @param waiting wake-ups asked for, by key
 * @param held what holds and has to hold longer, by the key of its wake-up
 * @param closed what a person has closed, by family and hazard
 * @param words the newest word of each gauge by its own time, by id
 * @param feeds how each feed was last, by id
 * @param blind rules that have been called blind, since when
 */
public record RiskState(
    SortedMap<String, Hazard> hazards,
    SortedMap<String, SortedMap<String, GaugeTrack>> tracks,
    SortedMap<String, Gauging.Heard> gauges,
    SortedMap<String, Firing> firings,
    SortedMap<String, Fired> lastFired,
    SortedMap<String, Instant> waiting,
    SortedMap<String, Held> held,
    SortedMap<String, Closed> closed,
    SortedMap<String, GaugeWord> words,
    SortedMap<String, FeedWord> feeds,
    SortedMap<String, Instant> blind)
    implements DeskState {

  static final RiskState EMPTY =
      new RiskState(
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>());

  public RiskState {
    hazards = copy(hazards);
    tracks = copy(tracks);
    gauges = copy(gauges);
    firings = copy(firings);
    lastFired = copy(lastFired);
    waiting = copy(waiting);
    held = copy(held);
    closed = copy(closed);
    words = copy(words);
    feeds = copy(feeds);
    blind = copy(blind);
  }

  private static <V> SortedMap<String, V> copy(SortedMap<String, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  /**
   * A rule that has fired and is not over.
   *
   * @param family the rule, or for a rule that updates another the id of that one
   */
  public record Firing(RuleId family, Assessment latest) {}

  /**
   * A condition that holds and has to hold longer.
   *
   * @param since lane time
   * @param readings the newest word of each gauge then, by id: only a newer one is a second word
   */
  public record Held(Instant since, SortedMap<String, Instant> readings) {
    public Held {
      readings = copy(readings);
    }
  }

  /**
   * A firing that a person has closed: it fires again when it would reach more, or when a living
   * gauge says so after that.
   */
  public record Closed(Fired reach, Held then) {}

  /**
   * The newest word of a gauge.
   *
   * @param before its newest word before this one, which counts again when this one is ignored
   */
  public record GaugeWord(ReportId report, Instant at, Optional<Instant> before) {}

  /** A feed's health, from {@code at} on. */
  public record FeedWord(FeedHealth health, Instant at) {}

  /** How far a family of rules reached when it last fired. */
  public record Fired(Instant at, List<ZoneId> zones, LevelId level) {
    public Fired {
      zones = List.copyOf(zones);
    }
  }
}
