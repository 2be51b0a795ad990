package nadhir.drills.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nadhir.core.event.Entry;
import nadhir.core.event.RiskEvent;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.ZoneImpact;

/**
 * One time that a rule fired.
 *
 * @param zones every zone that it reached while it lived, with the time of it, in order of zones
 * @param until when it was cleared, or the recording's end
 * @param cleared it was over before the recording was
 */
record Firing(RuleId rule, Instant at, Instant until, boolean cleared, List<Reached> zones) {
  Firing {
    zones = List.copyOf(zones);
  }

  /** A zone, and when the firing first reached it. */
  record Reached(ZoneId zone, Instant at) {}

  /** All firings in the entries, in order of time. */
  static List<Firing> in(List<Entry> entries) {
    Map<AssessmentId, Firing> open = new LinkedHashMap<>();
    List<Firing> closed = new ArrayList<>();
    for (Entry entry : entries) {
      switch (entry.event()) {
        case RiskEvent.Assessed(var a) ->
            open.put(
                a.id(), new Firing(a.rule(), entry.at(), entry.at(), false, reached(a, List.of())));
        case RiskEvent.Reassessed(var a) ->
            open.computeIfPresent(
                a.id(), (_, f) -> new Firing(f.rule, f.at, f.until, false, reached(a, f.zones)));
        case RiskEvent.Cleared(var id, var at, _) -> {
          var firing = open.remove(id);
          if (firing != null) {
            closed.add(firing.endingAt(at, true));
          }
        }
        default -> {
          // no firing
        }
      }
    }
    Instant end = entries.isEmpty() ? Instant.EPOCH : entries.getLast().at();
    open.values().forEach(f -> closed.add(f.endingAt(end, false)));
    closed.sort(Comparator.comparing(Firing::at));
    return List.copyOf(closed);
  }

  private Firing endingAt(Instant end, boolean over) {
    return new Firing(rule, at, end, over, zones);
  }

  private static List<Reached> reached(Assessment a, List<Reached> before) {
    var known = new TreeSet<ZoneId>();
    before.forEach(r -> known.add(r.zone()));
    List<Reached> all = new ArrayList<>(before);
    for (ZoneImpact impact : a.zones()) {
      if (known.add(impact.zone())) {
        all.add(new Reached(impact.zone(), a.at()));
      }
    }
    return all;
  }

  /** When it first warned of something in one of {@code where}; all zones where that is empty. */
  Optional<Instant> warned(List<ZoneId> where) {
    return zones.stream()
        .filter(r -> where.isEmpty() || where.contains(r.zone()))
        .map(Reached::at)
        .min(Comparator.naturalOrder());
  }
}
