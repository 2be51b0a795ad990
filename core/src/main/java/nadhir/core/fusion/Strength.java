package nadhir.core.fusion;

import java.time.Duration;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/**
 * How strongly an earthquake shakes a place, and when: enough to tell which quake explains what
 * people felt. What it means for a zone, with its ground, is for the impact models to say.
 *
 * <p>Intensity (MMI) for active crust by Allen, Wald and Worden 2012, equation 2, over the
 * hypocentral distance; their standard deviation is about 0.8. S waves at 3.5 km/s, which is usual
 * for the upper crust.
 */
final class Strength {
  static final double S_KM_PER_S = 3.5;

  private static final double LEAST_KM = 1;
  private static final int HALVINGS = 40;

  private Strength() {}

  /** At {@code place}, for a solution that has a place. */
  static double mmi(HazardReport solution, LatLon place) {
    var quake = (Observation.Quake) solution.observation();
    return mmi(quake.magnitude(), hypocentralKm(solution, place));
  }

  static double mmi(double magnitude, double hypocentralKm) {
    double km = StrictMath.max(hypocentralKm, LEAST_KM);
    double saturation = -0.209 + 2.042 * StrictMath.exp(magnitude - 5);
    double mmi =
        2.085
            + 1.428 * magnitude
            - 1.402 * StrictMath.log(StrictMath.sqrt(km * km + saturation * saturation));
    return km > 50 ? mmi + 0.078 * StrictMath.log(km / 50) : mmi;
  }

  /** The magnitude that gives this intensity at this distance, to a tenth, between 1 and 9. */
  static double magnitude(double mmi, double hypocentralKm) {
    double low = 1;
    double high = 9;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (mmi(middle, hypocentralKm) < mmi) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return StrictMath.rint(low * 10) / 10;
  }

  /** From the quake's beginning until its S waves are there. */
  static Duration travel(HazardReport solution, LatLon place) {
    return Duration.ofMillis((long) (hypocentralKm(solution, place) / S_KM_PER_S * 1000));
  }

  static double hypocentralKm(HazardReport solution, LatLon place) {
    var quake = (Observation.Quake) solution.observation();
    double depthKm = quake.depthM().orElse(QuakeDetails.USUAL_DEPTH_M) / 1000;
    double km = Sphere.distanceM(solution.place().orElseThrow(), place) / 1000;
    return StrictMath.sqrt(km * km + depthKm * depthKm);
  }
}
