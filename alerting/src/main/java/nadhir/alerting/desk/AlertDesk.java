package nadhir.alerting.desk;

import java.util.List;
import java.util.Optional;
import nadhir.alerting.compose.Messages;
import nadhir.core.alert.AlertMessage;
import nadhir.core.command.AlertCommand;
import nadhir.core.command.Command;
import nadhir.core.desk.Desk;
import nadhir.core.desk.Outcome;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.SiteEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.AlertId;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Zone;

/**
 * Where alerts are made. An assessment with a message becomes a proposal; people agree, or the rule
 * is trusted to speak by itself; what is issued is published, delivered, counted, and comes to its
 * end. A cleared assessment says nothing to anybody: the all-clear is a person's.
 */
public final class AlertDesk implements Desk<AlertState> {
  public static final String NAME = "alert";

  private static final String INSTITUTION = "inst-";

  private final AlertTracks tracks = new AlertTracks();
  private final Proposals proposals;
  private final Composing composing;
  private final Approving approving;
  private final FollowUps followUps;

  public AlertDesk(
      SiteInfo site,
      Messages messages,
      List<Zone> zones,
      Lane lane,
      DeskSettings settings,
      Institutions institutions) {
    Drafting drafting = new Drafting(site, messages, zones, lane);
    this.proposals = new Proposals(site, tracks, drafting);
    this.composing = new Composing(site, tracks, drafting, proposals);
    this.approving = new Approving(tracks);
    this.followUps = new FollowUps(tracks, settings, institutions);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Class<? extends Command>> commands() {
    return Optional.of(AlertCommand.class);
  }

  @Override
  public void fold(Entry entry) {
    tracks.fold(entry);
  }

  @Override
  public List<Event> react(Entry entry) {
    return switch (entry.event()) {
      case RiskEvent.Assessed(var assessment) -> proposals.assessed(entry, assessment);
      case RiskEvent.Reassessed(var assessment) -> proposals.assessed(entry, assessment);
      case AlertEvent.Proposed(AlertMessage message) -> followUps.proposed(entry, message);
      case AlertEvent.Issued(var alert, var number, _) -> followUps.issued(entry, alert, number);
      case AlertEvent.Rejected(var alert, var number, _, _) ->
          afterCorrection(entry, alert, number);
      case AlertEvent.Expired(var alert, var number, _) -> afterCorrection(entry, alert, number);
      case Input.Woken(var desk, var key) when desk.equals(NAME) ->
          WakeUp.parse(key).map(w -> followUps.woken(entry, w)).orElse(List.of());
      case Input.EffectEnded(_, var result) ->
          tracks.ended().map(e -> List.of(FollowUps.ended(entry, e, result))).orElse(List.of());
      case Input _,
          WatchEvent _,
          HazardEvent _,
          RiskEvent _,
          AlertEvent _,
          DispatchEvent _,
          DrillEvent _,
          SiteEvent _ ->
          List.of();
    };
  }

  private List<Event> afterCorrection(Entry entry, AlertId alert, int number) {
    return tracks
        .find(alert)
        .filter(t -> t.find(number).map(AlertRevision::isCancel).orElse(false))
        .map(t -> proposals.afterCorrection(entry, t))
        .orElse(List.of());
  }

  @Override
  public Outcome decide(Entry input, Command command) {
    return switch ((AlertCommand) command) {
      case AlertCommand.Propose c -> composing.propose(input, c);
      case AlertCommand.ProposeUpdate c -> composing.update(input, c);
      case AlertCommand.ProposeCancel c -> composing.cancel(input, c);
      case AlertCommand.Approve(var alert, var number) -> approving.approve(input, alert, number);
      case AlertCommand.Reject(var alert, var number, var why) ->
          approving.reject(input, alert, number, why);
      case AlertCommand.Acknowledge(var alert, var number, var institution) ->
          acknowledge(input, alert, number, institution);
    };
  }

  /** Once or again: the first time counts. */
  private Outcome acknowledge(Entry input, AlertId alert, int number, PersonRef institution) {
    if (!institution.value().startsWith(INSTITUTION)) {
      return Refusal.NOT_AN_INSTITUTION.outcome();
    }
    if (input.actor() instanceof Actor.Person person
        && !person.who().equals(institution)
        && !person.is(Role.OPERATOR)
        && !person.is(Role.APPROVER)) {
      return Refusal.MISSING_ROLE.outcome();
    }
    Optional<AlertTrack> track = tracks.find(alert);
    if (track.isEmpty()) {
      return Refusal.UNKNOWN_ALERT.outcome();
    }
    Optional<AlertRevision> revision = track.get().find(number).filter(AlertRevision::wasIssued);
    if (revision.isEmpty()) {
      return Refusal.NOT_ISSUED.outcome();
    }
    boolean known = revision.get().acknowledged().contains(institution);
    List<Event> events =
        known
            ? List.of()
            : List.of(new AlertEvent.Acknowledged(alert, number, institution, input.at()));
    return Outcome.accepted(alert.value(), events);
  }

  @Override
  public AlertState snapshot() {
    return tracks.snapshot();
  }

  @Override
  public Class<AlertState> stateType() {
    return AlertState.class;
  }

  @Override
  public void restore(AlertState state) {
    tracks.restore(state);
  }
}
