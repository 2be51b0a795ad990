package nadhir.geofence.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.event.RiskEvent;
import nadhir.core.feed.FeedConfig;
import nadhir.core.id.RuleId;
import nadhir.core.site.Gauge;
import nadhir.geofence.impact.Impacts;
import nadhir.geofence.impact.flood.Gauging;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleSensors;

/**
 * What each rule rests on, and whether any of it can be seen. A rule about floods rests on gauges
 * ({@link RuleSensors}), any other on the feeds that tell its type of hazard; one that nothing
 * tells is never blind, people tell it.
 *
 * <p>A rule is blind when all of its sources are silent, grey or not believed. A gauge that was
 * never heard is no help, so that it is left out; a feed of which nothing is known yet may still
 * come, and turns grey by itself when it does not. A house that has just started is not blind.
 */
final class Sight {
  private final Map<RuleId, List<Source>> sources = new LinkedHashMap<>();

  /** A gauge or a feed. */
  private sealed interface Source {
    record OfGauge(String id) implements Source {}

    record OfFeed(String id) implements Source {}
  }

  /** What is known of one source; a gauge that was never heard is neither well nor bad. */
  private record Known(String id, boolean well, Optional<Instant> badSince) {}

  Sight(
      List<Gauge> gauges, Impacts impacts, Zones zones, List<Rule> rules, List<FeedConfig> feeds) {
    for (Rule rule : rules) {
      List<Source> below =
          RuleSensors.of(rule, gauges, impacts, zone -> zones.applies(rule, zone)).stream()
              .<Source>map(gauge -> new Source.OfGauge(gauge.id().value()))
              .toList();
      sources.put(rule.id(), below.isEmpty() ? feeds(rule, feeds) : below);
    }
  }

  private static List<Source> feeds(Rule rule, List<FeedConfig> feeds) {
    return feeds.stream()
        .filter(feed -> feed.tells().contains(rule.hazard()))
        .<Source>map(feed -> new Source.OfFeed(feed.id().value()))
        .toList();
  }

  /**
   * The rules that have just gone blind or can see again, in the order of the file; and those that
   * are there no more, of which nobody need be told.
   */
  List<Event> changes(Entry entry, RiskMemory memory) {
    List<Event> events = new ArrayList<>();
    sources.forEach(
        (rule, all) -> {
          List<Known> known = all.stream().map(source -> known(source, memory)).toList();
          Optional<Instant> since = blindSince(known);
          if (since.isPresent() && !memory.isBlind(rule)) {
            events.add(
                new RiskEvent.Blind(rule, known.stream().map(Known::id).toList(), since.get()));
          } else if (since.isEmpty() && memory.isBlind(rule)) {
            events.add(new RiskEvent.Sighted(rule, entry.at()));
          }
        });
    memory.blind().stream()
        .filter(rule -> !sources.containsKey(rule))
        .forEach(gone -> events.add(new RiskEvent.Sighted(gone, entry.at())));
    return events;
  }

  /** Since the last of them was lost. */
  private static Optional<Instant> blindSince(List<Known> known) {
    return known.stream().anyMatch(Known::well)
        ? Optional.empty()
        : known.stream().flatMap(k -> k.badSince().stream()).max(Comparator.naturalOrder());
  }

  private static Known known(Source source, RiskMemory memory) {
    return switch (source) {
      case Source.OfGauge(var id) -> known(id, memory.gauges().gauge(id));
      case Source.OfFeed(var id) ->
          memory
              .feed(id)
              .map(word -> new Known(id, word.health() != FeedHealth.GREY, bad(word)))
              .orElseGet(() -> new Known(id, true, Optional.empty()));
    };
  }

  private static Known known(String id, Optional<Gauging.Heard> heard) {
    return heard
        .map(
            h ->
                new Known(
                    id, h.isBelieved(), h.isBelieved() ? Optional.empty() : Optional.of(h.at())))
        .orElseGet(() -> new Known(id, false, Optional.empty()));
  }

  private static Optional<Instant> bad(RiskState.FeedWord word) {
    return word.health() == FeedHealth.GREY ? Optional.of(word.at()) : Optional.empty();
  }
}
