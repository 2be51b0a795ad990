package nadhir.core.fusion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.fusion.HazardState.Heard;
import nadhir.core.fusion.HazardState.Kept;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/**
 * Signals of distress to incidents: what callers, satellites and beacons say of one sinking is one
 * hazard, whose place is the newest sure one. A beacon that drifts away from the others becomes a
 * hazard of its own: somebody is there, too.
 */
final class DistressFusion {
  /**
   * A beacon often goes on after its owner is safe. What comes so soon after a person ended the
   * hazard opens nothing; later it is somebody else, or still in the water.
   */
  static final Duration QUIET = Duration.ofMinutes(10);

  /** A beacon this far from its hazard's place has a hazard of its own: twice what let it in. */
  static final double DRIFTED_M = 2 * DistressReach.BEACONS_M;

  private final Hazards hazards;
  private final SortedMap<String, Heard> signals = new TreeMap<>();

  DistressFusion(Hazards hazards) {
    this.hazards = hazards;
  }

  private static Observation.Distress signal(HazardReport report) {
    return (Observation.Distress) report.observation();
  }

  /** A caller whose ship nobody knows is known by the call. */
  private static String key(HazardReport report) {
    String mmsi = signal(report).mmsi();
    return mmsi.isEmpty() ? report.id().value() : mmsi;
  }

  Verdict fold(Entry entry, HazardReport report) {
    if (report.status() == HazardReport.Status.WITHDRAWN) {
      return Verdict.ignored(entry.seq(), WhyIgnored.NOT_WITHDRAWABLE);
    }
    Optional<Heard> before = Optional.ofNullable(signals.get(key(report)));
    if (before.filter(s -> isRepeat(s.report(), report)).isPresent()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.REPEATED);
    }
    if (before.filter(s -> report.updatedAt().isBefore(s.report().updatedAt())).isPresent()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.OLDER_THAN_KNOWN);
    }
    if (before.flatMap(s -> hazards.find(s.hazard())).filter(k -> isQuiet(k, entry)).isPresent()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.RECENTLY_ENDED);
    }
    Optional<HazardId> home = home(report, before);
    if (home.isEmpty() && hazards.isFull()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.TOO_MANY);
    }
    signals.put(key(report), new Heard(report, home.orElse(Change.idFor(entry.seq()))));
    return home.map(h -> Verdict.about(entry.seq(), List.of(h)))
        .orElseGet(() -> Verdict.opens(entry.seq(), report.id()));
  }

  /** A beacon's report has a new id each time; a call that is corrected keeps its own. */
  private static boolean isRepeat(HazardReport known, HazardReport report) {
    return known.id().equals(report.id())
        && (!signal(report).mmsi().isEmpty() || Versions.saysTheSame(known, report));
  }

  private static boolean isQuiet(Kept kept, Entry entry) {
    return !kept.timedOut()
        && kept.endedAt().filter(end -> end.plus(QUIET).isAfter(entry.at())).isPresent();
  }

  private Optional<HazardId> home(HazardReport report, Optional<Heard> before) {
    Optional<HazardId> known =
        before
            .map(Heard::hazard)
            .filter(hazards::isOpen)
            .filter(h -> !hasDriftedFrom(hazards.find(h).orElseThrow().hazard(), report));
    return known.or(() -> nearest(report, before.map(Heard::hazard)));
  }

  /** Only where the hazard has its place from somebody else. */
  private static boolean hasDriftedFrom(Hazard hazard, HazardReport report) {
    var detail = (HazardDetail.Distress) hazard.detail();
    return DistressReach.isSure(signal(report).kind())
        && DistressReach.isSure(detail.kind())
        && !detail.mmsi().equals(signal(report).mmsi())
        && distanceM(hazard.place(), report.place()) > DRIFTED_M;
  }

  /** The nearest open incident within reach of one of its signals; not the one it drifted from. */
  private Optional<HazardId> nearest(HazardReport report, Optional<HazardId> except) {
    return signals.values().stream()
        .filter(s -> hazards.isOpen(s.hazard()) && !except.filter(s.hazard()::equals).isPresent())
        .filter(s -> isWithinReach(s.report(), report))
        .min(
            Comparator.<Heard>comparingDouble(s -> distanceM(s.report().place(), report.place()))
                .thenComparing(s -> s.hazard().value()))
        .map(Heard::hazard);
  }

  private static boolean isWithinReach(HazardReport a, HazardReport b) {
    double reachM =
        DistressReach.metres(signal(a).kind(), a.occurredAt(), signal(b).kind(), b.occurredAt());
    return distanceM(a.place(), b.place()) <= reachM;
  }

  /** Infinite where one of them is not known. */
  private static double distanceM(Optional<LatLon> a, Optional<LatLon> b) {
    return a.isPresent() && b.isPresent()
        ? Sphere.distanceM(a.get(), b.get())
        : Double.POSITIVE_INFINITY;
  }

  List<Event> react(Entry entry, HazardReport report, Verdict verdict) {
    if (verdict.about().isEmpty()) {
      var truth = truth(Change.idFor(entry.seq()), Optional.empty(), report);
      return List.of(
          new HazardEvent.Opened(Change.open(entry, report.type(), List.of(report.id()), truth)));
    }
    Hazard before = hazards.find(verdict.about().getFirst()).orElseThrow().hazard();
    Hazard after =
        Change.revise(
            entry,
            before,
            Change.with(before.reports(), report.id()),
            truth(before.id(), Optional.of(before), report));
    return Change.visible(before, after)
        ? List.of(new HazardEvent.Revised(after))
        : List.of(new HazardEvent.Ignored(report.id(), WhyIgnored.REPEATED.key()));
  }

  private Truth truth(HazardId id, Optional<Hazard> before, HazardReport report) {
    List<HazardReport> all =
        signals.values().stream()
            .filter(s -> s.hazard().equals(id))
            .map(Heard::report)
            .sorted(Comparator.comparing(HazardReport::updatedAt).reversed())
            .toList();
    HazardReport leading = leading(all, before, report);
    var signal = signal(leading);
    var detail =
        new HazardDetail.Distress(
            signal.mmsi(),
            signal.kind(),
            signal.courseDeg(),
            signal.speedMps(),
            all.stream().mapToInt(r -> signal(r).messages()).sum(),
            persons(all, before),
            beacons(all, before));
    return Truth.active(
        before.map(Hazard::occurredAt).orElse(report.occurredAt()),
        leading.place().or(() -> before.flatMap(Hazard::place)),
        surest(all),
        detail);
  }

  /**
   * The signal that the place is taken from: the sure one that leads already, as long as it is
   * fresh; else the newest sure one; else the newest.
   */
  private static HazardReport leading(
      List<HazardReport> newestFirst, Optional<Hazard> before, HazardReport report) {
    String led = before.map(h -> ((HazardDetail.Distress) h.detail()).mmsi()).orElse("");
    List<HazardReport> fresh =
        newestFirst.stream()
            .filter(r -> DistressReach.isSure(signal(r).kind()))
            .filter(r -> r.updatedAt().isAfter(report.updatedAt().minus(DistressReach.STALE)))
            .toList();
    return fresh.stream()
        .filter(r -> !led.isEmpty() && signal(r).mmsi().equals(led))
        .findFirst()
        .or(() -> fresh.stream().findFirst())
        .orElseGet(newestFirst::getFirst);
  }

  private static OptionalInt persons(List<HazardReport> newestFirst, Optional<Hazard> before) {
    return newestFirst.stream()
        .map(r -> signal(r).persons())
        .filter(OptionalInt::isPresent)
        .findFirst()
        .or(() -> before.map(h -> ((HazardDetail.Distress) h.detail()).persons()))
        .orElseGet(OptionalInt::empty);
  }

  private static List<String> beacons(List<HazardReport> all, Optional<Hazard> before) {
    List<String> beacons =
        new ArrayList<>(
            before.map(h -> ((HazardDetail.Distress) h.detail()).beacons()).orElse(List.of()));
    for (HazardReport r : all) {
      String mmsi = signal(r).mmsi();
      if (!mmsi.isEmpty()
          && !beacons.contains(mmsi)
          && beacons.size() < HazardDetail.Distress.MAX_BEACONS) {
        beacons.add(mmsi);
      }
    }
    return beacons;
  }

  private static Certainty surest(List<HazardReport> all) {
    return all.stream().map(HazardReport::certainty).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** A person says that two incidents are one. */
  void move(HazardId from, HazardId into) {
    signals.replaceAll((_, s) -> s.hazard().equals(from) ? new Heard(s.report(), into) : s);
  }

  /** What {@code into} is with all signals of {@code from}. */
  static Truth merged(Hazard from, Hazard into) {
    var a = (HazardDetail.Distress) into.detail();
    var b = (HazardDetail.Distress) from.detail();
    boolean fromLeads = DistressReach.isSure(b.kind()) && !DistressReach.isSure(a.kind());
    var first = fromLeads ? b : a;
    List<String> beacons = new ArrayList<>(a.beacons());
    b.beacons().stream().filter(m -> !beacons.contains(m)).forEach(beacons::add);
    return Truth.active(
        into.occurredAt().isBefore(from.occurredAt()) ? into.occurredAt() : from.occurredAt(),
        fromLeads ? from.place() : into.place().or(from::place),
        into.certainty().compareTo(from.certainty()) <= 0 ? into.certainty() : from.certainty(),
        new HazardDetail.Distress(
            first.mmsi(),
            first.kind(),
            first.courseDeg(),
            first.speedMps(),
            a.messages() + b.messages(),
            a.persons().isPresent() ? a.persons() : b.persons(),
            beacons.stream().limit(HazardDetail.Distress.MAX_BEACONS).toList()));
  }

  /** Forgets signals of which no hazard is kept any more. */
  void forget(List<HazardId> gone) {
    signals.values().removeIf(s -> gone.contains(s.hazard()));
  }

  SortedMap<String, Heard> signals() {
    return signals;
  }

  void restore(SortedMap<String, Heard> state) {
    signals.clear();
    signals.putAll(state);
  }
}
