package nadhir.geofence.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An explanation for a terminal: zones of which the same is to be said stand together. */
final class ExplanationText {
  private ExplanationText() {}

  static List<String> lines(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    explanation.reasons().forEach(lines::add);
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

  private static String comparisons(Explanation.OfZone zone) {
    return zone.comparisons().stream()
        .map(one -> one.text() + (one.holds() ? " yes" : " no"))
        .collect(Collectors.joining("; "));
  }
}
