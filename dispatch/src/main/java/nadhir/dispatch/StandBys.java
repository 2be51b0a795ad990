package nadhir.dispatch;

import java.util.Optional;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.Incident;
import nadhir.core.dispatch.UnitState;

/** Which units only stand by: assigned to an incident whose run card says so, and not gone yet. */
final class StandBys {
  private final DispatchPlan plan;
  private final DispatchBook book;

  StandBys(DispatchPlan plan, DispatchBook book) {
    this.plan = plan;
    this.book = book;
  }

  /** The assignment on which the unit stands by; empty when it is free, busy or out of service. */
  Optional<Assignment> of(UnitState unit) {
    return unit.status() == UnitState.Status.ASSIGNED
        ? unit.assignment()
            .flatMap(book::findAssignment)
            .filter(
                a -> book.findIncident(a.incident()).filter(f -> isOne(f.incident())).isPresent())
        : Optional.empty();
  }

  /** Whether units of the incident stand by. */
  boolean isOne(Incident incident) {
    return incident.runCard().flatMap(plan::findRunCard).filter(RunCard::standBy).isPresent();
  }
}
