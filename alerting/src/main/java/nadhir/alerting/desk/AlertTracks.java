package nadhir.alerting.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nadhir.alerting.desk.AlertRevision.Approval;
import nadhir.alerting.desk.AlertRevision.Stage;
import nadhir.core.alert.AlertMessage;
import nadhir.core.command.AlertCommand;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Effect;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.SiteEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssessmentId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.risk.Assessment;

/** The desk's state, changed by entries only. */
final class AlertTracks {
  /** Alerts that are over and still known; older ones are forgotten, the journal keeps them. */
  static final int MAX_OVER = 200;

  private final SequencedMap<AlertId, AlertTrack> alerts = new LinkedHashMap<>();
  private final TreeMap<String, AlertId> byAssessment = new TreeMap<>();
  private final TreeMap<String, Effect> effects = new TreeMap<>();
  private Optional<Effect> ended = Optional.empty();
  private Optional<Actor.Person> asking = Optional.empty();
  private Optional<Assessment> heard = Optional.empty();

  Optional<AlertTrack> find(AlertId alert) {
    return Optional.ofNullable(alerts.get(alert));
  }

  Optional<AlertTrack> of(AssessmentId assessment) {
    return Optional.ofNullable(byAssessment.get(assessment.value())).flatMap(this::find);
  }

  /** In the order in which they were first proposed. */
  List<AlertTrack> all() {
    return List.copyOf(alerts.sequencedValues());
  }

  /** The effect of ours whose end is the newest input. */
  Optional<Effect> ended() {
    return ended;
  }

  void fold(Entry entry) {
    switch (entry.event()) {
      case Input input -> input(entry.actor(), input);
      case AlertEvent event -> alert(event);
      case RiskEvent.Assessed(Assessment assessment) -> hear(assessment);
      case RiskEvent.Reassessed(Assessment assessment) -> hear(assessment);
      case WatchEvent.EffectAsked(var id, var effect) -> effects.put(id.value(), effect);
      case RiskEvent _, WatchEvent _, HazardEvent _, DispatchEvent _, DrillEvent _, SiteEvent _ -> {
        // other desks' business
      }
    }
  }

  private void input(Actor actor, Input input) {
    ended = Optional.empty();
    if (input instanceof Input.EffectEnded(var id, _)) {
      ended = Optional.ofNullable(effects.remove(id.value()));
    }
    if (input instanceof Input.Commanded(_, AlertCommand _)) {
      asking = actor instanceof Actor.Person person ? Optional.of(person) : Optional.empty();
    }
  }

  private void alert(AlertEvent event) {
    switch (event) {
      case AlertEvent.Proposed(AlertMessage message) -> propose(message);
      case AlertEvent.Approved(var id, var number, var by, var at) -> {
        boolean approver = asking.map(p -> p.who().equals(by) && p.is(Role.APPROVER)).orElse(false);
        change(id, t -> t.with(number, r -> r.approved(new Approval(by, approver, at))));
      }
      case AlertEvent.Rejected(var id, var number, _, _) -> stage(id, number, Stage.REJECTED);
      case AlertEvent.Replaced(var id, var number) -> stage(id, number, Stage.REPLACED);
      case AlertEvent.Issued(var id, var number, var at) ->
          change(id, t -> t.superseding(number).with(number, r -> r.issued(at)));
      case AlertEvent.Expired(var id, var number, _) -> stage(id, number, Stage.EXPIRED);
      case AlertEvent.Acknowledged(var id, var number, var institution, _) ->
          change(id, t -> t.with(number, r -> r.acknowledgedBy(institution)));
      case AlertEvent.Delivered _,
          AlertEvent.Tallied _,
          AlertEvent.CapPublished _,
          AlertEvent.EffectFailed _,
          AlertEvent.AcknowledgementOverdue _ -> {
        // told to people; nothing is decided on it
      }
    }
  }

  private void propose(AlertMessage message) {
    AlertTrack track =
        find(message.alert())
            .orElseGet(() -> new AlertTrack(message.alert(), List.of(), Optional.empty(), false));
    alerts.put(message.alert(), track.with(AlertRevision.pending(message)));
    message.assessment().ifPresent(a -> byAssessment.put(a.value(), message.alert()));
    heard
        .filter(_ -> message.author() instanceof Actor.House)
        .filter(a -> message.assessment().equals(Optional.of(a.id())))
        .ifPresent(a -> change(message.alert(), t -> t.hearing(a)));
    forgetOldest();
  }

  private void forgetOldest() {
    List<AlertId> over = new ArrayList<>();
    alerts.forEach(
        (id, track) -> {
          if (track.isOver()) {
            over.add(id);
          }
        });
    for (AlertId id : over.subList(0, Math.max(0, over.size() - MAX_OVER))) {
      alerts.remove(id);
      byAssessment.values().removeIf(id::equals);
    }
  }

  private void stage(AlertId id, int number, Stage stage) {
    change(id, t -> t.with(number, r -> r.at(stage)));
  }

  private void change(AlertId id, UnaryOperator<AlertTrack> change) {
    alerts.computeIfPresent(id, (_, track) -> change.apply(track));
  }

  private void hear(Assessment assessment) {
    heard = Optional.of(assessment);
    of(assessment.id()).ifPresent(t -> alerts.put(t.id(), t.hearing(assessment)));
  }

  AlertState snapshot() {
    return new AlertState(all(), byAssessment, effects, ended, asking, heard);
  }

  void restore(AlertState state) {
    alerts.clear();
    state.alerts().forEach(t -> alerts.put(t.id(), t));
    byAssessment.clear();
    byAssessment.putAll(state.byAssessment());
    effects.clear();
    effects.putAll(state.effects());
    ended = state.ended();
    asking = state.asking();
    heard = state.heard();
  }
}
