package nadhir.geofence.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneRepairTest {
  private static String feature(String coordinates) {
    return """
        {"type": "Feature",
         "properties": {"id": "x", "name_ar": "س", "name_en": "X", "kind": "port",
           "population_day": 1, "population_night": 1, "provenance": "illustrative"},
         "geometry": {"type": "Polygon", "coordinates": %s}}
        """
        .formatted(coordinates);
  }

  private static final String BOW_TIE =
      "[[[35.02,29.55],[35.03,29.56],[35.03,29.55],[35.02,29.56],[35.02,29.55]]]";

  /** A bow tie is two triangles of a quarter of the square each. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        BOW_TIE,
        "[[[35.02,29.55],[35.03,29.56],[35.03,29.55],[35.02,29.56]]]", // not closed either
      })
  void aBowTieBecomesTwoTriangles(String coordinates) {
    var offer = ZoneRepair.of(feature(coordinates)).orElseThrow();
    assertEquals(2, offer.outlines());
    assertEquals(1.0738 / 2, offer.km2(), 0.001);
    var read =
        ZoneFile.parseOne(new SiteFile("zone", offer.geoJson()), AqabaPack.realHead().info());
    assertEquals(List.of(), read.mistakes());
    assertEquals("X", read.get().name().in("en"));
  }

  @Test
  void whatIsSoundOrHasNoOutlineGetsNoOffer() {
    for (String none :
        List.of(
            feature("[[[35.02,29.55],[35.03,29.55],[35.03,29.56],[35.02,29.55]]]"),
            feature("[[[35.02,29.55],[35.03,29.55]]]"),
            feature("[[[999,29.55],[35.03,29.55],[null,2],[]]]"),
            feature("{}"),
            "{",
            "[]",
            "{\"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}}")) {
      assertEquals(Optional.empty(), ZoneRepair.of(none), none);
    }
  }

  @Test
  void anOfferIsWhatWasMeantWhenARingIsOpen() {
    var offer =
        ZoneRepair.of(feature("[[[35.02,29.55],[35.03,29.55],[35.03,29.56]]]")).orElseThrow();
    assertEquals(1, offer.outlines());
    assertTrue(offer.km2() > 0.5);
  }
}
