package nadhir.ops.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nadhir.core.amend.SiteState;
import nadhir.core.json.DomainJson;
import nadhir.core.yaml.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitePackTest {
  private static final Path AQABA = Path.of("sites", "aqaba");

  @TempDir Path copy;

  private void copyAqaba() throws IOException {
    for (String file : SitePackReader.FILES) {
      Files.copy(AQABA.resolve(file), copy.resolve(file));
    }
  }

  private void replace(String file, String what, String with) throws IOException {
    Path path = copy.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(what), file + " has no " + what);
    Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(what), with));
  }

  @Test
  void aqabaIsSound() {
    var parsed = SitePackReader.read(AQABA);
    assertEquals(List.of(), parsed.mistakes());
    SitePack pack = parsed.get();
    assertEquals("Asia/Amman", pack.info().timeZone().getId());
    assertEquals(120, pack.contacts().institutions().size());
  }

  @Test
  void theSamePackHasTheSameHashAndAChangedOneAnother() throws IOException {
    copyAqaba();
    String hash = SitePackReader.read(AQABA).get().sha256();
    assertEquals(hash, SitePackReader.read(copy).get().sha256());
    Files.writeString(
        copy.resolve("rules.yaml"), Files.readString(copy.resolve("rules.yaml")) + "\n# changed\n");
    assertTrue(!hash.equals(SitePackReader.read(copy).get().sha256()));
  }

  @Test
  void mistakesOfAllFilesAreListedAtOnce() throws IOException {
    copyAqaba();
    replace("site.yaml", "timeZone: Asia/Amman", "timeZone: Asia/Atlantis");
    replace("resources.yaml", "crew:", "krew:");
    Files.delete(copy.resolve("register.yaml"));
    List<String> files =
        SitePackReader.read(copy).mistakes().stream().map(Mistake::file).distinct().toList();
    assertEquals(List.of("register.yaml", "resources.yaml", "site.yaml"), files);
  }

  @Test
  void modelsNameZonesThatAreThere() throws IOException {
    copyAqaba();
    replace("site.yaml", "zones: [shamiya]", "zones: [shamia]");
    replace("site.yaml", "{zone: shallala, earliest", "{zone: shalala, earliest");
    replace(
        "site.yaml", "[tala-bay, south-beach, marine-park]", "[tala-bay, south-beach, the-moon]");
    List<String> reasons =
        SitePackReader.read(copy).mistakes().stream().map(Mistake::toString).toList();
    assertEquals(
        List.of(
            "wadi yutum: there is no zone 'shamia', did you mean 'shamiya'?",
            "gully shallala: there is no zone 'shalala', did you mean 'shallala'?",
            "tsunami gulf: there is no zone 'the-moon'"),
        reasons.stream()
            .map(reason -> reason.replaceFirst("^site.yaml:[1-9][0-9]*: ", ""))
            .toList());
  }

  @Test
  void whoTellsWhereUnitsAreNamesSomeThatAreThere() throws IOException {
    copyAqaba();
    Path site = copy.resolve("site.yaml");
    String text = Files.readString(site);
    long lines = text.lines().count();
    Files.writeString(
        site,
        text
            + "  - {id: one, format: unit-positions, url: 'webhook:'}\n"
            + "  - {id: two, format: unit-positions, url: 'webhook:', options: {agencies: [polise]}}\n"
            + "  - {id: three, format: unit-positions, url: 'webhook:', options: {units: [cd-amb-9]}}\n");
    assertEquals(
        List.of(
            "site.yaml:%d: feed one: it speaks for nobody: name 'agencies' or 'units' in its options"
                .formatted(lines + 1),
            "site.yaml:%d: feed two: there is no agency 'polise', did you mean 'police'?"
                .formatted(lines + 2),
            "site.yaml:%d: feed three: there is no unit 'cd-amb-9', did you mean 'cd-amb-1'?"
                .formatted(lines + 3)),
        SitePackReader.read(copy).mistakes().stream().map(Mistake::toString).toList());
  }

  @Test
  void aFolderThatIsNoneIsOneMistake() {
    assertEquals(1, SitePackReader.read(copy.resolve("nowhere")).mistakes().size());
  }

  @Test
  void consolesGetTheSiteAsJson() throws IOException {
    var texts = SiteTexts.of(SitePackReader.read(AQABA).get(), SiteState.AS_PACKED);
    var site = DomainJson.mapper().readTree(texts.siteJson());
    assertEquals("aqaba", site.path("info").path("id").asText());
    assertTrue(site.path("messages").size() >= 10);
    var zones = DomainJson.mapper().readTree(texts.zonesGeoJson());
    var first = zones.path("features").get(0);
    double lon = first.path("geometry").path("coordinates").get(0).get(0).get(0).get(0).asDouble();
    assertTrue(lon > 34.8 && lon < 35.5, "longitude comes first, but is " + lon);
  }

  @Test
  void aBufferIsToldAsItWasDrawnBesideItsOutline() throws IOException {
    String pier =
        """
        {"type": "Feature", "properties": {"id": "new-pier", "name_ar": "الرصيف", "name_en": "Pier",
         "kind": "port", "buffer_m": 200, "population_day": 5, "population_night": 5,
         "provenance": "drawn in a test"},
         "geometry": {"type": "LineString", "coordinates": [[34.98, 29.50], [34.975, 29.50]]}}
        """;
    assertEquals(
        "MultiPolygon {\"bufferM\":200,\"geometry\":{\"type\":\"LineString\","
            + "\"coordinates\":[[34.98,29.5],[34.975,29.5]]}}",
        pier(pier));
    assertEquals(
        "MultiPolygon ",
        pier(
            pier.replace("\"buffer_m\": 200, ", "")
                .replace("LineString", "Polygon")
                .replace("[[34.98, 29.50]", "[[[34.98, 29.50], [34.98, 29.51]")
                .replace("[34.975, 29.50]]", "[34.975, 29.50], [34.98, 29.50]]]")));
  }

  /** Its geometry's type, and how it was drawn. */
  private static String pier(String geoJson) throws IOException {
    var changes =
        SiteState.AS_PACKED.withZone(
            "new-pier", new SiteState.ZoneAmendment(1, Optional.of(geoJson)));
    SitePack pack = new AmendedSite(SitePackReader.read(AQABA).get()).pack(changes).get();
    var zones = DomainJson.mapper().readTree(SiteTexts.of(pack, changes).zonesGeoJson());
    for (var feature : zones.path("features")) {
      if (feature.at("/properties/id").asText().equals("new-pier")) {
        return feature.at("/geometry/type").asText() + " " + feature.path("drawn");
      }
    }
    return "none";
  }
}
