package nadhir.geofence.impact.sea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.site.Conditions;
import nadhir.core.site.Conditions.Current;
import nadhir.core.site.Conditions.Wind;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final double MPS_PER_KN = 1852.0 / 3_600;
  private static final double M_PER_NM = 1_852;
  private static final LatLon OFF_AQABA = new LatLon(29.47, 34.969);

  private static Conditions conditions(double windMps, double currentMps) {
    return new Conditions(
        Optional.of(new Wind(0, windMps)), Optional.of(new Current(180, currentMps)));
  }

  /**
   * The worked example of the IAMSAR Manual, volume II, appendix Q: a fishing vessel, last known at
   * 37°10.0' N 65°45.0' W, 18.75 h of drift in a wind from 194° and a current of 1.86 kn to 057°,
   * with a leeway of 1.3 kn that diverges by 50° to either side. Published are datums at 37°48.7' N
   * 65°26.3' W and 37°39.6' N 64°40.5' W, 37.5 nautical miles apart.
   */
  @Test
  void theManualsExampleComesOut() {
    double leewayMps = 1.3 * MPS_PER_KN;
    double side = leewayMps * StrictMath.sin(StrictMath.toRadians(50));
    var leeway =
        new Leeway.Speeds(leewayMps * StrictMath.cos(StrictMath.toRadians(50)), side, side, 0);
    var conditions =
        new Conditions(
            Optional.of(new Wind(194, 31.72 * MPS_PER_KN)),
            Optional.of(new Current(57, 1.86 * MPS_PER_KN)));
    var start = new LatLon(37 + 10 / 60.0, -(65 + 45 / 60.0));
    var drift = Drift.of(start, 0, 18.75 * 3_600, leeway, conditions);
    assertEquals(41.49, Sphere.distanceM(start, drift.left()) / M_PER_NM, 0.15);
    assertEquals(59.14, Sphere.distanceM(start, drift.right()) / M_PER_NM, 0.15);
    assertNear(new LatLon(37 + 48.7 / 60, -(65 + 26.3 / 60)), drift.left());
    assertNear(new LatLon(37 + 39.6 / 60, -(64 + 40.5 / 60)), drift.right());
    assertEquals(37.5, Sphere.distanceM(drift.left(), drift.right()) / M_PER_NM, 0.3);
  }

  /**
   * Within a third of a nautical mile in 60: the manual plots, and reads its leeway off a graph.
   */
  private static void assertNear(LatLon published, LatLon worked) {
    assertEquals(0, Sphere.distanceM(published, worked) / M_PER_NM, 0.35, worked.toString());
  }

  /** Percent of the wind and cm/s, as the tables give them, at 10 m/s. */
  @Test
  void leewayIsTheTablesLine() {
    assertEquals(
        """
        PERSON_IN_WATER down 0.096 right 0.054 left 0.054 error 0.152
        LIFE_RAFT down 0.327 right 0.032 left 0.047 error 0.071
        OPEN_BOAT down 0.327 right 0.003 left 0.052 error 0.045
        VESSEL down 0.247 right 0.276 left 0.276 error 0.152
        """,
        line(Leeway.PERSON_IN_WATER)
            + line(Leeway.LIFE_RAFT)
            + line(Leeway.OPEN_BOAT)
            + line(Leeway.VESSEL));
  }

  private static String line(Leeway object) {
    Leeway.Speeds speeds = object.at(10);
    return String.format(
        Locale.ROOT,
        "%s down %.3f right %.3f left %.3f error %.3f\n",
        object,
        speeds.downMps(),
        speeds.rightMps(),
        speeds.leftMps(),
        speeds.errorMps());
  }

  @Test
  void nothingDriftsUpTheWind() {
    for (Leeway object : Leeway.values()) {
      Leeway.Speeds calm = object.at(0);
      assertTrue(calm.downMps() >= 0 && calm.rightMps() >= 0 && calm.leftMps() >= 0);
    }
  }

  /**
   * A person in the water, northerly wind of 6 m/s, current of 0.1 m/s to the south. By hand after
   * an hour: 3,600 (0.1 + 0.0576) = 567 m south; to the sides 117 m each; De = 3,600 √(0.152² +
   * 0.154²) = 780 m; E = √(185² + 780²) = 802 m; radius 1.1 * 802 + 117 = 999 m.
   */
  @Test
  void theCircleMovesAndGrows() {
    assertEquals(
        """
        0 min 0 m south radius 204
        10 min 95 m south radius 268
        60 min 567 m south radius 999
        180 min 1702 m south radius 2932
        """,
        circle(0) + circle(10) + circle(60) + circle(180));
  }

  private static String circle(int minutes) {
    var drift =
        Drift.from(
            OFF_AQABA,
            185,
            Duration.ofMinutes(minutes),
            Leeway.PERSON_IN_WATER,
            conditions(6, 0.1));
    double southM = Sphere.distanceM(OFF_AQABA, drift.centre());
    assertEquals(OFF_AQABA.lonDeg(), drift.centre().lonDeg(), 1e-6);
    return String.format(
        Locale.ROOT, "%d min %.0f m south radius %.0f\n", minutes, southM, drift.radiusM());
  }

  @Test
  void theCircleHoldsBothDatumsWithTheirErrors() {
    var drift = Drift.from(OFF_AQABA, 500, Duration.ofHours(3), Leeway.VESSEL, conditions(12, 0.2));
    for (LatLon datum : new LatLon[] {drift.left(), drift.right()}) {
      double reachM = Sphere.distanceM(drift.centre(), datum) + Drift.FIRST_SEARCH * drift.errorM();
      assertEquals(drift.radiusM(), reachM, 2);
    }
  }

  @Test
  void whatIsNotKnownMakesTheCircleLarger() {
    var hour = Duration.ofHours(1);
    double known = Drift.from(OFF_AQABA, 185, hour, Leeway.LIFE_RAFT, conditions(4, 0.1)).radiusM();
    var unknown = Drift.from(OFF_AQABA, 185, hour, Leeway.LIFE_RAFT, Conditions.UNKNOWN);
    assertTrue(unknown.radiusM() > known);
    assertEquals(OFF_AQABA, unknown.centre());
  }

  @Test
  void theCircleStopsGrowing() {
    var two = Drift.from(OFF_AQABA, 185, Duration.ofDays(2), Leeway.VESSEL, conditions(6, 0.1));
    var nine = Drift.from(OFF_AQABA, 185, Duration.ofDays(9), Leeway.VESSEL, conditions(6, 0.1));
    assertEquals(two, nine);
  }
}
