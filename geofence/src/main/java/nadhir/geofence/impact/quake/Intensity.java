package nadhir.geofence.impact.quake;

import java.util.OptionalDouble;
import nadhir.core.site.IntensityModel;

/**
 * A relation between an earthquake's size, its distance and the Modified Mercalli intensity that
 * people there report, on ground as it is on average. Distances are from the hypocentre: of a large
 * earthquake the fault is long and some of it is nearer, which all formulas for a point leave out.
 */
public sealed interface Intensity permits Allen2012, AtkinsonWald2007 {
  /** The ends of the scale that the relations were made for. */
  double LEAST_MMI = 1;

  double MOST_MMI = 10;

  /** Farther from the hypocentre than this the relation says nothing, in km. */
  double farthestKm();

  /** The mean, not held to the ends of the scale, nor to the distance that it was made for. */
  double mean(double magnitude, double hypocentralKm);

  /** Standard deviation of a report around the mean, in units of intensity. */
  double sigma(double hypocentralKm);

  /**
   * Expected intensity, 1 to 10; empty beyond {@link #farthestKm()}: carried on, the curves call a
   * great earthquake felt a thousand kilometres away, where hardly anybody feels it.
   *
   * @param siteTerm added for soft ground, 0 for ground as it is on average
   */
  default OptionalDouble mmi(double magnitude, double hypocentralKm, double siteTerm) {
    return hypocentralKm <= farthestKm()
        ? OptionalDouble.of(onScale(mean(magnitude, hypocentralKm) + siteTerm))
        : OptionalDouble.empty();
  }

  static double onScale(double mmi) {
    return StrictMath.clamp(mmi, LEAST_MMI, MOST_MMI);
  }

  /** Straight-line distance from the hypocentre, over flat ground. Depths above ground count 0. */
  static double hypocentralKm(double epicentralKm, double depthKm) {
    double depth = StrictMath.max(0, depthKm);
    return StrictMath.sqrt(epicentralKm * epicentralKm + depth * depth);
  }

  static Intensity of(IntensityModel model) {
    return switch (model) {
      case ALLEN_2012 -> new Allen2012();
      case ATKINSON_WALD_2007 -> new AtkinsonWald2007();
    };
  }
}
