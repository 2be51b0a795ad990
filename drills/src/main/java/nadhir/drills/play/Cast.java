package nadhir.drills.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import nadhir.core.alert.AlertMessage;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.drills.scenario.Order;
import nadhir.drills.scenario.Reaction;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.scenario.Trigger;

/**
 * The scripted people: reads the lane's entries and knows who does what next. All of it follows
 * from the entries, the scenario and the seed, so that another member can go on after a takeover.
 */
final class Cast {
  private final Scenario scenario;
  private final long seed;
  private final boolean interactive;
  private final InstitutionPort institutions;
  private final Stage stage;
  private final TreeSet<Cue> cues = new TreeSet<>();

  /**
   * @param interactive a visitor is the approver: what scripted approvers decide is left out
   */
  Cast(
      Scenario scenario,
      long seed,
      boolean interactive,
      InstitutionPort institutions,
      Stage stage) {
    this.scenario = scenario;
    this.seed = seed;
    this.interactive = interactive;
    this.institutions = institutions;
    this.stage = stage;
    for (int line = 0; line < scenario.reactions().size(); line++) {
      if (scenario.reactions().get(line).when() instanceof Trigger.At(Instant at)) {
        cue(line, 0, at, new Cue.About.Nothing());
      }
    }
  }

  /** What the entry, which the stage has folded already, makes people do. */
  void fold(Entry entry) {
    switch (entry.event()) {
      case AlertEvent.Proposed(var message) ->
          react(
              entry,
              when ->
                  when instanceof Trigger.AlertProposed(var key)
                      && Trigger.means(key, message.messageKey()),
              new Cue.About.Revision(message.alert(), message.revision()));
      case AlertEvent.Delivered delivered ->
          react(
              entry,
              when -> when instanceof Trigger.AlertDelivered(var key) && isFrom(delivered, key),
              new Cue.About.Revision(delivered.alert(), delivered.revision()));
      case DispatchEvent.IncidentOpened(var incident) ->
          react(
              entry,
              when ->
                  when instanceof Trigger.IncidentOpened(var card)
                      && Trigger.means(card, incident.runCard().orElse("")),
              new Cue.About.Incident(incident.id()));
      case DispatchEvent.AssignmentMoved(var assignment) when Stage.isNew(assignment) ->
          react(
              entry,
              when ->
                  when instanceof Trigger.UnitAssigned(var unit, var card)
                      && Trigger.means(unit, assignment.unit().value())
                      && (card.isEmpty()
                          || card.equals(
                              stage.incident(assignment.incident()).flatMap(i -> i.runCard()))),
              new Cue.About.Assignment(assignment.id()));
      default -> {
        // nobody waits for it
      }
    }
  }

  private boolean isFrom(AlertEvent.Delivered delivered, String key) {
    return stage
        .find(delivered.alert(), delivered.revision())
        .filter(r -> Trigger.means(key, r.message().messageKey()))
        .isPresent();
  }

  /** The first line that fits plays; a special one stands before a general one. */
  private void react(Entry entry, Predicate<Trigger> fits, Cue.About about) {
    for (int line = 0; line < scenario.reactions().size(); line++) {
      if (fits.test(scenario.reactions().get(line).when())) {
        cue(line, entry.seq(), entry.at(), about);
        return;
      }
    }
  }

  private void cue(int line, long trigger, Instant at, Cue.About about) {
    Reaction reaction = scenario.reactions().get(line);
    Instant first = at.plus(reaction.after());
    switch (reaction.order()) {
      case Order.Move(var steps) -> {
        for (int n = 0; n < steps.size(); n++) {
          var step = steps.get(n);
          cues.add(
              new Cue(
                  first.plus(step.after()),
                  trigger,
                  line,
                  n,
                  scenario.actor(reaction.as().getFirst()),
                  new Order.Move(List.of(step)),
                  about));
        }
      }
      case Order.Acknowledge acknowledge -> acknowledge(acknowledge, line, trigger, first, about);
      case Order order -> {
        for (int n = 0; n < reaction.as().size(); n++) {
          if (isTheVisitors(order, reaction.as().get(n))) {
            continue;
          }
          cues.add(
              new Cue(
                  first.plus(reaction.apart().multipliedBy(n)),
                  trigger,
                  line,
                  n,
                  scenario.actor(reaction.as().get(n)),
                  order,
                  about));
        }
      }
    }
  }

  /** In an interactive drill the visitor is the approver; the operator's part stays scripted. */
  private boolean isTheVisitors(Order order, PersonRef who) {
    return interactive && Order.isDecision(order) && scenario.actor(who).is(Role.APPROVER);
  }

  /** Which institutions answer, and in which order, comes from the seed alone. */
  private void acknowledge(
      Order.Acknowledge order, int line, long trigger, Instant first, Cue.About about) {
    if (!(about instanceof Cue.About.Revision(var alert, var revision))) {
      throw new IllegalArgumentException("only a revision is acknowledged, not " + about);
    }
    var told = new ArrayList<>(institutions.told(alert, revision));
    told.sort(
        Comparator.<PersonRef>comparingLong(p -> SeededOrder.rank(seed, line, p.value()))
            .thenComparing(PersonRef::value));
    int count = (int) ((long) told.size() * order.count() / order.outOf());
    for (int n = 0; n < count; n++) {
      Duration after = order.within().multipliedBy(n + 1).dividedBy(count);
      var whole = Duration.ofSeconds(after.toSeconds());
      var actor = new Actor.Person(told.get(n), List.of());
      cues.add(new Cue(first.plus(whole), trigger, line, n, actor, order, about));
    }
  }

  /** Whether a scripted person has still a part in the decision about this revision. */
  boolean willDecide(AlertMessage message) {
    var about = new Cue.About.Revision(message.alert(), message.revision());
    return cues.stream()
        .anyMatch(cue -> Order.isDecision(cue.order()) && cue.about().equals(about));
  }

  Optional<Instant> nextDue() {
    return cues.isEmpty() ? Optional.empty() : Optional.of(cues.first().due());
  }

  /** Takes the next cue that is due at {@code now} or before. */
  Optional<Cue> pollDue(Instant now) {
    if (cues.isEmpty() || cues.first().due().isAfter(now)) {
      return Optional.empty();
    }
    return Optional.of(cues.pollFirst());
  }

  /** What was due before {@code at} has been done by whoever played so far. */
  void forgetBefore(Instant at) {
    cues.removeIf(cue -> cue.due().isBefore(at));
  }
}
