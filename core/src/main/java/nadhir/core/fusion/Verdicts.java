package nadhir.core.fusion;

import java.util.List;
import java.util.Optional;
import nadhir.core.fusion.HazardState.Verdict;
import nadhir.core.id.HazardId;

/** Short ways to say what a report meant. */
final class Verdicts {
  private Verdicts() {}

  static Verdict ignored(long seq, WhyIgnored why) {
    return new Verdict(seq, Optional.of(why.key()), List.of(), false);
  }

  static Verdict ignored(long seq, WhyIgnored why, List<HazardId> about) {
    return new Verdict(seq, Optional.of(why.key()), about, false);
  }

  static Verdict opens(long seq) {
    return new Verdict(seq, Optional.empty(), List.of(), false);
  }

  static Verdict about(long seq, List<HazardId> hazards) {
    return new Verdict(seq, Optional.empty(), hazards, false);
  }
}
