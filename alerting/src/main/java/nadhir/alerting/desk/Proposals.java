package nadhir.alerting.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.alerting.desk.AlertRevision.Stage;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.AlertId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.Slot;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.SiteInfo;

/** What the rules' assessments mean for alerts. */
final class Proposals {
  private final SiteInfo site;
  private final AlertTracks tracks;
  private final Drafting drafting;

  Proposals(SiteInfo site, AlertTracks tracks, Drafting drafting) {
    this.site = site;
    this.tracks = tracks;
    this.drafting = drafting;
  }

  /** A rule fired, or its firing changed: a new alert, or an Update of the one that runs. */
  List<Event> assessed(Entry entry, Assessment assessment) {
    if (assessment.message().isEmpty()) {
      return List.of();
    }
    Optional<AlertTrack> own = tracks.of(assessment.id());
    if (own.isPresent()) {
      return saysLessThanAnother(own.get(), assessment)
          ? List.of()
          : follow(entry, own.get(), assessment);
    }
    Optional<AlertTrack> running = runningFor(assessment);
    if (running.isEmpty()) {
      return open(entry, assessment, List.of());
    }
    AlertMessage said = running.get().last().message();
    if (site.rank(assessment.level()) >= site.rank(said.level())) {
      return follow(entry, running.get(), assessment);
    }
    return said.zones().containsAll(zones(assessment))
        ? List.of()
        : open(entry, assessment, List.of());
  }

  /** A correction was not approved: what the rules said meanwhile comes up again. */
  List<Event> afterCorrection(Entry entry, AlertTrack track) {
    return track
        .latest()
        .filter(_ -> track.unheard())
        .map(a -> follow(entry, track, a))
        .orElse(List.of());
  }

  /** Of the same hazard, event and scope, over the same zones or more or fewer of them. */
  private Optional<AlertTrack> runningFor(Assessment assessment) {
    List<ZoneId> zones = zones(assessment);
    return tracks.all().stream()
        .filter(t -> !t.isOver() && !t.isCancelled())
        .filter(
            t -> {
              AlertMessage last = t.last().message();
              return last.hazard().equals(Optional.of(assessment.hazard()))
                  && drafting.isOfKind(assessment.message().orElseThrow(), last)
                  && !zones.isEmpty()
                  && (last.zones().containsAll(zones) || zones.containsAll(last.zones()));
            })
        .findFirst();
  }

  private List<Event> open(Entry entry, Assessment assessment, List<String> doubts) {
    AlertId id = Drafting.id(entry.seq());
    return List.of(
        new AlertEvent.Proposed(
            write(id, 1, MsgType.ALERT, assessment, doubts, Map.of(), entry.at())));
  }

  private List<Event> follow(Entry entry, AlertTrack track, Assessment assessment) {
    if (track.correction().isPresent()) {
      return List.of();
    }
    if (track.isCancelled()) {
      return open(entry, assessment, List.of(Doubt.CANCELLED_BEFORE));
    }
    boolean wasIssued = track.newestIssued().isPresent();
    if (wasIssued && track.isOver()) {
      return open(entry, assessment, List.of());
    }
    AlertMessage message =
        write(
            track.id(),
            track.last().number() + 1,
            wasIssued ? MsgType.UPDATE : MsgType.ALERT,
            assessment,
            List.of(),
            sent(track),
            entry.at());
    return replacing(track, message);
  }

  /** The rule that spoke last owns the alert; one that spoke before is heard when it is worse. */
  private boolean saysLessThanAnother(AlertTrack track, Assessment assessment) {
    AlertMessage last = track.last().message();
    boolean another = last.assessment().map(a -> !a.equals(assessment.id())).orElse(false);
    return another && site.rank(assessment.level()) <= site.rank(last.level());
  }

  /** The pending revision makes room; nothing happens where nothing new is said. */
  private static List<Event> replacing(AlertTrack track, AlertMessage message) {
    Optional<AlertRevision> pending = track.pending();
    if (pending.isPresent() && isTheSame(pending.get(), message)
        || track.last().is(Stage.REJECTED) && isTheSame(track.last(), message)) {
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    pending.ifPresent(p -> events.addAll(replaced(track.id(), p)));
    if (track.live().filter(r -> Drafting.saysTheSame(r.message(), message)).isEmpty()) {
      events.add(new AlertEvent.Proposed(message));
    }
    return events;
  }

  private static boolean isTheSame(AlertRevision revision, AlertMessage message) {
    return Drafting.saysTheSame(revision.message(), message)
        && revision.message().doubts().equals(message.doubts());
  }

  static List<Event> replaced(AlertId id, AlertRevision pending) {
    return List.of(
        new AlertEvent.Replaced(id, pending.number()),
        new WatchEvent.WakeUpDropped(AlertDesk.NAME, WakeUp.expiry(id, pending.number()).key()));
  }

  /** The warnings that hold now, but {@code but}; an all-clear asks nothing of anybody. */
  List<AlertMessage> liveBut(AlertId but) {
    return tracks.all().stream()
        .filter(t -> !t.id().equals(but))
        .flatMap(t -> t.live().stream())
        .map(AlertRevision::message)
        .filter(message -> !message.cap().responseTypes().contains("AllClear"))
        .toList();
  }

  static Map<String, Slot> sent(AlertTrack track) {
    return track
        .newestIssued()
        .flatMap(AlertRevision::issuedAt)
        .<Map<String, Slot>>map(at -> Map.of("sent", new Slot.Time(at)))
        .orElse(Map.of());
  }

  private AlertMessage write(
      AlertId id,
      int revision,
      MsgType type,
      Assessment assessment,
      List<String> doubts,
      Map<String, Slot> sent,
      Instant at) {
    List<String> all = new ArrayList<>(assessment.doubts());
    all.addAll(doubts);
    Draft draft =
        new Draft(
            id,
            revision,
            type,
            Optional.of(assessment.hazard()),
            Optional.of(assessment.id()),
            assessment.message().orElseThrow(),
            assessment.level(),
            Optional.empty(),
            Optional.empty(),
            zones(assessment),
            Optional.empty(),
            slots(assessment, sent),
            Optional.empty(),
            assessment.approval(),
            new Actor.House(AlertDesk.NAME),
            all,
            Optional.empty(),
            at);
    return drafting.write(draft, liveBut(id));
  }

  private static List<ZoneId> zones(Assessment assessment) {
    return assessment.zones().stream().map(ZoneImpact::zone).toList();
  }

  /** What the rule gave, and the window of arrival over all its zones where it gave none. */
  private static Map<String, Slot> slots(Assessment assessment, Map<String, Slot> sent) {
    Map<String, Slot> slots = new TreeMap<>(sent);
    Optional<Instant> from =
        assessment.zones().stream()
            .flatMap(z -> z.arrivesFrom().stream())
            .min(Comparator.naturalOrder());
    Optional<Instant> to =
        assessment.zones().stream()
            .flatMap(z -> z.arrivesTo().stream())
            .max(Comparator.naturalOrder());
    if (from.isPresent() && to.isPresent()) {
      slots.put("span", new Slot.Span(from.get(), to.get()));
    }
    slots.putAll(assessment.slots());
    return slots;
  }
}
