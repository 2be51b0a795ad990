package nadhir.alerting.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.alerting.desk.AlertRevision.Approval;
import nadhir.alerting.desk.AlertRevision.Stage;
import nadhir.core.alert.AlertMessage;
import nadhir.core.desk.Outcome;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.risk.ApprovalPolicy;

/**
 * Agreeing and rejecting. Two people are two different ones, of whom one at least has the
 * approver's role; the person who composed the alert counts as the first. One person has the
 * approver's role, and may be the author.
 */
final class Approving {
  private final AlertTracks tracks;

  Approving(AlertTracks tracks) {
    this.tracks = tracks;
  }

  Outcome approve(Entry input, AlertId alert, int number) {
    if (!(input.actor() instanceof Actor.Person person)) {
      return Refusal.NOT_A_PERSON.outcome();
    }
    if (!mayDecide(person)) {
      return Refusal.MISSING_ROLE.outcome();
    }
    Optional<Outcome> fault = fault(input, alert, number);
    if (fault.isPresent()) {
      return fault.get();
    }
    AlertRevision revision = tracks.find(alert).flatMap(t -> t.find(number)).orElseThrow();
    return refusalFor(person, revision)
        .map(Refusal::outcome)
        .orElseGet(() -> agreed(input, person, revision));
  }

  Outcome reject(Entry input, AlertId alert, int number, String why) {
    if (!(input.actor() instanceof Actor.Person person)) {
      return Refusal.NOT_A_PERSON.outcome();
    }
    if (!mayDecide(person)) {
      return Refusal.MISSING_ROLE.outcome();
    }
    Optional<Outcome> fault = notPending(alert, number);
    return fault.orElseGet(
        () ->
            Outcome.accepted(
                alert.value(),
                List.of(
                    new AlertEvent.Rejected(alert, number, person.who(), why),
                    new WatchEvent.WakeUpDropped(
                        AlertDesk.NAME, WakeUp.expiry(alert, number).key()))));
  }

  private static boolean mayDecide(Actor.Person person) {
    return person.is(Role.OPERATOR) || person.is(Role.APPROVER);
  }

  private Optional<Outcome> fault(Entry input, AlertId alert, int number) {
    Optional<Outcome> notPending = notPending(alert, number);
    if (notPending.isPresent()) {
      return notPending;
    }
    AlertMessage message = tracks.find(alert).flatMap(t -> t.find(number)).orElseThrow().message();
    if (!message.expiresAt().isAfter(input.at())) {
      return Optional.of(Refusal.EXPIRED.outcome());
    }
    return message.doubts().contains(Doubt.INCOMPLETE)
        ? Optional.of(Refusal.INCOMPLETE_TEXT.outcome())
        : Optional.empty();
  }

  private Optional<Outcome> notPending(AlertId alert, int number) {
    Optional<AlertTrack> track = tracks.find(alert);
    if (track.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_ALERT.outcome());
    }
    AlertRevision last = track.get().last();
    if (track.get().find(number).map(r -> r.is(Stage.PENDING)).orElse(false)) {
      return Optional.empty();
    }
    if (number != last.number()) {
      return Optional.of(Refusal.STALE_REVISION.outcome("the newest is " + last.number()));
    }
    return Optional.of(
        switch (last.stage()) {
          case EXPIRED -> Refusal.EXPIRED.outcome();
          case ISSUED ->
              last.isCancel() ? Refusal.ALREADY_CANCELLED.outcome() : Refusal.NOT_PENDING.outcome();
          case PENDING, SUPERSEDED, REJECTED, REPLACED -> Refusal.NOT_PENDING.outcome();
        });
  }

  private static Optional<Refusal> refusalFor(Actor.Person person, AlertRevision revision) {
    boolean agreedBefore = revision.approvals().stream().anyMatch(a -> a.by().equals(person.who()));
    if (agreedBefore) {
      return Optional.of(Refusal.ALREADY_APPROVED);
    }
    boolean two = revision.message().approval() != ApprovalPolicy.ONE_PERSON;
    Optional<Approval> author = author(revision.message());
    if (two && author.map(a -> a.by().equals(person.who())).orElse(false)) {
      return Optional.of(Refusal.OWN_PROPOSAL);
    }
    if (person.is(Role.APPROVER)) {
      return Optional.empty();
    }
    List<Approval> agreed = agreed(revision, author);
    boolean helps = two && (agreed.isEmpty() || agreed.stream().anyMatch(Approval::approver));
    return helps ? Optional.empty() : Optional.of(Refusal.MISSING_ROLE);
  }

  private static Outcome agreed(Entry input, Actor.Person person, AlertRevision revision) {
    AlertMessage message = revision.message();
    List<Event> events = new ArrayList<>();
    events.add(
        new AlertEvent.Approved(message.alert(), message.revision(), person.who(), input.at()));
    List<Approval> all = new ArrayList<>(agreed(revision, author(message)));
    all.add(new Approval(person.who(), person.is(Role.APPROVER), input.at()));
    if (isFulfilled(message.approval(), all)) {
      events.add(new AlertEvent.Issued(message.alert(), message.revision(), input.at()));
    }
    return Outcome.accepted(message.alert().value(), events);
  }

  /** Who has agreed so far, the author first where it is a person and counts. */
  private static List<Approval> agreed(AlertRevision revision, Optional<Approval> author) {
    List<Approval> all = new ArrayList<>();
    if (revision.message().approval() != ApprovalPolicy.ONE_PERSON) {
      author.ifPresent(all::add);
    }
    all.addAll(revision.approvals());
    return all;
  }

  private static Optional<Approval> author(AlertMessage message) {
    return message.author() instanceof Actor.Person person
        ? Optional.of(new Approval(person.who(), person.is(Role.APPROVER), message.proposedAt()))
        : Optional.empty();
  }

  /** Whether the people are enough; for AUTOMATIC none is needed, and more do not harm. */
  static boolean isFulfilled(ApprovalPolicy policy, List<Approval> agreed) {
    boolean approver = agreed.stream().anyMatch(Approval::approver);
    long people = agreed.stream().map(Approval::by).map(PersonRef::value).distinct().count();
    return switch (policy) {
      case AUTOMATIC -> true;
      case ONE_PERSON -> approver;
      case TWO_PEOPLE -> approver && people >= 2;
    };
  }
}
