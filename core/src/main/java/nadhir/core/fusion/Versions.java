package nadhir.core.fusion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadhir.core.fusion.HazardState.Solution;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/** Which earlier word of its own source a report replaces or takes back. */
final class Versions {
  /** Ids that one solution goes by; further ones are left out. */
  static final int MAX_NAMES = 100;

  private final Solutions solutions;

  Versions(Solutions solutions) {
    this.solutions = solutions;
  }

  /** What the same feed said of the same event before, perhaps under another id. */
  Optional<Solution> of(HazardReport report) {
    return solutions.find(report.id()).or(() -> ofSameFeed(report).stream().max(Solutions.LATEST));
  }

  /**
   * Further events of the same feed that the report says are the one that it is about: the feed has
   * found two of its own to be one.
   */
  List<Solution> absorbed(HazardReport report) {
    if (report.status() != Status.ACTUAL) {
      return List.of();
    }
    return ofSameFeed(report).stream()
        .filter(s -> !s.report().id().equals(report.id()))
        .filter(s -> report.alsoKnownAs().stream().anyMatch(n -> isOwn(s.report(), n)))
        .toList();
  }

  private List<Solution> ofSameFeed(HazardReport report) {
    return solutions.sharingAnId(report).stream()
        .filter(s -> s.report().feed().equals(report.feed()))
        .filter(s -> speaksOf(report, s.report()))
        .toList();
  }

  /**
   * A warning names the earlier ones that it updates or cancels, part by part. The withdrawal of an
   * earthquake can name another one instead, of which it was a duplicate: that one is not taken
   * back.
   */
  private static boolean speaksOf(HazardReport report, HazardReport known) {
    return report.status() != Status.WITHDRAWN
        || !(known.observation() instanceof Observation.Quake)
        || Solutions.names(known).stream().anyMatch(n -> isOwn(report, n));
  }

  /** Catalogues share their scope among networks: {@code usgs:us1} is {@code comcat:us1} there. */
  private static boolean isOwn(HazardReport report, ReportId name) {
    return local(report.id()).equals(local(name));
  }

  private static String local(ReportId id) {
    return id.value().substring(id.value().indexOf(':') + 1);
  }

  /** Of two versions with one date, the withdrawal is the later one. */
  static boolean isOlder(HazardReport report, HazardReport known) {
    return report.updatedAt().isBefore(known.updatedAt())
        || report.updatedAt().equals(known.updatedAt())
            && known.status() == Status.WITHDRAWN
            && report.status() != Status.WITHDRAWN;
  }

  /** A withdrawal often carries nothing but its ids: what it takes back is kept. */
  static HazardReport filledFrom(HazardReport before, HazardReport report) {
    return report.observation() instanceof Observation.Nothing
        ? new HazardReport(
            report.id(),
            report.feed(),
            report.type(),
            report.status(),
            before.occurredAt(),
            report.updatedAt(),
            report.receivedAt(),
            before.place(),
            before.certainty(),
            before.observation(),
            union(before.alsoKnownAs(), report.alsoKnownAs()),
            before.title())
        : report;
  }

  private static List<ReportId> union(List<ReportId> a, List<ReportId> b) {
    Set<ReportId> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all.stream().limit(MAX_NAMES).toList();
  }

  static boolean saysTheSame(HazardReport a, HazardReport b) {
    return a.status() == b.status()
        && a.occurredAt().equals(b.occurredAt())
        && a.place().equals(b.place())
        && a.certainty() == b.certainty()
        && a.observation().equals(b.observation())
        && a.alsoKnownAs().equals(b.alsoKnownAs())
        && a.title().equals(b.title());
  }
}
