package nadhir.drills.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nadhir.core.event.Entry;
import nadhir.core.event.RiskEvent;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.ZoneImpact;
import org.junit.jupiter.api.Test;

/** A conversation: when a rule fired for which zones, and what happened when. */
class VerificationTest {
  private static final HazardTypeId FLOOD = new HazardTypeId("flash-flood");
  private static final RuleId RULE = new RuleId("flood");
  private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");

  @Test
  void aWarningBeforeItBeginsIsAHitWithItsLead() {
    assertEquals(
        "hits [PT1H] late [] missed 0 fired 1 false 0",
        scored("10:00-14:00 town", "11:00-13:00 town"));
  }

  @Test
  void aWordWhileItLastsIsLate() {
    assertEquals(
        "hits [] late [PT30M] missed 0 fired 1 false 0",
        scored("11:30-14:00 town", "11:00-13:00 town"));
  }

  @Test
  void aWordBehindItIsAMissAndAFalseAlarm() {
    assertEquals(
        "hits [] late [] missed 1 fired 1 false 1", scored("13:30-14:00 town", "11:00-13:00 town"));
  }

  @Test
  void anotherZoneDoesNotHelp() {
    assertEquals(
        "hits [] late [] missed 1 fired 1 false 1", scored("10:00-14:00 port", "11:00-13:00 town"));
  }

  @Test
  void whatHappensAnywhereIsHeldAgainstAllZones() {
    assertEquals(
        "hits [PT1H] late [] missed 0 fired 1 false 0", scored("10:00-14:00 port", "11:00-13:00"));
  }

  @Test
  void whatAnotherRuleShouldWarnOfIsNeitherAHitNorAMiss() {
    assertEquals(
        "hits [] late [] missed 0 fired 1 false 1",
        scored("10:00-14:00 town", "11:00-13:00 town other"));
    assertEquals(
        "hits [PT1H] late [] missed 0 fired 1 false 0",
        scored("10:00-14:00 town", "11:00-13:00 town flood"));
  }

  @Test
  void aWarningThatWasClearedLongBeforeIsAFalseAlarm() {
    assertEquals(
        "hits [] late [] missed 1 fired 1 false 1", scored("01:00-02:00 town", "11:00-13:00 town"));
  }

  @Test
  void oneThatStillLivesCountsHoweverLongAgoItCame() {
    assertEquals(
        "hits [PT10H] late [] missed 0 fired 1 false 0",
        scored("01:00-12:00 town", "11:00-13:00 town"));
  }

  @Test
  void theFirstOfSeveralFiringsGivesTheLead() {
    assertEquals(
        "hits [PT2H] late [] missed 0 fired 3 false 1",
        scored("09:00-09:30 town, 10:30-14:00 town, 20:00-20:10 town", "11:00-13:00 town"));
  }

  @Test
  void oneFiringCanSpeakOfTwoThings() {
    assertEquals(
        "hits [PT1H, PT4H] late [] missed 0 fired 1 false 0",
        scored("10:00-16:00 town", "11:00-12:00 town, 14:00-15:00 town"));
  }

  @Test
  void nothingHappenedAndNothingFired() {
    assertEquals("hits [] late [] missed 0 fired 0 false 0", scored("", ""));
  }

  @Test
  void aZoneThatJoinsLaterIsWarnedFromThenOn() {
    var entries = new ArrayList<Entry>();
    var first = assessment(1, at("10:00"), "port");
    entries.add(entry(1, first.at(), new RiskEvent.Assessed(first)));
    var later = assessment(1, at("10:45"), "port", "town");
    entries.add(entry(2, later.at(), new RiskEvent.Reassessed(later)));
    entries.add(entry(3, at("14:00"), new RiskEvent.Cleared(first.id(), at("14:00"), "over")));
    assertEquals(
        "hits [PT15M] late [] missed 0 fired 1 false 0",
        told(entries, happened("11:00-13:00 town")));
  }

  private static String scored(String firings, String happened) {
    return told(fired(firings), happened(happened));
  }

  private static String told(List<Entry> entries, List<Happened> happened) {
    RuleScore s =
        Verification.of(
                List.of(new Verification.Rule(RULE, FLOOD)), entries, happened, Duration.ofHours(6))
            .getFirst();
    return "hits %s late %s missed %d fired %d false %d"
        .formatted(s.leads(), s.delays(), s.missed(), s.firings(), s.falseAlarms());
  }

  private static List<Entry> fired(String text) {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String one : list(text)) {
      String[] words = one.split("[- ]");
      number++;
      var assessment = assessment(number, at(words[0]), words[2]);
      entries.add(entry(entries.size() + 1, assessment.at(), new RiskEvent.Assessed(assessment)));
      var cleared = new RiskEvent.Cleared(assessment.id(), at(words[1]), "over");
      entries.add(entry(entries.size() + 1, at(words[1]), cleared));
    }
    return entries;
  }

  private static Entry entry(long seq, Instant at, RiskEvent event) {
    return new Entry(seq, at, new Actor.House("risk"), seq, event);
  }

  private static Assessment assessment(int number, Instant at, String... zones) {
    return new Assessment(
        new AssessmentId("ass-" + number),
        1,
        RULE,
        new HazardId("haz-1"),
        1,
        new LevelId("red"),
        at,
        Stream.of(zones)
            .map(
                z ->
                    new ZoneImpact(
                        new ZoneId(z), Optional.empty(), Optional.empty(), new TreeMap<>()))
            .toList(),
        Optional.empty(),
        ApprovalPolicy.TWO_PEOPLE,
        Optional.empty(),
        new TreeMap<>(),
        List.of());
  }

  private static List<Happened> happened(String text) {
    return split(text)
        .map(one -> one.split("[- ]"))
        .map(
            words ->
                new Happened(
                    new Occasion(
                        "flood",
                        FLOOD,
                        words.length < 3 ? List.of() : List.of(new ZoneId(words[2])),
                        words.length < 4 ? List.of() : List.of(new RuleId(words[3]))),
                    at(words[0]),
                    at(words[1]),
                    Optional.empty()))
        .toList();
  }

  private static List<String> list(String text) {
    return text.isBlank() ? List.of() : List.of(text.split(", "));
  }

  private static Stream<String> split(String text) {
    return list(text).stream();
  }

  private static Instant at(String time) {
    String[] parts = time.split(":");
    return DAY.plus(
        Duration.ofMinutes(Integer.parseInt(parts[0]) * 60L + Integer.parseInt(parts[1])));
  }
}
