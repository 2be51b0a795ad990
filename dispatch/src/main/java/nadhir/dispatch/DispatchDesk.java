package nadhir.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.command.Command;
import nadhir.core.command.DispatchCommand;
import nadhir.core.desk.Desk;
import nadhir.core.desk.Outcome;
import nadhir.core.dispatch.UnitState;
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

/**
 * Opens an incident for what the rules assess, recommends units for it, and keeps track of the
 * units that a person sends until each is free again.
 *
 * <ul>
 *   <li>One incident per hazard and run card: a second rule with the same card revises it. Its
 *       level is the highest of its assessments, its zones are those of all.
 *   <li>Nobody is sent by the desk: a recommendation is words, an assignment is a person's command.
 *   <li>A condition that is over closes nothing; people close incidents.
 *   <li>Where a crew is by its own word counts for who is nearest, and tells who is in danger.
 *   <li>Whoever sends a unit that only stands by for another incident stands it down there.
 * </ul>
 */
public final class DispatchDesk implements Desk<DispatchState> {
  public static final String NAME = "dispatch";

  /** A crew under way changes its arrival with every word: a minute is nothing to tell. */
  private static final Duration SAME_ETA = Duration.ofMinutes(1);

  private final DispatchPlan plan;
  private final DispatchBook book;
  private final Recommender recommender;
  private final Incidents incidents;
  private final Orders orders;

  public DispatchDesk(DispatchPlan plan) {
    this.plan = plan;
    this.book = new DispatchBook(plan);
    var standBys = new StandBys(plan, book);
    this.recommender = new Recommender(plan, book, standBys);
    this.incidents = new Incidents(plan, book);
    this.orders = new Orders(plan, book, standBys);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Class<? extends Command>> commands() {
    return Optional.of(DispatchCommand.class);
  }

  @Override
  public void fold(Entry entry) {
    book.fold(entry);
  }

  @Override
  public List<Event> react(Entry entry) {
    return switch (entry.event()) {
      case Input.SiteAdopted _ -> newUnits();
      case Input.UnitHeard word -> book.crews().heard(entry, word);
      case Input.UnitSilent _ -> book.crews().contact(entry);
      case Input.Woken(var desk, var key) when desk.equals(NAME) -> book.crews().woken(entry, key);
      case HazardEvent.Revised(var hazard) -> incidents.follow(hazard);
      case RiskEvent.Assessed(var assessment) ->
          and(incidents.answer(entry, assessment, true), endangered(entry));
      case RiskEvent.Reassessed(var assessment) ->
          and(incidents.answer(entry, assessment, false), endangered(entry));
      case RiskEvent.Cleared _, AlertEvent.Expired _ -> endangered(entry);
      case AlertEvent.Issued issued -> and(book.tasks().issued(entry, issued), endangered(entry));
      case DispatchEvent.IncidentOpened _, DispatchEvent.IncidentRevised _ ->
          newRecommendations(Duration.ZERO);
      case DispatchEvent.UnitMoved _ ->
          and(newRecommendations(Duration.ZERO), book.crews().contact(entry));
      case DispatchEvent.UnitAt _ -> newRecommendations(SAME_ETA);
      case DispatchEvent _,
          HazardEvent _,
          RiskEvent _,
          Input _,
          WatchEvent _,
          AlertEvent _,
          DrillEvent _,
          SiteEvent _ ->
          List.of();
    };
  }

  /** Units of the site pack that the desk has not seen stand free at their base. */
  private List<Event> newUnits() {
    return plan.units().values().stream()
        .filter(unit -> book.findUnit(unit.id()).isEmpty())
        .<Event>map(
            unit ->
                new DispatchEvent.UnitMoved(
                    new UnitState(
                        unit.id(), UnitState.Status.AVAILABLE, unit.base(), Optional.empty())))
        .toList();
  }

  private List<Event> endangered(Entry entry) {
    return book.crews().changes(entry, Optional.empty());
  }

  private static List<Event> and(List<Event> first, List<Event> then) {
    var events = new ArrayList<>(first);
    events.addAll(then);
    return List.copyOf(events);
  }

  /**
   * A recommendation for each open incident whose last one does not hold any more.
   *
   * @param same arrivals that differ by no more are the same
   */
  private List<Event> newRecommendations(Duration same) {
    var events = new ArrayList<Event>();
    for (var file : book.openIncidents()) {
      var now = recommender.propose(file);
      var told = new Recommender.Proposal(file.recommended(), file.unmetNeeds());
      if (!now.isLike(told, same)) {
        events.add(
            new DispatchEvent.Recommended(file.incident().id(), now.units(), now.unmetNeeds()));
      }
    }
    return List.copyOf(events);
  }

  @Override
  public Outcome decide(Entry input, Command command) {
    if (command instanceof DispatchCommand ours) {
      return orders.decide(input, ours);
    }
    throw new IllegalArgumentException("not a command for dispatch: " + command);
  }

  @Override
  public DispatchState snapshot() {
    return book.snapshot();
  }

  @Override
  public Class<DispatchState> stateType() {
    return DispatchState.class;
  }

  @Override
  public void restore(DispatchState state) {
    book.restore(state);
  }
}
