package nadhir.drills.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.Channel;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.SiteEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.HazardId;
import nadhir.core.journal.Head;
import nadhir.core.lane.Lane;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.ZoneImpact;
import nadhir.drills.report.DrillReport.AssessmentRow;
import nadhir.drills.report.DrillReport.HazardRow;
import nadhir.drills.report.DrillReport.JournalRow;
import nadhir.drills.report.DrillReport.Reports;

/** Folds a lane's entries, from the first to the last, into its {@link DrillReport}. */
public final class ReportBuilder {
  /** The numbers that are not in the journal. */
  public interface Counts {
    /** Items of the feeds that were rejected, by reason. */
    SortedMap<String, Long> rejected();

    /** Messages of the revision that the channel's gateway got more than once, by its log. */
    int duplicates(AlertId alert, int revision, Channel channel);
  }

  private final Lane lane;
  private final Map<Long, Instant> inputAt = new HashMap<>();
  private final SequencedMap<HazardId, HazardRow> hazards = new LinkedHashMap<>();
  private final List<AssessmentRow> assessments = new ArrayList<>();
  private final Map<AssessmentId, SortedMap<String, String>> levels = new HashMap<>();
  private final AlertRows alerts;
  private final IncidentRows incidents = new IncidentRows();
  private Optional<DrillEvent.Started> started = Optional.empty();
  private Optional<Instant> finishedAt = Optional.empty();
  private Optional<Instant> firstAt = Optional.empty();
  private Instant lastAt = Instant.EPOCH;
  private long accepted;

  public ReportBuilder(Lane lane) {
    this.lane = lane;
    this.alerts = new AlertRows(lane);
  }

  public ReportBuilder fold(Entry entry) {
    firstAt = firstAt.or(() -> Optional.of(entry.at()));
    lastAt = entry.at();
    switch (entry.event()) {
      case Input input -> foldInput(entry, input);
      case HazardEvent event -> foldHazard(event);
      case RiskEvent event -> foldRisk(event, entry.at());
      case AlertEvent event -> alerts.fold(event, inputAt.get(entry.cause()));
      case DispatchEvent event -> incidents.fold(event);
      case DrillEvent.Started start -> started = Optional.of(start);
      case DrillEvent.Finished(var at) -> finishedAt = Optional.of(at);
      case DrillEvent _, SiteEvent _, WatchEvent _ -> {
        // not in a report
      }
    }
    return this;
  }

  private void foldInput(Entry entry, Input input) {
    inputAt.put(entry.seq(), entry.at());
    if (input instanceof Input.Reported) {
      accepted++;
    }
  }

  private void foldHazard(HazardEvent event) {
    switch (event) {
      case HazardEvent.Opened(var hazard) -> hazards.put(hazard.id(), row(hazard));
      case HazardEvent.Revised(var hazard) -> hazards.put(hazard.id(), row(hazard));
      case HazardEvent.Withdrawn(var hazard) -> hazards.put(hazard.id(), row(hazard));
      case HazardEvent.Ended _,
          HazardEvent.Told _,
          HazardEvent.Quarantined _,
          HazardEvent.Ignored _,
          HazardEvent.GaugeSilent _,
          HazardEvent.GaugeFaulty _,
          HazardEvent.GaugeBack _ -> {
        // no other row
      }
    }
  }

  private static HazardRow row(Hazard hazard) {
    return new HazardRow(
        hazard.id().value(),
        hazard.type().value(),
        hazard.revision(),
        hazard.firstReportAt(),
        hazard.lastReportAt());
  }

  private void foldRisk(RiskEvent event, Instant at) {
    switch (event) {
      case RiskEvent.Assessed(var assessment) -> assessed(assessment, at);
      case RiskEvent.Reassessed(var assessment) -> assessed(assessment, at);
      case RiskEvent.Cleared(var id, _, _) -> levels.remove(id);
      case RiskEvent.Blind _, RiskEvent.Sighted _ -> {
        // no row
      }
    }
  }

  /** A row for each zone that is new, or has another level than before. */
  private void assessed(Assessment assessment, Instant at) {
    var before = levels.computeIfAbsent(assessment.id(), _ -> new TreeMap<>());
    for (ZoneImpact impact : assessment.zones()) {
      String level = assessment.level().value();
      if (!level.equals(before.put(impact.zone().value(), level))) {
        assessments.add(
            new AssessmentRow(assessment.rule().value(), impact.zone().value(), level, at));
      }
    }
  }

  /**
   * The report over all that was folded.
   *
   * @param head the journal's end
   * @param stateHash of the desks folded to it
   */
  public DrillReport build(Head head, String stateHash, Counts counts) {
    return new DrillReport(
        lane.key(),
        started.map(DrillEvent.Started::seed).orElse(0L),
        started.map(DrillEvent.Started::from).or(() -> firstAt).orElse(Instant.EPOCH),
        finishedAt.orElse(lastAt),
        new Reports(accepted, counts.rejected()),
        List.copyOf(hazards.values()),
        assessments,
        alerts.rows(counts),
        incidents.rows(),
        new JournalRow(head.seq(), head.hash(), stateHash));
  }
}
