package nadhir.core.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class YamlNodeTest {
  private record Boat(String name, double lengthM, Duration notice) {
    Boat {
      if (lengthM > 100) {
        throw new IllegalArgumentException("a boat is at most 100 m long");
      }
    }
  }

  private static Parsed<List<Boat>> boats(String yaml) {
    return YamlNode.parse(
        new SiteFile("boats.yaml", yaml),
        root -> {
          var boats = root.list("boats", YamlNodeTest::boat);
          return root.make(() -> boats);
        });
  }

  private static Optional<Boat> boat(YamlNode node) {
    var name = node.text("name");
    var length = node.number("length");
    var notice = node.duration("notice");
    return node.make(() -> new Boat(name, length, notice));
  }

  private static String mistakes(String yaml) {
    return boats(yaml).mistakes().stream().map(Mistake::toString).collect(Collectors.joining("\n"));
  }

  @Test
  void aCleanFileGivesItsValue() {
    assertEquals(
        List.of(new Boat("Nura", 12.5, Duration.ofMinutes(5))),
        boats("boats:\n  - {name: Nura, length: 12.5, notice: 5 min}\n").get());
  }

  @Test
  void allMistakesAreListedAtOnceWithTheirLines() {
    assertEquals(
        """
        boats.yaml:2: 'length' is missing
        boats.yaml:3: unknown key 'lenght', did you mean 'length'?
        boats.yaml:4: 'notice' must be a time span such as 90 s, 5 min, 2 h, not 'soon'
        boats.yaml:6: 'length' must be a plain number, not 'long'
        boats.yaml:7: 'notice' has no value
        boats.yaml:9: 'length' is there twice
        boats.yaml:11: an element of 'boats' must be a map (key: value), not 'Nur'
        boats.yaml:12: unknown key 'ships'; known are boats""",
        mistakes(
            """
            boats:
              - name: Nura
                lenght: 12
                notice: soon
              - name: Najm
                length: long
                notice:
              - {name: Amal, length: 3,
                 length: 4,
                 notice: 1 h}
              - Nur
            ships: []
            """));
  }

  @Test
  void whatAConstructorRefusesIsAMistakeAtItsLine() {
    assertEquals(
        "boats.yaml:3: a boat is at most 100 m long",
        mistakes("boats:\n\n  - {name: Nura, length: 101, notice: 1 d}\n"));
  }

  @Test
  void textThatLooksLikeANumberIsNoNumber() {
    assertEquals(
        "boats.yaml:1: 'length' must be a plain number, not '12'",
        mistakes("boats: [{name: 7, length: '12', notice: 1 s}]"));
  }

  @Test
  void notANumberIsRefused() {
    assertEquals(
        "boats.yaml:1: 'length' must be a plain number, not '.nan'",
        mistakes("boats: [{name: a, length: .nan, notice: 1 s}]"));
  }

  @Test
  void aListWhereAMapBelongsIsNamed() {
    assertEquals("boats.yaml:1: the file must be a map (key: value), not a list", mistakes("- 1"));
    assertEquals("boats.yaml:1: 'boats' must be a list, not a map", mistakes("boats: {a: 1}"));
    assertEquals("boats.yaml:1: 'boats' is empty", mistakes("boats: []"));
    assertEquals("boats.yaml: the file is empty", mistakes(""));
  }

  @Test
  void brokenYamlIsToldWithItsLine() {
    assertTrue(mistakes("boats:\n  - name: [unclosed\n").startsWith("boats.yaml:3: not YAML"));
  }

  @Test
  void aliasesAndDeepNestingAreRefusedBeforeATreeIsMade() {
    assertEquals(
        "boats.yaml:2: aliases (*a) are not read here", mistakes("boats: &a [1]\nother: *a\n"));
    assertEquals(
        "boats.yaml:1: nested deeper than 30 levels", mistakes("boats: " + "[".repeat(100_000)));
    assertEquals(
        "boats.yaml: longer than 3000000 characters: not read", mistakes("#".repeat(3_000_001)));
  }
}
