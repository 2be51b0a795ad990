package nadhir.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import nadhir.core.command.DispatchCommand;
import nadhir.core.dispatch.Assignment;
import nadhir.core.event.DispatchEvent;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.IncidentId;
import nadhir.core.id.LevelId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.UnitId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.Test;

class DispatchDeskTest {
  private final DeskRoom room = new DeskRoom();

  @Test
  void unitsOfTheSiteStandFreeAtTheirBaseFromTheStart() {
    assertEquals(6, room.entries.size());
    assertEquals("", room.put(new nadhir.core.event.Input.SiteAdopted("test", "1".repeat(64))));
  }

  @Test
  void anAssessmentWithARunCardOpensAnIncidentAndRecommendsTheNearestUnits() {
    room.hazard("haz-1", 29.56);
    assertEquals(
        """
        opened inc-8 orange [shamiya] 29.56
        recommended inc-8 [resc-1:swift-water:PT3M43S, amb-1:ambulance:PT2M47S, amb-2:ambulance:PT2M47S] missing []
        """,
        room.assessed("ass-1", "haz-1", "orange", "flood", "shamiya"));
  }

  @Test
  void anAssessmentWithoutARunCardOpensNothing() {
    room.hazard("haz-1", 29.56);
    assertEquals("", room.assessed("ass-1", "haz-1", "orange", "", "shamiya"));
  }

  @Test
  void aSecondRuleWithTheSameRunCardRevisesTheIncident() {
    room.hazard("haz-1", 29.56);
    room.assessed("ass-1", "haz-1", "orange", "quake", "shamiya");
    assertEquals(
        "revised inc-8 red [shamiya, shore] 29.56\n",
        room.assessed("ass-2", "haz-1", "red", "quake", "shore"));
    assertEquals("", room.reassessed("ass-1", "haz-1", "yellow", "quake", "shamiya"));
    assertEquals(
        "revised inc-8 yellow [shamiya, shore] 29.56\n",
        room.reassessed("ass-2", "haz-1", "yellow", "quake", "shore"));
  }

  @Test
  void anotherRunCardOfTheSameHazardIsAnotherIncident() {
    room.hazard("haz-1", 29.56);
    room.assessed("ass-1", "haz-1", "orange", "quake", "shamiya");
    assertEquals(
        """
        opened inc-11 orange [shamiya] 29.56
        recommended inc-11 [resc-1:swift-water:PT3M43S, amb-1:ambulance:PT2M47S, amb-2:ambulance:PT2M47S] missing []
        """,
        room.assessed("ass-2", "haz-1", "orange", "flood", "shamiya"));
  }

  @Test
  void unitsAreSentToTheZoneThatAQuakeHitsAndNotToItsEpicentre() {
    room.quake("haz-1", 28.83);
    assertEquals(
        "opened inc-8 red [shore, shamiya] 29.50",
        room.assessed("ass-1", "haz-1", "red", "quake", "shore", "shamiya")
            .lines()
            .findFirst()
            .orElseThrow());
  }

  @Test
  void unitsAreSentToThePlaceThatTheRuleNamesFirst() {
    room.quake("haz-1", 28.83);
    assertEquals(
        "opened inc-8 red [shamiya, shore] 29.56",
        room.assessedMainly("shamiya", "ass-1", "haz-1", "red", "quake", "shore", "shamiya")
            .lines()
            .findFirst()
            .orElseThrow());
  }

  @Test
  void aQuakeThatHitsNoZoneIsItselfThePlace() {
    room.quake("haz-1", 29.30);
    assertEquals(
        "opened inc-8 red [] 29.30",
        room.assessed("ass-1", "haz-1", "red", "quake").lines().findFirst().orElseThrow());
  }

  @Test
  void unitsAreSentToWhereSomebodyIsInDistressHoweverFarFromAZone() {
    room.hazard("haz-1", 29.45);
    assertEquals(
        "opened inc-8 red [shore] 29.45",
        room.assessed("ass-1", "haz-1", "red", "flood", "shore").lines().findFirst().orElseThrow());
  }

  @Test
  void theIncidentFollowsItsHazardButNotEveryStep() {
    room.hazard("haz-1", 29.56);
    room.assessed("ass-1", "haz-1", "orange", "flood", "shamiya");
    assertEquals("", room.hazard("haz-1", 29.5610));
    assertEquals(
        "revised inc-8 orange [shamiya] 29.57",
        room.hazard("haz-1", 29.5700).lines().findFirst().orElseThrow());
  }

  @Test
  void whatNobodyCanMeetIsNamed() {
    room.hazard("haz-1", 29.56);
    assertEquals(
        """
        opened inc-8 orange [shamiya] 29.56
        recommended inc-8 [resc-1:search:PT3M43S] missing [ladder]
        """,
        room.assessed("ass-1", "haz-1", "orange", "quake", "shamiya"));
    assertEquals(
        """
        opened inc-11 orange [shamiya] 29.56
        recommended inc-11 [] missing [run-card:volcano]
        """,
        room.assessed("ass-2", "haz-1", "orange", "volcano", "shamiya"));
  }

  @Test
  void anAssignmentGoesItsWayAndTheUnitIsFreeAgainWhereItWas() {
    flood();
    assertEquals(
        """
        assignment asg-11 inc-8 amb-2 ASSIGNED
        unit amb-2 ASSIGNED 29.53
        recommended inc-8 [resc-1:swift-water:PT3M43S, amb-1:ambulance:PT2M47S] missing []
        """,
        assign("inc-8", "amb-2"));
    assertEquals(
        """
        assignment asg-11 inc-8 amb-2 EN_ROUTE
        unit amb-2 EN_ROUTE 29.53
        """,
        move("asg-11", Assignment.State.EN_ROUTE));
    assertEquals(
        """
        assignment asg-11 inc-8 amb-2 ON_SCENE
        unit amb-2 ON_SCENE 29.56
        """,
        move("asg-11", Assignment.State.ON_SCENE));
    assertEquals(
        """
        assignment asg-11 inc-8 amb-2 CLEAR
        unit amb-2 AVAILABLE 29.56
        """,
        move("asg-11", Assignment.State.CLEAR));
  }

  @Test
  void aUnitOnStandByIsProposedElsewhereAndStoodDownWhenItIsSentThere() {
    room.hazard("haz-1", 29.56);
    room.assessed("ass-1", "haz-1", "yellow", "watch", "shamiya");
    assertEquals(
        """
        assignment asg-11 inc-8 resc-1 ASSIGNED
        unit resc-1 ASSIGNED 29.54
        recommended inc-8 [resc-2:swift-water:PT7M25S] missing []
        """,
        assign("inc-8", "resc-1"));
    room.hazard("haz-2", 29.56);
    assertEquals(
        "recommended inc-16 [resc-1:swift-water:PT3M43S, amb-1:ambulance:PT2M47S,"
            + " amb-2:ambulance:PT2M47S] missing []",
        room.assessed("ass-2", "haz-2", "red", "flood", "shamiya").lines().toList().get(1));
    assertEquals(
        """
        assignment asg-11 inc-8 resc-1 CLEAR
        assignment asg-19 inc-16 resc-1 ASSIGNED
        unit resc-1 ASSIGNED 29.54
        recommended inc-8 [resc-2:swift-water:PT7M25S] missing [swift-water]
        recommended inc-16 [amb-1:ambulance:PT2M47S, amb-2:ambulance:PT2M47S] missing []
        """,
        assign("inc-16", "resc-1"));
    assertEquals("refused assignment-over\n", move("asg-11", Assignment.State.EN_ROUTE));
  }

  @Test
  void aStandByTakesNobodyFromAnotherAndNobodyWhoHasGone() {
    room.hazard("haz-1", 29.56);
    room.assessed("ass-1", "haz-1", "yellow", "watch", "shamiya");
    assign("inc-8", "resc-1");
    room.hazard("haz-2", 29.56);
    assertEquals(
        """
        opened inc-16 yellow [shamiya] 29.56
        recommended inc-16 [resc-2:swift-water:PT7M25S] missing [swift-water]
        """,
        room.assessed("ass-2", "haz-2", "yellow", "watch", "shamiya"));
    assertEquals("refused unit-busy\n", assign("inc-16", "resc-1"));
    move("asg-11", Assignment.State.EN_ROUTE);
    room.hazard("haz-3", 29.56);
    String opened = room.assessed("ass-3", "haz-3", "red", "flood", "shamiya").split(" ")[1];
    assertEquals("refused unit-busy\n", assign(opened, "resc-1"));
  }

  @Test
  void everyStateKeepsItsMoment() {
    flood();
    assign("inc-8", "amb-2");
    room.later("PT2M");
    move("asg-11", Assignment.State.EN_ROUTE);
    room.later("PT9M");
    move("asg-11", Assignment.State.ON_SCENE);
    room.later("PT20M");
    move("asg-11", Assignment.State.CLEAR);
    var a = ((DispatchEvent.AssignmentMoved) room.entries.get(21).event()).assignment();
    assertEquals(
        List.of("12:00", "12:02", "12:11", "12:31"),
        List.of(
                a.assignedAt(),
                a.enRouteAt().orElseThrow(),
                a.onSceneAt().orElseThrow(),
                a.clearAt().orElseThrow())
            .stream()
            .map(at -> at.toString().substring(11, 16))
            .toList());
  }

  @Test
  void aUnitThatIsStoodDownBeforeItArrivesIsAskedForAgain() {
    flood();
    assign("inc-8", "amb-2");
    assertEquals(
        """
        assignment asg-11 inc-8 amb-2 CLEAR
        unit amb-2 AVAILABLE 29.53
        recommended inc-8 [resc-1:swift-water:PT3M43S, amb-1:ambulance:PT2M47S, amb-2:ambulance:PT2M47S] missing []
        """,
        move("asg-11", Assignment.State.CLEAR));
  }

  @Test
  void aUnitThatGoesElsewhereIsReplacedInOtherRecommendations() {
    flood();
    room.hazard("haz-2", 29.53);
    room.assessed("ass-2", "haz-2", "red", "quake");
    assertEquals(
        """
        assignment asg-15 inc-8 resc-1 ASSIGNED
        unit resc-1 ASSIGNED 29.54
        recommended inc-8 [amb-1:ambulance:PT2M47S, amb-2:ambulance:PT2M47S] missing []
        recommended inc-12 [resc-2:search:PT1M52S] missing [ladder]
        """,
        assign("inc-8", "resc-1"));
  }

  @Test
  void anUnknownUnitIsRefused() {
    flood();
    assertEquals("refused unknown-unit\n", assign("inc-8", "amb-9"));
    assertEquals("refused unknown-unit\n", outOfService("amb-9", true));
  }

  @Test
  void aBusyUnitIsRefused() {
    flood();
    assign("inc-8", "amb-1");
    assertEquals("refused unit-busy\n", assign("inc-8", "amb-1"));
    assertEquals("refused unit-busy\n", outOfService("amb-1", true));
  }

  @Test
  void aUnitOutOfServiceIsNeitherProposedNorAssigned() {
    flood();
    assertEquals(
        """
        unit amb-1 OUT_OF_SERVICE 29.53
        recommended inc-8 [resc-1:swift-water:PT3M43S, amb-2:ambulance:PT2M47S, amb-3:ambulance:PT5M34S] missing []
        """,
        outOfService("amb-1", true));
    assertEquals("refused unit-out-of-service\n", assign("inc-8", "amb-1"));
    assertEquals("refused already-so\n", outOfService("amb-1", true));
    assertEquals(
        """
        unit amb-1 AVAILABLE 29.53
        recommended inc-8 [resc-1:swift-water:PT3M43S, amb-1:ambulance:PT2M47S, amb-2:ambulance:PT2M47S] missing []
        """,
        outOfService("amb-1", false));
  }

  @Test
  void anUnknownIncidentIsRefused() {
    assertEquals("refused unknown-incident\n", assign("inc-99", "amb-1"));
    assertEquals("refused unknown-incident\n", close("inc-99"));
  }

  @Test
  void aClosedIncidentIsRefused() {
    flood();
    assertEquals("closed inc-8 done\n", close("inc-8"));
    assertEquals("refused incident-closed\n", assign("inc-8", "amb-1"));
    assertEquals("refused incident-closed\n", close("inc-8"));
  }

  @Test
  void anUnknownAssignmentIsRefused() {
    assertEquals("refused unknown-assignment\n", move("asg-99", Assignment.State.EN_ROUTE));
  }

  @Test
  void anAssignmentNeverGoesBack() {
    flood();
    assign("inc-8", "amb-1");
    move("asg-11", Assignment.State.ON_SCENE);
    assertEquals("refused not-forward\n", move("asg-11", Assignment.State.EN_ROUTE));
    assertEquals("refused not-forward\n", move("asg-11", Assignment.State.ON_SCENE));
    move("asg-11", Assignment.State.CLEAR);
    assertEquals("refused assignment-over\n", move("asg-11", Assignment.State.CLEAR));
  }

  @Test
  void anIncidentIsNotClosedOverAUnitOnScene() {
    flood();
    assign("inc-8", "amb-1");
    move("asg-11", Assignment.State.ON_SCENE);
    assertEquals("refused unit-on-scene\n", close("inc-8"));
  }

  @Test
  void closingAnIncidentFreesTheUnitsOnTheirWay() {
    flood();
    assign("inc-8", "amb-1");
    assertEquals(
        """
        closed inc-8 done
        assignment asg-11 inc-8 amb-1 CLEAR
        unit amb-1 AVAILABLE 29.53
        """,
        close("inc-8"));
  }

  @Test
  void aClosedMatterOpensAgainWhenItFiresAgainOrGetsWorse() {
    flood();
    close("inc-8");
    assertEquals("", room.reassessed("ass-1", "haz-1", "orange", "flood", "shamiya"));
    assertEquals(
        "opened inc-14 red [shamiya] 29.56",
        room.reassessed("ass-1", "haz-1", "red", "flood", "shamiya")
            .lines()
            .findFirst()
            .orElseThrow());
    close("inc-14");
    assertEquals(
        "opened inc-19 orange [shamiya] 29.56",
        room.assessed("ass-2", "haz-1", "orange", "flood", "shamiya")
            .lines()
            .findFirst()
            .orElseThrow());
  }

  @Test
  void aPersonOpensAnIncidentOfAnyTypeOfTheSite() {
    assertEquals(
        """
        opened inc-7 yellow [] 29.53
        recommended inc-7 [resc-1:swift-water:PT1M52S, amb-1:ambulance:PT0S, amb-2:ambulance:PT0S] missing []
        """,
        open("fire", "", "yellow", "flood"));
    assertEquals("opened inc-10 yellow [] 29.53\n", open("fire", "", "yellow", ""));
  }

  @Test
  void anUnknownHazardTypeIsRefused() {
    assertEquals("refused unknown-hazard-type\n", open("meteor", "", "yellow", ""));
  }

  @Test
  void anUnknownLevelIsRefused() {
    assertEquals("refused unknown-level\n", open("fire", "", "pink", ""));
  }

  @Test
  void anUnknownRunCardIsRefused() {
    assertEquals("refused unknown-run-card\n", open("fire", "", "red", "volcano"));
  }

  @Test
  void anUnknownHazardIsRefused() {
    assertEquals("refused unknown-hazard\n", open("fire", "haz-9", "red", ""));
  }

  @Test
  void aSecondIncidentForTheSameMatterIsRefused() {
    flood();
    assertEquals("refused incident-exists\n", open("flash-flood", "haz-1", "red", "flood"));
  }

  @Test
  void onlyADispatcherOrdersButAnOperatorMayOpenAnIncident() {
    flood();
    room.as(new Actor.Person(new PersonRef("op-1"), List.of(Role.OPERATOR)));
    assertEquals("refused missing-role\n", assign("inc-8", "amb-1"));
    assertEquals("opened inc-13 yellow [] 29.53\n", open("fire", "", "yellow", ""));
    room.as(new Actor.Person(new PersonRef("vi-1"), List.of(Role.VIEWER)));
    assertEquals("refused missing-role\n", open("fire", "", "yellow", ""));
  }

  private void flood() {
    room.hazard("haz-1", 29.56);
    room.assessed("ass-1", "haz-1", "orange", "flood", "shamiya");
  }

  private String assign(String incident, String unit) {
    return room.order(new DispatchCommand.AssignUnit(new IncidentId(incident), new UnitId(unit)));
  }

  private String move(String assignment, Assignment.State to) {
    return room.order(new DispatchCommand.MoveAssignment(new AssignmentId(assignment), to));
  }

  private String outOfService(String unit, boolean out) {
    return room.order(new DispatchCommand.SetOutOfService(new UnitId(unit), out));
  }

  private String close(String incident) {
    return room.order(new DispatchCommand.CloseIncident(new IncidentId(incident), "done"));
  }

  private String open(String type, String hazard, String level, String runCard) {
    return room.order(
        new DispatchCommand.OpenIncident(
            new HazardTypeId(type),
            hazard.isEmpty() ? Optional.empty() : Optional.of(new HazardId(hazard)),
            new LevelId(level),
            DeskRoom.CITY,
            runCard.isEmpty() ? Optional.empty() : Optional.of(runCard)));
  }
}
