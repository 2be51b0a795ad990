package nadhir.ops.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.core.amend.SiteState;
import nadhir.core.amend.SiteState.ZoneAmendment;
import nadhir.core.id.ZoneId;
import org.junit.jupiter.api.Test;

/** Changes laid over Aqaba's pack. */
class AmendedSiteTest {
  private static final SitePack PACK = SitePackReader.read(Path.of("sites", "aqaba")).get();

  private final AmendedSite site = new AmendedSite(PACK);

  private static SiteState zone(String id, Optional<String> geoJson) {
    var zones = new TreeMap<String, ZoneAmendment>();
    zones.put(id, new ZoneAmendment(1, geoJson));
    return new SiteState(zones, Optional.empty(), Optional.empty());
  }

  private static SiteState rules(String yaml) {
    return new SiteState(
        new TreeMap<>(), Optional.of(new SiteState.Rules(1, yaml)), Optional.empty());
  }

  private static String square(String id, double west) {
    return """
        {"type": "Feature",
         "properties": {"id": "%s", "name_ar": "المدرسة", "name_en": "School", "kind": "school",
           "tags": {"wadi": "yutum"}, "population_day": 400, "population_night": 0,
           "provenance": "drawn in a test"},
         "geometry": {"type": "Polygon", "coordinates":
           [[[%2$s, 29.53], [35.02, 29.53], [35.02, 29.54], [%2$s, 29.54], [%2$s, 29.53]]]}}
        """
        .formatted(id, west);
  }

  @Test
  void withoutChangesItIsThePack() {
    assertSame(PACK, site.pack(SiteState.AS_PACKED).get());
  }

  @Test
  void aNewZoneStandsInItsOrder() {
    SiteState changed = zone("school", Optional.of(square("school", 35.01)));
    SitePack amended = site.pack(changed).get();
    assertEquals(PACK.zones().size() + 1, amended.zones().size());
    assertEquals(
        amended.zones().stream().map(z -> z.id().value()).sorted().toList(),
        amended.zones().stream().map(z -> z.id().value()).toList());
    assertTrue(site.hasZone(changed, new ZoneId("school")));
    assertSame(amended, site.pack(changed).get());
    assertSame(PACK, site.pack(SiteState.AS_PACKED).get());
  }

  @Test
  void mistakesInAZoneHaveTheLinesOfItsText() {
    assertEquals(
        List.of("zone school:6: these look like lat,lon; GeoJSON wants [longitude, latitude]"),
        site.mistakes(
            zone(
                "school",
                Optional.of(
                    square("school", 35.01)
                        .replaceAll("\\[(35[.0-9]+), (29[.0-9]+)\\]", "[$2, $1]")))));
    assertEquals(
        List.of("zone school: the feature calls itself 'skool'"),
        site.mistakes(zone("school", Optional.of(square("skool", 35.01)))));
    assertEquals(1, site.mistakes(zone("school", Optional.of("{"))).size());
  }

  @Test
  void aZoneThatOthersNeedStays() {
    var mistakes = site.mistakes(zone("airport-road", Optional.empty()));
    assertTrue(
        mistakes.contains("site.yaml:152: wadi yutum: there is no zone 'airport-road'"),
        mistakes.toString());
  }

  @Test
  void rulesAreCheckedAgainstAllElse() {
    String yaml = PACK.files().get("rules.yaml").text();
    assertEquals(
        List.of(), site.mistakes(rules(yaml.replace("not within 60 min", "not within 50 min"))));
    var unlike = site.mistakes(rules(yaml.replace("rain_mm_30 >= 20", "rain_mm_30 >= 90")));
    assertTrue(
        unlike.getFirst().contains("sample of rule shallala-flash: quiet, and should: proposes"),
        unlike.toString());
    var mistakes = site.mistakes(rules(yaml.replace("flood-evacuate", "flood-evacuade")));
    assertEquals(1, mistakes.size(), mistakes.toString());
    assertTrue(mistakes.getFirst().contains("did you mean 'flood-evacuate'"), mistakes.toString());
    assertEquals(1, site.mistakes(rules("rules: [")).size());
  }
}
