package nadhir.geofence.impact.sea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.site.Conditions.Wind;
import nadhir.geofence.impact.sea.Substance.Size;
import nadhir.geofence.zone.Geodesy;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private static final LatLon NEW_PORT = new LatLon(29.3629, 34.9626);

  private static String row(Substance substance, Size size) {
    var text = new StringBuilder(substance + " " + size);
    for (boolean day : new boolean[] {true, false}) {
      for (double windKmh : new double[] {5, 15, 25}) {
        var distances = substance.distances(size, day, Optional.of(windKmh));
        text.append(windKmh == 5 && day ? " " + (int) distances.isolationM() + " m:" : "")
            .append(String.format(Locale.ROOT, " %.1f", distances.protectiveM() / 1_000));
      }
    }
    return text + "\n";
  }

  /** Tables 1 and 3 of the Emergency Response Guidebook 2024: by day, then by night. */
  @Test
  void theDistancesAreTheGuidebooks() {
    assertEquals(
        """
        CHLORINE RAIL_CAR 1000 m: 9.6 6.3 5.1 11.0 8.9 6.5
        CHLORINE TRUCK 600 m: 5.6 3.3 2.5 6.4 4.7 3.8
        CHLORINE TON_CYLINDERS 300 m: 1.9 1.3 1.0 3.5 2.3 1.3
        CHLORINE CYLINDERS 150 m: 1.3 0.7 0.5 2.4 1.2 0.6
        CHLORINE SMALL 60 m: 0.3 0.3 0.3 1.5 1.5 1.5
        AMMONIA RAIL_CAR 300 m: 1.6 1.2 1.0 4.1 2.1 1.3
        AMMONIA TRUCK 150 m: 0.8 0.5 0.4 1.8 0.7 0.6
        AMMONIA SMALL 30 m: 0.1 0.1 0.1 0.2 0.2 0.2
        SULFUR_DIOXIDE TRUCK 1000 m: 11.0 6.0 5.0 11.0 7.9 6.0
        SULFUR_DIOXIDE SMALL 100 m: 0.6 0.6 0.6 2.6 2.6 2.6
        HYDROGEN_CHLORIDE TRUCK 200 m: 1.5 0.8 0.6 3.7 1.5 0.8
        HYDROGEN_SULFIDE TRUCK 400 m: 2.4 2.4 2.4 6.3 6.3 6.3
        """,
        row(Substance.CHLORINE, Size.RAIL_CAR)
            + row(Substance.CHLORINE, Size.TRUCK)
            + row(Substance.CHLORINE, Size.TON_CYLINDERS)
            + row(Substance.CHLORINE, Size.CYLINDERS)
            + row(Substance.CHLORINE, Size.SMALL)
            + row(Substance.AMMONIA, Size.RAIL_CAR)
            + row(Substance.AMMONIA, Size.TRUCK)
            + row(Substance.AMMONIA, Size.SMALL)
            + row(Substance.SULFUR_DIOXIDE, Size.TRUCK)
            + row(Substance.SULFUR_DIOXIDE, Size.SMALL)
            + row(Substance.HYDROGEN_CHLORIDE, Size.TRUCK)
            + row(Substance.HYDROGEN_SULFIDE, Size.TRUCK));
  }

  private static Release chlorine(Optional<Wind> wind) {
    return Release.of(NEW_PORT, Substance.CHLORINE, Size.TRUCK, true, wind);
  }

  private static boolean reaches(Area area, double bearingDeg, double km) {
    return Geodesy.distanceM(Sphere.towards(NEW_PORT, bearingDeg, km * 1_000), area) == 0;
  }

  @Test
  void aWindMakesASector() {
    Area area = chlorine(Optional.of(new Wind(340, 6))).area();
    assertTrue(reaches(area, 160, 2.4));
    assertFalse(reaches(area, 160, 2.7));
    assertTrue(reaches(area, 160 - 25, 2.4));
    assertTrue(reaches(area, 160 + 25, 2.4));
    assertFalse(reaches(area, 160 + 60, 2));
    assertTrue(reaches(area, 340, 0.59), "all around within the isolation distance");
    assertFalse(reaches(area, 340, 1.5));
  }

  @Test
  void aLightOrUnknownWindMakesACircle() {
    for (var wind : java.util.List.of(Optional.of(new Wind(340, 2)), Optional.<Wind>empty())) {
      assertEquals(Area.circle(NEW_PORT, 5_600), chlorine(wind).area());
    }
  }

  /** 10 km/h still counts as light for the shape, and as moderate for the distance. */
  @Test
  void theShapeChangesAboveTenKilometresAnHour() {
    assertEquals(1, chlorine(Optional.of(new Wind(0, 2.7))).area().circles().size());
    assertEquals(0, chlorine(Optional.of(new Wind(0, 2.7))).area().polygons().size());
    assertEquals(1, chlorine(Optional.of(new Wind(0, 2.8))).area().polygons().size());
  }

  @Test
  void whatAPersonWritesIsUnderstood() {
    assertEquals(
        """
        chlorine -> CHLORINE TRUCK
        UN1017 leaking -> CHLORINE TRUCK
        Anhydrous ammonia, rail car -> AMMONIA RAIL_CAR
        a small cylinder of ammonia -> AMMONIA CYLINDERS
        two ton cylinders, UN 1079 -> SULFUR_DIOXIDE TON_CYLINDERS
        تسرب كلور -> CHLORINE TRUCK
        كلوريد الهيدروجين -> HYDROGEN_CHLORIDE TRUCK
        small drum, sulphur dioxide -> SULFUR_DIOXIDE SMALL
        yellow smoke -> unknown TRUCK
        UN10170 -> unknown TRUCK
        """,
        understood(
            "chlorine",
            "UN1017 leaking",
            "Anhydrous ammonia, rail car",
            "a small cylinder of ammonia",
            "two ton cylinders, UN 1079",
            "تسرب كلور",
            "كلوريد الهيدروجين",
            "small drum, sulphur dioxide",
            "yellow smoke",
            "UN10170"));
  }

  private static String understood(String... texts) {
    var lines = new StringBuilder();
    for (String text : texts) {
      lines
          .append(text)
          .append(" -> ")
          .append(Substance.named(text).map(Substance::name).orElse("unknown"))
          .append(" ")
          .append(ReleaseWords.size(text))
          .append("\n");
    }
    return lines.toString();
  }

  @Test
  void windAndCurrentAreReadAsTheyAreWritten() {
    assertEquals(
        """
        wind 340 6 m/s -> 340 6.0
        Wind 340/6 -> 340 6.0
        wind 20° 10 kn -> 20 5.1
        wind 20 10 knots -> 20 5.1
        ريح 350 18 km/h -> 350 5.0
        wind 400 5 -> -
        wind 40 99 -> -
        wind strong -> -
        wind 340 6feet -> -
        """,
        winds(
            "wind 340 6 m/s",
            "Wind 340/6",
            "wind 20° 10 kn",
            "wind 20 10 knots",
            "ريح 350 18 km/h",
            "wind 400 5",
            "wind 40 99",
            "wind strong",
            "wind 340 6feet"));
    var current = ReleaseWords.conditions("current 180 0.5").current().orElseThrow();
    assertEquals(0.5, current.speedMps());
  }

  private static String winds(String... texts) {
    var lines = new StringBuilder();
    for (String text : texts) {
      String wind =
          ReleaseWords.conditions(text)
              .wind()
              .map(w -> String.format(Locale.ROOT, "%.0f %.1f", w.fromDeg(), w.speedMps()))
              .orElse("-");
      lines.append(text).append(" -> ").append(wind).append("\n");
    }
    return lines.toString();
  }
}
