package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.command.HazardCommand;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.WatchEvent;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.CommandId;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ReportId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;
import nadhir.core.sim.DeskRunner;
import nadhir.core.sim.TestSite;

/**
 * Conversations with the hazard desk as text. Each line is {@code HH:MM[:SS] verb subject values…
 * key=value…}; what comes back is one line for each thing that the desk concluded.
 *
 * <pre>
 * 10:03 quake usgs:a M6.1 28.80,34.80 o=10:00:30 u=10:02 ids=a,b reviewed
 * 10:05 stage Y1 0.9      10:05 rain RG1 18      10:05 flow Y1 12
 * 10:05 distress 972111222 29.47,34.969
 * 10:05 open fire "title"   10:05 end H1   10:05 wait
 * </pre>
 */
final class Play {
  private final HazardDesk desk;
  private final DeskRunner runner;
  private final List<String> said = new ArrayList<>();
  private final Map<HazardId, String> names = new HashMap<>();
  private int signals;

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
    String[] words = line.strip().split("\\s+");
    Instant at = time(words[0]);
    var values = new HashMap<String, String>();
    for (String w : words) {
      int equals = w.indexOf('=');
      values.put(
          equals < 0 ? w : w.substring(0, equals), equals < 0 ? "" : w.substring(equals + 1));
    }
    switch (words[1]) {
      case "quake" -> report(at, quake(at, words, values));
      case "stage", "flow", "rain" -> report(at, reading(at, words, values));
      case "distress" -> report(at, distress(at, words, values));
      case "warning" -> report(at, warning(at, words, values));
      case "open" -> command(at, open(at, words, values), values);
      case "end" -> command(at, new HazardCommand.EndHazard(named(words[2]), "seen"), values);
      case "wait" -> runner.until(at);
      default -> throw new IllegalArgumentException(line);
    }
  }

  /** {@code HH:MM[:SS]} of 20 November, or {@code DD/HH:MM[:SS]}. */
  static Instant time(String text) {
    String[] parts = (text.contains("/") ? text : "20/" + text).split("/");
    String seconds = parts[1].length() == 5 ? ":00" : "";
    return Instant.parse("2026-11-" + parts[0] + "T" + parts[1] + seconds + "Z");
  }

  private void report(Instant at, HazardReport report) {
    runner.take(at, new Actor.Feed(report.feed()), new Input.Reported(report));
  }

  private void command(Instant at, HazardCommand command, Map<String, String> values) {
    var role = values.containsKey("as-viewer") ? Role.VIEWER : Role.OPERATOR;
    runner.take(
        at,
        new Actor.Person(new PersonRef("op-1"), List.of(role)),
        new Input.Commanded(new CommandId("c-" + at), command));
  }

  private HazardReport quake(Instant at, String[] words, Map<String, String> values) {
    boolean deleted = values.containsKey("deleted");
    List<ReportId> ids = new ArrayList<>();
    for (String id : values.getOrDefault("ids", words[2].replace(':', '-')).split(",")) {
      ids.add(new ReportId("comcat:" + id));
    }
    Observation what =
        deleted || values.containsKey("empty")
            ? new Observation.Nothing()
            : new Observation.Quake(
                Double.parseDouble(words[3].substring(1)),
                "mw",
                OptionalDouble.of(18_000),
                OptionalInt.empty());
    return new HazardReport(
        new ReportId(words[2]),
        feed(words[2]),
        new HazardTypeId("earthquake"),
        status(values),
        timed(values, "o", Instant.parse("2026-11-20T10:00:00Z")),
        timed(values, "u", at),
        at,
        deleted || values.containsKey("nowhere") ? Optional.empty() : Optional.of(place(words[4])),
        values.containsKey("reviewed") ? Certainty.OBSERVED : Certainty.LIKELY,
        what,
        ids,
        "");
  }

  private HazardReport reading(Instant at, String[] words, Map<String, String> values) {
    var gauge = new GaugeId(words[2]);
    var value = Double.parseDouble(words[3]);
    Instant occurred = timed(values, "o", at);
    return report(
        "nwis:" + words[2] + "/" + words[1] + "/" + occurred,
        "flash-flood",
        at,
        occurred,
        values,
        Optional.empty(),
        switch (words[1]) {
          case "stage" ->
              new Observation.Water(gauge, OptionalDouble.of(value), OptionalDouble.empty());
          case "flow" ->
              new Observation.Water(gauge, OptionalDouble.empty(), OptionalDouble.of(value));
          default ->
              new Observation.Rain(
                  gauge, value, Duration.parse(values.getOrDefault("over", "PT15M")));
        });
  }

  private HazardReport distress(Instant at, String[] words, Map<String, String> values) {
    signals++;
    String id = values.getOrDefault("id", "ais:" + words[2] + "/" + signals);
    return report(
        id,
        "distress-at-sea",
        at,
        timed(values, "o", at),
        values,
        Optional.of(words[3]).filter(w -> w.contains(",")).map(Play::place),
        new Observation.Distress(
            words[2],
            Observation.DistressKind.MAN_OVERBOARD,
            OptionalDouble.of(190),
            OptionalDouble.of(0.2),
            signals,
            OptionalInt.empty()));
  }

  private HazardReport warning(Instant at, String[] words, Map<String, String> values) {
    return report(
        words[2],
        values.getOrDefault("type", "weather-warning"),
        at,
        timed(values, "o", at),
        values,
        Optional.empty(),
        new Observation.Stated(
            Severity.valueOf(words[3]),
            at,
            Optional.ofNullable(values.get("until")).map(Play::time),
            Optional.empty(),
            "",
            "",
            ""));
  }

  private static HazardReport report(
      String id,
      String type,
      Instant at,
      Instant occurred,
      Map<String, String> values,
      Optional<LatLon> place,
      Observation what) {
    return new HazardReport(
        new ReportId(id),
        feed(id),
        new HazardTypeId(type),
        status(values),
        occurred,
        timed(values, "u", occurred),
        at,
        place,
        Certainty.OBSERVED,
        what,
        List.of(),
        "");
  }

  private static HazardCommand open(Instant at, String[] words, Map<String, String> values) {
    return new HazardCommand.OpenHazard(
        new HazardTypeId(words[2]),
        new LatLon(29.53, 35.0),
        "a call",
        Certainty.LIKELY,
        Severity.SEVERE,
        timed(values, "o", at),
        Optional.ofNullable(values.get("until")).map(Play::time),
        values.containsKey("untitled") ? " " : "smoke");
  }

  private static Status status(Map<String, String> values) {
    return values.containsKey("deleted")
        ? Status.WITHDRAWN
        : values.containsKey("test") ? Status.TEST : Status.ACTUAL;
  }

  private static FeedId feed(String id) {
    return new FeedId(id.replaceFirst(":.*", ""));
  }

  private static Instant timed(Map<String, String> values, String key, Instant otherwise) {
    return values.containsKey(key) ? time(values.get(key)) : otherwise;
  }

  private static LatLon place(String text) {
    String[] parts = text.split(",");
    return new LatLon(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }

  private HazardId named(String name) {
    return names.entrySet().stream()
        .filter(e -> e.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(new HazardId(name));
  }

  private void note(Entry entry) {
    String text =
        switch (entry.event()) {
          case HazardEvent.Opened(var h) -> {
            names.put(h.id(), "H" + (names.size() + 1));
            yield "opened " + told(h);
          }
          case HazardEvent.Revised(var h) -> "revised " + told(h);
          case HazardEvent.Withdrawn(var h) -> "withdrawn " + told(h);
          case HazardEvent.Ended(var h, _, var why) -> "ended " + names.get(h) + " " + renamed(why);
          case HazardEvent.Ignored(var report, var why) -> "ignored " + report + " " + why;
          case HazardEvent.GaugeSilent(var gauge, var last) ->
              "silent " + gauge + " " + clock(last);
          case HazardEvent.GaugeBack(var gauge, _) -> "back " + gauge;
          case WatchEvent.Refused(_, var reason, _) -> "refused " + reason;
          default -> "";
        };
    if (!text.isEmpty()) {
      said.add(clock(entry.at()) + " " + text);
    }
  }

  private String renamed(String why) {
    for (var e : names.entrySet()) {
      why = why.replace(e.getKey().value(), e.getValue());
    }
    return why;
  }

  private String told(Hazard h) {
    return names.get(h.id())
        + " r"
        + h.revision()
        + switch (h.detail()) {
          case HazardDetail.Quake q ->
              " M"
                  + q.magnitude()
                  + " "
                  + q.preferred()
                  + (h.certainty() == Certainty.OBSERVED ? " reviewed" : "")
                  + " of "
                  + h.reports().size();
          case HazardDetail.Flood f ->
              " " + f.wadi() + f.gauges().stream().map(Play::told).reduce("", String::concat);
          case HazardDetail.Distress d ->
              " " + d.mmsi() + " " + h.place().map(p -> p.latDeg() + "," + p.lonDeg()).orElse("?");
          case HazardDetail.Vessel v -> " " + v.mmsi() + " " + v.trouble();
          case HazardDetail.Stated s -> " " + h.type() + " " + s.severity();
        };
  }

  private static String told(HazardDetail.GaugeState g) {
    var text = new StringBuilder(" " + g.gauge() + "[");
    g.stageM().ifPresent(s -> text.append(s).append("m"));
    g.riseMPerH().ifPresent(r -> text.append(r < 0 ? "" : "+").append(r));
    g.rainMm30().ifPresent(r -> text.append(r).append("mm"));
    return text.append(g.silent() ? " silent]" : "]").toString();
  }

  private static String clock(Instant at) {
    String text = at.toString().substring(11, 19);
    String day = at.toString().substring(8, 10);
    return (day.equals("20") ? "" : day + "/")
        + (text.endsWith(":00") ? text.substring(0, 5) : text);
  }
}
