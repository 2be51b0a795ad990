package nadhir.alerting.desk;

import static nadhir.alerting.desk.DeskPlay.AP;
import static nadhir.alerting.desk.DeskPlay.AP2;
import static nadhir.alerting.desk.DeskPlay.OP;
import static nadhir.alerting.desk.DeskPlay.OP2;
import static nadhir.alerting.desk.DeskPlay.VIEWER;
import static nadhir.alerting.desk.DeskPlay.flood;
import static nadhir.core.risk.ApprovalPolicy.TWO_PEOPLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nadhir.alerting.Example;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.command.AlertCommand;
import nadhir.core.event.Input;
import nadhir.core.event.WatchEvent;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AlertId;
import nadhir.core.id.FeedId;
import nadhir.core.id.LevelId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.risk.Slot;
import org.junit.jupiter.api.Test;

/** Each reason why the desk refuses; a refusal changes nothing but is written down. */
class AlertRefusalTest {
  private final DeskPlay play = DeskPlay.live();

  private void refuses(String reason, Actor who, AlertCommand command) {
    play.quietly();
    AlertState before = play.desk.snapshot();
    play.does(who, command);
    assertEquals(DeskPlay.clock(play.now()) + " refused " + reason + "\n", play.told());
    assertEquals(before.alerts(), play.desk.snapshot().alerts());
  }

  private static AlertCommand approve(int revision) {
    return new AlertCommand.Approve(new AlertId("alert-1"), revision);
  }

  private void pendingFlood() {
    play.assessed(flood("ass-1", TWO_PEOPLE, "17:15", "shamiya"));
  }

  private void issuedFlood() {
    pendingFlood();
    play.approves(OP, firstAlert(), 1).approves(AP, firstAlert(), 1);
  }

  @Test
  void unknownAlert() {
    refuses("unknown-alert", AP, approve(1));
    refuses("unknown-alert", AP, new AlertCommand.Reject(new AlertId("alert-1"), 1, ""));
    refuses("unknown-alert", OP, update("alert-1", "flood", Map.of()));
    refuses("unknown-alert", OP, cancel("alert-1", "correction"));
    refuses("unknown-alert", new Actor.House("x"), acknowledge(1, "inst-0001"));
  }

  @Test
  void notAPerson() {
    pendingFlood();
    refuses("not-a-person", new Actor.Feed(new FeedId("usgs")), approve(1));
    refuses("not-a-person", new Actor.House("x"), DeskPlay.fire(Scope.PUBLIC, "port"));
  }

  @Test
  void missingRole() {
    pendingFlood();
    refuses("missing-role", VIEWER, approve(1));
    refuses("missing-role", VIEWER, new AlertCommand.Reject(new AlertId("alert-1"), 1, ""));
    refuses("missing-role", VIEWER, DeskPlay.fire(Scope.PUBLIC, "port"));
    refuses("missing-role", AP, DeskPlay.fire(Scope.PUBLIC, "port"));
    play.approves(OP, "alert-1", 1);
    refuses("missing-role", OP2, approve(1));
    play.approves(AP, "alert-1", 1);
    refuses("missing-role", VIEWER, cancel("alert-1", "correction"));
    refuses("missing-role", VIEWER, acknowledge(1, "inst-0001"));
  }

  @Test
  void staleRevision() {
    pendingFlood();
    refuses("stale-revision", AP, approve(2));
    play.reassessed(flood("ass-1", TWO_PEOPLE, "17:30", "shamiya"));
    refuses("stale-revision", AP, approve(1));
    refuses("stale-revision", AP, new AlertCommand.Reject(new AlertId("alert-1"), 1, ""));
  }

  @Test
  void notPending() {
    issuedFlood();
    refuses("not-pending", AP2, approve(1));
  }

  @Test
  void ownProposal() {
    play.does(AP2, DeskPlay.fire(Scope.PUBLIC, "port"));
    refuses("own-proposal", AP2, approve(1));
  }

  @Test
  void alreadyApproved() {
    pendingFlood();
    play.approves(AP, "alert-1", 1);
    refuses("already-approved", AP, approve(1));
  }

  @Test
  void incompleteText() {
    play.assessed(DeskPlay.assessment("ass-1", "flood", TWO_PEOPLE, "red", Map.of(), "port"));
    refuses("incomplete-text", AP, approve(1));
  }

  @Test
  void expired() {
    issuedFlood();
    play.at("20:00");
    refuses("expired", AP, approve(1));
    refuses("expired", OP, update("alert-1", "all-clear", Map.of()));
  }

  @Test
  void alreadyCancelled() {
    issuedFlood();
    play.cancels(OP, "alert-1").approves(AP, "alert-1", 2);
    refuses("already-cancelled", AP, approve(2));
    refuses("already-cancelled", OP, cancel("alert-1", "correction"));
    refuses("already-cancelled", OP, update("alert-1", "all-clear", Map.of()));
  }

  @Test
  void notIssued() {
    pendingFlood();
    refuses("not-issued", OP, cancel("alert-1", "correction"));
    refuses("not-issued", OP, update("alert-1", "all-clear", Map.of()));
    refuses("not-issued", new Actor.House("x"), acknowledge(1, "inst-0001"));
  }

  @Test
  void correctionPending() {
    issuedFlood();
    play.cancels(OP, "alert-1");
    refuses("correction-pending", OP, update("alert-1", "all-clear", Map.of()));
  }

  @Test
  void unknownMessage() {
    refuses("unknown-message", OP, with(Optional.of("nothing"), Scope.PUBLIC, "orange", "port"));
    issuedFlood();
    refuses("unknown-message", OP, cancel(firstAlert(), "nothing"));
  }

  @Test
  void wrongMessage() {
    refuses("wrong-message", OP, with(Optional.of("all-clear"), Scope.PUBLIC, "orange", "port"));
    issuedFlood();
    refuses("wrong-message", OP, cancel(firstAlert(), "all-clear"));
    refuses("wrong-message", OP, update(firstAlert(), "correction", Map.of()));
  }

  @Test
  void exerciseInLive() {
    refuses("exercise-in-live", OP, with(Optional.of("notice"), Scope.PRIVATE, "orange", "port"));
    DeskPlay drill = new DeskPlay(new Lane.Drill("d1"));
    drill.does(OP, with(Optional.of("notice"), Scope.PRIVATE, "orange", "port"));
    assertEquals("15:00 proposed alert-1/1 ALERT notice ONE_PERSON\n", drill.told());
  }

  @Test
  void scopeTooWide() {
    refuses("scope-too-wide", OP, with(Optional.of("rescue"), Scope.PUBLIC, "orange", "port"));
    play.does(OP, DeskPlay.fire(Scope.PUBLIC, "port"));
    String fire = firstAlert();
    play.approves(AP, fire, 1);
    refuses("scope-too-wide", OP, update(fire, "rescue", Map.of()));
  }

  @Test
  void unknownLevel() {
    refuses("unknown-level", OP, with(Optional.empty(), Scope.PUBLIC, "mauve", "port"));
  }

  @Test
  void unknownZone() {
    refuses("unknown-zone", OP, with(Optional.empty(), Scope.PUBLIC, "orange", "atlantis"));
  }

  @Test
  void noArea() {
    refuses("no-area", OP, with(Optional.empty(), Scope.PUBLIC, "orange"));
  }

  @Test
  void badArea() {
    LatLon a = new LatLon(29.5, 35.0);
    LatLon b = new LatLon(29.6, 35.1);
    LatLon c = new LatLon(29.5, 35.1);
    LatLon d = new LatLon(29.6, 35.0);
    refuses("bad-area", OP, over(Area.polygon(List.of(a, b, c, d, a))));
    refuses("bad-area", OP, over(Area.polygon(List.of(a, a, a, a))));
    refuses("bad-area", OP, over(Example.square(29.5, 35.0, 0.01), "port"));
    refuses("bad-area", OP, over(Area.circle(a, 300_000)));
    refuses("bad-area", OP, over(Example.square(28.0, 34.0, 3)));
    refuses(
        "bad-area",
        OP,
        over(
            new Area(
                List.of(
                    new Area.Polygon(
                        Example.square(29.5, 35.0, 0.1).polygons().getFirst().outer(),
                        List.of(Example.square(29.52, 35.02, 0.01).polygons().getFirst().outer()))),
                List.of())));
    List<LatLon> round = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      round.add(
          new LatLon(
              29.5 + 0.01 * Math.sin(i * Math.PI / 50), 35 + 0.01 * Math.cos(i * Math.PI / 50)));
    }
    round.add(round.getFirst());
    refuses("bad-area", OP, over(Area.polygon(round)));
    refuses(
        "bad-area",
        OP,
        over(new Area(List.of(), java.util.Collections.nCopies(21, new Area.Circle(a, 10)))));
  }

  @Test
  void badDuration() {
    var fire = DeskPlay.fire(Scope.PUBLIC, "port");
    for (Duration bad : List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofHours(25))) {
      refuses(
          "bad-duration",
          OP,
          new AlertCommand.Propose(
              fire.hazard(),
              fire.messageKey(),
              fire.level(),
              fire.scope(),
              fire.zones(),
              fire.area(),
              fire.slots(),
              bad));
    }
  }

  @Test
  void missingSlot() {
    issuedFlood();
    refuses("missing-slot", OP, with(Optional.of("rescue"), Scope.RESTRICTED, "orange", "port"));
    refuses("missing-slot", OP, update(firstAlert(), "flood", Map.of()));
  }

  @Test
  void notAnInstitution() {
    issuedFlood();
    refuses("not-an-institution", new Actor.House("x"), acknowledge(1, "op-1"));
  }

  @Test
  void everyReasonIsTestedHere() {
    TreeSet<String> tested = new TreeSet<>();
    for (var method : AlertRefusalTest.class.getDeclaredMethods()) {
      tested.add(method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT));
    }
    for (Refusal refusal : Refusal.values()) {
      assertEquals(true, tested.contains(refusal.key()), refusal.key());
    }
  }

  @Test
  void aRefusalIsWrittenDownWithASentence() {
    play.does(AP, approve(1));
    var refused = (WatchEvent.Refused) play.entries.getLast().event();
    var asked = (Input.Commanded) play.entries.getFirst().event();
    assertEquals(
        new WatchEvent.Refused(asked.id(), "unknown-alert", "There is no such alert."), refused);
  }

  private String firstAlert() {
    return play.desk.snapshot().alerts().getFirst().id().value();
  }

  private static AlertCommand cancel(String alert, String message) {
    return new AlertCommand.ProposeCancel(new AlertId(alert), message, new TreeMap<>(), "");
  }

  private static AlertCommand update(String alert, String message, Map<String, Slot> slots) {
    return new AlertCommand.ProposeUpdate(
        new AlertId(alert), message, new TreeMap<>(slots), Duration.ofHours(2));
  }

  private static AlertCommand acknowledge(int revision, String institution) {
    return new AlertCommand.Acknowledge(
        new AlertId("alert-1"), revision, new PersonRef(institution));
  }

  private static AlertCommand over(Area area, String... zones) {
    var fire = DeskPlay.fire(Scope.PUBLIC, zones);
    return new AlertCommand.Propose(
        fire.hazard(),
        fire.messageKey(),
        fire.level(),
        fire.scope(),
        fire.zones(),
        Optional.of(area),
        fire.slots(),
        fire.validFor());
  }

  private static AlertCommand with(
      Optional<String> message, Scope scope, String level, String... zones) {
    var fire = DeskPlay.fire(scope, zones);
    return new AlertCommand.Propose(
        fire.hazard(),
        message.orElse(fire.messageKey()),
        new LevelId(level),
        scope,
        java.util.Arrays.stream(zones).map(ZoneId::new).toList(),
        Optional.empty(),
        fire.slots(),
        fire.validFor());
  }
}
