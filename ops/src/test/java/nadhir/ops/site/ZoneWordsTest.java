package nadhir.ops.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Lane;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Saying;
import nadhir.core.yaml.YamlFault;
import nadhir.geofence.zone.ZoneFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in a drawn zone come with keys for which the console has words, and with their gaps. */
class ZoneWordsTest {
  private static final LaneSite SITE =
      new LaneSite(SitePackReader.read(Path.of("sites", "aqaba")).get(), new Lane.Live());

  private static final String RING =
      "[[35.01, 29.53], [35.02, 29.53], [35.02, 29.54], [35.01, 29.54], [35.01, 29.53]]";
  private static final String HOLE =
      "[[35.04, 29.53], [35.05, 29.53], [35.05, 29.54], [35.04, 29.53]]";
  private static final String LINE = "[[35.01, 29.53], [35.02, 29.53]]";

  /** A sound zone, of which one thing is changed. */
  private static final String ZONE =
      """
      {"type": "Feature",
       "properties": {"id": "school", "name_ar": "المدرسة", "name_en": "School", "kind": "school",
         "tags": {"wadi": "yutum"}, "population_day": 400, "population_night": 0,
         "schedule": [{"days": ["SU"], "from": "07:00", "to": "14:00", "people": 400}],
         "provenance": "drawn in a test"},
       "geometry": {"type": "Polygon", "coordinates": [RING]}}
      """;

  private static String words() throws IOException {
    return Files.readString(Path.of("web/kit/src/i18n/words/mistakes.ts"));
  }

  private static String drawn(String zone) {
    return zone.replace("RING", RING).replace("HOLE", HOLE).replace("LINE", LINE);
  }

  private static List<Mistake> mistakes(String geoJson) {
    return SITE.mistakes(new ZoneId("school"), geoJson);
  }

  /** The gaps in the console's words for a key. */
  private static Set<String> gaps(String key) throws IOException {
    var entry =
        Pattern.compile(
                "'mistake\\." + Pattern.quote(key) + "': \\{(.*?)\\n? *\\},\\n", Pattern.DOTALL)
            .matcher(words());
    assertTrue(entry.find(), "no words for " + key);
    Set<String> gaps = new TreeSet<>();
    Pattern.compile("\\{([a-z]+)\\}")
        .matcher(entry.group(1))
        .results()
        .forEach(m -> gaps.add(m.group(1)));
    return gaps;
  }

  @Test
  void aSoundZoneHasNone() {
    assertEquals(List.of(), mistakes(drawn(ZONE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Feature"                 | "Feature                   | zone.not-json            |
          "Feature"                 | "Thing"                    | zone.not-a-feature       | type=Thing
          "school", "name_ar"       | "skool", "name_ar"         | zone.another-id          | id=skool
          "name_en": "School",      | ''                         | zone.language-missing    | name=name_en
          "kind": "school",         | ''                         | key.missing              | name=kind
          "kind": "school",         | "kind": "",                | key.empty                | name=kind
          "kind": "school",         | "kind": [1],               | key.no-text              | name=kind
          "kind": "school",         | "kind": "school", "x": 1,  | key.unknown              | name=x
          400, "population_night"   | "x", "population_night"    | key.no-number            | name=population_day
          400, "population_night"   | 4.5, "population_night"    | key.not-whole            | name=population_day
          400, "population_night"   | -4, "population_night"     | zone.negative            | name=population_day
          ["SU"]                    | 7                          | key.no-list              | name=days
          {"wadi": "yutum"}         | 7                          | key.no-map               | name=tags
          {"wadi"                   | {"kind"                    | zone.tag                 | name=kind
          {"wadi": "yutum"}         | {"keep_off": "far"}        | zone.keep-off            | value=far
          "tags"                    | "groups": ["A B"], "tags"  | zone.group               | name=A B
          "tags"                    | "site_term_mmi": 9, "tags" | zone.site-term           |
          ["SU"]                    | ["XX", "SU"]               | zone.day                 | value=XX
          ["SU"]                    | []                         | zone.no-days             |
          07:00                     | seven                      | zone.time                | name=from, value=seven
          "Polygon"                 | "GeometryCollection"       | zone.no-polygon          | type=GeometryCollection
          "coordinates": [RING]     | "coordinates": []          | zone.no-coordinates      |
          35.02, 29.54              | 35.02                      | zone.position            |
          35.02, 29.54              | 200, 29.54                 | zone.degrees             | lat=29.54, lon=200.0
          , [35.01, 29.53]]         | ]                          | zone.ring                |
          35.02, 29.53              | -179, 29.53                | zone.antimeridian        |
          35.02, 29.54], [35.01, 29.54 | 35.02, 31.54], [34.01, 31.54 | zone.too-large      | most=5000
          35.0                      | 38.9                       | zone.too-far             |
          [RING]                    | [[[29.53, 35.01], [29.53, 35.02], [29.54, 35.02], [29.53, 35.01]]] | zone.swapped |
          "kind": "school",         | "kind": "s", "buffer_m": 5, | zone.buffer-of-polygon  | type=Polygon
          [35.02, 29.53], [35.02, 29.54] | [35.02, 29.54], [35.02, 29.53] | zone.outline-crosses | place=29.53500 N 35.01500 E
          [RING]                    | [RING, HOLE]               | zone.outline-hole-outside | place=29.53000 N 35.04000 E
          "Polygon", "coordinates": [RING] | "LineString", "coordinates": LINE | zone.buffer-missing | type=LineString
          """)
  void eachMistakeHasWordsWhoseGapsAreFilled(String from, String to, String key, String filled)
      throws IOException {
    List<String> keys = new ArrayList<>();
    String broken =
        ZONE.contains(from) ? drawn(ZONE.replace(from, to)) : drawn(ZONE).replace(from, to);
    for (Mistake mistake : mistakes(broken)) {
      Saying saying = mistake.saying().orElseThrow(() -> new AssertionError(mistake));
      keys.add(saying.key());
      assertTrue(
          saying.gaps().keySet().containsAll(gaps(saying.key())),
          () -> saying + " does not fill what the console says");
      if (saying.key().equals(key) && filled != null) {
        for (String gap : filled.split(", ")) {
          String[] pair = gap.split("=", 2);
          assertEquals(pair[1], saying.gaps().get(pair[0]), mistake::toString);
        }
      }
    }
    assertTrue(keys.contains(key), () -> key + " in " + keys);
  }

  @Test
  void theConsoleHasWordsForEachFault() throws IOException {
    String words = words();
    List<String> without =
        Stream.concat(
                Stream.of(ZoneFault.values()).map(ZoneFault::key),
                Stream.of(YamlFault.values()).map(YamlFault::key))
            .filter(key -> !words.contains("'mistake." + key + "': {"))
            .toList();
    assertEquals(List.of(), without);
  }
}
