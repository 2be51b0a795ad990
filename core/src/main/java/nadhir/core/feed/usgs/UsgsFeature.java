package nadhir.core.feed.usgs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.quake.CatalogueIds;
import nadhir.core.feed.quake.EventKind;
import nadhir.core.feed.quake.Head;
import nadhir.core.feed.quake.QuakeReports;
import nadhir.core.feed.quake.QuakeValues;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** One event of a summary or detail document. */
final class UsgsFeature {
  private final JsonNode feature;
  private final JsonNode p;
  private final Instant receivedAt;

  UsgsFeature(JsonNode feature, Instant receivedAt) {
    this.feature = feature;
    this.p = feature.path("properties");
    this.receivedAt = receivedAt;
  }

  String id() {
    return feature.path("id").asText("");
  }

  /** All ids of the event, its own first. */
  List<ReportId> ids() {
    List<String> ids = new ArrayList<>(List.of(id()));
    ids.addAll(List.of(p.path("ids").asText("").split(",")));
    return CatalogueIds.of("comcat", ids);
  }

  String place() {
    return p.path("place").asText("");
  }

  JsonNode properties() {
    return p;
  }

  /** Whether the event has a product of this type: {@code origin}, {@code shakemap}. */
  boolean has(String product) {
    return ("," + p.path("types").asText("") + ",").contains("," + product + ",");
  }

  boolean deleted() {
    return status().equals("deleted");
  }

  HazardReport report(QuakeReports reports) throws Refusal {
    String type = p.path("type").asText("");
    return switch (kind(type)) {
      case EARTHQUAKE, SUSPECTED ->
          reports.actual(head("time"), place(feature), certainty(), quake());
      case TEST -> reports.test(head("time"), place(feature), certainty(), quake());
      case NEVER_HAPPENED -> reports.takenBack(head("updated"), Optional.empty());
      case OTHER -> reports.notAnEarthquake(head("updated"), type);
    };
  }

  /** A deletion holds whatever the event was. */
  private EventKind kind(String type) {
    if (deleted()) {
      return EventKind.NEVER_HAPPENED;
    }
    boolean scenario =
        status().equals("scenario")
            || has("origin-scenario") && !has("origin")
            || has("shakemap-scenario") && !has("shakemap");
    return scenario ? EventKind.TEST : EventKind.of(type);
  }

  private String status() {
    return p.path("status").asText("").toLowerCase(Locale.ROOT);
  }

  private Head head(String timeOtherwise) throws Refusal {
    return new Head(
        id(),
        ids(),
        time("time", timeOtherwise),
        time("updated", "time"),
        receivedAt,
        p.path("title").asText(""));
  }

  private Instant time(String name, String otherwise) throws Refusal {
    JsonNode time = p.path(name).isNumber() ? p.path(name) : p.path(otherwise);
    if (time.isMissingNode() || time.isNull()) {
      throw new Refusal(Reason.NO_TIME, "no " + name);
    }
    if (!time.isNumber() || !time.canConvertToLong()) {
      throw new Refusal(Reason.BAD_TIME, time + " is no time in milliseconds");
    }
    return Texts.epochMilli(time.asLong());
  }

  private static LatLon place(JsonNode feature) throws Refusal {
    JsonNode at = feature.path("geometry").path("coordinates");
    if (at.size() < 2 || at.path(0).isNull() || at.path(1).isNull()) {
      throw new Refusal(Reason.NO_PLACE, "no coordinates");
    }
    if (!at.path(0).isNumber() || !at.path(1).isNumber()) {
      throw new Refusal(Reason.BAD_PLACE, at + " are no coordinates");
    }
    return QuakeValues.place(at.path(1).asDouble(), at.path(0).asDouble());
  }

  private Observation.Quake quake() throws Refusal {
    JsonNode mag = p.path("mag");
    if (mag.isMissingNode() || mag.isNull()) {
      throw new Refusal(Reason.NO_MAGNITUDE, "no magnitude");
    }
    if (!mag.isNumber()) {
      throw new Refusal(Reason.BAD_MAGNITUDE, mag + " is no magnitude");
    }
    return new Observation.Quake(
        QuakeValues.magnitude(mag.asDouble()), p.path("magType").asText(""), depthM(), felt());
  }

  private OptionalDouble depthM() throws Refusal {
    JsonNode km = feature.path("geometry").path("coordinates").path(2);
    if (km.isMissingNode() || km.isNull()) {
      return OptionalDouble.empty();
    }
    if (!km.isNumber()) {
      throw new Refusal(Reason.BAD_DEPTH, km + " km is no depth");
    }
    return OptionalDouble.of(QuakeValues.depthM(km.asDouble()));
  }

  /** What nobody would count is left out; the earthquake itself is not less true for it. */
  private OptionalInt felt() {
    JsonNode felt = p.path("felt");
    return felt.canConvertToInt() && felt.isIntegralNumber() && felt.asInt() >= 0
        ? OptionalInt.of(felt.asInt())
        : OptionalInt.empty();
  }

  private Certainty certainty() {
    return switch (status()) {
      case "reviewed" -> Certainty.OBSERVED;
      case "automatic" -> Certainty.LIKELY;
      case String _ -> Certainty.POSSIBLE;
    };
  }

  Optional<JsonNode> products(String type) {
    return Optional.of(p.path("products").path(type)).filter(JsonNode::isArray);
  }
}
