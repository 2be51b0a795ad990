package nadhir.dispatch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import nadhir.core.dispatch.Unit;
import nadhir.core.geo.LatLon;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import org.junit.jupiter.api.Test;

class ResourcesFileTest {
  private static final String GOOD =
      """
      agencies:
        cd: {ar: الدفاع المدني, en: Civil Defence}
      units:
        - id: cd-rescue-1
          name: {ar: إنقاذ 1, en: Rescue 1}
          agency: cd
          kind: rescue
          skills: [search, swift-water]
          base: {lat: 29.53, lon: 35.0}
          speed: 12.5
          crew: 6
          provenance: illustrative
      """;

  @Test
  void readsAUnit() {
    var unit = parse(GOOD).get().getFirst();
    assertEquals("cd-rescue-1", unit.id().value());
    assertEquals("إنقاذ 1", unit.name().in("ar"));
    assertEquals(List.of("search", "swift-water"), unit.skills());
    assertEquals(new LatLon(29.53, 35.0), unit.base());
    assertEquals(12.5, unit.speedMps());
    assertEquals(6, unit.crew());
  }

  @Test
  void allMistakesAreListedAtOnce() {
    assertEquals(
        """
        resources.yaml:4: 'provenance' is missing
        resources.yaml:5: 'name' must be a map (key: value), not 'Rescue 1'
        resources.yaml:6: no agency 'dc', did you mean 'cd'?
        resources.yaml:8: a skill is there twice
        resources.yaml:9: a place needs -90..90 and -180..180 degrees, not 129.53 35.0
        resources.yaml:10: a speed is more than 0 and at most 150 m/s, not 0.0
        resources.yaml:11: a crew is 0 or more, not -1
        resources.yaml:12: unknown key 'colour'; known are id, name, agency, kind, skills, base, speed, crew, provenance
        """,
        mistakes(
            """
            agencies:
              cd: {ar: الدفاع المدني, en: Civil Defence}
            units:
              - id: cd-rescue-1
                name: Rescue 1
                agency: dc
                kind: rescue
                skills: [search, search]
                base: {lat: 129.53, lon: 35.0}
                speed: 0
                crew: -1
                colour: red
            """));
  }

  @Test
  void aUnitThatIsThereTwiceIsAMistake() {
    var again = GOOD + GOOD.substring(GOOD.indexOf("  - id"));
    assertEquals(
        "resources.yaml:13: unit 'cd-rescue-1' is there already at line 4\n", mistakes(again));
  }

  @Test
  void aSiteWithoutUnitsIsAMistake() {
    assertEquals(
        """
        resources.yaml:1: 'units' is missing
        resources.yaml:1: the site names no agency
        """,
        mistakes("agencies: {}\n"));
  }

  @Test
  void moreUnitsThanABlockHoldsIsAMistake() {
    var unit = GOOD.substring(GOOD.indexOf("  - id"));
    var many = new StringBuilder(GOOD.substring(0, GOOD.indexOf("  - id")));
    for (int i = 0; i <= ResourcesFile.MAX_UNITS; i++) {
      many.append(unit.replace("cd-rescue-1", "cd-rescue-" + i));
    }
    assertEquals("resources.yaml:3: at most 200 units, not 201\n", mistakes(many.toString()));
  }

  private static Parsed<List<Unit>> parse(String text) {
    return ResourcesFile.parse(new SiteFile("resources.yaml", text));
  }

  private static String mistakes(String text) {
    return parse(text).mistakes().stream()
        .map(Mistake::toString)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
