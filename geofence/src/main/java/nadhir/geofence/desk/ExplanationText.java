package nadhir.geofence.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nadhir.core.id.ZoneId;

/** An explanation for a terminal: zones of which the same is to be said stand together. */
final class ExplanationText {
  private ExplanationText() {}

  static List<String> lines(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    explanation.reasons().forEach(why -> lines.add(sentence(why)));
    Map<String, List<String>> zones = new LinkedHashMap<>();
    for (Explanation.OfZone zone : explanation.zones()) {
      zones.computeIfAbsent(comparisons(zone), _ -> new ArrayList<>()).add(zone.zone().value());
    }
    zones.forEach((said, where) -> lines.add(String.join(" ", where) + ": " + said));
    for (Explanation.Reading reading : explanation.readings()) {
      lines.add(
          "%s %s at %s%s%s"
              .formatted(
                  reading.gauge(),
                  reading.value().isPresent() ? "" + reading.value().getAsDouble() : "?",
                  reading.at(),
                  reading.over() ? ", over" : "",
                  reading.alive() ? "" : ", not alive"));
    }
    return lines;
  }

  static String sentence(Why why) {
    return switch (why) {
      case Why.Fired(var assessment, var at) -> "it has fired, " + assessment + " at " + at;
      case Why.FamilyFired(var rule, var assessment, var at) ->
          "the rule '" + rule + "' has fired, to which it belongs, " + assessment + " at " + at;
      case Why.RuleGone(var rule) ->
          "the rule '"
              + rule
              + "' is no longer there for this: nothing of it is let go,"
              + " it stays until a person closes it or its hazard ends";
      case Why.CannotSee() ->
          "nothing is let go: a gauge that saw the danger is silent or not believed";
      case Why.NotActive(var status) -> "the hazard is " + status + ": nothing fires for it";
      case Why.HoldsNowhere() -> "its condition holds in none of its zones";
      case Why.Quorum(var over, var alive, var wanted) ->
          "%d of %d living gauges are over their threshold, %d are wanted"
              .formatted(over, alive, wanted);
      case Why.Holding(var zones, var since, var due, var outcome) ->
          where(zones) + "held since " + since + ": " + then(outcome) + " at " + due;
      case Why.LacksWord(var zones, var since, _) ->
          where(zones) + "held since " + since + ", and no second reading says so yet";
      case Why.Quiet(var until) -> "quiet until " + until + " unless worse";
      case Why.Closed _ -> "a person has closed it, and no living gauge has seen the danger since";
    };
  }

  private static String where(List<ZoneId> zones) {
    return zones.isEmpty()
        ? ""
        : zones.stream().map(ZoneId::value).collect(Collectors.joining(" ")) + ": ";
  }

  private static String then(Why.Outcome outcome) {
    return switch (outcome) {
      case FIRES -> "it fires";
      case CLEARS -> "it is let go";
    };
  }

  private static String comparisons(Explanation.OfZone zone) {
    return zone.comparisons().stream()
        .map(one -> one.text() + (one.holds() ? " yes" : " no"))
        .collect(Collectors.joining("; "));
  }
}
