package nadhir.core.feed.usgs;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auto.service.AutoService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormat;
import nadhir.core.feed.JsonItems;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.Id;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/**
 * Earthquakes in USGS GeoJSON: the summary feeds, answers of the FDSN event service, and the detail
 * document of one event.
 *
 * <p>A report's id is the feed's name and the event's preferred id. Because that one changes when
 * another network takes over, all ids of the event stand in {@code alsoKnownAs} under the catalogue
 * ({@code comcat:us7000abcd}). Reviewed solutions are OBSERVED, automatic ones LIKELY.
 *
 * @see <a href="https://earthquake.usgs.gov/earthquakes/feed/v1.0/geojson.php">the format</a>
 */
public final class UsgsDecoder implements FeedDecoder {
  /** As sites and people name it. */
  @AutoService(FeedFormat.class)
  public static final class Format implements FeedFormat {
    @Override
    public String name() {
      return "usgs-geojson";
    }

    @Override
    public List<Carrier> carriers() {
      return List.of(Carrier.POLLED);
    }

    @Override
    public List<HazardTypeId> tells() {
      return List.of(new HazardTypeId("earthquake"));
    }

    @Override
    public FeedDecoder open(FeedConfig feed) {
      return new UsgsDecoder(feed.id());
    }
  }

  /** Ids of other networks beyond this are left out. */
  static final int MAX_IDS = 50;

  private static final HazardTypeId EARTHQUAKE = new HazardTypeId("earthquake");
  private static final double MIN_MAGNITUDE = -5;
  private static final double MAX_MAGNITUDE = 10;
  private static final double MIN_DEPTH_KM = -20;
  private static final double MAX_DEPTH_KM = 1000;

  private final FeedId feed;

  public UsgsDecoder(FeedId feed) {
    this.feed = feed;
  }

  @Override
  public boolean repeatsItself() {
    return true;
  }

  @Override
  public List<Decoded> decode(byte[] raw, Instant receivedAt) {
    List<Decoded> all = new ArrayList<>();
    var fault = JsonItems.each(raw, List.of("features"), f -> all.add(feature(f, receivedAt)));
    if (fault.isPresent()) {
      all.add(single(raw, fault.get(), receivedAt));
    }
    return all;
  }

  /** A detail document is one feature without a collection around it. */
  private Decoded single(byte[] raw, Decoded.Rejected fault, Instant receivedAt) {
    if (fault.reason() != Reason.WRONG_DOCUMENT) {
      return fault;
    }
    return JsonItems.whole(raw)
        .filter(d -> d.path("type").asText().equals("Feature"))
        .map(d -> feature(d, receivedAt))
        .orElse(fault);
  }

  private Decoded feature(JsonNode feature, Instant receivedAt) {
    String id = feature.path("id").asText("");
    try {
      return new Decoded.Ok(report(id, feature, receivedAt));
    } catch (Refusal e) {
      return e.rejected(id.isEmpty() ? "a feature without id" : id);
    }
  }

  private HazardReport report(String id, JsonNode feature, Instant receivedAt) throws Refusal {
    JsonNode p = feature.path("properties");
    ReportId report = reportId(id);
    String status = p.path("status").asText("").toLowerCase(Locale.ROOT);
    boolean deleted = status.equals("deleted");
    String type = p.path("type").asText("");
    if (!deleted && !type.equals("earthquake")) {
      throw new Refusal(Reason.NOT_AN_EARTHQUAKE, type.isEmpty() ? "no event type" : type);
    }
    Instant updatedAt = time(p, "updated", "time");
    return new HazardReport(
        report,
        feed,
        EARTHQUAKE,
        deleted ? Status.WITHDRAWN : Status.ACTUAL,
        time(p, "time", deleted ? "updated" : "time"),
        updatedAt,
        receivedAt,
        deleted ? Optional.empty() : Optional.of(place(feature)),
        certainty(status),
        deleted ? new Observation.Nothing() : quake(p, feature),
        ids(id, p),
        Texts.title(p.path("title").asText("")));
  }

  private ReportId reportId(String id) throws Refusal {
    if (id.isEmpty()) {
      throw new Refusal(Reason.NO_ID, "the feature has no id");
    }
    String scoped = feed.value() + ":" + id;
    if (!Id.isValid(scoped)) {
      throw new Refusal(Reason.BAD_ID, "the id cannot be used");
    }
    return new ReportId(scoped);
  }

  private static Instant time(JsonNode p, String name, String otherwise) throws Refusal {
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
    try {
      return new LatLon(at.path(1).asDouble(), at.path(0).asDouble());
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.BAD_PLACE, at + " lies nowhere on earth");
    }
  }

  private static Observation quake(JsonNode p, JsonNode feature) throws Refusal {
    JsonNode mag = p.path("mag");
    if (mag.isMissingNode() || mag.isNull()) {
      throw new Refusal(Reason.NO_MAGNITUDE, "no magnitude");
    }
    if (!mag.isNumber() || !within(mag.asDouble(), MIN_MAGNITUDE, MAX_MAGNITUDE)) {
      throw new Refusal(Reason.BAD_MAGNITUDE, mag + " is no magnitude");
    }
    return new Observation.Quake(
        mag.asDouble(), p.path("magType").asText(""), depth(feature), OptionalInt.empty());
  }

  private static OptionalDouble depth(JsonNode feature) throws Refusal {
    JsonNode km = feature.path("geometry").path("coordinates").path(2);
    if (km.isMissingNode() || km.isNull()) {
      return OptionalDouble.empty();
    }
    if (!km.isNumber() || !within(km.asDouble(), MIN_DEPTH_KM, MAX_DEPTH_KM)) {
      throw new Refusal(Reason.BAD_DEPTH, km + " km is no depth");
    }
    return OptionalDouble.of(km.asDouble() * 1000);
  }

  private static boolean within(double value, double from, double to) {
    return value >= from && value <= to;
  }

  private static Certainty certainty(String status) {
    return switch (status) {
      case "reviewed" -> Certainty.OBSERVED;
      case "automatic" -> Certainty.LIKELY;
      case "deleted" -> Certainty.UNKNOWN;
      case String _ -> Certainty.POSSIBLE;
    };
  }

  private static List<ReportId> ids(String id, JsonNode p) {
    List<ReportId> ids = new ArrayList<>();
    for (String other : (id + "," + p.path("ids").asText("")).split(",")) {
      var known = "comcat:" + other.strip();
      if (!other.isBlank()
          && Id.isValid(known)
          && ids.size() < MAX_IDS
          && !ids.contains(new ReportId(known))) {
        ids.add(new ReportId(known));
      }
    }
    return ids;
  }
}
