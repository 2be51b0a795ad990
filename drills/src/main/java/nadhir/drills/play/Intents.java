package nadhir.drills.play;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.command.AlertCommand;
import nadhir.core.command.Command;
import nadhir.core.command.DispatchCommand;
import nadhir.core.command.HazardCommand;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssignmentId;
import nadhir.core.id.CommandId;
import nadhir.core.id.IncidentId;
import nadhir.core.lane.Actor;
import nadhir.core.risk.Slot;
import nadhir.drills.scenario.Order;
import nadhir.drills.scenario.SlotText;

/** Turns an order of the script into commands, by what is on the stage at that moment. */
final class Intents {
  private final Stage stage;

  Intents(Stage stage) {
    this.stage = stage;
  }

  /** What the cue comes to now; nothing when its object is gone or decided already. */
  List<Intent> of(Cue cue) {
    String prefix = "script-" + cue.line() + "-" + cue.trigger();
    return of(prefix, cue.actor(), cue.order(), cue.about());
  }

  /** What an inject's order comes to now. */
  List<Intent> of(int inject, Actor.Person actor, Order order) {
    return of("inject-" + inject, actor, order, new Cue.About.Nothing());
  }

  private List<Intent> of(String prefix, Actor.Person actor, Order order, Cue.About about) {
    return switch (order) {
      case Order.Approve _ ->
          pending(about)
              .map(r -> command(prefix, actor, new AlertCommand.Approve(r.alert(), r.revision())))
              .orElse(List.of());
      case Order.Reject(var why) ->
          pending(about)
              .map(
                  r ->
                      command(prefix, actor, new AlertCommand.Reject(r.alert(), r.revision(), why)))
              .orElse(List.of());
      case Order.Acknowledge _ -> {
        var revision = (Cue.About.Revision) about;
        yield command(
            prefix,
            actor,
            new AlertCommand.Acknowledge(revision.alert(), revision.revision(), actor.who()));
      }
      case Order.AssignRecommended _ -> assign(prefix, actor, ((Cue.About.Incident) about));
      case Order.Move(var steps) -> move(prefix, actor, steps.getFirst(), about);
      case Order.Propose propose -> propose(prefix, actor, propose);
      case Order.ProposeUpdate update -> update(prefix, actor, update);
      case Order.ProposeCancel cancel -> cancel(prefix, actor, cancel);
      case Order.OpenHazard open -> command(prefix, actor, openHazard(open));
      case Order.EndHazard(var type, var why) ->
          stage
              .activeHazard(type)
              .map(id -> command(prefix, actor, new HazardCommand.EndHazard(id, why)))
              .orElse(List.of());
      case Order.OpenIncident(var type, var level, var place, var card) ->
          command(
              prefix,
              actor,
              new DispatchCommand.OpenIncident(type, Optional.empty(), level, place, card));
      case Order.CloseIncident(var card, var why) ->
          stage
              .openIncident(card)
              .map(i -> command(prefix, actor, new DispatchCommand.CloseIncident(i.id(), why)))
              .orElse(List.of());
      case Order.OutOfService(var unit, var out) ->
          command(prefix, actor, new DispatchCommand.SetOutOfService(unit, out));
    };
  }

  private static List<Intent> command(String prefix, Actor.Person actor, Command command) {
    return List.of(intent(prefix, actor.who().value(), actor, command));
  }

  private static Intent intent(String prefix, String suffix, Actor actor, Command command) {
    return new Intent(new CommandId(prefix + "-" + suffix), actor, command);
  }

  private Optional<Cue.About.Revision> pending(Cue.About about) {
    var revision = (Cue.About.Revision) about;
    return stage
        .find(revision.alert(), revision.revision())
        .filter(Stage.Revision::pending)
        .map(_ -> revision);
  }

  private List<Intent> assign(String prefix, Actor actor, Cue.About.Incident about) {
    IncidentId incident = about.incident();
    return stage.recommendedFor(incident).stream()
        .map(
            unit ->
                intent(prefix, unit.value(), actor, new DispatchCommand.AssignUnit(incident, unit)))
        .toList();
  }

  private static List<Intent> move(String prefix, Actor actor, Order.Step step, Cue.About about) {
    AssignmentId assignment = ((Cue.About.Assignment) about).assignment();
    return List.of(
        intent(
            prefix,
            step.to().name(),
            actor,
            new DispatchCommand.MoveAssignment(assignment, step.to())));
  }

  private static List<Intent> propose(String prefix, Actor.Person actor, Order.Propose order) {
    return command(
        prefix,
        actor,
        new AlertCommand.Propose(
            Optional.empty(),
            order.message(),
            order.level(),
            order.scope(),
            order.zones(),
            Optional.empty(),
            slots(order.slots(), List.of()),
            order.validFor()));
  }

  private List<Intent> update(String prefix, Actor.Person actor, Order.ProposeUpdate order) {
    return stage
        .liveAlert(order.of())
        .map(
            out ->
                command(
                    prefix,
                    actor,
                    new AlertCommand.ProposeUpdate(
                        alert(out), order.message(), slots(order.slots(), out), order.validFor())))
        .orElse(List.of());
  }

  private List<Intent> cancel(String prefix, Actor.Person actor, Order.ProposeCancel order) {
    return stage
        .liveAlert(order.of())
        .map(
            out ->
                command(
                    prefix,
                    actor,
                    new AlertCommand.ProposeCancel(
                        alert(out), order.message(), slots(order.slots(), out), order.note())))
        .orElse(List.of());
  }

  private static AlertId alert(List<Stage.Revision> out) {
    return out.getFirst().message().alert();
  }

  /** {@code out} are the issued revisions that the command speaks of, oldest first. */
  private static SortedMap<String, Slot> slots(
      SortedMap<String, SlotText> texts, List<Stage.Revision> out) {
    var slots = new TreeMap<String, Slot>();
    texts.forEach(
        (name, text) -> {
          switch (text) {
            case SlotText.Fixed(var slot) -> slots.put(name, slot);
            case SlotText.TimeOfIssue _ ->
                out.stream()
                    .reduce((_, last) -> last)
                    .flatMap(Stage.Revision::issuedAt)
                    .ifPresent(at -> slots.put(name, new Slot.Time(at)));
          }
        });
    return slots;
  }

  static HazardCommand.OpenHazard openHazard(Order.OpenHazard order) {
    return new HazardCommand.OpenHazard(
        order.type(),
        order.place(),
        order.source(),
        order.certainty(),
        order.severity(),
        order.onset(),
        order.until(),
        order.title());
  }
}
