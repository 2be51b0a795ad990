package nadhir.alerting.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.alerting.compose.Message;
import nadhir.alerting.desk.AlertRevision.Stage;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.command.AlertCommand;
import nadhir.core.desk.Outcome;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.id.AlertId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.risk.Slot;
import nadhir.core.site.SiteInfo;

/** What people propose: alerts by hand, updates, corrections. */
final class Composing {
  private static final Duration MAX_VALID_FOR = Duration.ofHours(24);

  private final SiteInfo site;
  private final AlertTracks tracks;
  private final Drafting drafting;
  private final Proposals proposals;

  Composing(SiteInfo site, AlertTracks tracks, Drafting drafting, Proposals proposals) {
    this.site = site;
    this.tracks = tracks;
    this.drafting = drafting;
    this.proposals = proposals;
  }

  Outcome propose(Entry input, AlertCommand.Propose command) {
    return refusal(input, command)
        .orElseGet(
            () ->
                written(
                    Optional.empty(),
                    new Draft(
                        Drafting.id(input.seq()),
                        1,
                        MsgType.ALERT,
                        command.hazard(),
                        Optional.empty(),
                        command.messageKey(),
                        command.level(),
                        Optional.of(command.scope()),
                        Optional.empty(),
                        command.zones(),
                        command.area(),
                        slots(input, Map.of(), command.slots()),
                        Optional.of(command.validFor()),
                        policy(command.scope()),
                        input.actor(),
                        List.of(),
                        Optional.empty(),
                        input.at())));
  }

  private Optional<Outcome> refusal(Entry input, AlertCommand.Propose command) {
    Optional<Outcome> person = notAllowed(input, Role.OPERATOR);
    if (person.isPresent()) {
      return person;
    }
    Optional<Outcome> message = unfit(command.messageKey(), List.of(Message.Kind.ALERT));
    if (message.isPresent()) {
      return message;
    }
    Message found = drafting.message(command.messageKey()).orElseThrow();
    if (command.scope().compareTo(found.scope()) < 0) {
      return Optional.of(Refusal.SCOPE_TOO_WIDE.outcome(found.key() + " is " + found.scope()));
    }
    if (site.levels().stream().noneMatch(l -> l.id().equals(command.level()))) {
      return Optional.of(Refusal.UNKNOWN_LEVEL.outcome(command.level().value()));
    }
    return place(command).or(() -> duration(command.validFor()));
  }

  private Optional<Outcome> place(AlertCommand.Propose command) {
    var unknown = command.zones().stream().filter(z -> !drafting.knows(z)).findFirst();
    if (unknown.isPresent()) {
      return Optional.of(Refusal.UNKNOWN_ZONE.outcome(unknown.get().value()));
    }
    if (command.zones().isEmpty() && command.area().isEmpty()) {
      return Optional.of(Refusal.NO_AREA.outcome());
    }
    if (!command.zones().isEmpty() && command.area().isPresent()) {
      return Optional.of(Refusal.BAD_AREA.outcome("zones or a drawn area, not both"));
    }
    return command
        .area()
        .flatMap(area -> AreaShapes.fault(area, site.centre()))
        .map(Refusal.BAD_AREA::outcome);
  }

  Outcome update(Entry input, AlertCommand.ProposeUpdate command) {
    Optional<Outcome> refusal =
        notAllowed(input, Role.OPERATOR)
            .or(() -> notFollowed(command.alert()))
            .or(
                () ->
                    unfit(
                        command.messageKey(), List.of(Message.Kind.ALERT, Message.Kind.ALL_CLEAR)))
            .or(() -> duration(command.validFor()));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    AlertTrack track = tracks.find(command.alert()).orElseThrow();
    if (track.correction().isPresent()) {
      return Refusal.CORRECTION_PENDING.outcome();
    }
    if (track.newestIssued().map(r -> r.is(Stage.EXPIRED)).orElse(false)) {
      return Refusal.EXPIRED.outcome();
    }
    AlertMessage last = track.newestIssued().orElseThrow().message();
    Message message = drafting.message(command.messageKey()).orElseThrow();
    if (last.scope().compareTo(message.scope()) < 0) {
      return Refusal.SCOPE_TOO_WIDE.outcome(message.key() + " is " + message.scope());
    }
    return written(
        Optional.of(track),
        followUp(
            input,
            track,
            MsgType.UPDATE,
            command.messageKey(),
            command.slots(),
            Optional.of(command.validFor()),
            policy(last.scope()),
            Optional.empty()));
  }

  Outcome cancel(Entry input, AlertCommand.ProposeCancel command) {
    Optional<Outcome> refusal =
        notAllowed(input, Role.OPERATOR, Role.APPROVER)
            .or(() -> notFollowed(command.alert()))
            .or(() -> unfit(command.messageKey(), List.of(Message.Kind.CORRECTION)));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    AlertTrack track = tracks.find(command.alert()).orElseThrow();
    String note =
        command.note().isBlank() ? "Sent in error" : "Sent in error: " + command.note().strip();
    return written(
        Optional.of(track),
        followUp(
            input,
            track,
            MsgType.CANCEL,
            command.messageKey(),
            command.slots(),
            Optional.empty(),
            ApprovalPolicy.ONE_PERSON,
            Optional.of(note)));
  }

  /** Same place, same people, same hazard as the newest revision that went out. */
  private Draft followUp(
      Entry input,
      AlertTrack track,
      MsgType type,
      String messageKey,
      Map<String, Slot> slots,
      Optional<Duration> validFor,
      ApprovalPolicy approval,
      Optional<String> note) {
    AlertMessage last = track.newestIssued().orElseThrow().message();
    return new Draft(
        track.id(),
        track.last().number() + 1,
        type,
        last.hazard(),
        last.assessment(),
        messageKey,
        last.level(),
        Optional.of(last.scope()),
        Optional.of(last.audience()),
        last.zones(),
        Optional.of(last.area()),
        slots(input, Proposals.sent(track), slots),
        validFor,
        approval,
        input.actor(),
        List.of(),
        note,
        input.at());
  }

  private Outcome written(Optional<AlertTrack> track, Draft draft) {
    AlertMessage message = drafting.write(draft, proposals.liveBut(draft.alert()));
    Optional<String> missing =
        message.doubts().stream().filter(d -> d.startsWith("missing-")).findFirst();
    if (missing.isPresent()) {
      return Refusal.MISSING_SLOT.outcome(missing.get().substring("missing-".length()));
    }
    if (message.doubts().contains(Doubt.INCOMPLETE)) {
      return Refusal.INCOMPLETE_TEXT.outcome(String.join(", ", message.doubts()));
    }
    List<Event> events = new ArrayList<>();
    track
        .flatMap(AlertTrack::pending)
        .ifPresent(pending -> events.addAll(Proposals.replaced(message.alert(), pending)));
    events.add(new AlertEvent.Proposed(message));
    return Outcome.accepted(message.alert().value(), events);
  }

  private static Optional<Outcome> notAllowed(Entry input, Role... roles) {
    if (!(input.actor() instanceof Actor.Person person)) {
      return Optional.of(Refusal.NOT_A_PERSON.outcome());
    }
    for (Role role : roles) {
      if (person.is(role)) {
        return Optional.empty();
      }
    }
    return Optional.of(Refusal.MISSING_ROLE.outcome());
  }

  private Optional<Outcome> notFollowed(AlertId alert) {
    Optional<AlertTrack> track = tracks.find(alert);
    if (track.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_ALERT.outcome());
    }
    if (track.get().newestIssued().isEmpty()) {
      return Optional.of(Refusal.NOT_ISSUED.outcome());
    }
    return track.get().isCancelled()
        ? Optional.of(Refusal.ALREADY_CANCELLED.outcome())
        : Optional.empty();
  }

  private Optional<Outcome> unfit(String key, List<Message.Kind> kinds) {
    Optional<Message> message = drafting.message(key);
    if (message.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_MESSAGE.outcome(key));
    }
    if (!kinds.contains(message.get().kind())) {
      return Optional.of(Refusal.WRONG_MESSAGE.outcome(key + " is " + message.get().kind()));
    }
    return drafting.isForbiddenHere(message.get())
        ? Optional.of(Refusal.EXERCISE_IN_LIVE.outcome())
        : Optional.empty();
  }

  private static Optional<Outcome> duration(Duration validFor) {
    boolean good = validFor.isPositive() && validFor.compareTo(MAX_VALID_FOR) <= 0;
    return good ? Optional.empty() : Optional.of(Refusal.BAD_DURATION.outcome());
  }

  private static ApprovalPolicy policy(Scope scope) {
    return scope == Scope.PUBLIC ? ApprovalPolicy.TWO_PEOPLE : ApprovalPolicy.ONE_PERSON;
  }

  /** What a person does not say is known: when, and when the message before was sent. */
  private static Map<String, Slot> slots(
      Entry input, Map<String, Slot> sent, Map<String, Slot> given) {
    Map<String, Slot> slots = new TreeMap<>(sent);
    slots.put("time", new Slot.Time(input.at()));
    slots.putAll(given);
    return slots;
  }
}
