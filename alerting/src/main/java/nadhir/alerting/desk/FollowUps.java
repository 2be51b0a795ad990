package nadhir.alerting.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.alerting.desk.AlertRevision.Stage;
import nadhir.core.alert.AlertMessage;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.Effect;
import nadhir.core.event.EffectResult;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.AlertId;
import nadhir.core.id.EffectId;
import nadhir.core.id.PersonRef;
import nadhir.core.risk.ApprovalPolicy;

/** What happens by itself once an alert is proposed, issued, delivered, or over. */
final class FollowUps {
  private final AlertTracks tracks;
  private final DeskSettings settings;
  private final Institutions institutions;

  FollowUps(AlertTracks tracks, DeskSettings settings, Institutions institutions) {
    this.tracks = tracks;
    this.settings = settings;
    this.institutions = institutions;
  }

  /** An automatic one goes out at once, any other waits for people until its life is over. */
  List<Event> proposed(Entry entry, AlertMessage message) {
    if (message.approval() == ApprovalPolicy.AUTOMATIC) {
      return List.of(new AlertEvent.Issued(message.alert(), message.revision(), entry.at()));
    }
    return List.of(wakeUp(WakeUp.expiry(message.alert(), message.revision()), message.expiresAt()));
  }

  List<Event> issued(Entry entry, AlertId alert, int number) {
    Optional<AlertRevision> revision = tracks.find(alert).flatMap(t -> t.find(number));
    if (revision.isEmpty()) {
      return List.of();
    }
    AlertMessage message = revision.get().message();
    Instant at = entry.at();
    List<Event> events = new ArrayList<>();
    events.add(asked(entry, 1, new Effect.PublishCap(alert, number)));
    events.add(asked(entry, 2, new Effect.Deliver(alert, number)));
    events.add(wakeUp(WakeUp.expiry(alert, number), message.expiresAt()));
    int count = 1;
    for (Duration after : settings.tallyAfter()) {
      if (at.plus(after).isBefore(message.expiresAt())) {
        events.add(wakeUp(WakeUp.tally(alert, number, count++), at.plus(after)));
      }
    }
    if (message.audience().institutions()) {
      events.add(
          wakeUp(WakeUp.acknowledgement(alert, number), at.plus(settings.acknowledgeWithin())));
    }
    return events;
  }

  List<Event> woken(Entry entry, WakeUp wakeUp) {
    Optional<AlertTrack> track = tracks.find(wakeUp.alert());
    Optional<AlertRevision> revision = track.flatMap(t -> t.find(wakeUp.revision()));
    if (revision.isEmpty()) {
      return List.of();
    }
    if (wakeUp.isExpiry()) {
      return expired(entry, revision.get());
    }
    if (wakeUp.isAcknowledgement()) {
      return overdue(revision.get());
    }
    return revision.get().wasIssued() ? List.of(tally(entry, revision.get())) : List.of();
  }

  /** After the last message ended its life, receipts are counted for the last time. */
  private static List<Event> expired(Entry entry, AlertRevision revision) {
    AlertMessage message = revision.message();
    var over = new AlertEvent.Expired(message.alert(), message.revision(), entry.at());
    return switch (revision.stage()) {
      case PENDING -> List.of(over);
      case ISSUED ->
          revision.isCancel()
              ? List.of(tally(entry, revision))
              : List.of(over, tally(entry, revision));
      case SUPERSEDED -> List.of(tally(entry, revision));
      case REJECTED, REPLACED, EXPIRED -> List.of();
    };
  }

  private static Event tally(Entry entry, AlertRevision revision) {
    AlertMessage message = revision.message();
    return asked(entry, 1, new Effect.Tally(message.alert(), message.revision()));
  }

  /** Of a revision that holds no longer nobody waits for a confirmation. */
  private List<Event> overdue(AlertRevision revision) {
    AlertMessage message = revision.message();
    if (!revision.is(Stage.ISSUED)) {
      return List.of();
    }
    List<PersonRef> silent =
        institutions.toldBy(message).stream()
            .filter(institution -> !revision.acknowledged().contains(institution))
            .toList();
    return silent.isEmpty()
        ? List.of()
        : List.of(
            new AlertEvent.AcknowledgementOverdue(message.alert(), message.revision(), silent));
  }

  /** The end of one of our effects, as an event of its alert. */
  static Event ended(Entry entry, Effect effect, EffectResult result) {
    return switch (effect) {
      case Effect.Deliver(var alert, var number) -> ended(entry, "deliver", alert, number, result);
      case Effect.Tally(var alert, var number) -> ended(entry, "tally", alert, number, result);
      case Effect.PublishCap(var alert, var number) ->
          ended(entry, "publish-cap", alert, number, result);
    };
  }

  private static Event ended(
      Entry entry, String what, AlertId alert, int number, EffectResult result) {
    return switch (result) {
      case EffectResult.Delivered(var audience, var counts, var digest) ->
          new AlertEvent.Delivered(alert, number, audience, counts, digest, entry.at());
      case EffectResult.Tallied(var counts, var digest) ->
          new AlertEvent.Tallied(alert, number, counts, digest);
      case EffectResult.Published(var identifier, var sha256) ->
          new AlertEvent.CapPublished(alert, number, identifier, sha256);
      case EffectResult.Failed(var reason, var detail) ->
          new AlertEvent.EffectFailed(alert, number, what, reason + ": " + detail);
    };
  }

  private static Event wakeUp(WakeUp wakeUp, Instant due) {
    return new WatchEvent.WakeUpAsked(AlertDesk.NAME, wakeUp.key(), due);
  }

  private static Event asked(Entry entry, int count, Effect effect) {
    String id = "eff-" + entry.seq() + (count == 1 ? "" : "." + count);
    return new WatchEvent.EffectAsked(new EffectId(id), effect);
  }
}
