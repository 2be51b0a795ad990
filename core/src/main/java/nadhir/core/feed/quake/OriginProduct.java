package nadhir.core.feed.quake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/**
 * One version of one network's solution, as the USGS passes it around: a product of type {@code
 * origin} with properties. It comes as JSON inside a detail document, and as XML from the Product
 * Distribution Layer.
 *
 * @param id the event's
 * @param updatedAt its version
 * @param deleted the network takes the event back; then it has hardly any properties
 * @param scenario it is a product of type {@code origin-scenario}
 * @param place where the event is in words
 * @see <a href="https://ghsc.code-pages.usgs.gov/hazdev/pdl/">the Product Distribution Layer</a>
 */
public record OriginProduct(
    String id,
    List<ReportId> alsoKnownAs,
    Instant updatedAt,
    boolean deleted,
    boolean scenario,
    String place,
    Map<String, String> properties) {

  /** The event's id at the network, {@code ci37645983}; empty where it is not said. */
  public static String eventId(Map<String, String> properties) {
    return properties.getOrDefault("eventsource", "")
        + properties.getOrDefault("eventsourcecode", "");
  }

  public HazardReport report(QuakeReports reports, Instant receivedAt) throws Refusal {
    String type = of("event-type");
    EventKind kind = scenario ? EventKind.TEST : EventKind.of(type);
    if (deleted) {
      return reports.takenBack(head(updatedAt, receivedAt), Optional.empty());
    }
    return switch (kind) {
      case EARTHQUAKE, SUSPECTED ->
          reports.actual(head(occurredAt(), receivedAt), at(), certainty(), quake());
      case TEST -> reports.test(head(occurredAt(), receivedAt), at(), certainty(), quake());
      case NEVER_HAPPENED -> reports.takenBack(head(updatedAt, receivedAt), Optional.empty());
      case OTHER -> reports.notAnEarthquake(head(updatedAt, receivedAt), type);
    };
  }

  private Head head(Instant occurredAt, Instant receivedAt) {
    return new Head(id, alsoKnownAs, occurredAt, updatedAt, receivedAt, place);
  }

  private Instant occurredAt() throws Refusal {
    String time = of("eventtime");
    if (time.isEmpty()) {
      throw new Refusal(Reason.NO_TIME, "no eventtime");
    }
    return Texts.iso(time);
  }

  private LatLon at() throws Refusal {
    OptionalDouble lat = QuakeValues.number(of("latitude"), Reason.BAD_PLACE);
    OptionalDouble lon = QuakeValues.number(of("longitude"), Reason.BAD_PLACE);
    if (lat.isEmpty() || lon.isEmpty()) {
      throw new Refusal(Reason.NO_PLACE, "no latitude or longitude");
    }
    return QuakeValues.place(lat.getAsDouble(), lon.getAsDouble());
  }

  private Observation.Quake quake() throws Refusal {
    OptionalDouble magnitude = QuakeValues.number(of("magnitude"), Reason.BAD_MAGNITUDE);
    OptionalDouble depthKm = QuakeValues.number(of("depth"), Reason.BAD_DEPTH);
    return new Observation.Quake(
        QuakeValues.magnitude(
            magnitude.orElseThrow(() -> new Refusal(Reason.NO_MAGNITUDE, "no magnitude"))),
        of("magnitude-type"),
        depthKm.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(QuakeValues.depthM(depthKm.getAsDouble())),
        OptionalInt.empty());
  }

  private Certainty certainty() {
    return switch (of("review-status").toLowerCase(Locale.ROOT)) {
      case "reviewed" -> Certainty.OBSERVED;
      case "automatic" -> Certainty.LIKELY;
      case String _ -> Certainty.POSSIBLE;
    };
  }

  private String of(String property) {
    return properties.getOrDefault(property, "");
  }
}
