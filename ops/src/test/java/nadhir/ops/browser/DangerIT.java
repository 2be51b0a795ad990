package nadhir.ops.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.ops.site.SitePackReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Crews in danger and crews that are missed, where units are now, and the ships inside of what is
 * dangerous, in a real browser and both languages.
 */
class DangerIT {
  private static final Path AQABA = Path.of("sites", "aqaba");
  private static final LatLon IN_SHAMIYA = new LatLon(29.5600, 35.0285);
  private static final LatLon BESIDE = Sphere.towards(IN_SHAMIYA, 200, 60);
  private static final LatLon AWAY = new LatLon(29.5450, 35.0150);

  @BeforeEach
  void whatIsNeededIsThere() {
    Visitor.needsABrowser();
  }

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void crewsInDangerAreSeenAndShipsInsideAreListed() throws Exception {
    Path pictures = Visitor.pictures();
    var wished = new ArrayList<String>();
    var pack = SitePackReader.read(AQABA).get();
    try (var house = new DoubtfulHouse(pack, PerilousEvening::before)) {
      ships(house);
      Visitor.visit(
          "danger.mjs",
          List.of(
              house.url(),
              DoubtfulHouse.DISPATCHER,
              DoubtfulHouse.PASSWORD,
              PerilousEvening.ALERT,
              pictures.toString()),
          line -> {
            switch (line) {
              case "crews drive into danger" -> {
                house.crews().heard("cd-rescue-1", IN_SHAMIYA, 40, "shamiya");
                house.crews().heard("cd-amb-1", BESIDE, 40, "shamiya");
                house
                    .crews()
                    .heard("cd-hazmat-1", Sphere.towards(PerilousEvening.LEAK, 90, 700), 270);
              }
              case "crews drive out" -> {
                house.crews().heard("cd-rescue-1", AWAY, 220);
                house.crews().heard("cd-amb-1", AWAY, 220);
                house.crews().heard("cd-hazmat-1", Sphere.towards(AWAY, 90, 500), 90);
              }
              default -> {
                return;
              }
            }
            wished.add(line);
          });
    }
    assertEquals(
        List.of(
            "crews drive into danger",
            "crews drive out",
            "crews drive into danger",
            "crews drive out"),
        wished);
    for (String picture : List.of("danger-en", "danger-ar", "sea-en", "sea-ar")) {
      assertTrue(Files.size(pictures.resolve(picture + ".png")) > 20_000, picture);
    }
  }

  /** Two lie in the old port and the leak, one has left both, one is far out. */
  private static void ships(DoubtfulHouse house) {
    Lookout receiver = house.receiver();
    var leak = PerilousEvening.LEAK;
    name(house, receiver, "438000001", "DEMO FERRY");
    name(house, receiver, "438000002", "DEMO PILOT");
    at(house, receiver, "438000001", leak, 0, 9);
    at(house, receiver, "438000002", Sphere.towards(leak, 180, 300), 0, 8);
    at(house, receiver, "438000003", Sphere.towards(leak, 0, 200), 2, 7);
    at(house, receiver, "438000003", Sphere.towards(leak, 270, 2_000), 6, 2);
    at(house, receiver, "438000004", Sphere.towards(leak, 210, 9_000), 4, 1);
  }

  private static void name(DoubtfulHouse house, Lookout receiver, String mmsi, String name) {
    receiver.hear(
        new AisMessage.Static(
            5, mmsi, Optional.of(name), Optional.empty(), OptionalInt.of(60), Optional.empty()),
        house.now().minus(Duration.ofMinutes(10)));
  }

  private static void at(
      DoubtfulHouse house, Lookout receiver, String mmsi, LatLon place, double mps, long minutes) {
    receiver.hear(
        new AisMessage.Position(
            1,
            mmsi,
            Optional.of(place),
            OptionalDouble.of(200),
            OptionalDouble.of(mps),
            OptionalInt.empty(),
            OptionalInt.of(0),
            Optional.empty()),
        house.now().minus(Duration.ofMinutes(minutes)));
  }
}
