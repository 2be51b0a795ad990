package nadhir.drills.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.geo.Sphere;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/**
 * What really happened while a recording was made.
 *
 * @param source who says so, and why that can be trusted
 * @param horizon a warning counts for what begins at most so much later
 */
public record Observed(String source, Duration horizon, List<Sighting> sightings) {
  public Observed {
    sightings = List.copyOf(sightings);
  }

  /** Everything that happened, by the entries of the recording, in order of time. */
  public List<Happened> in(List<Entry> entries) {
    List<HazardReport> reports =
        entries.stream()
            .map(Entry::event)
            .flatMap(e -> e instanceof Input.Reported(var r) ? Stream.of(r) : Stream.empty())
            .toList();
    List<Happened> all = new ArrayList<>();
    for (Sighting sighting : sightings) {
      switch (sighting) {
        case Sighting.Noted n -> all.add(new Happened(n.of(), n.from(), n.until(), n.peak()));
        case Sighting.Stage stage -> all.addAll(over(stage, reports));
        case Sighting.Felt felt -> all.addAll(felt(felt, reports));
      }
    }
    all.sort(Comparator.comparing(Happened::from).thenComparing(h -> h.of().name()));
    return List.copyOf(all);
  }

  private record Level(Instant at, double stageM) {}

  private static List<Happened> over(Sighting.Stage s, List<HazardReport> reports) {
    List<Level> levels =
        reports.stream()
            .filter(
                r ->
                    r.observation() instanceof Observation.Water w
                        && w.gauge().equals(s.gauge())
                        && w.stageM().isPresent())
            .map(
                r ->
                    new Level(
                        r.occurredAt(),
                        ((Observation.Water) r.observation()).stageM().getAsDouble()))
            .distinct()
            .sorted(Comparator.comparing(Level::at))
            .toList();
    List<Happened> found = new ArrayList<>();
    List<Level> event = new ArrayList<>();
    for (Level level : levels) {
      if (level.stageM() < s.stageM()) {
        continue;
      }
      if (!event.isEmpty() && event.getLast().at().plus(s.apart()).isBefore(level.at())) {
        found.add(flood(s, event));
        event.clear();
      }
      event.add(level);
    }
    if (!event.isEmpty()) {
      found.add(flood(s, event));
    }
    return found;
  }

  private static Happened flood(Sighting.Stage s, List<Level> event) {
    Level highest =
        event.stream()
            .max(
                Comparator.comparingDouble(Level::stageM)
                    .thenComparing(Level::at, Comparator.reverseOrder()))
            .orElseThrow();
    return new Happened(
        s.of(), event.getFirst().at(), event.getLast().at(), Optional.of(highest.at()));
  }

  /** The newest word of the source on each earthquake decides. */
  private static List<Happened> felt(Sighting.Felt s, List<HazardReport> reports) {
    Map<ReportId, HazardReport> newest = new LinkedHashMap<>();
    reports.stream()
        .filter(r -> r.observation() instanceof Observation.Quake)
        .forEach(
            r -> newest.merge(r.id(), r, (a, b) -> b.updatedAt().isBefore(a.updatedAt()) ? a : b));
    return newest.values().stream()
        .filter(r -> r.status() == HazardReport.Status.ACTUAL)
        .filter(r -> ((Observation.Quake) r.observation()).felt().orElse(0) >= s.people())
        .filter(
            r -> r.place().filter(p -> Sphere.distanceM(p, s.place()) <= s.withinM()).isPresent())
        .map(
            r ->
                new Happened(
                    s.of(), r.occurredAt(), r.occurredAt().plus(s.useful()), Optional.empty()))
        .toList();
  }
}
