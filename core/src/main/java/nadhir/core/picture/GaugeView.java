package nadhir.core.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.json.DomainJson;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/**
 * A gauge's latest values and a short series: {@code {gauge, at, stageM, riseMPerH, rainMm30,
 * silent, series: [[at, value]]}}; rise and rain over the last 30 minutes of readings.
 */
final class GaugeView {
  /** Points of the series that are kept. */
  static final int MAX_POINTS = 120;

  private static final Duration WINDOW = Duration.ofMinutes(30);

  private GaugeView() {}

  /** The gauge that the report is from; empty when it is from none. */
  static Optional<String> of(HazardReport report) {
    return switch (report.observation()) {
      case Observation.Water(var gauge, _, _) -> Optional.of(gauge.value());
      case Observation.Rain(var gauge, _, _) -> Optional.of(gauge.value());
      case Observation.Quake _,
          Observation.ShakeMap _,
          Observation.Felt _,
          Observation.Distress _,
          Observation.Vessel _,
          Observation.Stated _,
          Observation.Nothing _ ->
          Optional.empty();
    };
  }

  static JsonNode after(Optional<JsonNode> before, HazardReport report) {
    ObjectNode gauge =
        before
            .map(v -> (ObjectNode) v.deepCopy())
            .orElseGet(() -> DomainJson.mapper().createObjectNode());
    Instant at = report.occurredAt();
    ArrayNode series = gauge.withArray("/series");
    switch (report.observation()) {
      case Observation.Water(var id, var stageM, _) -> {
        gauge.put("gauge", id.value());
        stageM.ifPresent(
            stage -> {
              gauge.put("stageM", stage);
              series.addArray().add(at.toString()).add(stage);
              gauge.put("riseMPerH", riseMPerH(series, at, stage));
            });
      }
      case Observation.Rain(var id, var rainMm, _) -> {
        series.addArray().add(at.toString()).add(rainMm);
        gauge.put("gauge", id.value()).put("rainMm30", rainMm30(series, at));
      }
      case Observation.Quake _,
          Observation.ShakeMap _,
          Observation.Felt _,
          Observation.Distress _,
          Observation.Vessel _,
          Observation.Stated _,
          Observation.Nothing _ ->
          throw new IllegalArgumentException("not from a gauge: " + report.id());
    }
    if (series.size() > MAX_POINTS) {
      series.remove(0);
    }
    gauge.put("at", at.toString()).put("silent", false);
    return gauge;
  }

  private static boolean recent(JsonNode point, Instant at) {
    Instant when = Instant.parse(point.get(0).textValue());
    return when.isAfter(at.minus(WINDOW)) && !when.isAfter(at);
  }

  private static double riseMPerH(ArrayNode series, Instant at, double stageM) {
    for (JsonNode point : series) {
      if (recent(point, at)) {
        double hours =
            Duration.between(Instant.parse(point.get(0).textValue()), at).toSeconds() / 3600.0;
        return hours > 0 ? (stageM - point.get(1).doubleValue()) / hours : 0;
      }
    }
    return 0;
  }

  private static double rainMm30(ArrayNode series, Instant at) {
    double sum = 0;
    for (JsonNode point : series) {
      if (recent(point, at)) {
        sum += point.get(1).doubleValue();
      }
    }
    return sum;
  }
}
