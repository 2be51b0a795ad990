package nadhir.geofence.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import nadhir.core.track.Passage;
import nadhir.core.track.Places;
import nadhir.core.track.Presence;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;

class ZonePlacesTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  private final List<Zone> zones = AqabaPack.realZones();
  private final ZoneIndex index = ZoneIndex.over(zones);
  private final ZonePlaces places = new ZonePlaces(zones);

  /** The exact, slow answer for the same position. */
  private List<ZoneId> within(LatLon position, double radiusM) {
    return index.within(position, radiusM);
  }

  @Test
  void itSaysWhatTheIndexSays() {
    long seed = 21;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 20_000; i++) {
      LatLon position = position(random);
      Places.Around around = places.around(position);
      String where = "seed " + seed + " " + position;
      assertEquals(index.zonesAt(position), around.inside(), where);
      assertTrue(around.notLeft().containsAll(within(position, 0.99 * Places.MARGIN_M)), where);
      assertTrue(within(position, 1.01 * Places.MARGIN_M).containsAll(around.notLeft()), where);
      if (around.guarded()) {
        assertTrue(!within(position, 1.01 * Places.GUARD_M).isEmpty(), where);
      } else {
        assertEquals(List.of(), within(position, 0.99 * Places.GUARD_M), where);
      }
    }
  }

  @Test
  void withinTheDistanceThatItNamesNothingChanges() {
    long seed = 22;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 20_000; i++) {
      LatLon position = position(random);
      Places.Around around = places.around(position);
      LatLon moved =
          Sphere.towards(
              position, random.nextDouble(360), 0.999 * around.sameWithinM() * random.nextDouble());
      Places.Around then = places.around(moved);
      String where = "seed " + seed + " " + position + " " + moved;
      assertEquals(around.inside(), then.inside(), where);
      assertEquals(around.notLeft(), then.notLeft(), where);
      assertEquals(around.guarded(), then.guarded(), where);
    }
  }

  @Test
  void aShipComesToTheContainerTerminal() {
    var presence = new Presence(Duration.ofMinutes(10));
    List<String> said = new ArrayList<>();
    for (int minute = 0; minute <= 30; minute++) {
      double lonDeg = Math.min(34.960 + minute * 0.0016, 34.9772); // 2.6 m/s, then alongside
      var place = new LatLon(29.475, lonDeg);
      for (Passage p : presence.moved(places, place, AT.plusSeconds(minute * 60L))) {
        said.add(minute + " " + p.getClass().getSimpleName() + " " + p.place());
      }
    }
    assertEquals(List.of("11 Entered container-terminal", "21 Dwelt container-terminal"), said);
    assertTrue(presence.guarded());
  }

  private static LatLon position(RandomGenerator random) {
    return new LatLon(29.30 + random.nextDouble(0.35), 34.85 + random.nextDouble(0.25));
  }
}
