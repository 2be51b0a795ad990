package nadhir.core.fusion;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.fusion.HazardState.Heard;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/**
 * Ships in trouble: one hazard for each ship and trouble, of a collision course for each pair. Here
 * a withdrawal is no change of mind: the tracker tells that the episode is over, and so is the
 * hazard.
 */
final class VesselFusion {
  /** {@code why} of a hazard whose ship is out of its trouble. */
  static final String EPISODE_OVER = "episode-over";

  private final Hazards hazards;
  private final SortedMap<String, Heard> episodes = new TreeMap<>();

  VesselFusion(Hazards hazards) {
    this.hazards = hazards;
  }

  private static Observation.Vessel vessel(HazardReport report) {
    return (Observation.Vessel) report.observation();
  }

  /** Two ships on a collision course are one matter, whichever is told of first. */
  private static String key(HazardReport report) {
    var v = vessel(report);
    boolean swapped = !v.other().isEmpty() && v.other().compareTo(v.mmsi()) < 0;
    return v.trouble()
        + "/"
        + (swapped ? v.other() : v.mmsi())
        + "/"
        + (swapped ? v.mmsi() : v.other());
  }

  Verdict fold(Entry entry, HazardReport report) {
    String key = key(report);
    Optional<Heard> before = Optional.ofNullable(episodes.get(key));
    boolean isSame = before.filter(e -> e.report().id().equals(report.id())).isPresent();
    Optional<HazardId> open = before.map(Heard::hazard).filter(hazards::isOpen);
    if (before.filter(e -> report.updatedAt().isBefore(e.report().updatedAt())).isPresent()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.OLDER_THAN_KNOWN);
    }
    if (isSame && Versions.saysTheSame(before.get().report(), report)) {
      return Verdict.ignored(entry.seq(), WhyIgnored.REPEATED);
    }
    if (report.status() == Status.WITHDRAWN && open.isEmpty()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.WITHDRAWS_NOTHING_KNOWN);
    }
    if (open.isEmpty() && isSame && !timedOut(before.get())) {
      return Verdict.ignored(entry.seq(), WhyIgnored.HAZARD_ENDED);
    }
    if (open.isEmpty() && hazards.isFull()) {
      return Verdict.ignored(entry.seq(), WhyIgnored.TOO_MANY);
    }
    episodes.put(key, new Heard(report, open.orElse(Change.idFor(entry.seq()))));
    return open.map(h -> Verdict.about(entry.seq(), List.of(h)))
        .orElseGet(() -> Verdict.opens(entry.seq(), report.id()));
  }

  /** Nothing was heard for long; the same episode goes on as another hazard. */
  private boolean timedOut(Heard episode) {
    return hazards.find(episode.hazard()).filter(k -> k.timedOut()).isPresent();
  }

  List<Event> react(Entry entry, HazardReport report, Verdict verdict) {
    if (verdict.about().isEmpty()) {
      return List.of(
          new HazardEvent.Opened(
              Change.open(
                  entry, report.type(), List.of(report.id()), truth(report, Optional.empty()))));
    }
    Hazard before = hazards.find(verdict.about().getFirst()).orElseThrow().hazard();
    if (report.status() == Status.WITHDRAWN) {
      return List.of(new HazardEvent.Ended(before.id(), entry.at(), EPISODE_OVER));
    }
    Hazard after =
        Change.revise(
            entry,
            before,
            Change.with(before.reports(), report.id()),
            truth(report, Optional.of(before)));
    return Change.visible(before, after)
        ? List.of(new HazardEvent.Revised(after))
        : List.of(new HazardEvent.Ignored(report.id(), WhyIgnored.NOTHING_NEW.key()));
  }

  private static Truth truth(HazardReport report, Optional<Hazard> before) {
    var v = vessel(report);
    return Truth.active(
        before.map(Hazard::occurredAt).orElse(report.occurredAt()),
        report.place().or(() -> before.flatMap(Hazard::place)),
        report.certainty(),
        new HazardDetail.Vessel(
            v.mmsi(),
            v.name(),
            v.trouble(),
            v.courseDeg(),
            v.speedMps(),
            v.other(),
            v.closestM(),
            v.closestAt()));
  }

  /** Forgets episodes of which no hazard is kept any more. */
  void forget(List<HazardId> gone) {
    episodes.values().removeIf(e -> gone.contains(e.hazard()));
  }

  SortedMap<String, Heard> episodes() {
    return episodes;
  }

  void restore(SortedMap<String, Heard> state) {
    episodes.clear();
    episodes.putAll(state);
  }
}
