package nadhir.geofence.rule;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.feed.FeedConfig;
import nadhir.core.id.ZoneId;
import nadhir.core.pack.SiteHead;
import nadhir.core.site.Gauge;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.Impacts;

/** Whether the site's gauges and feeds can tell what a rule waits for. */
final class SensorCheck {
  private final SiteHead site;
  private final Impacts impacts;
  private final Warnings warnings;

  /** Takes what is no mistake. */
  interface Warnings {
    void warn(WrittenRule written, String key, int offset, String reason);
  }

  /** Something that speaks at intervals. */
  private record Source(String id, Duration every) {}

  SensorCheck(SiteHead site, List<Zone> zones, Warnings warnings) {
    this.site = site;
    this.impacts = new Impacts(site.info().timeZone(), site.gauges(), zones, site.models());
    this.warnings = warnings;
  }

  int rank(Rule rule) {
    return site.info().rank(rule.level());
  }

  void check(WrittenRule written, List<ZoneId> reached) {
    Rule rule = written.rule();
    boolean flood = Subject.of(rule.hazard()) == Subject.FLOOD;
    List<Gauge> gauges = RuleSensors.of(rule, site.gauges(), impacts, reached::contains);
    if (flood) {
      reach(written, reached);
    }
    quorum(written, flood, reached);
    List<Source> sources =
        gauges.isEmpty()
            ? feeds(rule)
            : gauges.stream().map(g -> new Source(g.id().value(), g.expectedEvery())).toList();
    interval(written, "for", 0, rule.holdFor(), sources);
    if (rule.until().isPresent()) {
      int at = written.node().text("until").lastIndexOf(" for ") + 1;
      interval(written, "until", at, rule.clearAfter(), sources);
    }
  }

  private List<Source> feeds(Rule rule) {
    return site.feeds().stream()
        .filter(feed -> feed.tells().contains(rule.hazard()))
        .filter(feed -> !feed.expects().equals(FeedConfig.NOTHING_EXPECTED))
        .map(feed -> new Source(feed.id().value(), feed.expects()))
        .toList();
  }

  private void reach(WrittenRule written, List<ZoneId> reached) {
    boolean any =
        site.gauges().stream()
            .anyMatch(gauge -> impacts.below(gauge.wadi()).stream().anyMatch(reached::contains));
    if (!any && !site.gauges().isEmpty()) {
      warnings.warn(written, "zones", 0, "no water that a gauge sees comes to any of these zones");
    }
  }

  private void quorum(WrittenRule written, boolean flood, List<ZoneId> reached) {
    int quorum = written.rule().quorum();
    if (quorum == 0 || site.gauges().isEmpty()) {
      return;
    }
    if (!flood) {
      written.node().mistake("quorum", 0, "a quorum counts gauges, which only floods have");
      return;
    }
    var inWadi =
        site.gauges().stream()
            .filter(g -> g.stages().isPresent() || g.rainActionMm30().isPresent())
            .filter(g -> impacts.below(g.wadi()).stream().anyMatch(reached::contains))
            .collect(Collectors.groupingBy(Gauge::wadi, Collectors.counting()));
    Optional<Long> most = inWadi.values().stream().max(Comparator.naturalOrder());
    if (most.isPresent() && most.get() < quorum) {
      written
          .node()
          .mistake(
              "quorum",
              0,
              "%d gauges cannot agree where a wadi has %d with an action threshold"
                  .formatted(quorum, most.get()));
    }
  }

  private void interval(
      WrittenRule written, String key, int offset, Duration span, List<Source> sources) {
    Optional<Duration> every = sources.stream().map(Source::every).min(Comparator.naturalOrder());
    if (!span.isZero() && every.isPresent() && span.compareTo(every.get()) < 0) {
      warnings.warn(
          written,
          key,
          offset,
          "%s is shorter than the %s between two words of %s"
              .formatted(
                  shown(span),
                  shown(every.get()),
                  sources.stream().map(Source::id).collect(Collectors.joining(", "))));
    }
  }

  /** {@code 90 s}, {@code 15 min}. */
  private static String shown(Duration span) {
    return span.toSecondsPart() == 0 ? span.toMinutes() + " min" : span.toSeconds() + " s";
  }
}
