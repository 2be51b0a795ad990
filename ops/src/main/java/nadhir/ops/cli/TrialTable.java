package nadhir.ops.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.RiskEvent;
import nadhir.core.risk.Assessment;
import nadhir.drills.warning.Happened;
import nadhir.drills.warning.Observed;
import nadhir.drills.warning.RuleScore;
import nadhir.ops.site.RuleTrial;

/** Prints what a trial of rules came to. */
final class TrialTable {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final List<String> HEADS =
      List.of(
          "rule",
          "observed",
          "in time",
          "late",
          "missed",
          "fired",
          "false alarms",
          "shortest lead",
          "lead to peak",
          "longest delay");

  private final ZoneId timeZone;
  private final RuleTrial trial;
  private final PrintWriter out;

  TrialTable(ZoneId timeZone, RuleTrial trial, PrintWriter out) {
    this.timeZone = timeZone;
    this.trial = trial;
    this.out = out;
  }

  /** One line for each hazard that opened and each time that a rule fired, changed or cleared. */
  void firings() {
    for (Entry entry : trial.result().entries()) {
      switch (entry.event()) {
        case HazardEvent.Opened(var hazard) ->
            line(entry.at(), "hazard", hazard.id() + " " + hazard.type());
        case HazardEvent.GaugeSilent(var gauge, _) -> line(entry.at(), "silent", gauge.value());
        case HazardEvent.GaugeFaulty(var gauge, var fault, _, _) ->
            line(entry.at(), "faulty", gauge + " " + fault);
        case RiskEvent.Assessed(var a) -> line(entry.at(), "fires", shown(a));
        case RiskEvent.Reassessed(var a) -> line(entry.at(), "again", shown(a));
        case RiskEvent.Cleared(var id, _, var why) -> line(entry.at(), "clears", id + " " + why);
        case RiskEvent.Blind(var rule, var sources, _) ->
            line(entry.at(), "blind", rule + " without " + String.join(" ", sources));
        case RiskEvent.Sighted(var rule, _) -> line(entry.at(), "sees", rule.value());
        default -> {
          // nothing of a rule
        }
      }
    }
    var rejected = trial.result().rejected();
    if (!rejected.isEmpty()) {
      out.println("rejected items: " + rejected);
    }
  }

  private void line(Instant at, String what, String text) {
    out.printf("%s  %-7s %s%n", at.atZone(timeZone).format(TIME), what, text);
  }

  private static String shown(Assessment a) {
    String zones = a.zones().stream().map(z -> z.zone().value()).collect(Collectors.joining(" "));
    return "%s %s %s%s: %s"
        .formatted(
            a.id(),
            a.rule(),
            a.level(),
            a.doubts().isEmpty() ? "" : " (" + String.join(", ", a.doubts()) + ")",
            zones);
  }

  /** What happened, and how the rules did. */
  void scores(Observed observed, boolean markdown) {
    if (!markdown) {
      out.println();
      out.println("Observed (" + observed.source() + "):");
      observed.in(trial.result().entries()).forEach(this::happened);
      out.println();
    }
    List<List<String>> rows = trial.scores(observed).stream().map(TrialTable::row).toList();
    out.print(markdown ? new TextTable(HEADS, rows).markdown() : new TextTable(HEADS, rows).text());
  }

  private void happened(Happened h) {
    String peak = h.peak().map(p -> ", peak " + p.atZone(timeZone).format(TIME)).orElse("");
    out.printf(
        "  %s to %s%s  %s%n",
        h.from().atZone(timeZone).format(TIME),
        h.until().atZone(timeZone).format(TIME),
        peak,
        h.of().name());
  }

  private static List<String> row(RuleScore s) {
    return List.of(
        s.rule().value(),
        "" + (s.hits() + s.late() + s.missed()),
        "" + s.hits(),
        "" + s.late(),
        "" + s.missed(),
        "" + s.firings(),
        "" + s.falseAlarms(),
        minutes(s.shortestLead()),
        minutes(s.shortestLeadToPeak()),
        minutes(s.longestDelay()));
  }

  private static String minutes(Optional<Duration> duration) {
    return duration.map(d -> Math.round(d.toSeconds() / 60.0) + " min").orElse("-");
  }
}
