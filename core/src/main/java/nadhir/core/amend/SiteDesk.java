package nadhir.core.amend;

import java.util.List;
import java.util.Optional;
import nadhir.core.amend.SiteState.Proposal;
import nadhir.core.amend.SiteState.ZoneAmendment;
import nadhir.core.command.Command;
import nadhir.core.command.SiteCommand;
import nadhir.core.desk.Desk;
import nadhir.core.desk.Outcome;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.SiteEvent;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;

/**
 * Keeps what people changed of the site pack. A change is taken only when the whole site is sound
 * with it. Rules decide whom a city warns, so that in the live lane two people must want new ones;
 * in a drill one is enough. The other desks are made anew for what follows a change.
 */
public final class SiteDesk implements Desk<SiteState> {
  public static final String NAME = "site";

  /** Zones that may differ from the site pack; more belong into a pack. */
  static final int MAX_CHANGED_ZONES = 500;

  static final int MAX_ZONE_CHARS = 100_000;

  /**
   * About 1,000 rules. They are checked here, while nothing else is decided in the lane: so many
   * take a third of a second, 5,000 would take two.
   */
  static final int MAX_RULES_CHARS = 200_000;

  private static final int MAX_TOLD = 5;

  private final SiteBook book;
  private final Lane lane;
  private SiteState state = SiteState.AS_PACKED;

  public SiteDesk(SiteBook book, Lane lane) {
    this.book = book;
    this.lane = lane;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Class<? extends Command>> commands() {
    return Optional.of(SiteCommand.class);
  }

  @Override
  public void fold(Entry entry) {
    if (entry.event() instanceof SiteEvent event) {
      state =
          switch (event) {
            case SiteEvent.ZoneChanged(var zone, var version, var geoJson, _, _) ->
                state.withZone(zone.value(), new ZoneAmendment(version, geoJson));
            case SiteEvent.RulesProposed(var version, var yaml, var by, var why) ->
                state.withProposal(Optional.of(new Proposal(version, yaml, by, why)));
            case SiteEvent.RulesRejected _ -> state.withProposal(Optional.empty());
            case SiteEvent.RulesChanged(var version, var yaml, _, _) ->
                state.withRules(new SiteState.Rules(version, yaml));
          };
    }
  }

  /** Nothing follows by itself: a site changes by a person's command only. */
  @Override
  public List<Event> react(Entry entry) {
    return List.of();
  }

  @Override
  public Outcome decide(Entry input, Command command) {
    if (!(command instanceof SiteCommand ours)) {
      throw new IllegalArgumentException("not a command for the site desk: " + command);
    }
    if (!(input.actor() instanceof Actor.Person person)) {
      return Outcome.refused("not-a-person", "Only a person changes the site.");
    }
    return switch (ours) {
      case SiteCommand.PutZone put -> putZone(put, person.who());
      case SiteCommand.RemoveZone remove -> removeZone(remove, person.who());
      case SiteCommand.ProposeRules propose -> proposeRules(propose, person.who());
      case SiteCommand.ApproveRules(var version) -> approveRules(version, person.who());
      case SiteCommand.RejectRules(var version, var why) ->
          waiting(version)
              .<Outcome>map(
                  p ->
                      Outcome.accepted(
                          "rules",
                          List.of(new SiteEvent.RulesRejected(version, person.who(), why))))
              .orElseGet(SiteDesk::nothingWaits);
    };
  }

  private Outcome putZone(SiteCommand.PutZone put, PersonRef by) {
    if (put.geoJson().length() > MAX_ZONE_CHARS) {
      return Outcome.refused(
          "too-long", "A zone is written in at most " + MAX_ZONE_CHARS + " characters.");
    }
    return changeZone(put.zone(), put.basedOn(), Optional.of(put.geoJson()), by, put.why());
  }

  private Outcome removeZone(SiteCommand.RemoveZone remove, PersonRef by) {
    if (!book.hasZone(state, remove.zone())) {
      return Outcome.refused("no-such-zone", "There is no zone " + remove.zone() + ".");
    }
    return changeZone(remove.zone(), remove.basedOn(), Optional.empty(), by, remove.why());
  }

  private Outcome changeZone(
      ZoneId zone, int basedOn, Optional<String> geoJson, PersonRef by, String why) {
    int version = state.zoneVersion(zone);
    if (basedOn != version) {
      return changedMeanwhile("Zone " + zone + " is", version, basedOn);
    }
    if (version == 0 && state.zones().size() == MAX_CHANGED_ZONES) {
      return Outcome.refused(
          "too-many-changes",
          MAX_CHANGED_ZONES + " zones differ from the site pack: write them into a new pack.");
    }
    var amendment = new ZoneAmendment(version + 1, geoJson);
    return sound(
        state.withZone(zone.value(), amendment),
        zone.value(),
        new SiteEvent.ZoneChanged(zone, version + 1, geoJson, by, why));
  }

  private Outcome proposeRules(SiteCommand.ProposeRules propose, PersonRef by) {
    int version = state.rulesVersion();
    if (propose.yaml().length() > MAX_RULES_CHARS) {
      return Outcome.refused(
          "too-long", "Rules are written in at most " + MAX_RULES_CHARS + " characters.");
    }
    if (propose.basedOn() != version) {
      return changedMeanwhile("The rules are", version, propose.basedOn());
    }
    if (state.proposal().isPresent()) {
      return Outcome.refused(
          "proposal-waits", "Other rules wait for a second person: agree to them or reject them.");
    }
    int next = version + 1;
    return sound(
        state.withRules(new SiteState.Rules(next, propose.yaml())),
        "rules",
        switch (lane) {
          case Lane.Live _ -> new SiteEvent.RulesProposed(next, propose.yaml(), by, propose.why());
          case Lane.Drill _ -> new SiteEvent.RulesChanged(next, propose.yaml(), by, propose.why());
        });
  }

  private Outcome approveRules(int version, PersonRef by) {
    Optional<Proposal> waiting = waiting(version);
    if (waiting.isEmpty()) {
      return nothingWaits();
    }
    Proposal proposal = waiting.get();
    if (proposal.by().equals(by)) {
      return Outcome.refused("own-proposal", "Another person than the author must agree.");
    }
    return sound(
        state.withRules(new SiteState.Rules(version, proposal.yaml())),
        "rules",
        new SiteEvent.RulesChanged(version, proposal.yaml(), by, proposal.why()));
  }

  private Optional<Proposal> waiting(int version) {
    return state.proposal().filter(p -> p.version() == version);
  }

  private static Outcome nothingWaits() {
    return Outcome.refused("no-such-proposal", "No rules of this version wait.");
  }

  private static Outcome changedMeanwhile(String what, int version, int basedOn) {
    return Outcome.refused(
        "changed-meanwhile",
        what
            + " at version "
            + version
            + " by now, and this change is to version "
            + basedOn
            + ": look at it again.");
  }

  private Outcome sound(SiteState changed, String subject, SiteEvent event) {
    List<String> mistakes = book.mistakes(changed);
    if (mistakes.isEmpty()) {
      return Outcome.accepted(subject, List.of(event));
    }
    String told = String.join("; ", mistakes.subList(0, Math.min(MAX_TOLD, mistakes.size())));
    int more = mistakes.size() - MAX_TOLD;
    return Outcome.refused("site-unsound", more > 0 ? told + "; and " + more + " more" : told);
  }

  @Override
  public SiteState snapshot() {
    return state;
  }

  @Override
  public Class<SiteState> stateType() {
    return SiteState.class;
  }

  @Override
  public void restore(SiteState saved) {
    state = saved;
  }
}
