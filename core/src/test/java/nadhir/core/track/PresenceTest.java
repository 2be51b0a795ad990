package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.sim.RoundPlaces;
import org.junit.jupiter.api.Test;

/** Entering, dwelling, leaving. The port is a circle of 500 m round 29.40 N 34.95 E. */
class PresenceTest {
  private static final RoundPlaces PORT = RoundPlaces.none().and("port", 29.40, 34.95, 500);

  private final Conversation coast = new Conversation(PORT);

  @Test
  void aShipPassesThrough() {
    assertEquals(
        """
        12:05:00 438000001 enters port
        12:09:00 438000001 leaves port
        """,
        coast.play("12:00:00-12:15:00/60 438000001 at 29.382 34.95 course 0 kn 10"));
  }

  @Test
  void oneThatIsInWhenFirstHeardHasEnteredAndDwellsOnce() {
    assertEquals(
        """
        12:00:00 438000001 enters port (already in)
        12:12:00 438000001 dwells in port 12 min
        """,
        coast.play("12:00:00-13:00:00/180 438000001 at 29.40 34.95 kn 0"));
  }

  @Test
  void oneThatLiesOnTheBorderGoesNotInAndOut() {
    var lines = new StringBuilder();
    for (int minute = 0; minute < 60; minute++) {
      lines.append(
          "12:%02d:00 438000001 at %.5f 34.95 kn 0\n"
              .formatted(minute, 29.40449 + 0.0003 * Math.sin(minute))); // 499 m, 33 m to and fro
    }
    assertEquals(
        """
        12:00:00 438000001 enters port (already in)
        12:10:00 438000001 dwells in port 10 min
        """,
        coast.play(lines.toString()));
  }

  @Test
  void oneThatIsHeardNoMoreHasLeftUnheardAndComesBackAsNew() {
    assertEquals(
        """
        12:00:00 438000001 enters port (already in)
        12:15:10 438000001 leaves port (unheard)
        12:30:00 438000001 enters port (already in)
        """,
        coast.play(
            """
            12:00:00 438000001 at 29.40 34.95 kn 0
            12:00:10-12:29:00/60 438000002 at 28.40 34.95 kn 0
            12:30:00 438000001 at 29.40 34.95 kn 0
            """));
  }

  @Test
  void placesThatComeAndGoAreEnteredAndLeft() {
    coast.play("12:00:00 438000001 at 29.40 34.95 kn 0");
    coast.tracker.watch(RoundPlaces.none().and("cordon", 29.401, 34.95, 300), List.of());
    assertEquals(
        """
        12:01:00 438000001 leaves port (unheard)
        12:01:00 438000001 enters cordon (already in)
        """,
        coast.play("12:01:00-12:03:00/60 438000001 at 29.40 34.95 kn 0"));
  }

  @Test
  void overlappingPlacesAreEnteredInTheOrderOfTheirNames() {
    var two = new Conversation(PORT.and("anchorage", 29.40, 34.95, 500));
    assertEquals(
        """
        12:00:00 438000001 enters anchorage (already in)
        12:00:00 438000001 enters port (already in)
        """,
        two.play("12:00:00 438000001 at 29.40 34.95 kn 0"));
  }

  /** Asking only after a while must give what asking each time would give. */
  @Test
  void skippedQuestionsChangeNothing() {
    long seed = 11;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var places = RoundPlaces.none();
    for (int i = 0; i < 20; i++) {
      places =
          places.and(
              "p" + i,
              29.4 + random.nextDouble(0.1),
              34.9 + random.nextDouble(0.1),
              50 + random.nextDouble(900));
    }
    RoundPlaces all = places;
    int[] asked = {0, 0};
    Places skipping = position -> counted(all, position, asked, 0);
    Places never =
        position -> {
          Places.Around a = counted(all, position, asked, 1);
          return new Places.Around(a.inside(), a.notLeft(), a.guarded(), 0);
        };
    var one = new Presence(Duration.ofMinutes(10));
    var other = new Presence(Duration.ofMinutes(10));
    List<Passage> said = new ArrayList<>();
    var place = new LatLon(29.45, 34.95);
    double courseDeg = 0;
    for (int i = 0; i < 20_000; i++) {
      courseDeg += random.nextDouble(40) - 20;
      place = Sphere.towards(place, courseDeg, random.nextDouble(60));
      if (Sphere.distanceM(place, new LatLon(29.45, 34.95)) > 8_000) {
        place = new LatLon(29.45, 34.95);
      }
      var at = Conversation.at("00:00:00").plusSeconds(i * 3L);
      List<Passage> passages = one.moved(skipping, place, at);
      assertEquals(other.moved(never, place, at), passages, "seed " + seed + " step " + i);
      said.addAll(passages);
    }
    var in = new TreeSet<String>();
    for (Passage p : said) {
      switch (p) {
        case Passage.Entered e -> assertEquals(true, in.add(e.place().value()), "entered twice");
        case Passage.Dwelt d -> assertEquals(true, in.contains(d.place().value()));
        case Passage.Left l -> assertEquals(true, in.remove(l.place().value()), "left twice");
      }
    }
    assertEquals(true, said.size() > 200 && asked[0] < asked[1] * 3 / 4, asked[0] + " asked");
  }

  private static Places.Around counted(Places all, LatLon position, int[] asked, int which) {
    asked[which]++;
    return all.around(position);
  }
}
