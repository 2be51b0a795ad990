package nadhir.ops.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadhir.core.event.Input.FeedHealth;
import nadhir.ops.site.SitePackReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What nobody may overlook, in a real browser and both languages: sources that fall out, hazards
 * that are held.
 */
class AlarmsIT {
  private static final Path AQABA = Path.of("sites", "aqaba");

  @BeforeEach
  void whatIsNeededIsThere() {
    Visitor.needsABrowser();
  }

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void aGreyFeedRaisesTheAlarmAndAHeldHazardIsConfirmed() throws Exception {
    Path pictures = Visitor.pictures();
    var wished = new ArrayList<String>();
    try (var house = new DoubtfulHouse(SitePackReader.read(AQABA).get())) {
      Visitor.visit(
          "alarms.mjs",
          List.of(house.url(), DoubtfulHouse.OPERATOR, DoubtfulHouse.PASSWORD, pictures.toString()),
          line -> {
            switch (line) {
              case "feed falls silent" -> house.tell("usgs", FeedHealth.GREY, "silent");
              case "feed is back" -> house.tell("usgs", FeedHealth.GREEN, "");
              default -> {
                return;
              }
            }
            wished.add(line);
          });
    }
    assertEquals(
        List.of("feed falls silent", "feed is back", "feed falls silent", "feed is back"), wished);
    for (String picture : List.of("alarms-en", "alarms-ar")) {
      assertTrue(Files.size(pictures.resolve(picture + ".png")) > 20_000, picture);
    }
  }
}
