package nadhir.core.feed.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Within;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTypesTest {
  private static final String YAML =
      """
      options:
        within: {lat: 29.53, lon: 35.01, radiusKm: 60}
        types:
          - {event: flash flood, type: flash-flood}
          - {event: السيول, type: flash-flood}
          - {event: earthquake, category: Geo, type: earthquake}
          - {category: Fire, type: fire}
        otherwise: weather-warning
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Flash Flood Watch       | Met  | flash-flood",
        "FLASH-FLOOD             | Met  | flash-flood",
        "flash  flood            | Met  | flash-flood",
        "Flood                   | Met  | weather-warning",
        "Flash floods            | Met  | weather-warning",
        "تحذير من السيول         | Met  | flash-flood",
        "تحذير من السُّيُول          | Met  | flash-flood",
        "الســــيول               | Met  | flash-flood",
        "رياح وسيول               | Met  | flash-flood",
        "رياح والسيول              | Met  | flash-flood",
        "إنذار بالسيول             | Met  | flash-flood",
        "وادي                    | Met  | weather-warning",
        "Earthquake              | geo  | earthquake",
        "Earthquake drill        | Met  | weather-warning",
        "Bush fire               | Fire | fire",
        "?                       | Met  | weather-warning",
      })
  void theFirstRuleThatFitsNamesTheType(String event, String category, String type) throws Refusal {
    assertEquals(type, read(YAML).get().of(event, List.of(category, "Other")).value());
  }

  @ParameterizedTest
  @CsvSource({"أمطار غزيرة, والامطار الغزيره", "موجى, موجي", "İSTANBUL, istanbul", "École, ecole"})
  void waysOfTypingAreOne(String one, String other) {
    assertEquals(EventWords.of(one).toString(), EventWords.of(other).toString());
  }

  @Test
  void whatIsNotNamedIsUnwantedWhereNothingElseIsSaid() {
    String without = YAML.replace("  otherwise: weather-warning\n", "");
    var refusal = assertThrows(Refusal.class, () -> read(without).get().of("Hail", List.of("Met")));
    assertEquals(Reason.UNWANTED_EVENT, refusal.reason());
  }

  @Test
  void aRadiusAloneKeepsTheFormatsOwnTypes() {
    var usual = (EventTypes) FeedFormats.byName("cap").orElseThrow().usual();
    var read = read("options:\n  within: {lat: 29.53, lon: 35.01, radiusKm: 60}\n").get();
    assertEquals(usual.types(), read.types());
    assertEquals(usual.otherwise(), read.otherwise());
    assertEquals(Optional.of(new Within(new LatLon(29.53, 35.01), 60_000)), read.within());
    assertEquals(usual, read("x: 1\n").get());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  types: [{type: fire}]            | 2 an 'event' or a 'category' must say what is meant",
        "  types: [{event: fire}]           | 2 'type' is missing",
        "  types: [{event: fire, type: a b}]| 2 HazardTypeId must be 1 to 120 of",
        "  type: fire                       | 2 unknown key 'type', did you mean 'types'?",
        "  within: {lat: 29, lon: 35}       | 2 'radiusKm' is missing",
        "  within: {lat: 29, lon: 35, radiusKm: 0} | 2 a radius is more than 0",
      })
  void mistakesAreTold(String line, String mistake) {
    var first = read("options:\n  " + line.strip() + "\n").mistakes().getFirst();
    String told = first.line() + " " + first.reason();
    assertEquals(mistake, told.substring(0, Math.min(told.length(), mistake.length())));
  }

  @Test
  void typesThatAreNamedAreKnown() {
    assertEquals(
        List.of("flash-flood", "earthquake", "fire", "weather-warning"),
        read(YAML).get().hazardTypes().stream().map(HazardTypeId::value).toList());
  }

  private static Parsed<EventTypes> read(String yaml) {
    var cap = FeedFormats.byName("cap").orElseThrow();
    return YamlNode.parse(
        new SiteFile("site.yaml", yaml),
        root -> {
          root.has("x");
          return Optional.of((EventTypes) cap.options(root.find("options")));
        });
  }
}
