package nadhir.core.site;

/**
 * How intensity is worked out where nobody has measured it; the formulas are in {@code geofence}.
 */
public enum IntensityModel {
  /** Allen, Wald and Worden (2012): active crust, world-wide. */
  ALLEN_2012,
  /** Atkinson and Wald (2007): California. */
  ATKINSON_WALD_2007
}
