package nadhir.core.site;

/** How the travel times of seismic waves are worked out; the formulas are in {@code geofence}. */
public enum WaveModel {
  /** One speed each for P and S waves, on a straight line. */
  CONSTANT,
  /** Two layers of crust over the mantle, by IASP91: better from about 100 km on. */
  IASP91
}
