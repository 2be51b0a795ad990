package nadhir.alerting.desk;

import static nadhir.alerting.desk.DeskPlay.AP;
import static nadhir.alerting.desk.DeskPlay.AP2;
import static nadhir.alerting.desk.DeskPlay.OP;
import static nadhir.alerting.desk.DeskPlay.OP2;
import static nadhir.alerting.desk.DeskPlay.VIEWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.command.AlertCommand;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.event.Entry;
import nadhir.core.event.RiskEvent;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.PersonRef;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.risk.Slot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random courses: whatever people and rules do in whatever order, the promises hold. */
class AlertDeskWalkTest {
  private static final int STEPS = 400;
  private static final List<Actor.Person> PEOPLE = List.of(OP, OP2, AP, AP2, VIEWER);
  private static final List<String> ZONES = List.of("shamiya", "shallala", "port");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void nothingGoesOutWithoutThoseWhoMustAgreeAndNothingTwice(long seed) {
    Lane lane = seed % 2 == 0 ? new Lane.Live() : new Lane.Drill("walk");
    DeskPlay play = walk(seed, lane);
    assertTrue(
        play.entries.stream().anyMatch(e -> e.event() instanceof AlertEvent.Issued),
        "seed " + seed + ": a walk on which nothing is issued shows nothing");
    keepsItsPromises(play, seed);
    foldsToTheSame(play, lane, seed);
  }

  private static DeskPlay walk(long seed, Lane lane) {
    Random random = new Random(seed);
    DeskPlay play = new DeskPlay(lane);
    for (int i = 0; i < STEPS; i++) {
      step(play, random);
    }
    return play;
  }

  private static void step(DeskPlay play, Random random) {
    Actor.Person who = pick(random, PEOPLE);
    List<AlertTrack> tracks = play.desk.snapshot().alerts();
    AlertTrack track = tracks.isEmpty() ? null : pick(random, tracks);
    String alert = track == null ? "alert-1" : track.id().value();
    int last = track == null ? 1 : track.last().number();
    int revision = random.nextInt(5) == 0 ? Math.max(1, last - 1) : last;
    switch (random.nextInt(14)) {
      case 0, 1 -> assess(play, random);
      case 2 -> play.does(who, DeskPlay.fire(Scope.PUBLIC, pick(random, ZONES)));
      case 3, 4, 5, 6, 7 -> play.approves(who, alert, revision);
      case 8 -> play.rejects(who, alert, revision);
      case 9 -> play.cancels(who, alert);
      case 10 -> play.updates(who, alert, random.nextBoolean() ? "all-clear" : "shelter");
      case 11 -> play.to(play.now().plusSeconds(random.nextInt(3600)));
      case 12 ->
          play.does(
              new Actor.House("replies"),
              new AlertCommand.Acknowledge(
                  new AlertId(alert), revision, new PersonRef("inst-000" + random.nextInt(4))));
      default -> effect(play, random);
    }
  }

  private static void assess(DeskPlay play, Random random) {
    String id = "ass-" + random.nextInt(6);
    Instant from = play.now().plusSeconds(60L * random.nextInt(90));
    Map<String, Slot> slots = new TreeMap<>();
    slots.put("time", new Slot.Time(from));
    if (random.nextInt(6) > 0) {
      slots.put("span", new Slot.Span(from, from.plusSeconds(1800)));
    }
    var assessment =
        DeskPlay.assessment(
            id,
            random.nextBoolean() ? "flood" : "shelter",
            ApprovalPolicy.values()[random.nextInt(3)],
            random.nextBoolean() ? "red" : "orange",
            slots,
            ZONES.subList(0, 1 + random.nextInt(3)).toArray(String[]::new));
    switch (random.nextInt(5)) {
      case 0 -> play.rule(new RiskEvent.Cleared(new AssessmentId(id), play.now(), "over"));
      case 1, 2 -> play.assessed(assessment);
      default -> play.reassessed(assessment);
    }
  }

  private static void effect(DeskPlay play, Random random) {
    if (!play.effects.isEmpty()) {
      play.ends(
          pick(random, play.effects).id(),
          random.nextBoolean()
              ? new EffectResult.Failed("away", "no answer")
              : new EffectResult.Tallied(List.of(), "00"));
    }
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** Counts approvals anew, from the entries alone. */
  private static void keepsItsPromises(DeskPlay play, long seed) {
    Map<String, AlertMessage> proposed = new HashMap<>();
    Map<String, Set<String>> agreed = new HashMap<>();
    Set<String> approvers = new HashSet<>();
    Set<String> issued = new HashSet<>();
    Set<String> dead = new HashSet<>();
    Map<String, Integer> newest = new HashMap<>();
    for (Entry entry : play.entries) {
      String at = "seed " + seed + " entry " + entry.seq() + " " + entry.event();
      switch (entry.event()) {
        case AlertEvent.Proposed(AlertMessage m) -> {
          String key = m.alert() + "/" + m.revision();
          assertFalse(proposed.containsKey(key), at);
          proposed.put(key, m);
          agreed.put(key, new HashSet<>());
          if (m.author() instanceof Actor.Person p && m.approval() == ApprovalPolicy.TWO_PEOPLE) {
            agreed.get(key).add(p.who().value());
            if (p.is(Role.APPROVER)) {
              approvers.add(key);
            }
          }
        }
        case AlertEvent.Approved(var alert, var revision, var by, _) -> {
          String key = alert + "/" + revision;
          assertTrue(
              agreed.get(key).add(by.value())
                  || proposed.get(key).approval() == ApprovalPolicy.ONE_PERSON,
              at);
          assertFalse(dead.contains(key), at);
          if (by.value().startsWith("ap-")) {
            approvers.add(key);
          }
        }
        case AlertEvent.Issued(var alert, var revision, _) -> {
          String key = alert + "/" + revision;
          assertTrue(issued.add(key), at + " twice");
          assertFalse(dead.contains(key), at);
          assertTrue(revision > newest.getOrDefault(alert.value(), 0), at + " out of order");
          newest.put(alert.value(), revision);
          maySpeak(proposed.get(key), agreed.get(key), approvers.contains(key), entry.at(), at);
        }
        case AlertEvent.Rejected(var alert, var revision, _, _) ->
            assertTrue(dead.add(alert + "/" + revision), at);
        case AlertEvent.Replaced(var alert, var revision) ->
            assertTrue(dead.add(alert + "/" + revision), at);
        case AlertEvent.Expired(var alert, var revision, _) ->
            assertTrue(dead.add(alert + "/" + revision), at);
        default -> {}
      }
    }
    long effects = play.effects.stream().filter(e -> e.effect() instanceof Effect.Deliver).count();
    assertEquals(issued.size(), effects, "one delivery for each issue");
  }

  private static void maySpeak(
      AlertMessage message, Set<String> agreed, boolean approver, Instant now, String at) {
    assertTrue(message.expiresAt().isAfter(now), at);
    assertFalse(message.doubts().contains(Doubt.INCOMPLETE), at);
    switch (message.approval()) {
      case AUTOMATIC -> assertTrue(message.author() instanceof Actor.House, at);
      case ONE_PERSON -> {
        assertTrue(approver, at);
        assertTrue(message.scope() != Scope.PUBLIC || message.type() == MsgType.CANCEL, at);
      }
      case TWO_PEOPLE -> assertTrue(approver && agreed.size() >= 2, at);
    }
  }

  /** Entries alone, a snapshot in the middle, JSON and back: always the same state. */
  private static void foldsToTheSame(DeskPlay play, Lane lane, long seed) {
    String state = DomainJson.write(play.desk.snapshot());
    AlertDesk again = DeskPlay.desk(lane);
    play.entries.forEach(again::fold);
    assertEquals(state, DomainJson.write(again.snapshot()), "seed " + seed);

    AlertDesk early = DeskPlay.desk(lane);
    int half = play.entries.size() / 2;
    play.entries.subList(0, half).forEach(early::fold);
    AlertDesk late = DeskPlay.desk(lane);
    late.restore(DomainJson.read(DomainJson.write(early.snapshot()), AlertState.class));
    play.entries.subList(half, play.entries.size()).forEach(late::fold);
    assertEquals(state, DomainJson.write(late.snapshot()), "seed " + seed);

    DeskPlay second = walk(seed, lane);
    assertEquals(
        play.entries.stream().map(DomainJson::write).toList(),
        second.entries.stream().map(DomainJson::write).toList(),
        "seed " + seed);
  }
}
