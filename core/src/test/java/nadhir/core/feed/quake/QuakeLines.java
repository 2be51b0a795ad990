package nadhir.core.feed.quake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nadhir.core.feed.Decoded;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/**
 * Decoded messages about earthquakes as a table for people: {@code updated | status certainty | id
 * | magnitude | depth | place | origin time | title}.
 */
public final class QuakeLines {
  private QuakeLines() {}

  public static String of(List<Decoded> all) {
    return all.stream().map(QuakeLines::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Ok(var report) -> report(report);
      case Decoded.Heard(var message) -> "heard " + message;
      case Decoded.Linked(var document) -> "linked " + document;
      case Decoded.Rejected(var reason, var detail, _) -> reason + " " + detail;
    };
  }

  private static String report(HazardReport r) {
    String head = r.updatedAt() + " " + r.status() + " " + r.certainty() + " " + r.id();
    return switch (r.observation()) {
      case Observation.Quake q ->
          String.format(
              Locale.ROOT,
              "%s | M%s %s | %s km | %.4f %.4f | %s | %s",
              head,
              q.magnitude(),
              q.magnitudeType(),
              q.depthM().isPresent() ? Double.toString(q.depthM().getAsDouble() / 1000) : "?",
              r.place().orElseThrow().latDeg(),
              r.place().orElseThrow().lonDeg(),
              r.occurredAt(),
              r.title());
      case Observation.Nothing _ -> head + " | " + r.title();
      case Observation.ShakeMap _,
          Observation.Felt _,
          Observation.Water _,
          Observation.Rain _,
          Observation.Distress _,
          Observation.Vessel _,
          Observation.Stated _ ->
          head + " | " + r.observation();
    };
  }
}
