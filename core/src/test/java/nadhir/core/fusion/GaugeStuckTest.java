package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import nadhir.core.sim.TestSite;
import nadhir.core.site.GaugeLimits;
import org.junit.jupiter.api.Test;

/** The same value far too long; but a dry bed and a dry sky may last. */
class GaugeStuckTest {

  private static HazardDesk desk(GaugeLimits limits) {
    return new HazardDesk(TestSite.info(), TestSite.gauges(limits), List.of());
  }

  private static GaugeLimits stuckAfter(Duration limit) {
    return new GaugeLimits(
        Optional.of(limit), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Every 5 minutes from 08:00, the value that {@code of} says. */
  private static String every5Min(String gauge, int hours, IntFunction<String> of) {
    var script = new StringBuilder();
    for (int minute = 0; minute <= hours * 60; minute += 5) {
      script.append(
          "%02d:%02d %s %s%n".formatted(8 + minute / 60, minute % 60, gauge, of.apply(minute)));
    }
    return script.toString();
  }

  private static String merged(String... scripts) {
    List<String> lines = new ArrayList<>();
    for (String s : scripts) {
      s.lines().forEach(lines::add);
    }
    lines.sort(Comparator.comparing(l -> l.substring(0, 5)));
    return String.join("\n", lines);
  }

  private static String faults(String played) {
    return played
        .lines()
        .filter(l -> l.contains("faulty") || l.contains("back"))
        .reduce("", (a, b) -> a + b + "\n");
  }

  @Test
  void theSameValueForSixHoursWhileTheWadiMovesIsStuckUntilItChanges() {
    String y1 = every5Min("stage Y1", 7, m -> m < 405 ? "0.4" : "0.6");
    String y2 = every5Min("stage Y2", 7, m -> String.valueOf((m % 60) / 50.0));
    assertEquals("14:00 faulty Y1 STUCK 08:00\n14:45 back Y1\n", faults(play(merged(y1, y2))));
    assertEquals("", faults(play(y1)), "nobody else moved");
  }

  @Test
  void aDryBedAndADrySkyAreNotStuck() {
    String y1 = every5Min("stage Y1", 9, _ -> "0.0");
    String rg3 = every5Min("rain RG3", 9, _ -> "0");
    assertEquals("", faults(play(desk(stuckAfter(Duration.ofHours(3))), merged(y1, rg3))));
  }

  @Test
  void theSitesLimitHoldsWhateverTheOthersDo() {
    String y1 = every5Min("stage Y1", 4, _ -> "0.4");
    String rg3 = every5Min("rain RG3", 4, _ -> "0.2");
    assertEquals(
        "11:00 faulty RG3 STUCK 08:00\n11:00 faulty Y1 STUCK 08:00\n",
        faults(play(desk(stuckAfter(Duration.ofHours(3))), merged(rg3, y1))));
  }

  @Test
  void aStuckGaugeAboveActionHoldsTheFloodAndAPersonEndsIt() {
    String y1 = every5Min("stage Y1", 4, _ -> "0.9");
    String played = play(desk(stuckAfter(Duration.ofHours(3))), y1 + "21/12:00 end H1\n");
    assertTrue(played.contains("11:00 revised H1 r3 yutum Y1[0.9m+0.0 STUCK]"), played);
    assertTrue(played.endsWith("21/12:00 ended H1 seen\n"), played);
  }
}
