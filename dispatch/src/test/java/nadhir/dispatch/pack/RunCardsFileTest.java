package nadhir.dispatch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import nadhir.core.dispatch.Unit;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.site.Words;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.dispatch.RunCard;
import org.junit.jupiter.api.Test;

class RunCardsFileTest {
  private static final List<Unit> UNITS =
      List.of(unit("amb-1", "ambulance"), unit("resc-1", "rescue", "swift-water", "search"));

  @Test
  void readsTheNeedsInTheirOrder() {
    var card =
        parse(
                """
                flood:
                  title: {ar: سيل, en: Flash flood}
                  needs:
                    - {skill: swift-water, count: 1}
                    - {kind: ambulance, count: 1}
                """)
            .get()
            .getFirst();
    assertEquals(
        List.of(
            new RunCard.Need(RunCard.By.SKILL, "swift-water", 1),
            new RunCard.Need(RunCard.By.KIND, "ambulance", 1)),
        card.needs());
    assertEquals("Flash flood", card.title().in("en"));
  }

  @Test
  void allMistakesAreListedAtOnce() {
    assertEquals(
        """
        runcards.yaml:4: no unit has the skill 'swift-watre', did you mean 'swift-water'?
        runcards.yaml:5: 3 are asked for, but only 1 of the site have the kind 'ambulance'
        runcards.yaml:6: a need names either a 'skill' or a 'kind'
        runcards.yaml:7: a need has a name and asks for 1 to 50 units
        runcards.yaml:8: 'count' is missing
        runcards.yaml:10: 'needs' is empty
        runcards.yaml:10: 'title' is missing
        runcards.yaml:11: unknown key 'colour'; known are title, standBy, needs
        """,
        mistakes(
            """
            flood:
              title: {ar: سيل, en: Flash flood}
              needs:
                - {skill: swift-watre, count: 1}
                - {kind: ambulance, count: 3}
                - {skill: search, kind: rescue, count: 1}
                - {skill: search, count: 0}
                - {skill: search}
            quake:
              needs: []
              colour: red
            """));
  }

  @Test
  void aSiteWithoutRunCardsIsAMistake() {
    assertEquals("runcards.yaml:1: the site has no run card\n", mistakes("{}\n"));
  }

  private static Unit unit(String id, String kind, String... skills) {
    return new Unit(
        new UnitId(id),
        Words.arEn(id, id),
        "test",
        kind,
        List.of(skills),
        new LatLon(29.5, 35),
        10,
        2);
  }

  private static Parsed<List<RunCard>> parse(String text) {
    return RunCardsFile.parse(new SiteFile("runcards.yaml", text), UNITS);
  }

  private static String mistakes(String text) {
    return parse(text).mistakes().stream()
        .map(Mistake::toString)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
