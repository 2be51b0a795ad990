package nadhir.core.feed.emsc;

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

/** One event, and what the message wants done with it. */
final class EmscFeature {
  private final String action;
  private final JsonNode feature;
  private final JsonNode p;
  private final Instant receivedAt;

  /**
   * @param action {@code create}, {@code update} or {@code delete}; empty in a collection, whose
   *     events stand as they are
   */
  EmscFeature(String action, JsonNode feature, Instant receivedAt) {
    this.action = action;
    this.feature = feature;
    this.p = feature.path("properties");
    this.receivedAt = receivedAt;
  }

  String id() {
    return p.path("unid").asText(feature.path("id").asText(""));
  }

  HazardReport report(QuakeReports reports) throws Refusal {
    return switch (action) {
      case "create", "update", "" -> event(reports);
      case "delete" -> reports.takenBack(headOfNone(), placeIfSaid());
      case String other -> throw new Refusal(Reason.UNSUPPORTED_TYPE, "action '" + other + "'");
    };
  }

  private HazardReport event(QuakeReports reports) throws Refusal {
    String type = p.path("evtype").asText("");
    return switch (EventKind.of(type)) {
      case EARTHQUAKE -> reports.actual(head(), place(), Certainty.LIKELY, quake());
      case SUSPECTED -> reports.actual(head(), place(), Certainty.POSSIBLE, quake());
      case TEST -> reports.test(head(), place(), Certainty.LIKELY, quake());
      case NEVER_HAPPENED -> reports.takenBack(headOfNone(), placeIfSaid());
      case OTHER -> reports.notAnEarthquake(headOfNone(), type);
    };
  }

  private Head head() throws Refusal {
    return head(time("time").orElseThrow(() -> new Refusal(Reason.NO_TIME, "no time")));
  }

  /** Of what is taken back: a deletion may say no more than which event it means. */
  private Head headOfNone() throws Refusal {
    Optional<Instant> time = time("time");
    return head(time.isPresent() ? time.get() : time("lastupdate").orElse(receivedAt));
  }

  private Head head(Instant occurredAt) throws Refusal {
    return new Head(
        id(),
        ids(),
        occurredAt,
        time("lastupdate").orElse(receivedAt),
        receivedAt,
        p.path("flynn_region").asText(""));
  }

  /** The portal's own id, and the one of the catalogue that it took the event from. */
  private List<ReportId> ids() {
    List<ReportId> ids = new ArrayList<>(CatalogueIds.of("emsc", List.of(id())));
    String catalogue = p.path("source_catalog").asText("");
    if (!catalogue.isEmpty()) {
      ids.addAll(
          CatalogueIds.of(
              catalogue.toLowerCase(Locale.ROOT), List.of(p.path("source_id").asText(""))));
    }
    return ids;
  }

  private Optional<Instant> time(String name) throws Refusal {
    String time = p.path(name).asText("");
    return time.isEmpty() ? Optional.empty() : Optional.of(Texts.isoUtc(time));
  }

  private LatLon place() throws Refusal {
    JsonNode at = feature.path("geometry").path("coordinates");
    JsonNode lat = p.hasNonNull("lat") ? p.path("lat") : at.path(1);
    JsonNode lon = p.hasNonNull("lon") ? p.path("lon") : at.path(0);
    if (lat.isMissingNode() || lat.isNull() || lon.isMissingNode() || lon.isNull()) {
      throw new Refusal(Reason.NO_PLACE, "no coordinates");
    }
    if (!lat.isNumber() || !lon.isNumber()) {
      throw new Refusal(Reason.BAD_PLACE, lat + " " + lon + " are no coordinates");
    }
    return QuakeValues.place(lat.asDouble(), lon.asDouble());
  }

  private Optional<LatLon> placeIfSaid() {
    try {
      return Optional.of(place());
    } catch (Refusal _) {
      return Optional.empty();
    }
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
        QuakeValues.magnitude(mag.asDouble()),
        p.path("magtype").asText(""),
        depthM(),
        OptionalInt.empty());
  }

  /** Positive downwards in the properties, negative in the geometry. */
  private OptionalDouble depthM() throws Refusal {
    JsonNode down = p.path("depth");
    JsonNode up = feature.path("geometry").path("coordinates").path(2);
    if (down.isNumber()) {
      return OptionalDouble.of(QuakeValues.depthM(down.asDouble()));
    }
    if (!down.isMissingNode() && !down.isNull()) {
      throw new Refusal(Reason.BAD_DEPTH, down + " km is no depth");
    }
    return up.isNumber()
        ? OptionalDouble.of(QuakeValues.depthM(-up.asDouble()))
        : OptionalDouble.empty();
  }
}
