package nadhir.geofence.impact.quake;

import nadhir.core.site.WaveModel;

/** Seconds from the origin until the first waves of each kind arrive at the surface. */
public sealed interface TravelTimes permits ConstantSpeeds, LayeredCrust {
  /** The first (P) waves, which are felt as a bump. */
  double pS(double epicentralKm, double depthKm);

  /** The strong (S) waves. */
  double sS(double epicentralKm, double depthKm);

  static TravelTimes of(WaveModel model) {
    return switch (model) {
      case CONSTANT -> new ConstantSpeeds();
      case IASP91 -> new LayeredCrust();
    };
  }
}
