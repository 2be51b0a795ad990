package nadhir.geofence.rule;

import java.util.List;
import java.util.function.Predicate;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Gauge;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.impact.Impacts;

/**
 * The gauges that a rule about floods rests on: those whose water reaches one of its zones; water
 * gauges where it asks for a stage, rain gauges where it asks for rain, all of them where it asks
 * for neither or both.
 */
public final class RuleSensors {
  private RuleSensors() {}

  /** In the order of the site; none for rules about anything else. */
  public static List<Gauge> of(
      Rule rule, List<Gauge> gauges, Impacts impacts, Predicate<ZoneId> applies) {
    if (Subject.of(rule.hazard()) != Subject.FLOOD) {
      return List.of();
    }
    boolean water = asks(rule, Subject.OF_STAGE);
    boolean rain = asks(rule, Subject.OF_RAIN);
    return gauges.stream()
        .filter(gauge -> counts(water, rain, gauge))
        .filter(gauge -> impacts.below(gauge.wadi()).stream().anyMatch(applies))
        .toList();
  }

  /** Whether the rule asks for what this gauge tells. */
  public static boolean counts(Rule rule, Gauge gauge) {
    return counts(asks(rule, Subject.OF_STAGE), asks(rule, Subject.OF_RAIN), gauge);
  }

  private static boolean counts(boolean water, boolean rain, Gauge gauge) {
    return water == rain
        || water && gauge.stages().isPresent()
        || rain && gauge.rainActionMm30().isPresent();
  }

  private static boolean asks(Rule rule, List<Facts> which) {
    return List.of(rule.when().ecql().split("\\W+")).stream()
        .flatMap(word -> Facts.find(word).stream())
        .anyMatch(which::contains);
  }
}
