package nadhir.drills.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.dispatch.Assignment;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.yaml.YamlNode;

/** Reads {@code do: …} and the keys that belong to it. */
final class OrderReader {
  /** The words that {@code do} knows. */
  enum Verb {
    APPROVE,
    REJECT,
    ASSIGN_RECOMMENDED,
    MOVE,
    ACKNOWLEDGE,
    PROPOSE,
    PROPOSE_UPDATE,
    PROPOSE_CANCEL,
    OPEN_HAZARD,
    END_HAZARD,
    OPEN_INCIDENT,
    CLOSE_INCIDENT,
    OUT_OF_SERVICE
  }

  private final Script script;

  OrderReader(Script script) {
    this.script = script;
  }

  Optional<Order> read(YamlNode node) {
    var verb = node.choice("do", Verb.class);
    if (!isWritten(node, verb)) {
      return Optional.empty(); // the choice has written down what is wrong
    }
    return switch (verb) {
      case APPROVE -> Optional.of(new Order.Approve());
      case REJECT -> one(node, new Order.Reject(node.text("why")));
      case ASSIGN_RECOMMENDED -> Optional.of(new Order.AssignRecommended());
      case MOVE -> move(node);
      case ACKNOWLEDGE -> acknowledge(node);
      case PROPOSE -> propose(node);
      case PROPOSE_UPDATE -> update(node);
      case PROPOSE_CANCEL -> cancel(node);
      case OPEN_HAZARD -> openHazard(node);
      case END_HAZARD -> endHazard(node);
      case OPEN_INCIDENT -> openIncident(node);
      case CLOSE_INCIDENT -> closeIncident(node);
      case OUT_OF_SERVICE -> outOfService(node);
    };
  }

  private static boolean isWritten(YamlNode node, Verb verb) {
    var text = node.optionalText("do").orElse("");
    return text.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_").equals(verb.name());
  }

  private static Optional<Order> one(YamlNode node, Order order) {
    return node.make(() -> order);
  }

  private static Optional<Order> move(YamlNode node) {
    var steps =
        List.of(
            step(node, "en-route", Assignment.State.EN_ROUTE),
            step(node, "on-scene", Assignment.State.ON_SCENE),
            step(node, "clear", Assignment.State.CLEAR));
    var given = steps.stream().flatMap(Optional::stream).toList();
    if (given.isEmpty()) {
      node.mistake("a move names one of 'en-route', 'on-scene', 'clear' with a time span");
    }
    for (int i = 1; i < given.size(); i++) {
      if (given.get(i).after().compareTo(given.get(i - 1).after()) < 0) {
        node.mistake("the states of an assignment come in order: en-route, on-scene, clear");
      }
    }
    return one(node, new Order.Move(given));
  }

  private static Optional<Order.Step> step(YamlNode node, String key, Assignment.State to) {
    return node.optionalDuration(key).map(after -> new Order.Step(to, after));
  }

  private static Optional<Order> acknowledge(YamlNode node) {
    int count = node.integer("count");
    int outOf = node.integer("outOf");
    Duration within = node.duration("within");
    return node.make(() -> new Order.Acknowledge(count, outOf, within));
  }

  private Optional<Order> propose(YamlNode node) {
    var message = message(node, "message");
    var level = level(node);
    var scope = node.choice("scope", AlertMessage.Scope.class, AlertMessage.Scope.PUBLIC);
    var zones = node.texts("zones");
    zones.forEach(zone -> script.check(node, "zones", zone, "zone", script.keys().zones()));
    if (zones.isEmpty()) {
      node.mistake("zones", "an alert needs a zone");
    }
    var slots = slots(node);
    var validFor = node.duration("validFor");
    return node.make(
        () ->
            new Order.Propose(
                message,
                new LevelId(level),
                scope,
                zones.stream().map(ZoneId::new).toList(),
                slots,
                validFor));
  }

  private Optional<Order> update(YamlNode node) {
    var of = message(node, "of");
    var message = message(node, "message");
    var slots = slots(node);
    var validFor = node.duration("validFor");
    return one(node, new Order.ProposeUpdate(of, message, slots, validFor));
  }

  private Optional<Order> cancel(YamlNode node) {
    var of = message(node, "of");
    var message = message(node, "message");
    var slots = slots(node);
    var note = node.text("note");
    return one(node, new Order.ProposeCancel(of, message, slots, note));
  }

  private Optional<Order> openHazard(YamlNode node) {
    var type = script.known(node, "type", "hazard type", script.keys().hazardTypes());
    var place = node.place("place");
    var source = node.text("source");
    var certainty = node.choice("certainty", Certainty.class);
    var severity = node.choice("severity", Severity.class);
    var onset = script.anyMoment(node, "onset");
    var until = script.optionalMoment(node, "until");
    var title = node.text("title");
    return node.make(
        () ->
            new Order.OpenHazard(
                new HazardTypeId(type), place, source, certainty, severity, onset, until, title));
  }

  private Optional<Order> endHazard(YamlNode node) {
    var type = script.known(node, "type", "hazard type", script.keys().hazardTypes());
    var why = node.text("why");
    return node.make(() -> new Order.EndHazard(new HazardTypeId(type), why));
  }

  private Optional<Order> openIncident(YamlNode node) {
    var type = script.known(node, "type", "hazard type", script.keys().hazardTypes());
    var level = level(node);
    var place = node.place("place");
    var runCard = node.optionalText("runCard");
    runCard.ifPresent(
        card -> script.check(node, "runCard", card, "run card", script.keys().runCards()));
    return node.make(
        () -> new Order.OpenIncident(new HazardTypeId(type), new LevelId(level), place, runCard));
  }

  private Optional<Order> closeIncident(YamlNode node) {
    var runCard = script.known(node, "incident", "run card", script.keys().runCards());
    var why = node.text("why");
    return one(node, new Order.CloseIncident(runCard, why));
  }

  private Optional<Order> outOfService(YamlNode node) {
    var unit = script.known(node, "unit", "unit", script.keys().units());
    boolean out = node.flag("out", true);
    return node.make(() -> new Order.OutOfService(new UnitId(unit), out));
  }

  private String message(YamlNode node, String key) {
    return script.known(node, key, "message", script.keys().messages());
  }

  private String level(YamlNode node) {
    return script.known(node, "level", "level", script.keys().levels());
  }

  private SortedMap<String, SlotText> slots(YamlNode node) {
    return new TreeMap<>(node.map("slots", (_, slot) -> slot(slot)));
  }

  /** {@code {time: "17:10"}}, {@code {time: of-issue}}, {@code {from: …, to: …}}, … */
  private Optional<SlotText> slot(YamlNode node) {
    if (node.has("time")) {
      if (node.text("time").equals("of-issue")) {
        return Optional.of(new SlotText.TimeOfIssue());
      }
      var at = script.anyMoment(node, "time");
      return node.make(() -> SlotText.time(at));
    }
    if (node.has("from")) {
      var from = script.anyMoment(node, "from");
      var to = script.anyMoment(node, "to");
      return node.make(() -> SlotText.span(from, to));
    }
    if (node.has("position")) {
      var place = node.place("position");
      return node.make(() -> SlotText.position(place));
    }
    if (node.has("zones")) {
      var zones = node.texts("zones");
      zones.forEach(zone -> script.check(node, "zones", zone, "zone", script.keys().zones()));
      return node.make(() -> SlotText.places(zones.stream().map(ZoneId::new).toList()));
    }
    if (node.has("word")) {
      var word = node.text("word");
      return node.make(() -> SlotText.word(word));
    }
    if (node.has("number")) {
      var number = node.number("number");
      int decimals = node.has("decimals") ? node.integer("decimals") : 0;
      return node.make(() -> SlotText.number(number, decimals));
    }
    node.mistake(
        "a gap is filled by 'time', 'from' and 'to', 'position', 'zones', 'word', 'number'");
    return Optional.empty();
  }
}
