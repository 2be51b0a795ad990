package nadhir.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nadhir.core.command.DispatchCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.dispatch.Recommendation;
import nadhir.core.dispatch.Unit;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.CommandId;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.RuleId;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.Slot;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Borders;
import nadhir.core.site.HazardType;
import nadhir.core.site.Level;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;

/**
 * One dispatch desk with a journal in memory, in the order of the watch: an input is folded,
 * decided and reacted to, and each consequence again, depth first. Consequences come back as lines
 * of text.
 */
final class DeskRoom {
  static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  static final Actor DISPATCHER = new Actor.Person(new PersonRef("di-1"), List.of(Role.DISPATCHER));

  /** On one meridian, so that distances are easy: 0.01° of latitude are 1 112 m. */
  static final LatLon CITY = new LatLon(29.53, 35.00);

  final List<Entry> entries = new ArrayList<>();
  private int read;
  final DispatchDesk desk;
  private Instant now = START;
  private Actor actor = DISPATCHER;

  DeskRoom(DispatchDesk desk) {
    this.desk = desk;
  }

  DeskRoom() {
    this(new DispatchDesk(plan()));
    put(new Input.SiteAdopted("test", "0".repeat(64)));
  }

  static DispatchPlan plan() {
    var centres = new TreeMap<ZoneId, LatLon>();
    centres.put(new ZoneId("shamiya"), new LatLon(29.56, 35.00));
    centres.put(new ZoneId("shore"), new LatLon(29.50, 35.00));
    var cards = new TreeMap<String, RunCard>();
    cards.put("flood", card("flood", skill("swift-water", 1), kind("ambulance", 2)));
    cards.put("quake", card("quake", skill("search", 1), kind("ladder", 1)));
    cards.put("watch", card("watch", skill("swift-water", 2)));
    var units = new java.util.LinkedHashMap<UnitId, Unit>();
    for (var unit :
        List.of(
            unit("resc-1", "rescue", 29.54, 10, "swift-water", "search"),
            unit("resc-2", "rescue", 29.52, 10, "swift-water", "search"),
            unit("amb-1", "ambulance", 29.53, 20),
            unit("amb-2", "ambulance", 29.53, 20),
            unit("amb-3", "ambulance", 29.50, 20))) {
      units.put(unit.id(), unit);
    }
    return new DispatchPlan(site(), units, cards, centres);
  }

  static SiteInfo site() {
    return new SiteInfo(
        "test",
        words("Test"),
        java.time.ZoneId.of("Asia/Amman"),
        List.of("ar", "en"),
        CITY,
        "eoc@test.example",
        "TestEOC",
        List.of(level("yellow", 1), level("orange", 2), level("red", 3)),
        new LevelId("orange"),
        List.of(
            new HazardType(
                new HazardTypeId("flash-flood"), words("Flood"), "Met", Duration.ofHours(6)),
            new HazardType(new HazardTypeId("fire"), words("Fire"), "Fire", Duration.ofHours(6))),
        Borders.NONE);
  }

  private static Level level(String id, int rank) {
    return new Level(new LevelId(id), rank, words(id), "#000000");
  }

  static Words words(String text) {
    return Words.arEn(text, text);
  }

  static Unit unit(String id, String kind, double latDeg, double speedMps, String... skills) {
    return new Unit(
        new UnitId(id),
        words(id),
        "test",
        kind,
        List.of(skills),
        new LatLon(latDeg, 35.00),
        speedMps,
        3);
  }

  private static RunCard card(String name, RunCard.Need... needs) {
    return new RunCard(name, words(name), name.equals("watch"), List.of(needs));
  }

  static RunCard.Need skill(String what, int count) {
    return new RunCard.Need(RunCard.By.SKILL, what, count);
  }

  static RunCard.Need kind(String what, int count) {
    return new RunCard.Need(RunCard.By.KIND, what, count);
  }

  DeskRoom as(Actor actor) {
    this.actor = actor;
    return this;
  }

  DeskRoom later(String duration) {
    now = now.plus(Duration.parse(duration));
    return this;
  }

  /** Somebody states a hazard here. */
  String hazard(String id, double latDeg) {
    return hazard(
        id,
        latDeg,
        new HazardDetail.Stated(
            Severity.SEVERE, now, Optional.empty(), id, Optional.empty(), Optional.empty()));
  }

  String quake(String id, double latDeg) {
    return hazard(
        id,
        latDeg,
        new HazardDetail.Quake(
            7.2,
            "mw",
            18_000,
            new FeedId("usgs"),
            "only-one",
            List.of(),
            OptionalDouble.empty(),
            Optional.empty()));
  }

  private String hazard(String id, double latDeg, HazardDetail detail) {
    var hazard = new HazardId(id);
    boolean known = entries.stream().anyMatch(e -> isOpening(e, hazard));
    var state =
        new Hazard(
            hazard,
            new HazardTypeId("flash-flood"),
            1,
            Hazard.Status.ACTIVE,
            now,
            now,
            now,
            Optional.of(new LatLon(latDeg, 35.00)),
            Certainty.OBSERVED,
            detail,
            List.of(),
            Optional.empty());
    return put(known ? new HazardEvent.Revised(state) : new HazardEvent.Opened(state));
  }

  private static boolean isOpening(Entry entry, HazardId id) {
    return entry.event() instanceof HazardEvent.Opened(var hazard) && hazard.id().equals(id);
  }

  /** The same, naming its main place. */
  String assessedMainly(
      String place, String id, String hazard, String level, String runCard, String... zones) {
    var a = assessment(id, hazard, level, runCard, zones);
    var slots = new TreeMap<String, Slot>();
    slots.put("places", new Slot.Places(List.of(new ZoneId(place))));
    return put(
        new RiskEvent.Assessed(
            new Assessment(
                a.id(),
                a.revision(),
                a.rule(),
                a.hazard(),
                a.hazardRevision(),
                a.level(),
                a.at(),
                a.zones(),
                a.message(),
                a.approval(),
                a.runCard(),
                slots,
                a.doubts())));
  }

  String assessed(String id, String hazard, String level, String runCard, String... zones) {
    return put(new RiskEvent.Assessed(assessment(id, hazard, level, runCard, zones)));
  }

  String reassessed(String id, String hazard, String level, String runCard, String... zones) {
    return put(new RiskEvent.Reassessed(assessment(id, hazard, level, runCard, zones)));
  }

  private Assessment assessment(
      String id, String hazard, String level, String runCard, String... zones) {
    return new Assessment(
        new AssessmentId(id),
        1,
        new RuleId("rule-" + id),
        new HazardId(hazard),
        1,
        new LevelId(level),
        now,
        List.of(zones).stream()
            .map(
                z ->
                    new ZoneImpact(
                        new ZoneId(z), Optional.empty(), Optional.empty(), new TreeMap<>()))
            .toList(),
        Optional.empty(),
        ApprovalPolicy.TWO_PEOPLE,
        runCard.isEmpty() ? Optional.empty() : Optional.of(runCard),
        new TreeMap<>(),
        List.of());
  }

  String order(DispatchCommand command) {
    return put(new Input.Commanded(new CommandId("c-" + (entries.size() + 1)), command));
  }

  /** Puts an event in and returns what followed, a line each. */
  String put(Event event) {
    int before = entries.size();
    append(event, entries.size() + 1L);
    var lines = new StringBuilder();
    entries.stream().skip(before + 1L).forEach(e -> lines.append(line(e.event())).append('\n'));
    return lines.toString();
  }

  private void append(Event event, long cause) {
    var entry = new Entry(entries.size() + 1L, now, actor, cause, event);
    entries.add(entry);
    desk.fold(entry);
    if (event instanceof Input.Commanded(var id, DispatchCommand command)) {
      for (var next : consequences(id, desk.decide(entry, command))) {
        append(next, cause);
      }
    }
    for (var next : desk.react(entry)) {
      append(next, cause);
    }
  }

  private static List<Event> consequences(CommandId id, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(var events, _) -> events;
      case Outcome.Refused(var reason, var detail) ->
          List.of(new WatchEvent.Refused(id, reason, detail));
    };
  }

  private static String line(Event event) {
    return switch (event) {
      case WatchEvent.Refused(_, var reason, _) -> "refused " + reason;
      case DispatchEvent.IncidentOpened(var i) ->
          "opened %s %s %s %.2f".formatted(i.id(), i.level(), i.zones(), i.place().latDeg());
      case DispatchEvent.IncidentRevised(var i) ->
          "revised %s %s %s %.2f".formatted(i.id(), i.level(), i.zones(), i.place().latDeg());
      case DispatchEvent.Recommended(var id, var units, var unmet) ->
          "recommended %s %s missing %s"
              .formatted(id, units.stream().map(DeskRoom::proposal).toList(), unmet);
      case DispatchEvent.AssignmentMoved(var a) ->
          "assignment %s %s %s %s".formatted(a.id(), a.incident(), a.unit(), a.state());
      case DispatchEvent.UnitMoved(var u) ->
          "unit %s %s %.2f".formatted(u.unit(), u.status(), u.place().latDeg());
      case DispatchEvent.IncidentClosed(var id, _, var why) -> "closed %s %s".formatted(id, why);
      default -> event.toString();
    };
  }

  private static String proposal(Recommendation r) {
    return r.unit() + ":" + r.need() + ":" + r.eta();
  }

  /** The entries since the last look. */
  List<Entry> fresh() {
    List<Entry> since = List.copyOf(entries.subList(read, entries.size()));
    read = entries.size();
    return since;
  }
}
