package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.fusion.HazardState.Reading;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.report.Observation;
import nadhir.core.site.Gauge;

/** What a gauge's last hours say: its rise, its rain, the stage that it has reached. */
final class GaugeSeries {
  /** How far back readings are kept, by the gauge's own time. */
  static final Duration KEPT = Duration.ofHours(6);

  /** Readings kept of one gauge; one a minute fits in. */
  static final int MAX_READINGS = 400;

  /** The rise, and the rain that action marks speak of, are taken over this. */
  static final Duration WINDOW = Duration.ofMinutes(30);

  private GaugeSeries() {}

  /** The reading in a report; empty when it carries discharge only. */
  static Optional<Reading> reading(Observation observation, Instant at) {
    return switch (observation) {
      case Observation.Water(_, var stageM, _) when stageM.isPresent() ->
          Optional.of(new Reading(at, stageM, OptionalDouble.empty(), Duration.ZERO));
      case Observation.Rain(_, double rainMm, Duration over) ->
          Optional.of(new Reading(at, OptionalDouble.empty(), OptionalDouble.of(rainMm), over));
      case Observation.Water _,
          Observation.Quake _,
          Observation.ShakeMap _,
          Observation.Felt _,
          Observation.Distress _,
          Observation.Vessel _,
          Observation.Stated _,
          Observation.Nothing _ ->
          Optional.empty();
    };
  }

  /** The readings with {@code one} among them, in order, and none that are too many or too old. */
  static List<Reading> with(List<Reading> readings, Reading one) {
    List<Reading> all = new ArrayList<>(readings);
    all.removeIf(r -> sameMoment(r, one));
    all.add(one);
    all.sort(Comparator.comparing(Reading::at).thenComparing(r -> r.stageM().isPresent()));
    Instant oldest = all.getLast().at().minus(KEPT);
    all.removeIf(r -> r.at().isBefore(oldest));
    return all.size() > MAX_READINGS ? all.subList(all.size() - MAX_READINGS, all.size()) : all;
  }

  static boolean sameMoment(Reading a, Reading b) {
    return a.at().equals(b.at()) && GaugeCheck.isOfOneKind(a, b);
  }

  static GaugeState state(GaugeTrack track) {
    List<Reading> stages = track.readings().stream().filter(r -> r.stageM().isPresent()).toList();
    return new GaugeState(
        track.gauge(),
        track.lastWordAt(),
        stages.isEmpty() ? OptionalDouble.empty() : stages.getLast().stageM(),
        riseMPerH(stages),
        rainMm(track, WINDOW),
        track.isSilent(),
        rainMm(track, Duration.ofMinutes(15)),
        rainMm(track, Duration.ofMinutes(60)),
        rainMm(track, Duration.ofMinutes(180)),
        rainMm(track, Duration.ofMinutes(360)),
        wetnessMm(track),
        track.doubt());
  }

  /** From the oldest reading of the window to the newest, in metres an hour, to the millimetre. */
  private static OptionalDouble riseMPerH(List<Reading> stages) {
    if (stages.isEmpty()) {
      return OptionalDouble.empty();
    }
    Reading last = stages.getLast();
    Instant from = last.at().minus(WINDOW);
    Reading first = stages.stream().filter(r -> !r.at().isBefore(from)).findFirst().orElseThrow();
    if (first.at().equals(last.at())) {
      return OptionalDouble.empty();
    }
    double hours = Duration.between(first.at(), last.at()).toMillis() / 3_600_000.0;
    double rise = (last.stageM().getAsDouble() - first.stageM().getAsDouble()) / hours;
    return OptionalDouble.of(rounded(rise, 1000));
  }

  /**
   * What fell in the window up to the gauge's last word, to a hundredth of a millimetre. Of a total
   * over more than the window its even share counts.
   */
  private static OptionalDouble rainMm(GaugeTrack track, Duration window) {
    Instant from = track.lastWordAt().minus(window);
    boolean any = false;
    double sum = 0;
    for (Reading r : track.readings()) {
      any |= r.rainMm().isPresent();
      if (r.rainMm().isPresent() && r.at().isAfter(from)) {
        sum += r.rainMm().getAsDouble() * share(r.over(), window);
      }
    }
    return any ? OptionalDouble.of(rounded(sum, 100)) : OptionalDouble.empty();
  }

  private static double share(Duration over, Duration window) {
    return over.compareTo(window) <= 0 ? 1 : window.toMillis() / (double) over.toMillis();
  }

  private static OptionalDouble wetnessMm(GaugeTrack track) {
    return track
        .wetness()
        .map(w -> OptionalDouble.of(rounded(Wetting.mm(w, track.lastWordAt()), 10)))
        .orElseGet(OptionalDouble::empty);
  }

  private static double rounded(double value, double perUnit) {
    return StrictMath.rint(value * perUnit) / perUnit;
  }

  /**
   * 0 below action; 1 action (or rain above its mark), 2 minor, 3 moderate, 4 major. Of a gauge
   * that is silent or not believed the stage counts, because nobody saw the water go; its rain does
   * not.
   */
  static int band(Gauge gauge, GaugeState state) {
    int band = 0;
    if (gauge.stages().isPresent() && state.stageM().isPresent()) {
      var stages = gauge.stages().get();
      double stageM = state.stageM().getAsDouble();
      double[] marks = {stages.actionM(), stages.minorM(), stages.moderateM(), stages.majorM()};
      for (double mark : marks) {
        band += stageM >= mark ? 1 : 0;
      }
    }
    boolean rain =
        !state.silent()
            && state.fault().isEmpty()
            && gauge.rainActionMm30().isPresent()
            && state.rainMm30().isPresent()
            && state.rainMm30().getAsDouble() >= gauge.rainActionMm30().getAsDouble();
    return rain ? Math.max(band, 1) : band;
  }
}
