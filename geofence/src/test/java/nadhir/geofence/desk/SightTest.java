package nadhir.geofence.desk;

import static nadhir.geofence.desk.HazardWords.flood;
import static nadhir.geofence.desk.HazardWords.opened;
import static nadhir.geofence.desk.HazardWords.revised;
import static nadhir.geofence.desk.HazardWords.silent;
import static nadhir.geofence.desk.HazardWords.water;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.event.RiskEvent;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.report.GaugeFault;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

/** When rules of Aqaba are told to be blind, and when they see again. */
class SightTest {
  private final RiskPlay play = new RiskPlay(AqabaPack.real());

  private static HazardEvent back(String gauge, String at) {
    return new HazardEvent.GaugeBack(new GaugeId(gauge), RiskPlay.at(at));
  }

  private static HazardEvent faulty(String gauge, GaugeFault fault, String since) {
    return new HazardEvent.GaugeFaulty(
        new GaugeId(gauge), fault, RiskPlay.at(since), "a test says so");
  }

  private static Input feed(String feed, FeedHealth health) {
    return new Input.FeedHealthChanged(new FeedId(feed), health, "", "");
  }

  private String told() {
    return play.entries().stream().map(SightTest::line).collect(Collectors.joining());
  }

  private static String line(Entry entry) {
    return switch (entry.event()) {
      case RiskEvent.Blind(var rule, var sources, var since) ->
          local(entry.at()) + " blind " + rule + " " + sources + " since " + local(since) + "\n";
      case RiskEvent.Sighted(var rule, var at) -> local(at) + " sees " + rule + "\n";
      default -> "";
    };
  }

  private static String local(java.time.Instant at) {
    return at.atZone(AqabaPack.realHead().info().timeZone()).toLocalTime().toString();
  }

  @Test
  void aRuleIsBlindWhenAllItsWaterGaugesAre() {
    play.then("12:00", back("Y1", "12:00"))
        .then("12:00", back("Y2", "12:00"))
        .then("12:00", back("RG1", "12:00"))
        .then("12:10", silent("Y1", "12:00"))
        .then("12:20", silent("Y2", "12:10"))
        .then("12:30", silent("RG1", "12:20"))
        .then("12:40", back("Y2", "12:40"))
        .then("12:50", back("Y1", "12:50"));
    assertEquals(
        """
        12:20 blind wadi-yutum-flood [Y1, Y2] since 12:10
        12:20 blind wadi-yutum-arrival [Y1, Y2] since 12:10
        12:40 sees wadi-yutum-flood
        12:40 sees wadi-yutum-arrival
        """,
        told());
  }

  @Test
  void aRuleForRainRestsOnItsRainGauge() {
    play.then("12:00", back("RG3", "12:00"))
        .then("12:10", faulty("RG3", GaugeFault.STUCK, "12:05"))
        .then("12:30", back("RG3", "12:30"));
    assertEquals(
        """
        12:10 blind shallala-flash [RG3] since 12:05
        12:30 sees shallala-flash
        """,
        told());
  }

  @Test
  void aLateGaugeIsNoBlindOne() {
    play.then("12:00", back("RG3", "12:00")).then("12:10", faulty("RG3", GaugeFault.LATE, "12:00"));
    assertEquals("", told());
  }

  @Test
  void otherRulesRestOnTheFeedsThatTellTheirHazard() {
    play.then("12:00", feed("usgs", FeedHealth.GREEN))
        .then("12:10", feed("usgs", FeedHealth.GREY))
        .then("12:11", feed("geofon", FeedHealth.GREY))
        .then("12:12", feed("ais", FeedHealth.GREY))
        .then("12:13", feed("emsc", FeedHealth.GREY))
        .then("12:14", feed("emsc", FeedHealth.GREY))
        .then("12:20", feed("usgs", FeedHealth.GREEN));
    assertEquals(
        """
        12:12 blind man-overboard [ais] since 12:12
        12:13 blind quake-shore [usgs, emsc, geofon] since 12:13
        12:13 blind quake-inland [usgs, emsc, geofon] since 12:13
        12:20 sees quake-shore
        12:20 sees quake-inland
        """,
        told());
  }

  @Test
  void whatWasNeverHeardMakesNobodyBlind() {
    play.then("12:00", feed("usgs", FeedHealth.UNKNOWN)).then("12:05", back("RG2", "12:05"));
    assertEquals("", told());
  }

  @Test
  void anotherMemberKnowsWhichRulesAreBlind() {
    for (String feed : List.of("usgs", "emsc", "geofon")) {
      play.then("12:00", feed(feed, FeedHealth.GREY));
    }
    play.then("12:01", silent("RG3", "11:51"));
    String before = told();
    play.restart();
    play.then("12:02", feed("usgs", FeedHealth.GREY)).then("12:03", silent("RG3", "11:51"));
    assertEquals(before, told());
    play.then("12:10", feed("usgs", FeedHealth.GREEN));
    assertTrue(told().endsWith("12:10 sees quake-shore\n12:10 sees quake-inland\n"), told());
    assertEquals(List.of("shallala-flash"), List.copyOf(play.desk().snapshot().blind().keySet()));
    var folded = AqabaPack.real().desk();
    play.entries().forEach(folded::fold);
    assertEquals(play.desk().snapshot(), folded.snapshot());
  }

  /** Y1 saw the danger, then went wild: what it fired stays, and the approver is told why. */
  @Test
  void anAssessmentTellsWhichGaugesAreNotBelieved() {
    var y1 = water("Y1", "12:00", 2.6, 4);
    play.then("12:00", opened(flood("f", 1, "yutum", "12:00", y1, water("Y2", "12:00", 0, 0))))
        .then("12:05", faulty("Y1", GaugeFault.OUT_OF_RANGE, "12:05"))
        .then(
            "12:10",
            revised(
                flood(
                    "f",
                    2,
                    "yutum",
                    "12:00",
                    HazardWords.faulty(y1, GaugeFault.OUT_OF_RANGE),
                    water("Y2", "12:10", 0.9, 2))));
    assertEquals(List.of("single-sensor", "gauge-out-of-range"), play.last().doubts());
    assertEquals(1, play.desk().snapshot().firings().size());
  }

  @Test
  void aFaultyGaugeCountsForNoQuorum() {
    var stuck = HazardWords.faulty(water("Y1", "12:00", 2.6, 4), GaugeFault.STUCK);
    play.then("12:00", opened(flood("f", 1, "yutum", "12:00", stuck)));
    assertEquals(Map.of(), play.desk().snapshot().firings());
  }
}
