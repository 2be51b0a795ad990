package nadhir.geofence.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import nadhir.geofence.rule.RuleBook;
import nadhir.geofence.rule.RuleFile;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static RuleBook read(SiteFile file) {
    return AqabaPack.clean(RuleFile.read(file, AqabaPack.realHead(), AqabaPack.realZones()));
  }

  private static List<Rehearsal.Played> play(RuleBook book) {
    return new Rehearsal(AqabaPack.realHead(), AqabaPack.realZones()).play(book);
  }

  private static String wrong(List<Rehearsal.Played> played) {
    return played.stream()
        .flatMap(p -> p.steps().stream())
        .filter(step -> !step.isRight())
        .map(
            step ->
                step.step().line()
                    + " wants "
                    + step.step().expect()
                    + ", did "
                    + step.did()
                    + step.why().stream().map(why -> "\n  " + why).collect(Collectors.joining())
                    + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void theSamplesOfAqabaAreRightAndItsRulesWithoutAWarning() {
    RuleBook book = read(AqabaPack.file("rules.yaml"));
    assertEquals("", wrong(play(book)));
    assertTrue(book.samples().size() >= 40, "samples: " + book.samples().size());
    assertEquals(
        book.rules().size(), book.samples().stream().map(s -> s.rule()).distinct().count());
    assertEquals(List.of(), book.warnings());
  }

  @Test
  void aSampleThatIsWrongSaysWhatTheRuleDidAndWhy() {
    var book =
        read(
            new SiteFile(
                "rules.yaml",
                """
                rules:
                  - rule: a
                    hazard: flash-flood
                    when: stage_m >= stage_moderate AND rise_m_per_h >= 0.5
                    zones: zone IN ('shamiya', 'airport-road')
                    for: 10 min
                    quorum: 2 of gauges
                    level: red
                    approve: two people
                    samples:
                      - {given: {gauges: {Y1: 1.6 rising 1, RG1: 18}}, expect: waits}
                      - {given: {gauges: {Y1: 1.2 rising 1, RG1: 2 silent}}, expect: fires}
                      - {given: {gauges: {Y1: 1.6 rising 1, RG1: 2}}, expect: fires}
                """));
    assertEquals(
        """
        12 wants FIRES, did QUIET
          its condition holds in none of its zones
          airport-road shamiya: stage_m 1.2 >= stage_moderate 1.5 no; rise_m_per_h 1 >= 0.5 yes
          RG1 2.0 at 2026-01-01T09:00:00Z, not alive
          Y1 1.2 at 2026-01-01T09:00:00Z, over
        13 wants FIRES, did QUIET
          1 of 2 living gauges are over their threshold, 2 are wanted
          airport-road shamiya: stage_m 1.6 >= stage_moderate 1.5 yes; rise_m_per_h 1 >= 0.5 yes
          RG1 2.0 at 2026-01-01T09:00:00Z
          Y1 1.6 at 2026-01-01T09:00:00Z, over
        """,
        wrong(play(book)));
  }
}
