package nadhir.geofence.impact.flood;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.site.Gully;

/**
 * The peak of a gully by its rain: the rational method, Q = C i A (Kuichling 1889; Chow, Maidment
 * and Mays 1988, "Applied Hydrology", section 15.1), with the intensity of the shortest measured
 * sum that covers the time of concentration ({@link Kirpich}), and C as the share that runs off of
 * the longest one ({@link CurveNumber}).
 *
 * <p>One rain gauge stands for the whole catchment, so that this is a class, not a discharge.
 *
 * @param runoffMm of the longest sum
 */
public record GullyRunoff(double runoffMm, double peakM3ps, int peakClass) {
  /** 1 mm/h on 1 km² in m³/s. */
  private static final double M3PS_PER_MM_H_KM2 = 1 / 3.6;

  /** Of the gauge with the highest peak; empty when none has a sum of rain. */
  static Optional<GullyRunoff> of(Gully gully, List<GaugeState> states) {
    GullyRunoff highest = null;
    for (GaugeState state : states) {
      var sums = sumsByMin(state);
      if (!sums.isEmpty()) {
        var runoff = of(gully, sums, state.wetnessMm());
        highest = highest == null || runoff.peakM3ps > highest.peakM3ps ? runoff : highest;
      }
    }
    return Optional.ofNullable(highest);
  }

  private static TreeMap<Integer, Double> sumsByMin(GaugeState state) {
    TreeMap<Integer, Double> sums = new TreeMap<>();
    state.rainMm15().ifPresent(mm -> sums.put(15, mm));
    state.rainMm30().ifPresent(mm -> sums.put(30, mm));
    state.rainMm60().ifPresent(mm -> sums.put(60, mm));
    state.rainMm180().ifPresent(mm -> sums.put(180, mm));
    state.rainMm360().ifPresent(mm -> sums.put(360, mm));
    return sums;
  }

  /**
   * @param sumsByMin rain in millimetres by minutes of the sum, one at least
   * @param wetnessMm rain of the days before
   */
  static GullyRunoff of(Gully gully, TreeMap<Integer, Double> sumsByMin, OptionalDouble wetnessMm) {
    double mostMm =
        sumsByMin.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double runoffMm = CurveNumber.runoffMm(mostMm, CurveNumber.at(gully.curveNumber(), wetnessMm));
    double share = mostMm > 0 ? runoffMm / mostMm : 0;
    double peakM3ps =
        share * intensityMmPerH(gully, sumsByMin) * gully.areaKm2() * M3PS_PER_MM_H_KM2;
    return new GullyRunoff(runoffMm, peakM3ps, classOf(peakM3ps, gully.peaks()));
  }

  private static double intensityMmPerH(Gully gully, TreeMap<Integer, Double> sumsByMin) {
    double tcMin = Kirpich.concentrationMin(gully.lengthM(), gully.slope());
    Map.Entry<Integer, Double> covering = sumsByMin.ceilingEntry((int) StrictMath.ceil(tcMin));
    Map.Entry<Integer, Double> sum = covering == null ? sumsByMin.lastEntry() : covering;
    return sum.getValue() * 60 / sum.getKey();
  }

  /** 4 major, 3 moderate, 2 minor, 1 action, 0 below. */
  private static int classOf(double peakM3ps, Gully.Peaks peaks) {
    return FloodClass.of(
        peakM3ps, peaks.actionM3ps(), peaks.minorM3ps(), peaks.moderateM3ps(), peaks.majorM3ps());
  }
}
