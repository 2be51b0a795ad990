package nadhir.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Borders;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.api.Test;

class BordersParserTest {
  private static final String GOOD =
      """
      territory: [[29.3, 35.0], [29.6, 35.0], [29.6, 35.3]]
      neighbours:
        - id: haql
          name: {ar: حقل, en: Haql}
          agency: {ar: الدفاع المدني, en: Civil Defence}
          channel: {ar: مكتب الارتباط, en: liaison office}
          outline: [[29.2, 34.9], [29.3, 35.0], [29.2, 35.1], [29.2, 34.9]]
      """;

  private static Parsed<Borders> parse(String yaml) {
    return YamlNode.parse(new SiteFile("site.yaml", yaml), BordersParser::borders);
  }

  private static String mistakes(String from, String to) {
    return parse(GOOD.replace(from, to)).mistakes().stream()
        .map(Mistake::toString)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void outlinesCloseByThemselves() {
    Borders borders = parse(GOOD).get();
    var ring = borders.territory().orElseThrow().polygons().getFirst().outer();
    assertEquals(4, ring.size());
    assertEquals(new LatLon(29.3, 35.0), ring.getLast());
    var neighbour = borders.neighbours().getFirst();
    assertEquals(4, neighbour.area().polygons().getFirst().outer().size());
    assertEquals("Civil Defence", neighbour.agency().in("en"));
  }

  @Test
  void whatIsNoOutlineIsToldWithItsLine() {
    assertEquals("site.yaml:1: 'territory' has 3 to 500 places", mistakes(", [29.6, 35.3]]", "]"));
    assertEquals(
        "site.yaml:1: 'territory' has 3 to 500 places\n"
            + "site.yaml:1: a place is [latitude, longitude]",
        mistakes("[29.6, 35.3]", "[29.6]"));
    assertEquals(
        "site.yaml:2: 'haql' is there twice",
        parse(GOOD + GOOD.substring(GOOD.indexOf("  - id"))).mistakes().getFirst().toString());
  }
}
