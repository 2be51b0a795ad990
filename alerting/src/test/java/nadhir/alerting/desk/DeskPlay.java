package nadhir.alerting.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.alerting.Example;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.command.AlertCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.CommandId;
import nadhir.core.id.EffectId;
import nadhir.core.id.HazardId;
import nadhir.core.id.LevelId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.RuleId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.Slot;
import nadhir.core.risk.ZoneImpact;

/**
 * One alert desk in a small house of its own: it writes entries, lets the desk react depth first,
 * keeps wake-ups, and tells the course as lines of text.
 */
final class DeskPlay {
  static final Actor.Person OP = person("op-1", Role.OPERATOR);
  static final Actor.Person OP2 = person("op-2", Role.OPERATOR);
  static final Actor.Person AP = person("ap-1", Role.APPROVER);
  static final Actor.Person AP2 = person("ap-2", Role.APPROVER, Role.OPERATOR);
  static final Actor.Person VIEWER = person("vi-1", Role.VIEWER);

  static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final ZoneId AMMAN = ZoneId.of("Asia/Amman");

  final AlertDesk desk;
  final List<Entry> entries = new ArrayList<>();
  final TreeMap<String, Instant> wakeUps = new TreeMap<>();
  final List<WatchEvent.EffectAsked> effects = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Instant now = START;

  DeskPlay(Lane lane) {
    this(desk(lane));
  }

  DeskPlay(AlertDesk desk) {
    this.desk = desk;
  }

  static AlertDesk desk(Lane lane) {
    return new AlertDesk(
        Example.site("ar", "en"),
        Example.messages(),
        Example.zones(),
        lane,
        DeskSettings.USUAL,
        message ->
            message.audience().institutions()
                ? List.of(new PersonRef("inst-0001"), new PersonRef("inst-0002"))
                : List.of());
  }

  static DeskPlay live() {
    return new DeskPlay(new Lane.Live());
  }

  static Actor.Person person(String ref, Role... roles) {
    return new Actor.Person(new PersonRef(ref), List.of(roles));
  }

  Instant now() {
    return now;
  }

  /** Goes on to a local time of the day and runs all wake-ups on the way. */
  DeskPlay at(String local) {
    return to(Instant.parse("2026-11-20T" + local + ":00+03:00"));
  }

  DeskPlay to(Instant then) {
    for (var due = due(then); due.isPresent(); due = due(then)) {
      now = due.get().getValue().isAfter(now) ? due.get().getValue() : now;
      wakeUps.remove(due.get().getKey());
      input(new Actor.House("watch"), new Input.Woken(AlertDesk.NAME, due.get().getKey()));
    }
    now = then;
    return this;
  }

  private Optional<Map.Entry<String, Instant>> due(Instant then) {
    return wakeUps.entrySet().stream()
        .filter(e -> !e.getValue().isAfter(then))
        .min(
            Map.Entry.<String, Instant>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()));
  }

  DeskPlay rule(Event event) {
    // An assessment is a consequence; here it follows from nothing, which no desk sees.
    settle(event, new Actor.House("risk"));
    return this;
  }

  DeskPlay assessed(Assessment assessment) {
    return rule(new RiskEvent.Assessed(assessment));
  }

  DeskPlay reassessed(Assessment assessment) {
    return rule(new RiskEvent.Reassessed(assessment));
  }

  DeskPlay does(Actor who, AlertCommand command) {
    return input(who, new Input.Commanded(new CommandId("cmd-" + (entries.size() + 1)), command));
  }

  DeskPlay approves(Actor who, String alert, int revision) {
    return does(who, new AlertCommand.Approve(new AlertId(alert), revision));
  }

  DeskPlay rejects(Actor who, String alert, int revision) {
    return does(who, new AlertCommand.Reject(new AlertId(alert), revision, "not so"));
  }

  DeskPlay cancels(Actor who, String alert) {
    return does(
        who,
        new AlertCommand.ProposeCancel(
            new AlertId(alert), "correction", new TreeMap<>(), "gauge shaken"));
  }

  DeskPlay updates(Actor who, String alert, String messageKey) {
    return does(
        who,
        new AlertCommand.ProposeUpdate(
            new AlertId(alert), messageKey, new TreeMap<>(), Duration.ofHours(2)));
  }

  DeskPlay ends(EffectId effect, EffectResult result) {
    return input(new Actor.House("effects"), new Input.EffectEnded(effect, result));
  }

  DeskPlay input(Actor actor, Input input) {
    settle(input, actor);
    return this;
  }

  private void settle(Event event, Actor actor) {
    long seq = entries.size() + 1;
    Entry entry = new Entry(seq, now, actor, seq, event);
    entries.add(entry);
    keep(event);
    desk.fold(entry);
    if (event instanceof Input.Commanded(var id, var command)) {
      switch (desk.decide(entry, command)) {
        case Outcome.Refused(var reason, var detail) ->
            settle(new WatchEvent.Refused(id, reason, detail), house());
        case Outcome.Accepted(var events, _) -> events.forEach(e -> settle(e, house()));
      }
    }
    desk.react(entry).forEach(e -> settle(e, house()));
  }

  private static Actor house() {
    return new Actor.House(AlertDesk.NAME);
  }

  private void keep(Event event) {
    switch (event) {
      case WatchEvent.WakeUpAsked(_, var key, var due) -> wakeUps.put(key, due);
      case WatchEvent.WakeUpDropped(_, var key) -> wakeUps.remove(key);
      case WatchEvent.EffectAsked asked -> effects.add(asked);
      default -> {}
    }
    line(event).ifPresent(line -> told.add(clock(now) + " " + line));
  }

  static String clock(Instant at) {
    var local = at.atZone(AMMAN);
    return "%02d:%02d".formatted(local.getHour(), local.getMinute());
  }

  private static Optional<String> line(Event event) {
    return Optional.ofNullable(
        switch (event) {
          case AlertEvent.Proposed(AlertMessage m) ->
              "proposed %s/%d %s %s %s%s%s"
                  .formatted(
                      m.alert(),
                      m.revision(),
                      m.type(),
                      m.messageKey(),
                      m.approval(),
                      m.doubts().isEmpty() ? "" : " doubts " + m.doubts(),
                      m.overlaps().isEmpty() ? "" : " over " + m.overlaps());
          case AlertEvent.Approved(var a, var r, var by, _) ->
              "approved %s/%d %s".formatted(a, r, by);
          case AlertEvent.Rejected(var a, var r, var by, _) ->
              "rejected %s/%d %s".formatted(a, r, by);
          case AlertEvent.Replaced(var a, var r) -> "replaced %s/%d".formatted(a, r);
          case AlertEvent.Issued(var a, var r, _) -> "issued %s/%d".formatted(a, r);
          case AlertEvent.Expired(var a, var r, _) -> "expired %s/%d".formatted(a, r);
          case AlertEvent.Delivered e -> "delivered %s/%d".formatted(e.alert(), e.revision());
          case AlertEvent.Tallied e -> "tallied %s/%d".formatted(e.alert(), e.revision());
          case AlertEvent.CapPublished e ->
              "published %s/%d %s".formatted(e.alert(), e.revision(), e.identifier());
          case AlertEvent.EffectFailed(var a, var r, var what, var detail) ->
              "failed %s/%d %s %s".formatted(a, r, what, detail);
          case AlertEvent.Acknowledged(var a, var r, var who, _) ->
              "acknowledged %s/%d %s".formatted(a, r, who);
          case AlertEvent.AcknowledgementOverdue(var a, var r, var who) ->
              "overdue %s/%d %s".formatted(a, r, who);
          case WatchEvent.EffectAsked(var id, var effect) -> "%s %s".formatted(id, line(effect));
          case WatchEvent.Refused(_, var reason, _) -> "refused " + reason;
          default -> null;
        });
  }

  private static String line(Effect effect) {
    return switch (effect) {
      case Effect.Deliver(var a, var r) -> "deliver %s/%d".formatted(a, r);
      case Effect.Tally(var a, var r) -> "tally %s/%d".formatted(a, r);
      case Effect.PublishCap(var a, var r) -> "publish %s/%d".formatted(a, r);
    };
  }

  /** What happened since it was last asked. */
  String told() {
    String all = told.stream().map(l -> l + "\n").collect(Collectors.joining());
    told.clear();
    return all;
  }

  /** Forgets what happened so far. */
  DeskPlay quietly() {
    told.clear();
    return this;
  }

  AlertMessage lastProposed() {
    return entries.reversed().stream()
        .flatMap(e -> e.event() instanceof AlertEvent.Proposed(var m) ? List.of(m).stream() : null)
        .findFirst()
        .orElseThrow();
  }

  static List<String> wakeUpsOf(DeskPlay play) {
    return play.wakeUps.entrySet().stream()
        .sorted(
            Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(e -> clock(e.getValue()) + " " + e.getKey())
        .toList();
  }

  /** A flood in zones, arriving from a minute after {@code from} for half an hour. */
  static Assessment flood(String id, ApprovalPolicy approval, String arrives, String... zones) {
    Instant from = Instant.parse("2026-11-20T" + arrives + ":00+03:00");
    return assessment(
        id,
        "flood",
        approval,
        "red",
        Map.of("span", new Slot.Span(from, from.plusSeconds(1800))),
        zones);
  }

  static Assessment assessment(
      String id,
      String message,
      ApprovalPolicy approval,
      String level,
      Map<String, Slot> slots,
      String... zones) {
    return new Assessment(
        new AssessmentId(id),
        1,
        new RuleId("rule-of-" + id),
        new HazardId("haz-1"),
        1,
        new LevelId(level),
        START,
        Arrays.stream(zones)
            .map(
                z ->
                    new ZoneImpact(
                        new nadhir.core.id.ZoneId(z),
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>()))
            .toList(),
        message.isEmpty() ? Optional.empty() : Optional.of(message),
        approval,
        Optional.empty(),
        new TreeMap<>(slots),
        List.of());
  }

  static AlertCommand.Propose fire(Scope scope, String... zones) {
    SortedMap<String, Slot> slots =
        new TreeMap<>(Map.of("what", new Slot.Word("fire"), "action", new Slot.Word("go-away")));
    return new AlertCommand.Propose(
        Optional.empty(),
        "manual",
        new LevelId("orange"),
        scope,
        Arrays.stream(zones)
            .map(nadhir.core.id.ZoneId::new)
            .sorted(Comparator.naturalOrder())
            .toList(),
        Optional.empty(),
        slots,
        Duration.ofHours(3));
  }
}
