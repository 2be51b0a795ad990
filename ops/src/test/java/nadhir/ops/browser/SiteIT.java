package nadhir.ops.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadhir.ops.site.SitePackReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What people change of their site, and what they do beside alerts, in a real browser and both
 * languages: a zone is edited and repaired, rules wait for a second person, neighbours are
 * informed.
 */
class SiteIT {
  private static final Path AQABA = Path.of("sites", "aqaba");

  @BeforeEach
  void whatIsNeededIsThere() {
    Visitor.needsABrowser();
  }

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void aZoneIsEditedRulesAreAgreedAndATaskIsDone() throws Exception {
    Path pictures = Visitor.pictures();
    try (var house = new DoubtfulHouse(SitePackReader.read(AQABA).get())) {
      Visitor.visit(
          "site.mjs",
          List.of(
              house.url(),
              DoubtfulHouse.OPERATOR,
              DoubtfulHouse.APPROVER,
              DoubtfulHouse.PASSWORD,
              pictures.toString()),
          _ -> {});
    }
    for (String picture : List.of("zone-en", "zone-ar", "rules-en", "rules-ar")) {
      assertTrue(Files.size(pictures.resolve(picture + ".png")) > 20_000, picture);
    }
  }
}
