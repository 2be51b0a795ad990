package nadhir.drills.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import nadhir.drills.scenario.Scenario.Span;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant START = Plays.START;

  private final AtomicLong wall = new AtomicLong(1_000_000_000L);
  private final SteadyPace pace =
      new SteadyPace(60, List.of(new Span(Plays.at(10), Plays.at(40))), wall::get);

  @Test
  void aWallSecondIsALaneMinute() {
    pace.start(START);
    assertEquals(Duration.ofSeconds(5), pace.left(Plays.at(5)));
    pass(Duration.ofSeconds(2));
    assertEquals(Duration.ofSeconds(3), pace.left(Plays.at(5)));
    assertEquals(Plays.at(2), pace.now());
  }

  @Test
  void aFastSpanTakesNoWallTime() {
    pace.start(Plays.at(8));
    assertEquals(Duration.ofSeconds(2), pace.left(Plays.at(10)));
    assertEquals(Duration.ofSeconds(2), pace.left(Plays.at(25)));
    assertEquals(Duration.ofSeconds(2), pace.left(Plays.at(40)));
    assertEquals(Duration.ofSeconds(3), pace.left(Plays.at(41)));
    pass(Duration.ofSeconds(1));
    assertEquals(Plays.at(9), pace.now());
    pass(Duration.ofSeconds(2));
    assertEquals(Plays.at(41), pace.now());
  }

  @Test
  void aStartWithinAFastSpanJumpsToItsEnd() {
    pace.start(Plays.at(20));
    assertEquals(Duration.ZERO, pace.left(Plays.at(40)));
    assertEquals(Plays.at(40), pace.now());
  }

  @Test
  void theClockFlowsNoFurtherThanTheNextStep() {
    var clock = new DrillClock(START, true, pace);
    pace.start(START);
    clock.flowTowards(Plays.at(2));
    pass(Duration.ofMillis(1_500));
    assertEquals(START.plusSeconds(90), clock.instant());
    pass(Duration.ofSeconds(10));
    assertEquals(Plays.at(2), clock.instant());
    clock.stepTo(Plays.at(2));
    clock.stepTo(Plays.at(1));
    assertEquals(Plays.at(2), clock.instant());
  }

  @Test
  void aHeadlessClockStandsAtItsStepAndOnlyItsDisplayFlows() {
    var clock = new DrillClock(START, false, pace);
    pace.start(START);
    clock.flowTowards(Plays.at(5));
    pass(Duration.ofSeconds(1));
    assertEquals(START, clock.instant());
    assertEquals(Plays.at(1), clock.display());
  }

  @Test
  void aHaltedClockStandsWhereItHadFlowedTo() {
    var clock = new DrillClock(START, true, pace);
    pace.start(START);
    clock.flowTowards(Plays.at(5));
    pass(Duration.ofSeconds(1));
    assertEquals(Plays.at(1), clock.halt());
    pass(Duration.ofSeconds(60));
    assertEquals(Plays.at(1), clock.instant());
  }

  private void pass(Duration time) {
    wall.addAndGet(time.toNanos());
  }
}
