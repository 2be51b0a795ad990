package nadhir.drills.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.PersonRef;
import nadhir.core.yaml.YamlNode;

/** Reads one line of the scripted people's part. */
final class ReactionReader {
  private final Script script;
  private final OrderReader orders;

  ReactionReader(Script script) {
    this.script = script;
    this.orders = new OrderReader(script);
  }

  Optional<Reaction> read(YamlNode node) {
    var when = trigger(node);
    var after = node.optionalDuration("after").orElse(Duration.ZERO);
    var apart = node.optionalDuration("apart").orElse(Duration.ZERO);
    var order = orders.read(node);
    var as = people(node, order);
    if (when.isPresent() && order.isPresent()) {
      checkFits(node, when.get(), order.get());
    }
    return node.make(() -> new Reaction(when.orElseThrow(), as, after, apart, order.orElseThrow()));
  }

  /** {@code as} is one person or a list; institutions acknowledge as themselves. */
  private List<PersonRef> people(YamlNode node, Optional<Order> order) {
    if (order.isPresent() && order.get() instanceof Order.Acknowledge) {
      return List.of();
    }
    boolean several = order.isPresent() && order.get() instanceof Order.Approve;
    var names = several && isList(node) ? node.texts("as") : List.of(node.text("as"));
    return names.stream().map(name -> script.person(node, "as", name)).toList();
  }

  private static boolean isList(YamlNode node) {
    return node.find("as").map(YamlNode::isList).orElse(false);
  }

  private Optional<Trigger> trigger(YamlNode node) {
    if (node.has("at") == node.has("when")) {
      node.mistake("a reaction has either 'at' or 'when'");
      return Optional.empty();
    }
    if (node.has("at")) {
      var at = script.moment(node, "at");
      return node.make(() -> new Trigger.At(at));
    }
    return node.node("when", this::when);
  }

  private Optional<Trigger> when(YamlNode node) {
    var keys = script.keys();
    if (node.has("alert")) {
      var message = script.pattern(node, "alert", "message", keys.messages());
      return node.make(() -> new Trigger.AlertProposed(message));
    }
    if (node.has("delivered")) {
      var message = script.pattern(node, "delivered", "message", keys.messages());
      return node.make(() -> new Trigger.AlertDelivered(message));
    }
    if (node.has("incident")) {
      var runCard = script.pattern(node, "incident", "run card", keys.runCards());
      return node.make(() -> new Trigger.IncidentOpened(runCard));
    }
    if (node.has("assignment")) {
      var unit = script.pattern(node, "assignment", "unit", keys.units());
      var runCard = node.optionalText("runCard");
      runCard.ifPresent(card -> script.check(node, "runCard", card, "run card", keys.runCards()));
      return node.make(() -> new Trigger.UnitAssigned(unit, runCard));
    }
    node.mistake("'when' names one of 'alert', 'delivered', 'incident', 'assignment'");
    return Optional.empty();
  }

  /** What is done must have something to be done to. */
  private static void checkFits(YamlNode node, Trigger when, Order order) {
    boolean fits =
        switch (order) {
          case Order.Approve _, Order.Reject _ -> when instanceof Trigger.AlertProposed;
          case Order.Acknowledge _ -> when instanceof Trigger.AlertDelivered;
          case Order.AssignRecommended _ -> when instanceof Trigger.IncidentOpened;
          case Order.Move _ -> when instanceof Trigger.UnitAssigned;
          case Order.Propose _,
              Order.ProposeUpdate _,
              Order.ProposeCancel _,
              Order.OpenHazard _,
              Order.EndHazard _,
              Order.OpenIncident _,
              Order.CloseIncident _,
              Order.OutOfService _ ->
              true;
        };
    if (!fits) {
      node.mistake(
          "do",
          "approve and reject follow 'when: alert', acknowledge 'delivered', assign-recommended"
              + " 'incident', move 'assignment'");
    }
  }
}
