package nadhir.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.site.GaugeLimits;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.api.Test;

class GaugeLimitsParserTest {

  private static Parsed<GaugeLimits> parse(String yaml) {
    return YamlNode.parse(
        new SiteFile("site.yaml", yaml),
        node -> {
          node.find("stages");
          node.find("rainActionMm30");
          var limits = GaugeLimitsParser.limits(node);
          return node.make(() -> limits);
        });
  }

  @Test
  void whatTheSiteKnowsIsTaken() {
    assertEquals(
        new GaugeLimits(
            Optional.of(Duration.ofHours(12)),
            Optional.of(new GaugeLimits.Range(-0.5, 8)),
            OptionalDouble.of(0.5),
            OptionalDouble.empty()),
        parse(
                """
                stages: {action: 1}
                stuckAfter: 12 h
                range: {min: -0.5, max: 8}
                maxRiseMPerMin: 0.5
                """)
            .get());
    assertEquals(GaugeLimits.NONE, parse("stages: {action: 1}").get());
  }

  @Test
  void whatCannotBeIsAMistakeWithItsLine() {
    assertEquals(
        List.of(
            "site.yaml:2: must be more than 0",
            "site.yaml:3: a range needs min below max",
            "site.yaml:4: must be more than 0",
            "site.yaml:5: belongs to a rain gauge, which has 'rainActionMm30'"),
        parse(
                """
                stages: {action: 1}
                stuckAfter: 0 s
                range: {min: 5, max: 5}
                maxRiseMPerMin: -1
                maxRainMmPerMin: 10
                """)
            .mistakes()
            .stream()
            .map(Mistake::toString)
            .toList());
  }
}
