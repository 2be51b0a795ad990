package nadhir.core.fusion;

import java.util.List;
import java.util.Optional;
import nadhir.core.id.HazardId;
import nadhir.core.id.ReportId;
import nadhir.core.report.GaugeFault;

/**
 * What a folded report meant, for the reaction to it.
 *
 * @param seq of the entry that brought it
 * @param ignored why the report changes nothing by itself
 * @param quarantined why it is shown and not believed
 * @param opens the report that a new hazard is opened for, mostly the one that was folded
 * @param about open hazards that are to be looked at again, that of the report first
 * @param same hazards that turned out to be another one
 * @param gaugeBack a silent or doubted gauge is believed again
 * @param gaugeFault from now on the gauge is not believed
 */
public record Verdict(
    long seq,
    Optional<String> ignored,
    Optional<String> quarantined,
    Optional<ReportId> opens,
    List<HazardId> about,
    List<Same> same,
    boolean gaugeBack,
    Optional<GaugeFault> gaugeFault) {
  public Verdict {
    about = List.copyOf(about);
    same = List.copyOf(same);
  }

  /** {@code from} is the same thing as {@code into}, and goes on as that. */
  public record Same(HazardId from, HazardId into) {}

  static Verdict ignored(long seq, WhyIgnored why) {
    return about(seq, List.of()).ignoring(why);
  }

  static Verdict quarantined(long seq, String why) {
    return new Verdict(
        seq,
        Optional.empty(),
        Optional.of(why),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty());
  }

  static Verdict opens(long seq, ReportId report) {
    return of(seq, Optional.of(report), List.of(), List.of());
  }

  static Verdict about(long seq, List<HazardId> hazards) {
    return of(seq, Optional.empty(), hazards, List.of());
  }

  static Verdict of(long seq, Optional<ReportId> opens, List<HazardId> about, List<Same> same) {
    return new Verdict(
        seq, Optional.empty(), Optional.empty(), opens, about, same, false, Optional.empty());
  }

  static Verdict ofGauge(long seq, boolean back, Optional<GaugeFault> fault) {
    return new Verdict(
        seq,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        back,
        fault);
  }

  /** The report itself changes nothing and opens nothing; what else it settled stays. */
  Verdict ignoring(WhyIgnored why) {
    return new Verdict(
        seq,
        Optional.of(why.key()),
        Optional.empty(),
        Optional.empty(),
        about,
        same,
        gaugeBack,
        gaugeFault);
  }
}
