package nadhir.core.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;

/** Makes a hazard's first and next revisions. */
final class Change {
  private Change() {}

  /** The id of what is made because of entry {@code seq}. */
  static HazardId idFor(long seq) {
    return new HazardId("haz-" + seq);
  }

  static Hazard open(
      Entry entry, HazardReport report, Optional<LatLon> place, HazardDetail detail) {
    return new Hazard(
        idFor(entry.seq()),
        report.type(),
        1,
        Hazard.Status.ACTIVE,
        report.occurredAt(),
        entry.at(),
        entry.at(),
        place,
        report.certainty(),
        detail,
        List.of(report.id()),
        Optional.empty());
  }

  /** The next revision; time and certainty are those of the report that is believed. */
  static Hazard revise(
      Entry entry,
      Hazard before,
      Hazard.Status status,
      HazardReport because,
      HazardReport preferred,
      Optional<LatLon> place,
      HazardDetail detail) {
    return new Hazard(
        before.id(),
        before.type(),
        before.revision() + 1,
        status,
        preferred.occurredAt(),
        before.firstReportAt(),
        entry.at(),
        place,
        preferred.certainty(),
        detail,
        with(before.reports(), because.id()),
        before.doubt());
  }

  /** The next revision of what is heard signal by signal; it began when it began. */
  static Hazard heard(
      Entry entry,
      Hazard before,
      HazardReport report,
      Optional<LatLon> place,
      Certainty certainty,
      HazardDetail detail) {
    return new Hazard(
        before.id(),
        before.type(),
        before.revision() + 1,
        Hazard.Status.ACTIVE,
        before.occurredAt(),
        before.firstReportAt(),
        entry.at(),
        place,
        certainty,
        detail,
        with(before.reports(), report.id()),
        before.doubt());
  }

  /** The same, with nobody standing behind it any more. */
  static Hazard withdraw(Entry entry, Hazard before, HazardReport because) {
    return new Hazard(
        before.id(),
        before.type(),
        before.revision() + 1,
        Hazard.Status.WITHDRAWN,
        before.occurredAt(),
        before.firstReportAt(),
        entry.at(),
        before.place(),
        before.certainty(),
        before.detail(),
        with(before.reports(), because.id()),
        before.doubt());
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
    return new Hazard(
        before.id(),
        before.type(),
        before.revision() + 1,
        Hazard.Status.ACTIVE,
        before.occurredAt(),
        before.firstReportAt(),
        entry.at(),
        before.place(),
        before.certainty(),
        before.detail(),
        before.reports(),
        Optional.empty());
  }

  /** Whether a rule or a person can see a difference. */
  static boolean visible(Hazard before, Hazard after) {
    return before.status() != after.status()
        || !before.occurredAt().equals(after.occurredAt())
        || !before.place().equals(after.place())
        || before.certainty() != after.certainty()
        || !before.detail().equals(after.detail());
  }

  /** Sources that have not spoken of it before: a second network confirms the first. */
  static boolean newSource(Hazard before, HazardReport report) {
    return before.reports().size() < Hazard.MAX_REPORTS && !before.reports().contains(report.id());
  }

  private static List<ReportId> with(List<ReportId> before, ReportId id) {
    if (before.contains(id)) {
      return before;
    }
    List<ReportId> all = new ArrayList<>(before);
    all.add(id);
    return all.size() > Hazard.MAX_REPORTS ? all.subList(1, all.size()) : all;
  }
}
