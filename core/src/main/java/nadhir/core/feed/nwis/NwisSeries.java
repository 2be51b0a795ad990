package nadhir.core.feed.nwis;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.Id;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/** One time series of a document: one gauge, one quantity, perhaps several sensors. */
final class NwisSeries {
  /** What a rain value covers when nothing else in its list tells the interval. */
  static final Duration USUAL_INTERVAL = Duration.ofMinutes(15);

  /** A longer gap between two rain values is an outage, not an interval. */
  static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

  private static final HazardTypeId FLASH_FLOOD = new HazardTypeId("flash-flood");

  /** Numbers that stand for "none", beside the one that the series itself declares. */
  private static final Set<Double> NO_VALUE = Set.of(-999999.0, -99999.0, -9999.0);

  /** Further ones, which a discharge could really be. */
  private static final Set<Double> NO_LEVEL = Set.of(-999.0, -888.0);

  /** Marks of a value that must not be used: ice, equipment, maintenance, backwater, and so on. */
  private static final Set<String> UNUSABLE =
      Set.of(
          "ICE", "EQP", "MNT", "BKW", "DIS", "DRY", "FLD", "RAT", "SSN", "TST", "PMP", "***", "--");

  private final FeedId feed;
  private final JsonNode series;
  private final Instant receivedAt;
  private final String gauge;
  private final String code;

  NwisSeries(FeedId feed, JsonNode series, Instant receivedAt) {
    this.feed = feed;
    this.series = series;
    this.receivedAt = receivedAt;
    this.gauge = series.path("sourceInfo").path("siteCode").path(0).path("value").asText("");
    this.code = series.path("variable").path("variableCode").path(0).path("value").asText("");
  }

  List<Decoded> decode() {
    JsonNode sensors = series.path("values");
    if (!sensors.isArray()) {
      return List.of(NwisDecoder.noValues(name()));
    }
    List<Decoded> all = new ArrayList<>();
    for (JsonNode sensor : sensors) {
      JsonNode values = sensor.path("value");
      if (values.isArray()) {
        String suffix = sensors.size() < 2 ? "" : "/" + methodOf(sensor, all.size());
        var times = times(values);
        values.forEach(v -> all.add(value(v, suffix, times)));
      } else {
        all.add(NwisDecoder.noValues(name()));
      }
    }
    return all;
  }

  private String name() {
    return (gauge.isEmpty() ? "a series" : gauge) + "/" + code;
  }

  private static String methodOf(JsonNode sensor, int otherwise) {
    return sensor.path("method").path(0).path("methodID").asText("at-" + otherwise);
  }

  private Decoded value(JsonNode value, String suffix, TreeSet<Instant> times) {
    String dateTime = value.path("dateTime").asText("");
    try {
      return new Decoded.Ok(report(value, suffix, times));
    } catch (Refusal e) {
      return e.rejected(name() + suffix + " " + dateTime);
    }
  }

  private HazardReport report(JsonNode value, String suffix, TreeSet<Instant> times)
      throws Refusal {
    if (gauge.isEmpty()) {
      throw new Refusal(Reason.NO_GAUGE, "the series has no site code");
    }
    Parameter parameter =
        Parameter.byCode(code)
            .orElseThrow(() -> new Refusal(Reason.UNKNOWN_PARAMETER, "'" + code + "'"));
    double factor = parameter.factor(unit());
    List<String> flags = flags(value);
    double measured = number(value, parameter, factor, flags);
    Instant at = time(value);
    return new HazardReport(
        reportId(parameter, suffix, at),
        feed,
        FLASH_FLOOD,
        HazardReport.Status.ACTUAL,
        at,
        at,
        receivedAt,
        place(),
        flags.contains("E") ? Certainty.LIKELY : Certainty.OBSERVED,
        observation(parameter, measured, at, times),
        List.of(),
        Texts.title(series.path("sourceInfo").path("siteName").asText("")));
  }

  private ReportId reportId(Parameter parameter, String suffix, Instant at) throws Refusal {
    String id = feed.value() + ":" + gauge + "/" + parameter.code() + suffix + "/" + at;
    if (!Id.isValid(gauge) || !Id.isValid(id)) {
      throw new Refusal(Reason.BAD_ID, "the site code cannot be used");
    }
    return new ReportId(id);
  }

  private String unit() {
    JsonNode unit = series.path("variable").path("unit");
    return unit.path("unitCode").asText("");
  }

  private double number(JsonNode value, Parameter parameter, double factor, List<String> flags)
      throws Refusal {
    for (String flag : flags) {
      if (UNUSABLE.contains(flag)) {
        throw new Refusal(Reason.FLAGGED, "marked " + flag);
      }
    }
    JsonNode raw = value.path("value");
    String text = raw.isNull() || raw.isMissingNode() ? "" : raw.asText().strip();
    if (text.isEmpty()) {
      throw new Refusal(Reason.NO_VALUE, "empty");
    }
    if (!text.matches("[+-]?\\d{1,12}(\\.\\d{0,12})?([eE][+-]?\\d{1,2})?")) {
      throw new Refusal(Reason.BAD_VALUE, "'" + text + "' is no number");
    }
    double number = Double.parseDouble(text);
    if (standsForNone(number, parameter)) {
      throw new Refusal(Reason.NO_VALUE, text + " stands for no value");
    }
    if (!parameter.canBe(number * factor)) {
      throw new Refusal(Reason.BAD_VALUE, text + " " + unit() + " cannot be");
    }
    return number * factor;
  }

  private boolean standsForNone(double number, Parameter parameter) {
    JsonNode declared = series.path("variable").path("noDataValue");
    return NO_VALUE.contains(number)
        || declared.isNumber() && declared.asDouble() == number
        || parameter != Parameter.FLOW && NO_LEVEL.contains(number);
  }

  /** The marks in capitals; the service writes a list, older documents a single text. */
  private static List<String> flags(JsonNode value) {
    JsonNode marks = value.path("qualifiers");
    List<String> flags = new ArrayList<>();
    if (marks.isTextual()) {
      flags.add(marks.asText().strip().toUpperCase(Locale.ROOT));
    }
    marks.forEach(m -> flags.add(m.asText().strip().toUpperCase(Locale.ROOT)));
    return flags;
  }

  private static Instant time(JsonNode value) throws Refusal {
    String text = value.path("dateTime").asText("");
    if (text.isEmpty()) {
      throw new Refusal(Reason.NO_TIME, "no dateTime");
    }
    return Texts.iso(text);
  }

  private Optional<LatLon> place() throws Refusal {
    JsonNode at = series.path("sourceInfo").path("geoLocation").path("geogLocation");
    if (!at.path("latitude").isNumber() || !at.path("longitude").isNumber()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LatLon(at.path("latitude").asDouble(), at.path("longitude").asDouble()));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.BAD_PLACE, at + " lies nowhere on earth");
    }
  }

  private Observation observation(
      Parameter parameter, double measured, Instant at, TreeSet<Instant> times) {
    var id = new GaugeId(gauge);
    return switch (parameter) {
      case STAGE -> new Observation.Water(id, OptionalDouble.of(measured), OptionalDouble.empty());
      case FLOW -> new Observation.Water(id, OptionalDouble.empty(), OptionalDouble.of(measured));
      case RAIN -> new Observation.Rain(id, measured, interval(at, times));
    };
  }

  /** The time since the value before it, or to the one behind it, where that is no outage. */
  private static Duration interval(Instant at, TreeSet<Instant> times) {
    for (Instant neighbour : new Instant[] {times.lower(at), times.higher(at)}) {
      if (neighbour != null) {
        Duration gap = Duration.between(neighbour, at).abs();
        if (gap.compareTo(LONGEST_INTERVAL) <= 0) {
          return gap;
        }
      }
    }
    return USUAL_INTERVAL;
  }

  private static TreeSet<Instant> times(JsonNode values) {
    var times = new TreeSet<Instant>();
    for (JsonNode v : values) {
      try {
        times.add(time(v));
      } catch (Refusal _) {
        // the value itself is rejected with this reason when its turn comes
      }
    }
    return times;
  }
}
