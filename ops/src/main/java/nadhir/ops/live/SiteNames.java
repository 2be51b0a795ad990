package nadhir.ops.live;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteInfo;
import nadhir.core.yaml.Nearest;

/** The hazard types and gauges of a site, for those who tell of them by name. */
public final class SiteNames {
  private final SortedSet<String> types = new TreeSet<>();
  private final SortedSet<String> gauges = new TreeSet<>();

  public SiteNames(SiteInfo info, List<Gauge> gauges) {
    info.hazardTypes().forEach(type -> types.add(type.id().value()));
    gauges.forEach(gauge -> this.gauges.add(gauge.id().value()));
  }

  /** What the site does not know of it, as a sentence; the hazard desk would ignore the report. */
  Optional<String> unknown(HazardReport report) {
    return switch (report.observation()) {
      case Observation.Water(GaugeId gauge, _, _) -> unknown("gauge", gauge.value(), gauges);
      case Observation.Rain(GaugeId gauge, _, _) -> unknown("gauge", gauge.value(), gauges);
      case Observation.Quake _,
          Observation.ShakeMap _,
          Observation.Felt _,
          Observation.Distress _,
          Observation.Vessel _,
          Observation.Stated _,
          Observation.Nothing _ -> {
        HazardTypeId type = report.type();
        yield unknown("hazard type", type.value(), types);
      }
    };
  }

  private static Optional<String> unknown(String what, String name, SortedSet<String> known) {
    return known.contains(name)
        ? Optional.empty()
        : Optional.of("the site has no " + what + " '" + name + "'" + Nearest.hint(name, known));
  }
}
