package nadhir.core.fusion;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.fusion.HazardState.Kept;
import nadhir.core.fusion.HazardState.Verdict;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** Distress signals: one hazard for each MMSI, whose place moves with it. */
final class DistressFusion {
  /**
   * A beacon often goes on after its owner is safe. What comes so soon after a person ended the
   * hazard opens nothing; later it is somebody else, or still in the water.
   */
  static final Duration QUIET = Duration.ofMinutes(10);

  private final Hazards hazards;
  private final SortedMap<String, HazardReport> beacons = new TreeMap<>();

  DistressFusion(Hazards hazards) {
    this.hazards = hazards;
  }

  Verdict fold(Entry entry, HazardReport report, String mmsi) {
    if (report.status() == HazardReport.Status.WITHDRAWN) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.NOT_WITHDRAWABLE);
    }
    HazardReport before = beacons.get(mmsi);
    if (before != null && before.id().equals(report.id())) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.REPEATED);
    }
    if (before != null && report.updatedAt().isBefore(before.updatedAt())) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.OLDER_THAN_KNOWN);
    }
    var last = hazards.last(h -> isOf(h, mmsi));
    if (last.filter(k -> isQuiet(k, entry)).isPresent()) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.RECENTLY_ENDED);
    }
    var open = last.filter(k -> k.endedAt().isEmpty());
    if (open.isEmpty() && hazards.size() >= HazardDesk.MAX_HAZARDS) {
      return Verdicts.ignored(entry.seq(), WhyIgnored.TOO_MANY);
    }
    beacons.put(mmsi, report);
    return open.map(k -> Verdicts.about(entry.seq(), List.of(k.hazard().id())))
        .orElseGet(() -> Verdicts.opens(entry.seq()));
  }

  private static boolean isQuiet(Kept kept, Entry entry) {
    return !kept.timedOut()
        && kept.endedAt().filter(end -> end.plus(QUIET).isAfter(entry.at())).isPresent();
  }

  private static boolean isOf(Hazard hazard, String mmsi) {
    return hazard.detail() instanceof HazardDetail.Distress d && d.mmsi().equals(mmsi);
  }

  List<Event> react(
      Entry entry, HazardReport report, Observation.Distress signal, Verdict verdict) {
    var detail =
        new HazardDetail.Distress(
            signal.mmsi(),
            signal.kind(),
            signal.courseDeg(),
            signal.speedMps(),
            signal.messages(),
            OptionalInt.empty());
    if (verdict.about().isEmpty()) {
      return List.of(new HazardEvent.Opened(Change.open(entry, report, report.place(), detail)));
    }
    Hazard before = hazards.find(verdict.about().getFirst()).orElseThrow().hazard();
    Hazard after =
        Change.heard(
            entry, before, report, report.place().or(before::place), report.certainty(), detail);
    return Change.visible(before, after)
        ? List.of(new HazardEvent.Revised(after))
        : List.of(new HazardEvent.Ignored(report.id(), WhyIgnored.REPEATED.key()));
  }

  /** Forgets beacons of which no hazard is kept any more. */
  void forget() {
    beacons.keySet().removeIf(mmsi -> hazards.last(h -> isOf(h, mmsi)).isEmpty());
  }

  SortedMap<String, HazardReport> beacons() {
    return beacons;
  }

  void restore(HazardState state) {
    beacons.clear();
    beacons.putAll(state.beacons());
  }
}
