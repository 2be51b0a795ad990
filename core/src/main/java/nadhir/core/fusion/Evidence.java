package nadhir.core.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.fusion.HazardState.FeltSaid;
import nadhir.core.fusion.HazardState.Solution;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/** What confirms an earthquake and is none by itself: shaking that was felt, and maps of it. */
final class Evidence {
  private static final double STRONGEST_MMI = 12;

  private final Hazards hazards;
  private final Solutions solutions;
  private final FeltReports felt;
  private final ShakeMaps maps;

  Evidence(Hazards hazards, Solutions solutions, FeltReports felt, ShakeMaps maps) {
    this.hazards = hazards;
    this.solutions = solutions;
    this.felt = felt;
    this.maps = maps;
  }

  // Felt

  Verdict fold(Entry entry, HazardReport report, Observation.Felt felt) {
    if (report.status() == Status.WITHDRAWN) {
      return Verdict.ignored(entry.seq(), WhyIgnored.NOT_WITHDRAWABLE);
    } else if (report.place().isEmpty()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.NO_PLACE);
    } else if (this.felt.knows(report.id())) {
      return Verdict.ignored(entry.seq(), WhyIgnored.REPEATED);
    } else if (report.occurredAt().isBefore(entry.at().minus(FeltReports.KEPT))) {
      return Verdict.ignored(entry.seq(), WhyIgnored.TOO_OLD);
    } else if (!(felt.mmi() >= 1 && felt.mmi() <= STRONGEST_MMI) || felt.reports() < 0) {
      return Verdict.ignored(entry.seq(), WhyIgnored.EMPTY);
    }
    var said =
        new FeltSaid(
            report.id(),
            report.place().get(),
            felt.mmi(),
            felt.reports(),
            report.occurredAt(),
            Optional.empty());
    Optional<HazardId> quake = explaining(said);
    this.felt.add(said.of(quake), entry.at());
    if (quake.isPresent()) {
      return Verdict.about(entry.seq(), List.of(quake.get()));
    }
    List<FeltSaid> together = this.felt.together(said);
    if (together.isEmpty() || hazards.isFull()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.NO_QUAKE_YET);
    }
    this.felt.give(together, Change.idFor(entry.seq()));
    return Verdict.opens(entry.seq(), report.id());
  }

  /** The earthquake that shook that place then, the strongest there where several did. */
  private Optional<HazardId> explaining(FeltSaid said) {
    return hazards.allOpen(h -> h.detail() instanceof HazardDetail.Quake).stream()
        .filter(h -> strengthOf(h, said) > 0)
        .max(
            Comparator.<Hazard>comparingDouble(h -> strengthOf(h, said))
                .thenComparing(h -> h.id().value()))
        .map(Hazard::id);
  }

  /** 0 where it does not explain it. */
  private double strengthOf(Hazard hazard, FeltSaid said) {
    List<HazardReport> behind = solutions.of(hazard.id());
    if (behind.isEmpty()) {
      return feltTogether(hazard, said) ? FeltReports.LEAST_MMI : 0;
    }
    return behind.stream()
        .filter(r -> r.status() == Status.ACTUAL && r.place().isPresent())
        .filter(r -> FeltReports.explains(r, said))
        .mapToDouble(r -> Strength.mmi(r, said.place()))
        .max()
        .orElse(0);
  }

  private boolean feltTogether(Hazard hazard, FeltSaid said) {
    return felt.all(hazard.id()).stream().anyMatch(f -> FeltReports.isTogether(f, said));
  }

  /** The hazard that was opened because of what people felt. */
  Hazard opened(Entry entry, HazardReport last, QuakeDetails details) {
    HazardId id = Change.idFor(entry.seq());
    return Change.open(
        entry,
        last.type(),
        felt.all(id).stream().map(FeltSaid::id).toList(),
        details.truth(List.of(id), List.of(), List.of(), false));
  }

  // Shake maps

  Verdict fold(Entry entry, HazardReport map) {
    if (maps.isOld(map)) {
      return Verdict.ignored(entry.seq(), WhyIgnored.OLDER_THAN_KNOWN);
    } else if (map.updatedAt().isBefore(entry.at().minus(ShakeMaps.KEPT))) {
      return Verdict.ignored(entry.seq(), WhyIgnored.TOO_OLD);
    }
    maps.add(map, entry.at());
    List<HazardId> about = new ArrayList<>();
    List<ReportId> names = Solutions.names(map);
    for (Solution s : solutions.named(names)) {
      s.hazard()
          .filter(h -> hazards.isOpen(h) && !about.contains(h))
          .filter(_ -> s.report().observation() instanceof Observation.Quake)
          .ifPresent(about::add);
    }
    if (about.isEmpty()) {
      boolean isOver = solutions.named(names).stream().anyMatch(s -> s.hazard().isPresent());
      return Verdict.ignored(
          entry.seq(), isOver ? WhyIgnored.HAZARD_ENDED : WhyIgnored.NO_QUAKE_YET);
    }
    return Verdict.about(entry.seq(), about);
  }
}
