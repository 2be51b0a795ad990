package nadhir.core.fusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nadhir.core.command.HazardCommand;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.report.Certainty;
import nadhir.core.report.GaugeFault;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.report.SensorFault;
import nadhir.core.report.Severity;
import nadhir.core.sim.DeskRunner;
import nadhir.core.sim.TestSite;

/**
 * Conversations with the hazard desk as text. Each line is {@code HH:MM[:SS] verb subject values…
 * key=value…}; what comes back is one line for each thing that the desk concluded.
 *
 * <pre>
 * 10:03 quake usgs:a M6.1 28.80,34.80 o=10:00:30 u=10:02 ids=a,b reviewed
 * 10:05 stage Y1 0.9      10:05 rain RG1 18      10:05 flow Y1 12     10:05 doubt Y1 SENTINEL
 * 10:05 distress 972111222 29.47,34.969        10:05 call 29.47,34.969 persons=3 source=VHF
 * 10:05 felt web:1 5.5 29.53,35.01 people=1    10:05 report-felt 5 29.53,35.01
 * 10:05 open fire "title"   10:05 end H1   10:05 confirm H1   10:05 merge H2 H1   10:05 wait
 * </pre>
 */
final class Play {
  private final HazardDesk desk;
  private final DeskRunner runner;
  private final List<String> said = new ArrayList<>();
  private final PlayWords words = new PlayWords();
  private final PlayReports reports = new PlayReports();
  private int commands;

  Play(HazardDesk desk) {
    this.desk = desk;
    this.runner = new DeskRunner(desk, this::note);
  }

  static String play(String script) {
    return play(new HazardDesk(TestSite.info(), TestSite.gauges(), List.of()), script);
  }

  static String play(HazardDesk desk, String script) {
    var play = new Play(desk);
    script.lines().filter(l -> !l.isBlank()).forEach(play::line);
    return String.join("\n", play.said) + "\n";
  }

  HazardDesk desk() {
    return desk;
  }

  List<Entry> entries() {
    return runner.entries();
  }

  void line(String line) {
    String[] parts = line.strip().split("\\s+");
    Instant at = time(parts[0]);
    var values = new HashMap<String, String>();
    for (String w : parts) {
      int equals = w.indexOf('=');
      values.put(
          equals < 0 ? w : w.substring(0, equals), equals < 0 ? "" : w.substring(equals + 1));
    }
    switch (parts[1]) {
      case "wait" -> runner.until(at);
      case "doubt" -> doubt(at, parts, values);
      case "open", "end", "confirm", "merge", "call", "report-felt" ->
          command(at, command(at, parts, values), values);
      default -> report(at, reports.of(at, parts, values));
    }
  }

  static Instant time(String text) {
    return PlayReports.time(text);
  }

  void report(Instant at, HazardReport report) {
    runner.take(at, new Actor.Feed(report.feed()), new Input.Reported(report));
  }

  private void doubt(Instant at, String[] parts, Map<String, String> values) {
    var fault =
        new SensorFault(
            new GaugeId(parts[2]),
            GaugeFault.valueOf(parts[3]),
            PlayReports.timed(values, "o", at));
    var feed = new FeedId("nwis");
    runner.take(at, new Actor.Feed(feed), new Input.GaugeDoubted(feed, fault, "-999999"));
  }

  private HazardCommand command(Instant at, String[] parts, Map<String, String> values) {
    String why = values.getOrDefault("why", "seen");
    return switch (parts[1]) {
      case "open" -> open(at, parts, values);
      case "end" -> new HazardCommand.EndHazard(words.named(parts[2]), why);
      case "confirm" -> new HazardCommand.ConfirmHazard(words.named(parts[2]), why);
      case "merge" ->
          new HazardCommand.MergeHazards(words.named(parts[2]), words.named(parts[3]), why);
      case "call" -> call(at, parts, values);
      default ->
          new HazardCommand.ReportFelt(
              PlayReports.place(parts[3]),
              Double.parseDouble(parts[2]),
              values.getOrDefault("source", "a-caller"),
              PlayReports.timed(values, "o", at));
    };
  }

  private static HazardCommand call(Instant at, String[] parts, Map<String, String> values) {
    return new HazardCommand.ReportDistress(
        Observation.DistressKind.valueOf(values.getOrDefault("kind", "CALL")),
        PlayReports.place(parts[2]),
        values.getOrDefault("mmsi", ""),
        values.containsKey("persons")
            ? OptionalInt.of(Integer.parseInt(values.get("persons")))
            : OptionalInt.empty(),
        values.getOrDefault("source", "VHF-16"),
        PlayReports.timed(values, "o", at),
        values.getOrDefault("title", "taking-water"));
  }

  private static HazardCommand open(Instant at, String[] parts, Map<String, String> values) {
    return new HazardCommand.OpenHazard(
        new HazardTypeId(parts[2]),
        PlayReports.place("29.53,35.0"),
        "a call",
        Certainty.LIKELY,
        Severity.SEVERE,
        PlayReports.timed(values, "o", at),
        Optional.ofNullable(values.get("until")).map(Play::time),
        values.containsKey("untitled") ? " " : "smoke");
  }

  private void command(Instant at, HazardCommand command, Map<String, String> values) {
    var role = values.containsKey("as-viewer") ? Role.VIEWER : Role.OPERATOR;
    commands++;
    runner.take(
        at,
        new Actor.Person(new PersonRef("op-1"), List.of(role)),
        new Input.Commanded(new CommandId("c-" + commands), command));
  }

  private void note(Entry entry) {
    String text = words.of(entry);
    if (!text.isEmpty()) {
      said.add(PlayWords.clock(entry.at()) + " " + text);
    }
  }
}
