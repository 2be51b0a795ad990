package nadhir.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.Recommendation;
import nadhir.core.dispatch.Unit;
import nadhir.core.dispatch.UnitState;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.UnitId;
import nadhir.dispatch.DispatchState.IncidentFile;
import nadhir.dispatch.RunCard.Need;

/**
 * Proposes units for an incident: for each need of its run card, in order, the free units that can
 * be there first. Needs that units of the incident meet already, or have met, ask for no more. A
 * unit on stand-by counts as free for an incident that is there, and not for another stand-by.
 *
 * <p>The time of arrival is the great-circle distance at the unit's usual speed: a lower bound,
 * good for putting units in order; roads and closures are not in it.
 */
final class Recommender {
  /** What is proposed, and the needs that no free unit meets (once for each that is missing). */
  record Proposal(List<Recommendation> units, List<String> unmetNeeds) {
    static final Proposal NONE = new Proposal(List.of(), List.of());

    /** The same units for the same needs, their arrivals no more than {@code same} apart. */
    boolean isLike(Proposal other, Duration same) {
      if (same.isZero()) {
        return equals(other);
      }
      boolean like = unmetNeeds.equals(other.unmetNeeds) && units.size() == other.units.size();
      for (int i = 0; like && i < units.size(); i++) {
        Recommendation a = units.get(i);
        Recommendation b = other.units.get(i);
        like =
            a.unit().equals(b.unit())
                && a.need().equals(b.need())
                && a.eta().minus(b.eta()).abs().compareTo(same) <= 0;
      }
      return like;
    }
  }

  private final DispatchPlan plan;
  private final DispatchBook book;
  private final StandBys standBys;

  Recommender(DispatchPlan plan, DispatchBook book, StandBys standBys) {
    this.plan = plan;
    this.book = book;
    this.standBys = standBys;
  }

  Proposal propose(IncidentFile file) {
    var runCard = file.incident().runCard();
    if (runCard.isEmpty()) {
      return Proposal.NONE;
    }
    return plan.findRunCard(runCard.get())
        .map(card -> propose(file, card))
        .orElseGet(() -> new Proposal(List.of(), List.of("run-card:" + runCard.get())));
  }

  private Proposal propose(IncidentFile file, RunCard card) {
    var sent = sentUnits(file);
    var proposed = new ArrayList<Recommendation>();
    var taken = new LinkedHashSet<UnitId>(); // who has been there already is not sent again
    sent.forEach(unit -> taken.add(unit.id()));
    var unmet = new ArrayList<String>();
    for (Need need : card.needs()) {
      int missing = need.count() - takeMeeting(need, sent);
      while (missing > 0) {
        var next = nearest(need, file.incident().place(), card.standBy(), taken);
        if (next.isEmpty()) {
          break;
        }
        proposed.add(next.get());
        taken.add(next.get().unit());
        missing--;
      }
      for (int i = 0; i < missing; i++) {
        unmet.add(need.what());
      }
    }
    return new Proposal(List.copyOf(proposed), List.copyOf(unmet));
  }

  /** Units of the incident that count: on their way, there, or done there; not the stood down. */
  private SequencedSet<Unit> sentUnits(IncidentFile file) {
    var sent = new LinkedHashSet<Unit>();
    for (Assignment assignment : file.assignments()) {
      boolean stoodDown =
          assignment.state() == Assignment.State.CLEAR && assignment.onSceneAt().isEmpty();
      if (!stoodDown) {
        plan.findUnit(assignment.unit()).ifPresent(sent::add);
      }
    }
    return sent;
  }

  /** Takes up to {@code need.count()} units that meet the need out of {@code sent}. */
  private static int takeMeeting(Need need, SequencedSet<Unit> sent) {
    var meeting = sent.stream().filter(need::isMetBy).limit(need.count()).toList();
    meeting.forEach(sent::remove);
    return meeting.size();
  }

  private Optional<Recommendation> nearest(
      Need need, LatLon place, boolean standBy, SequencedSet<UnitId> taken) {
    return plan.units().values().stream()
        .filter(unit -> need.isMetBy(unit) && !taken.contains(unit.id()))
        .flatMap(unit -> recommendation(unit, need, place, standBy).stream())
        .min(
            Comparator.comparing(Recommendation::eta)
                .thenComparing(Recommendation::distanceM)
                .thenComparing(Recommendation::unit));
  }

  private Optional<Recommendation> recommendation(
      Unit unit, Need need, LatLon place, boolean standBy) {
    return book.findUnit(unit.id())
        .filter(
            state ->
                state.status() == UnitState.Status.AVAILABLE
                    || !standBy && standBys.of(state).isPresent())
        .map(
            state -> {
              double distanceM = Sphere.distanceM(state.place(), place);
              long etaS = (long) StrictMath.ceil(distanceM / unit.speedMps());
              return new Recommendation(
                  unit.id(), need.what(), distanceM, Duration.ofSeconds(etaS));
            });
  }
}
