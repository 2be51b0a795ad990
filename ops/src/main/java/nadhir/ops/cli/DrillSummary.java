package nadhir.ops.cli;

import java.io.PrintWriter;
import java.util.List;
import nadhir.drills.report.DrillReport;

/** A drill's report on one screen. */
final class DrillSummary {
  private DrillSummary() {}

  static void print(DrillReport report, List<String> refusals, PrintWriter out) {
    out.printf(
        "Drill %s, seed %d: %s to %s%n",
        report.lane(), report.seed(), report.startedAt(), report.endedAt());
    out.printf(
        "  %d reports, %d hazards, %d assessments, %d alert revisions, %d incidents%n",
        report.reports().accepted(),
        report.hazards().size(),
        report.assessments().size(),
        report.alerts().size(),
        report.incidents().size());
    for (var alert : report.alerts()) {
      out.printf(
          "  %-14s %-6s %-6s issued %s, told %s%n",
          alert.id(),
          alert.msgType(),
          alert.level(),
          alert.issuedAt().map(Object::toString).orElse("never"),
          alert.audience().isPresent() ? alert.audience().getAsInt() : "nobody");
      alert
          .deliveries()
          .forEach(
              (channel, d) ->
                  out.printf(
                      "      %-4s delivered %d, sent %d, failed %d, unknown %d, expired %d,"
                          + " suppressed %d, pending %s, duplicates %d%n",
                      channel,
                      d.delivered(),
                      d.sent(),
                      d.failed(),
                      d.unknown(),
                      d.expired(),
                      d.suppressed(),
                      d.pending().isPresent() ? d.pending().getAsInt() : "?",
                      d.duplicates()));
    }
    out.printf(
        "  journal: %d entries, head %.12s, state %.12s%n",
        report.journal().entries(), report.journal().head(), report.journal().stateHash());
    refusals.forEach(r -> out.println("  refused: " + r));
    out.flush();
  }
}
