package nadhir.geofence.impact.sea;

import java.time.Instant;
import java.time.ZoneOffset;
import nadhir.core.geo.LatLon;

/**
 * Whether the sun is up: NOAA Global Monitoring Laboratory, "General Solar Position Calculations",
 * good to about a minute. Rising and setting are at 0.833° below the horizon, for the sun's size
 * and the air's refraction; mountains are left out.
 */
public final class Sun {
  private static final double RISING_DEG = -0.833;

  private Sun() {}

  public static boolean isUp(LatLon place, Instant at) {
    return heightDeg(place, at) > RISING_DEG;
  }

  /** Degrees above the horizon of the sun's centre, without refraction. */
  static double heightDeg(LatLon place, Instant at) {
    var utc = at.atOffset(ZoneOffset.UTC);
    double hours = utc.toLocalTime().toSecondOfDay() / 3_600.0;
    double days = utc.toLocalDate().isLeapYear() ? 366 : 365;
    double year = 2 * StrictMath.PI / days * (utc.getDayOfYear() - 1 + (hours - 12) / 24);
    double declination =
        0.006918
            - 0.399912 * StrictMath.cos(year)
            + 0.070257 * StrictMath.sin(year)
            - 0.006758 * StrictMath.cos(2 * year)
            + 0.000907 * StrictMath.sin(2 * year)
            - 0.002697 * StrictMath.cos(3 * year)
            + 0.00148 * StrictMath.sin(3 * year);
    double hourAngle =
        StrictMath.toRadians((hours * 60 + equationMin(year) + 4 * place.lonDeg()) / 4 - 180);
    double lat = StrictMath.toRadians(place.latDeg());
    double sine =
        StrictMath.sin(lat) * StrictMath.sin(declination)
            + StrictMath.cos(lat) * StrictMath.cos(declination) * StrictMath.cos(hourAngle);
    return StrictMath.toDegrees(StrictMath.asin(StrictMath.clamp(sine, -1, 1)));
  }

  /** How many minutes the sun's clock is ahead of the mean one. */
  private static double equationMin(double year) {
    return 229.18
        * (0.000075
            + 0.001868 * StrictMath.cos(year)
            - 0.032077 * StrictMath.sin(year)
            - 0.014615 * StrictMath.cos(2 * year)
            - 0.040849 * StrictMath.sin(2 * year));
  }
}
