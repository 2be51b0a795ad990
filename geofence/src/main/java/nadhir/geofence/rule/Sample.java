package nadhir.geofence.rule;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.geo.LatLon;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.report.GaugeFault;

/**
 * What one rule must do with what it is given, as its author wrote it beside the rule.
 *
 * @param line of the file where it begins
 * @param steps one at least, in order of time
 */
public record Sample(RuleId rule, int line, List<Step> steps) {
  public Sample {
    steps = List.copyOf(steps);
  }

  /**
   * @param after the step before; zero for the first
   * @param line of the file where it begins
   */
  public record Step(Duration after, Given given, Expectation expect, int line) {}

  /** What the rule must do at a step. */
  public enum Expectation {
    FIRES,
    /** It fires, and a person must agree because of a doubt or because its facts are not enough. */
    PROPOSES,
    /** The condition holds, and has not held long enough. */
    WAITS,
    QUIET,
    /** It has fired before, and lives on. */
    STAYS,
    CLEARS
  }

  /**
   * What is known at a step.
   *
   * @param facts by name; empty values are not known
   * @param zone the only zone looked at; empty for all zones of the rule
   * @param at local time of day
   * @param place epicentre, or where somebody is in distress: the impact models fill in the rest
   * @param gauges by id: the impact models fill in the rest; those of the wadi that are not named
   *     were never heard. With no gauge named all of the wadi's are well and agree.
   */
  public record Given(
      SortedMap<String, OptionalDouble> facts,
      Optional<ZoneId> zone,
      Optional<LocalTime> at,
      Optional<LatLon> place,
      SortedMap<String, GaugeWord> gauges) {
    public Given {
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
      gauges = Collections.unmodifiableSortedMap(new TreeMap<>(gauges));
    }

    /** What was given before, with this in its place where both speak of one thing. */
    public Given after(Given before) {
      var allFacts = new TreeMap<>(before.facts);
      allFacts.putAll(facts);
      var allGauges = new TreeMap<>(before.gauges);
      gauges.forEach((id, word) -> allGauges.merge(id, word, GaugeWord::after));
      return new Given(allFacts, zone.or(before::zone), at, place.or(before::place), allGauges);
    }
  }

  /**
   * What a gauge says: {@code 1.6}, {@code 1.6 rising 4}, {@code 2.3 silent}, {@code stuck}.
   *
   * @param value metres of water, or millimetres of rain in 30 minutes
   */
  public record GaugeWord(
      OptionalDouble value, OptionalDouble riseMPerH, boolean silent, Optional<GaugeFault> fault) {
    /** A gauge that says nothing more keeps its last values. */
    static GaugeWord after(GaugeWord before, GaugeWord now) {
      return now.value.isPresent()
          ? now
          : new GaugeWord(before.value, before.riseMPerH, now.silent, now.fault);
    }
  }
}
