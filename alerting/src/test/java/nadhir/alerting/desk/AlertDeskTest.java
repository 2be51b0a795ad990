package nadhir.alerting.desk;

import static nadhir.alerting.desk.DeskPlay.AP;
import static nadhir.alerting.desk.DeskPlay.AP2;
import static nadhir.alerting.desk.DeskPlay.OP;
import static nadhir.alerting.desk.DeskPlay.OP2;
import static nadhir.alerting.desk.DeskPlay.flood;
import static nadhir.core.risk.ApprovalPolicy.AUTOMATIC;
import static nadhir.core.risk.ApprovalPolicy.ONE_PERSON;
import static nadhir.core.risk.ApprovalPolicy.TWO_PEOPLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.alerting.Example;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.CapCodes;
import nadhir.core.alert.Wording;
import nadhir.core.command.AlertCommand;
import nadhir.core.event.EffectResult;
import nadhir.core.event.RiskEvent;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.EffectId;
import nadhir.core.id.LevelId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.risk.Slot;
import org.junit.jupiter.api.Test;

/** The course of alerts, as conversations: what happens, and what the desk makes of it. */
class AlertDeskTest {

  @Test
  void anAlertIsAsUrgentAsItsRuleSays() {
    DeskPlay play = DeskPlay.live();
    play.assessed(
        DeskPlay.assessment(
            "ass-1",
            "flood",
            TWO_PEOPLE,
            "red",
            Map.of(
                Slot.URGENCY,
                new Slot.Word("immediate"),
                "span",
                new Slot.Span(Instant.EPOCH, Instant.EPOCH.plusSeconds(60))),
            "shamiya"));
    assertEquals(CapCodes.Urgency.IMMEDIATE, play.lastProposed().cap().urgency());
    play = DeskPlay.live();
    play.assessed(flood("ass-1", TWO_PEOPLE, "17:15", "shamiya", "port"));
    assertEquals(CapCodes.Urgency.EXPECTED, play.lastProposed().cap().urgency());
  }

  @Test
  void anAssessmentIsProposedAndGoesOutWhenTwoPeopleAgree() {
    DeskPlay play = DeskPlay.live();
    play.assessed(flood("ass-1", TWO_PEOPLE, "17:15", "shamiya", "port"));
    play.at("15:01").approves(OP, "alert-1", 1);
    play.at("15:02").approves(AP, "alert-1", 1);
    assertEquals(
        """
        15:00 proposed alert-1/1 ALERT flood TWO_PEOPLE
        15:01 approved alert-1/1 op-1
        15:02 approved alert-1/1 ap-1
        15:02 issued alert-1/1
        15:02 eff-8 publish alert-1/1
        15:02 eff-8.2 deliver alert-1/1
        """,
        play.told());
    AlertMessage message = play.lastProposed();
    assertEquals(
        "Flood reaches Shamiya, Port between 17:15 and 17:45. Leave now for high ground.",
        message.wordings().get(1).sms());
    assertEquals(2, message.area().polygons().size(), "one part for each zone");
    assertEquals(Instant.parse("2026-11-20T17:00:00Z"), message.expiresAt(), "5 h from 15:00");
  }

  @Test
  void theApproverMayComeFirst() {
    DeskPlay play = DeskPlay.live();
    play.assessed(flood("ass-1", TWO_PEOPLE, "17:15", "shamiya"));
    play.approves(AP, "alert-1", 1).quietly().approves(OP, "alert-1", 1);
    assertEquals("15:00 approved alert-1/1 op-1\n15:00 issued alert-1/1\n", firstLines(play, 2));
  }

  @Test
  void anAutomaticRuleSpeaksByItself() {
    DeskPlay play = DeskPlay.live();
    play.assessed(flood("ass-1", AUTOMATIC, "17:15", "shamiya"));
    assertEquals(
        """
        15:00 proposed alert-1/1 ALERT flood AUTOMATIC
        15:00 issued alert-1/1
        15:00 eff-3 publish alert-1/1
        15:00 eff-3.2 deliver alert-1/1
        """,
        play.told());
  }

  @Test
  void anAutomaticRuleWithAGapIsNotSentAndCannotBeApproved() {
    DeskPlay play = DeskPlay.live();
    play.assessed(DeskPlay.assessment("ass-1", "flood", AUTOMATIC, "red", Map.of(), "shamiya"));
    play.approves(AP, "alert-1", 1);
    assertEquals(
        """
        15:00 proposed alert-1/1 ALERT flood TWO_PEOPLE doubts [incomplete-text, missing-span]
        15:00 refused incomplete-text
        """,
        play.told());
  }

  @Test
  void aRuleWithAMessageThatNobodyWroteIsSeenAndCannotBeApproved() {
    DeskPlay play = DeskPlay.live();
    play.assessed(DeskPlay.assessment("ass-1", "floood", AUTOMATIC, "red", Map.of(), "shamiya"));
    assertEquals(
        "15:00 proposed alert-1/1 ALERT floood TWO_PEOPLE doubts [unknown-message,"
            + " incomplete-text]\n",
        play.told());
  }

  @Test
  void aRuleMayNameTheMainPlacesOfAllItsZones() {
    DeskPlay play = DeskPlay.live();
    Map<String, Slot> slots =
        Map.of(
            "span", new Slot.Span(DeskPlay.START, DeskPlay.START.plusSeconds(600)),
            "places", new Slot.Places(List.of(new ZoneId("port"))));
    play.assessed(
        DeskPlay.assessment("ass-1", "flood", TWO_PEOPLE, "red", slots, "shamiya", "port"));
    assertEquals("Flood reaches Port", play.lastProposed().wordings().get(1).headline());
    assertEquals(2, play.lastProposed().zones().size());
  }

  @Test
  void anAssessmentWithoutMessageSaysNothing() {
    DeskPlay play = DeskPlay.live();
    play.assessed(DeskPlay.assessment("ass-1", "", AUTOMATIC, "red", Map.of(), "shamiya"));
    assertEquals("", play.told());
  }

  @Test
  void thePublicIsToldByTwoPeopleEvenWhereTheRuleWantsOneAndInADrill() {
    for (Lane lane : List.of(new Lane.Live(), new Lane.Drill("d1"))) {
      DeskPlay play = new DeskPlay(lane);
      play.assessed(flood("ass-1", ONE_PERSON, "17:15", "shamiya"));
      play.approves(AP, "alert-1", 1);
      assertEquals(
          """
          15:00 proposed alert-1/1 ALERT flood TWO_PEOPLE
          15:00 approved alert-1/1 ap-1
          """,
          play.told());
    }
  }

  @Test
  void aRestrictedNoticeNeedsOneApproverAndIsForNobodyElse() {
    DeskPlay play = DeskPlay.live();
    Map<String, Slot> slots =
        Map.of(
            "time", new Slot.Time(DeskPlay.START),
            "position", new Slot.Position(new LatLon(29.47, 34.969)));
    play.assessed(DeskPlay.assessment("ass-1", "rescue", ONE_PERSON, "orange", slots));
    play.approves(OP, "alert-1", 1).approves(AP, "alert-1", 1);
    assertEquals(
        """
        15:00 proposed alert-1/1 ALERT rescue ONE_PERSON
        15:00 refused missing-role
        15:00 approved alert-1/1 ap-1
        15:00 issued alert-1/1
        15:00 eff-8 publish alert-1/1
        15:00 eff-8.2 deliver alert-1/1
        """,
        play.told());
    AlertMessage message = play.lastProposed();
    assertEquals(Scope.RESTRICTED, message.scope());
    assertEquals(new AlertMessage.Audience(false, false, List.of("navy")), message.audience());
    assertEquals(3704, message.area().circles().getFirst().radiusM(), "two nautical miles");
  }

  @Test
  void aPersonsAlertNeedsASecondPersonWhoApproves() {
    DeskPlay play = DeskPlay.live();
    play.does(OP, DeskPlay.fire(Scope.PUBLIC, "port"));
    play.approves(OP2, "alert-1", 1);
    play.approves(AP, "alert-1", 1);
    assertEquals(
        """
        15:00 proposed alert-1/1 ALERT manual TWO_PEOPLE
        15:00 refused missing-role
        15:00 approved alert-1/1 ap-1
        15:00 issued alert-1/1
        """,
        firstLines(play, 4));
    assertEquals(
        "Fire in Port, 15:00. Leave the place.", play.lastProposed().wordings().get(1).sms());
  }

  @Test
  void aDrawnAreaIsTakenAsItIs() {
    DeskPlay play = DeskPlay.live();
    var fire = DeskPlay.fire(Scope.PUBLIC);
    play.does(
        OP,
        new AlertCommand.Propose(
            Optional.empty(),
            fire.messageKey(),
            fire.level(),
            fire.scope(),
            List.of(),
            Optional.of(Example.square(29.51, 35.0, 0.02)),
            fire.slots(),
            fire.validFor()));
    assertEquals(Example.square(29.51, 35.0, 0.02), play.lastProposed().area());
    assertEquals(
        "Fire in your area, 15:00. Leave the place.", play.lastProposed().wordings().get(1).sms());
  }

  @Test
  void aReassessmentUpdatesWhatWasIssued() {
    DeskPlay play = issuedFlood();
    play.at("15:30").quietly().reassessed(flood("ass-1", TWO_PEOPLE, "17:30", "shamiya"));
    play.approves(OP, "alert-1", 2).approves(AP, "alert-1", 2);
    assertEquals(
        """
        15:30 proposed alert-1/2 UPDATE flood TWO_PEOPLE
        15:30 approved alert-1/2 op-1
        15:30 approved alert-1/2 ap-1
        15:30 issued alert-1/2
        """,
        firstLines(play, 4));
    assertEquals(
        List.of("SUPERSEDED", "ISSUED"),
        play.desk.snapshot().alerts().getFirst().revisions().stream()
            .map(r -> r.stage().name())
            .toList());
  }

  @Test
  void aReassessmentThatSaysTheSameSaysNothing() {
    DeskPlay play = issuedFlood();
    play.at("15:30").quietly().reassessed(flood("ass-1", TWO_PEOPLE, "17:15", "shamiya"));
    assertEquals("", play.told());
  }

  @Test
  void aReassessmentReplacesWhatNobodyHasIssuedYet() {
    DeskPlay play = DeskPlay.live();
    play.assessed(flood("ass-1", TWO_PEOPLE, "17:15", "shamiya"));
    play.approves(OP, "alert-1", 1);
    play.at("15:05").quietly().reassessed(flood("ass-1", TWO_PEOPLE, "17:30", "shamiya"));
    play.approves(AP, "alert-1", 1);
    play.approves(AP, "alert-1", 2);
    assertEquals(
        """
        15:05 replaced alert-1/1
        15:05 proposed alert-1/2 ALERT flood TWO_PEOPLE
        15:05 refused stale-revision
        15:05 approved alert-1/2 ap-1
        """,
        play.told(),
        "who agreed to the first has not agreed to the second");
  }

  @Test
  void aRejectedProposalComesBackOnlyWhenItSaysSomethingElse() {
    DeskPlay play = DeskPlay.live();
    play.assessed(flood("ass-1", TWO_PEOPLE, "17:15", "shamiya"));
    play.rejects(AP, "alert-1", 1).quietly();
    play.reassessed(flood("ass-1", TWO_PEOPLE, "17:15", "shamiya"));
    assertEquals("", play.told());
    play.reassessed(flood("ass-1", TWO_PEOPLE, "17:20", "shamiya"));
    assertEquals("15:00 proposed alert-1/2 ALERT flood TWO_PEOPLE\n", play.told());
  }

  @Test
  void anotherRuleOfTheSameHazardThereUpdatesTheAlertThatRuns() {
    DeskPlay play = issuedFlood();
    play.at("15:40").quietly().assessed(flood("ass-2", TWO_PEOPLE, "17:30", "shamiya"));
    assertEquals("15:40 proposed alert-1/2 UPDATE flood TWO_PEOPLE\n", play.told());
    play.reassessed(flood("ass-1", TWO_PEOPLE, "17:10", "shamiya"));
    assertEquals("", play.told(), "the rule that spoke last owns the alert");
    play.assessed(flood("ass-3", TWO_PEOPLE, "17:10", "port"));
    assertEquals(
        "15:40 proposed alert-%d/1 ALERT flood TWO_PEOPLE\n".formatted(play.entries.size() - 2),
        play.told().replaceAll(" over .*", ""),
        "other zones, another alert");
  }

  @Test
  void aClearedAssessmentSaysNothingByItself() {
    DeskPlay play = issuedFlood();
    play.quietly()
        .rule(new RiskEvent.Cleared(new AssessmentId("ass-1"), play.now(), "below the stage"));
    assertEquals("", play.told());
    play.updates(OP, "alert-1", "all-clear");
    assertEquals("15:00 proposed alert-1/2 UPDATE all-clear TWO_PEOPLE\n", play.told());
    assertEquals(new LevelId("green"), play.lastProposed().level());
  }

  @Test
  void aCorrectionGoesOutWithOneApproverToTheSamePeople() {
    DeskPlay play = issuedFlood();
    play.at("15:04").quietly().cancels(OP, "alert-1").approves(AP, "alert-1", 2);
    assertEquals(
        """
        15:04 proposed alert-1/2 CANCEL correction ONE_PERSON
        15:04 approved alert-1/2 ap-1
        15:04 issued alert-1/2
        """,
        firstLines(play, 3));
    AlertMessage cancel = play.lastProposed();
    assertEquals(Optional.of("Sent in error: gauge shaken"), cancel.note());
    assertEquals(
        "Correction. Our 15:00 message was wrong. Other warnings stand.",
        cancel.wordings().get(1).sms());
    play.quietly()
        .cancels(OP, "alert-1")
        .updates(OP, "alert-1", "flood")
        .approves(AP, "alert-1", 2);
    assertEquals("15:04 refused already-cancelled\n".repeat(3), play.told());
  }

  @Test
  void anApproverAloneCanTakeAnErrorBack() {
    DeskPlay play = issuedFlood();
    play.quietly().cancels(AP, "alert-1").approves(AP, "alert-1", 2);
    assertEquals(
        """
        15:00 proposed alert-1/2 CANCEL correction ONE_PERSON
        15:00 approved alert-1/2 ap-1
        15:00 issued alert-1/2
        """,
        firstLines(play, 3));
  }

  @Test
  void aWaitingCorrectionIsNotPushedAsideByTheRule() {
    DeskPlay play = issuedFlood();
    play.cancels(OP, "alert-1").quietly();
    play.reassessed(flood("ass-1", TWO_PEOPLE, "17:30", "shamiya"));
    assertEquals("", play.told());
    play.rejects(AP, "alert-1", 2);
    assertEquals(
        """
        15:00 rejected alert-1/2 ap-1
        15:00 proposed alert-1/3 UPDATE flood TWO_PEOPLE
        """,
        play.told(),
        "what the rule said meanwhile comes up again");
  }

  @Test
  void aProposalThatACorrectionReplacedComesUpAgainWhenThatIsRejected() {
    DeskPlay play = issuedFlood();
    play.reassessed(flood("ass-1", TWO_PEOPLE, "17:30", "shamiya"));
    play.quietly().cancels(OP, "alert-1").rejects(AP, "alert-1", 3);
    assertEquals(
        """
        15:00 replaced alert-1/2
        15:00 proposed alert-1/3 CANCEL correction ONE_PERSON
        15:00 rejected alert-1/3 ap-1
        15:00 proposed alert-1/4 UPDATE flood TWO_PEOPLE
        """,
        play.told());
  }

  @Test
  void aRejectedCorrectionBringsNothingUpThatWasHeard() {
    DeskPlay play = issuedFlood();
    play.quietly().cancels(OP, "alert-1").rejects(AP, "alert-1", 2);
    assertEquals(
        """
        15:00 proposed alert-1/2 CANCEL correction ONE_PERSON
        15:00 rejected alert-1/2 ap-1
        """,
        play.told());
  }

  @Test
  void whatWasCalledAnErrorIsNotRepeatedByAMachineAlone() {
    DeskPlay play = DeskPlay.live();
    play.assessed(flood("ass-1", AUTOMATIC, "17:15", "shamiya"));
    play.cancels(AP, "alert-1").approves(AP, "alert-1", 2).quietly();
    play.reassessed(flood("ass-1", AUTOMATIC, "17:20", "shamiya"));
    assertEquals(
        "15:00 proposed alert-%d/1 ALERT flood TWO_PEOPLE doubts [cancelled-before]\n"
            .formatted(play.entries.size() - 2),
        play.told());
  }

  @Test
  void whatIsOverIsFollowedByANewAlert() {
    DeskPlay play = issuedFlood();
    play.at("20:30").quietly().reassessed(flood("ass-1", TWO_PEOPLE, "20:40", "shamiya"));
    assertEquals(
        "20:30 proposed alert-%d/1 ALERT flood TWO_PEOPLE\n".formatted(play.entries.size() - 2),
        play.told());
  }

  @Test
  void theApproverSeesOtherAlertsThereAndWhetherTheyContradict() {
    DeskPlay play = issuedFlood();
    Map<String, Slot> slots = Map.of("time", new Slot.Time(DeskPlay.START));
    play.quietly()
        .assessed(
            DeskPlay.assessment("ass-9", "shelter", TWO_PEOPLE, "red", slots, "shamiya", "port"));
    assertEquals(
        "proposed ALERT shelter TWO_PEOPLE doubts [contradicting-instructions] over [alert-1]",
        play.told().strip().replaceAll("^\\S+ |alert-\\d+/1 ", ""));
    play.quietly()
        .assessed(DeskPlay.assessment("ass-10", "shelter", TWO_PEOPLE, "red", slots, "shallala"));
    assertEquals(
        "proposed ALERT shelter TWO_PEOPLE",
        play.told().strip().replaceAll("^\\S+ |alert-\\d+/1 ", ""),
        "a neighbour's edge is no overlap");
  }

  @Test
  void wakeUpsFollowAnIssue() {
    DeskPlay play = issuedFlood();
    assertEquals(
        List.of(
            "15:01 tally1:alert-1:1",
            "15:05 tally2:alert-1:1",
            "15:10 acknowledgement:alert-1:1",
            "20:00 expiry:alert-1:1"),
        DeskPlay.wakeUpsOf(play));
    play.quietly().at("20:00");
    assertEquals(
        """
        15:01 eff-15 tally alert-1/1
        15:05 eff-17 tally alert-1/1
        15:10 overdue alert-1/1 [inst-0001, inst-0002]
        20:00 expired alert-1/1
        20:00 eff-21 tally alert-1/1
        """,
        play.told());
  }

  @Test
  void aPendingProposalExpiresAndCannotBeApprovedAfterwards() {
    DeskPlay play = DeskPlay.live();
    play.assessed(flood("ass-1", TWO_PEOPLE, "17:15", "shamiya")).at("20:00");
    play.approves(AP, "alert-1", 1);
    assertEquals(
        """
        15:00 proposed alert-1/1 ALERT flood TWO_PEOPLE
        20:00 expired alert-1/1
        20:00 refused expired
        """,
        play.told());
  }

  @Test
  void aSupersededRevisionIsCountedOnceMoreAndDoesNotExpireTheAlert() {
    DeskPlay play = issuedFlood();
    play.at("19:00").reassessed(flood("ass-1", AUTOMATIC, "19:30", "shamiya"));
    play.at("19:20").quietly().at("20:00");
    assertEquals(
        "20:00 tally alert-1/1", play.told().strip().replaceAll("eff-\\d+ ", ""), "no 'expired'");
  }

  @Test
  void institutionsConfirmAndTheOthersAreCalled() {
    DeskPlay play = issuedFlood();
    play.quietly();
    var phone = new Actor.House("replies");
    var ack = new AlertCommand.Acknowledge(new AlertId("alert-1"), 1, new PersonRef("inst-0002"));
    play.does(phone, ack).does(phone, ack);
    assertEquals("15:00 acknowledged alert-1/1 inst-0002\n", play.told(), "once");
    play.at("15:04").at("15:09").quietly().at("15:10");
    assertEquals("15:10 overdue alert-1/1 [inst-0001]\n", play.told());
  }

  @Test
  void effectsComeBackAsEventsOfTheirAlertOnce() {
    DeskPlay play = issuedFlood();
    play.quietly();
    EffectId publish = play.effects.get(0).id();
    EffectId deliver = play.effects.get(1).id();
    var audience = new AudienceCounts(1, 0, 0, 0, new TreeMap<>());
    play.ends(publish, new EffectResult.Published("id-1", "00"));
    play.ends(deliver, new EffectResult.Delivered(audience, List.of(), "aa"));
    play.ends(deliver, new EffectResult.Delivered(audience, List.of(), "aa"));
    play.ends(new EffectId("eff-999"), new EffectResult.Tallied(List.of(), "aa"));
    play.at("15:01");
    play.ends(play.effects.get(2).id(), new EffectResult.Failed("redis-away", "no answer"));
    assertEquals(
        """
        15:00 published alert-1/1 id-1
        15:00 delivered alert-1/1
        15:01 eff-21 tally alert-1/1
        15:01 failed alert-1/1 tally redis-away: no answer
        """,
        play.told());
  }

  @Test
  void inADrillEverythingIsMarked() {
    DeskPlay play = new DeskPlay(new Lane.Drill("friday"));
    play.assessed(flood("ass-1", AUTOMATIC, "17:15", "shamiya")).cancels(AP, "alert-1");
    assertEquals(
        Optional.of("Exercise friday. Sent in error: gauge shaken"), play.lastProposed().note());
    for (Wording wording : play.lastProposed().wordings()) {
      String mark = wording.language().equals("ar") ? "تمرين" : "EXERCISE";
      assertEquals(true, wording.sms().startsWith(mark) && wording.sms().endsWith(mark));
    }
  }

  private static DeskPlay issuedFlood() {
    DeskPlay play = DeskPlay.live();
    play.assessed(flood("ass-1", TWO_PEOPLE, "17:15", "shamiya"));
    play.approves(AP2, "alert-1", 1).approves(OP, "alert-1", 1);
    return play.quietly();
  }

  private static String firstLines(DeskPlay play, int count) {
    return play.told().lines().limit(count).map(l -> l + "\n").reduce("", String::concat);
  }
}
