package nadhir.geofence.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import nadhir.core.command.RiskCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.fusion.HazardDesk;
import nadhir.core.fusion.HazardState;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.CommandId;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ReportId;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.risk.Assessment;
import nadhir.geofence.AqabaPack;

/**
 * Plays readings of gauges to the hazard desk and the risk desk together, with the wake-ups that
 * they ask for, and writes down what follows, one line each.
 *
 * <pre>
 * 12:00 Y1 1.1          a reading of that minute
 * 12:07 Y1 1.1 of 12:00 a reading of an earlier or later minute
 * 12:30 -               time passes
 * 12:30 close it is dry a person closes what lives
 * </pre>
 */
final class GaugePlay {
  private final AqabaPack site;
  private HazardDesk hazards;
  private RiskDesk risks;
  private final List<Entry> entries = new ArrayList<>();
  private final List<WatchEvent.WakeUpAsked> asked = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final boolean handsOver;
  private long seq;

  /**
   * @param handsOver another member takes over after every entry that came from outside
   */
  GaugePlay(AqabaPack site, boolean handsOver) {
    this.site = site;
    this.handsOver = handsOver;
    this.hazards = hazardDesk();
    this.risks = site.desk();
  }

  private HazardDesk hazardDesk() {
    return new HazardDesk(site.site(), site.head().gauges(), site.head().feeds());
  }

  GaugePlay play(String story) {
    story.lines().filter(line -> !line.isBlank()).forEach(this::line);
    return this;
  }

  String told() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  RiskDesk desk() {
    return risks;
  }

  List<Entry> entries() {
    return entries;
  }

  private void line(String line) {
    String[] words = line.strip().split(" +");
    Instant at = RiskPlay.at(words[0]);
    wake(at);
    switch (words[1]) {
      case "-" -> {}
      case "close" -> close(at, line.substring(line.indexOf("close") + 5));
      default -> {
        Instant of = words.length > 4 ? RiskPlay.at(words[4]) : at;
        take(at, new Input.Reported(report(words[1], Double.parseDouble(words[2]), of, at)));
      }
    }
  }

  private HazardReport report(String gauge, double value, Instant of, Instant at) {
    Observation seen =
        gauge.startsWith("RG")
            ? new Observation.Rain(new GaugeId(gauge), value, Duration.ofMinutes(30))
            : new Observation.Water(
                new GaugeId(gauge), OptionalDouble.of(value), OptionalDouble.empty());
    return new HazardReport(
        new ReportId("test:" + gauge + "-" + of.getEpochSecond() + "-" + value),
        new FeedId("test"),
        new HazardTypeId("flash-flood"),
        HazardReport.Status.ACTUAL,
        of,
        of,
        at,
        Optional.empty(),
        Certainty.OBSERVED,
        seen,
        List.of(),
        "");
  }

  private void wake(Instant until) {
    while (true) {
      Optional<WatchEvent.WakeUpAsked> next =
          asked.stream()
              .filter(wake -> !wake.due().isAfter(until))
              .min(Comparator.comparing(WatchEvent.WakeUpAsked::due));
      if (next.isEmpty()) {
        return;
      }
      take(next.get().due(), new Input.Woken(next.get().desk(), next.get().key()));
    }
  }

  private void close(Instant at, String why) {
    AssessmentId id =
        new AssessmentId(risks.snapshot().firings().keySet().stream().findFirst().orElse("none"));
    var person = new Actor.Person(new PersonRef("p-1"), List.of(Role.OPERATOR));
    var command = new RiskCommand.CloseAssessment(id, why);
    Entry entry = settle(at, person, new Input.Commanded(new CommandId("c-" + seq), command));
    switch (risks.decide(entry, command)) {
      case Outcome.Accepted(var events, _) -> events.forEach(e -> settle(at, person, e));
      case Outcome.Refused(var reason, _) -> lines.add(local(at) + " refused: " + reason);
    }
    handOver();
  }

  private void take(Instant at, Input input) {
    settle(at, new Actor.House("test"), input);
    handOver();
  }

  private Entry settle(Instant at, Actor actor, Event event) {
    seq++;
    var entry = new Entry(seq, at, actor, seq, event);
    entries.add(entry);
    hazards.fold(entry);
    risks.fold(entry);
    follow(event);
    show(entry);
    hazards.react(entry).forEach(next -> settle(at, actor, next));
    risks.react(entry).forEach(next -> settle(at, actor, next));
    return entry;
  }

  private void follow(Event event) {
    switch (event) {
      case WatchEvent.WakeUpAsked wake -> {
        forget(wake.desk(), wake.key());
        asked.add(wake);
      }
      case WatchEvent.WakeUpDropped(var desk, var key) -> forget(desk, key);
      case Input.Woken(var desk, var key) -> forget(desk, key);
      default -> {}
    }
  }

  private void forget(String desk, String key) {
    asked.removeIf(wake -> wake.desk().equals(desk) && wake.key().equals(key));
  }

  private void handOver() {
    if (handsOver) {
      String known = DomainJson.write(hazards.snapshot());
      hazards = hazardDesk();
      hazards.restore(DomainJson.read(known, HazardState.class));
      String json = DomainJson.write(risks.snapshot());
      risks = site.desk();
      risks.restore(DomainJson.read(json, RiskState.class));
    }
  }

  private void show(Entry entry) {
    String time = local(entry.at());
    switch (entry.event()) {
      case RiskEvent.Assessed(var a) -> lines.add(time + " fires " + shown(a));
      case RiskEvent.Reassessed(var a) -> lines.add(time + " again " + shown(a));
      case RiskEvent.Cleared(_, _, var why) -> lines.add(time + " clears: " + why);
      case HazardEvent.GaugeSilent(var gauge, _) -> lines.add(time + " " + gauge + " silent");
      case HazardEvent.GaugeBack(var gauge, _) -> lines.add(time + " " + gauge + " back");
      case HazardEvent.GaugeFaulty(var gauge, var fault, _, _) ->
          lines.add(time + " " + gauge + " " + fault);
      case WatchEvent.WakeUpAsked(var desk, var key, _) when desk.equals("risk") ->
          lines.add(time + " holds " + RiskPlay.shown(key).replaceAll("haz-\\d+|ass-\\d+", "#"));
      case WatchEvent.WakeUpDropped(var desk, var key) when desk.equals("risk") ->
          lines.add(time + " no more " + RiskPlay.shown(key).replaceAll("haz-\\d+|ass-\\d+", "#"));
      default -> {}
    }
  }

  private static String shown(Assessment a) {
    return a.approval().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + (a.doubts().isEmpty() ? "" : " " + a.doubts());
  }

  private String local(Instant at) {
    return at.atZone(site.site().timeZone()).toLocalTime().toString();
  }
}
