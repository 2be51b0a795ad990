package nadhir.ops.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.CapCodes;
import nadhir.core.alert.Wording;
import nadhir.core.dispatch.UnitState;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.MemberId;
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
import nadhir.core.risk.ZoneImpact;

/**
 * What a journal of Aqaba holds in an hour in which a flood comes to Shamiya, an alert stands over
 * an area that was drawn around a leak in the old port, and a crew on its way does not speak.
 */
final class PerilousEvening {
  static final LatLon LEAK = new LatLon(29.5085, 34.9960);
  static final String ALERT = "alert-leak";

  private final Instant now;
  private final List<Entry> entries = new ArrayList<>();

  private PerilousEvening(Instant now) {
    this.now = now;
  }

  /** The entries, ending shortly before {@code now}. */
  static List<Entry> before(Instant now) {
    var evening = new PerilousEvening(now);
    evening.write();
    return evening.entries;
  }

  private void write() {
    put(60, new Input.WatchTaken(new MemberId("m-0"), 0));
    put(59, new Input.FeedHealthChanged(new FeedId("ais"), Input.FeedHealth.GREEN, "", ""));
    put(50, new HazardEvent.Opened(stated("haz-flood", "flash-flood", "Flood in Wadi Yutum")));
    put(50, new RiskEvent.Assessed(flood()));
    put(40, new HazardEvent.Opened(stated("haz-leak", "chemical-release", "Leak in the old port")));
    put(38, new AlertEvent.Proposed(leak()));
    put(35, new AlertEvent.Issued(new AlertId(ALERT), 1, ago(35)));
    var silent = new UnitId("cd-rescue-3");
    var there = new LatLon(29.4400, 34.9950);
    var assignment = new AssignmentId("asg-1");
    put(31, new Input.UnitHeard(silent, there, List.of(), ago(31)));
    put(
        30,
        new DispatchEvent.UnitMoved(
            new UnitState(silent, UnitState.Status.EN_ROUTE, there, Optional.of(assignment))));
    put(20, new Input.UnitSilent(silent, ago(31)));
    put(20, new DispatchEvent.UnitUnheard(silent, assignment, ago(31)));
  }

  private Instant ago(long minutes) {
    return now.minus(Duration.ofMinutes(minutes));
  }

  private void put(long minutesAgo, Event event) {
    long seq = entries.size() + 1L;
    entries.add(new Entry(seq, ago(minutesAgo), new Actor.House("test"), seq, event));
  }

  private Hazard stated(String id, String type, String title) {
    return new Hazard(
        new HazardId(id),
        new HazardTypeId(type),
        1,
        Hazard.Status.ACTIVE,
        ago(50),
        ago(50),
        ago(50),
        Optional.of(LEAK),
        Certainty.OBSERVED,
        new HazardDetail.Stated(
            Severity.SEVERE, ago(50), Optional.empty(), title, Optional.empty(), Optional.empty()),
        List.of(),
        Optional.empty());
  }

  private Assessment flood() {
    return new Assessment(
        new AssessmentId("asm-flood"),
        1,
        new RuleId("wadi-yutum-flood"),
        new HazardId("haz-flood"),
        1,
        new LevelId("red"),
        ago(50),
        List.of(
            new ZoneImpact(
                new ZoneId("shamiya"), Optional.empty(), Optional.empty(), new TreeMap<>())),
        Optional.empty(),
        ApprovalPolicy.TWO_PEOPLE,
        Optional.empty(),
        new TreeMap<>(),
        List.of());
  }

  private AlertMessage leak() {
    return new AlertMessage(
        new AlertId(ALERT),
        1,
        AlertMessage.MsgType.ALERT,
        AlertMessage.Scope.PUBLIC,
        new AlertMessage.Audience(true, true, List.of()),
        Optional.of(new HazardId("haz-leak")),
        Optional.empty(),
        "manual",
        new LevelId("red"),
        new CapCodes(
            "CBRNE",
            "Chemical release",
            List.of("Shelter"),
            CapCodes.Urgency.IMMEDIATE,
            Severity.SEVERE,
            Certainty.OBSERVED),
        List.of(),
        Area.circle(LEAK, 900),
        Optional.empty(),
        List.of(
            new Wording(
                "ar", "تسرب غاز في الميناء القديم", "عمليات العقبة: تسرب غاز", "أغلقوا النوافذ."),
            new Wording(
                "en", "Gas leak in the old port", "Aqaba EOC: gas leak", "Close your windows.")),
        ago(38),
        now.plus(Duration.ofHours(3)),
        ApprovalPolicy.TWO_PEOPLE,
        new Actor.Person(new PersonRef("op-1"), List.of(Role.OPERATOR)),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
