package nadhir.core.feed.posted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;

/** One posted report while it is read. */
final class Posted {
  private static final HazardTypeId DISTRESS_AT_SEA = new HazardTypeId("distress-at-sea");
  private static final HazardTypeId EARTHQUAKE = new HazardTypeId("earthquake");
  private static final HazardTypeId FLASH_FLOOD = new HazardTypeId("flash-flood");

  /** More people than this are on no ship. */
  private static final int MAX_PERSONS = 20_000;

  private static final int MAX_PEOPLE = 1_000_000;
  private static final double MAX_SPEED_MPS = 100;
  private static final double MAX_STAGE_M = 5_000;
  private static final double MAX_FLOW_M3PS = 500_000;
  private static final double MAX_RAIN_MM = 500;
  private static final double MAX_OVER_S = 24 * 3600;

  private final FeedId feed;
  private final Fields fields;
  private final Kind kind;

  Posted(FeedId feed, JsonNode item, Kind kind) {
    this.feed = feed;
    this.fields = new Fields(item);
    this.kind = kind;
  }

  /** What it says beside what all reports say. */
  private record Told(
      HazardTypeId type, Instant at, Optional<LatLon> place, Observation observation) {}

  HazardReport report(Instant receivedAt) throws Refusal {
    Told told =
        switch (kind) {
          case DISTRESS -> distress();
          case FELT -> felt();
          case STATED -> stated();
          case GAUGE -> gauge();
          case WITHDRAWAL -> withdrawal();
        };
    return new HazardReport(
        id(told),
        feed,
        told.type(),
        status(),
        told.at(),
        fields.time("updatedAt").orElse(told.at()),
        receivedAt,
        told.place(),
        fields.choice("certainty", Certainty.class).orElse(Certainty.OBSERVED),
        told.observation(),
        List.of(),
        Texts.title(fields.text("title").orElse("")));
  }

  /** A gauge's reading is named by what it reads, where its sender has no name for it. */
  private ReportId id(Told told) throws Refusal {
    Optional<String> own = fields.text("id");
    if (own.isEmpty() && kind != Kind.GAUGE) {
      throw new Refusal(Reason.NO_ID, "'id' is missing");
    }
    String id =
        feed
            + ":"
            + own.orElseGet(
                () -> fields.item().path("gauge").asText() + "/" + quantity(told) + told.at());
    if (!Id.isValid(id)) {
      throw new Refusal(
          Reason.BAD_ID, "an id is " + Id.MAX_LENGTH + " of A-Z a-z 0-9 . _ : / - at most");
    }
    return new ReportId(id);
  }

  private static String quantity(Told told) {
    return told.observation() instanceof Observation.Rain ? "rain/" : "water/";
  }

  private Status status() throws Refusal {
    if (kind == Kind.WITHDRAWAL) {
      return Status.WITHDRAWN;
    }
    return fields.flag("test") ? Status.TEST : Status.ACTUAL;
  }

  private Told distress() throws Refusal {
    String mmsi = fields.text("mmsi").orElse("");
    if (!mmsi.isEmpty() && !mmsi.matches("\\d{9}")) {
      throw Fields.bad("'mmsi' has nine digits, or is left out");
    }
    return new Told(
        DISTRESS_AT_SEA,
        fields.neededTime("at"),
        Optional.of(fields.neededPlace("place")),
        new Observation.Distress(
            mmsi,
            fields.neededChoice("kind", Observation.DistressKind.class),
            fields.number("courseDeg", 0, 360),
            fields.number("speedMps", 0, MAX_SPEED_MPS),
            1,
            fields.count("persons", 0, MAX_PERSONS)));
  }

  private Told felt() throws Refusal {
    return new Told(
        EARTHQUAKE,
        fields.neededTime("at"),
        Optional.of(fields.neededPlace("place")),
        new Observation.Felt(
            fields.needed("mmi", 1, 12), fields.count("people", 1, MAX_PEOPLE).orElse(1)));
  }

  private Told stated() throws Refusal {
    Instant onset = fields.neededTime("onset");
    Optional<Instant> until = fields.time("until");
    var place = fields.place("place");
    var area = fields.area("area");
    if (until.filter(end -> !end.isAfter(onset)).isPresent()) {
      throw new Refusal(Reason.BAD_TIME, "'until' lies before 'onset'");
    }
    if (place.isEmpty() && area.isEmpty()) {
      throw new Refusal(Reason.NO_PLACE, "'place' or 'area' is needed");
    }
    if (fields.text("title").isEmpty()) {
      throw Fields.bad("'title' is missing");
    }
    return new Told(
        hazardType(),
        fields.neededTime("at"),
        place,
        new Observation.Stated(
            fields.neededChoice("severity", Severity.class),
            onset,
            until,
            area,
            fields.text("event").orElse(""),
            fields.text("language").orElse(""),
            fields.text("sender").orElse("")));
  }

  private Told gauge() throws Refusal {
    String name =
        fields.text("gauge").orElseThrow(() -> new Refusal(Reason.NO_GAUGE, "'gauge' is missing"));
    if (!Id.isValid(name)) {
      throw new Refusal(Reason.BAD_ID, "the gauge's name cannot be used");
    }
    var gauge = new GaugeId(name);
    OptionalDouble rainMm = fields.number("rainMm", 0, MAX_RAIN_MM);
    OptionalDouble stageM = fields.number("stageM", -MAX_STAGE_M / 10, MAX_STAGE_M);
    OptionalDouble flowM3ps = fields.number("flowM3ps", -MAX_FLOW_M3PS, MAX_FLOW_M3PS);
    boolean water = stageM.isPresent() || flowM3ps.isPresent();
    if (water == rainMm.isPresent()) {
      throw new Refusal(
          Reason.NO_VALUE, "either water ('stageM', 'flowM3ps') or rain ('rainMm') is needed");
    }
    Observation observation =
        water
            ? new Observation.Water(gauge, stageM, flowM3ps)
            : new Observation.Rain(
                gauge,
                rainMm.getAsDouble(),
                Duration.ofMillis(Math.round(fields.needed("overS", 1, MAX_OVER_S) * 1000)));
    return new Told(FLASH_FLOOD, fields.neededTime("at"), fields.place("place"), observation);
  }

  private Told withdrawal() throws Refusal {
    return new Told(
        hazardType(), fields.neededTime("at"), Optional.empty(), new Observation.Nothing());
  }

  private HazardTypeId hazardType() throws Refusal {
    String type =
        fields.text("hazardType").orElseThrow(() -> Fields.bad("'hazardType' is missing"));
    if (!Id.isValid(type)) {
      throw Fields.bad("'hazardType' is a name of the site's, such as fire");
    }
    return new HazardTypeId(type);
  }
}
