package nadhir.core.fusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadhir.core.event.Entry;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;

/** Makes a hazard's first and next revisions. */
final class Change {
  private Change() {}

  /** The id of what is made because of entry {@code seq}. */
  static HazardId idFor(long seq) {
    return new HazardId("haz-" + seq);
  }

  static Hazard open(Entry entry, HazardTypeId type, List<ReportId> reports, Truth truth) {
    return new Hazard(
        idFor(entry.seq()),
        type,
        1,
        truth.status(),
        truth.occurredAt(),
        entry.at(),
        entry.at(),
        truth.place(),
        truth.certainty(),
        truth.detail(),
        newest(reports),
        truth.doubt());
  }

  static Hazard revise(Entry entry, Hazard before, List<ReportId> reports, Truth truth) {
    return new Hazard(
        before.id(),
        before.type(),
        before.revision() + 1,
        truth.status(),
        truth.occurredAt(),
        before.firstReportAt(),
        entry.at(),
        truth.place(),
        truth.certainty(),
        truth.detail(),
        newest(reports),
        truth.doubt());
  }

  /** The same hazard with another detail, without a report of its own: time has passed. */
  static Hazard revise(Hazard before, HazardDetail detail) {
    return new Hazard(
        before.id(),
        before.type(),
        before.revision() + 1,
        before.status(),
        before.occurredAt(),
        before.firstReportAt(),
        before.lastReportAt(),
        before.place(),
        before.certainty(),
        detail,
        before.reports(),
        before.doubt());
  }

  /** The next revision of what a person believes again. */
  static Hazard believe(Entry entry, Hazard before) {
    return revise(
        entry,
        before,
        before.reports(),
        new Truth(
            Hazard.Status.ACTIVE,
            before.occurredAt(),
            before.place(),
            before.certainty(),
            before.detail(),
            Optional.empty()));
  }

  /** Whether a rule or a person can see a difference. */
  static boolean visible(Hazard before, Hazard after) {
    return before.status() != after.status()
        || !before.occurredAt().equals(after.occurredAt())
        || !before.place().equals(after.place())
        || before.certainty() != after.certainty()
        || !shown(before.detail()).equals(shown(after.detail()))
        || !before.doubt().equals(after.doubt());
  }

  /** When a network last said the same is nothing new. */
  private static HazardDetail shown(HazardDetail detail) {
    return detail instanceof HazardDetail.Quake q
        ? new HazardDetail.Quake(
            q.magnitude(),
            q.magnitudeType(),
            q.depthM(),
            q.preferred(),
            q.why(),
            q.sources().stream().map(Change::withoutTime).toList(),
            q.feltMmi(),
            q.shakeMap())
        : detail;
  }

  private static HazardDetail.Source withoutTime(HazardDetail.Source s) {
    return new HazardDetail.Source(
        s.feed(),
        s.report(),
        s.magnitude(),
        s.magnitudeType(),
        s.occurredAt(),
        s.place(),
        s.certainty(),
        s.status(),
        Instant.EPOCH);
  }

  /** Those of {@code before}, and {@code id} behind them. */
  static List<ReportId> with(List<ReportId> before, ReportId id) {
    return union(before, List.of(id));
  }

  static List<ReportId> union(List<ReportId> before, List<ReportId> more) {
    Set<ReportId> all = new LinkedHashSet<>(before);
    all.addAll(more);
    return new ArrayList<>(all);
  }

  private static List<ReportId> newest(List<ReportId> reports) {
    return reports.size() > Hazard.MAX_REPORTS
        ? reports.subList(reports.size() - Hazard.MAX_REPORTS, reports.size())
        : reports;
  }
}
