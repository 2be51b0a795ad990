package nadhir.core.feed.gdacs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.feed.Within;
import nadhir.core.feed.cap.EventTypes;
import nadhir.core.feed.quake.CatalogueIds;
import nadhir.core.feed.quake.QuakeValues;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.geo.Box;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.Id;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;

/**
 * One item of the feed.
 *
 * @param code the kind of event in two letters: EQ, TC, FL, VO, DR, WF, TS
 * @param event kind and number, {@code EQ1200043}
 */
record GdacsItem(XmlElement item, String code, String event, Version version) {
  private static final String GDACS = "http://www.gdacs.org";
  private static final String GEORSS = "http://www.georss.org/georss";
  private static final String GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#";

  private static final Pattern DEPTH =
      Pattern.compile("Depth:\\s?(-?\\d{1,4}(?:\\.\\d{1,6})?)\\s?km");

  /** Which of two words on one event is the later one: by its time, else by its episode. */
  record Version(Instant updatedAt, long episode) implements Comparable<Version> {
    private static final Comparator<Version> ORDER =
        Comparator.comparing(Version::updatedAt).thenComparingLong(Version::episode);

    @Override
    public int compareTo(Version other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return "episode " + episode + " of " + updatedAt;
    }
  }

  static GdacsItem read(XmlElement item) throws Refusal {
    String code = need(item, "eventtype");
    String number = item.said(GDACS, "eventid").orElse("");
    if (number.isEmpty()) {
      throw new Refusal(Reason.NO_ID, "no eventid");
    }
    String modified =
        item.said(GDACS, "datemodified")
            .or(() -> item.said("pubDate"))
            .orElseThrow(() -> new Refusal(Reason.NO_TIME, "neither datemodified nor pubDate"));
    String episode = item.said(GDACS, "episodeid").filter(e -> e.matches("\\d{1,15}")).orElse("0");
    return new GdacsItem(
        item, code, code + number, new Version(Texts.rfc1123(modified), Long.parseLong(episode)));
  }

  HazardReport report(FeedId feed, EventTypes types, Instant receivedAt) throws Refusal {
    HazardTypeId type = types.of(code + " " + kind(), List.of());
    Optional<LatLon> place = place();
    if (types.within().isPresent()) {
      checkWithin(types.within().get(), place);
    }
    boolean quake = type.value().equals("earthquake");
    String id = feed.value() + ":" + event;
    if (!Id.isValid(id)) {
      throw new Refusal(Reason.BAD_ID, "the event's number cannot be used");
    }
    if (quake && place.isEmpty()) {
      throw new Refusal(Reason.NO_PLACE, "neither point nor Point");
    }
    return new HazardReport(
        new ReportId(id),
        feed,
        type,
        HazardReport.Status.ACTUAL,
        quake ? date("fromdate") : version.updatedAt(),
        version.updatedAt(),
        receivedAt,
        place,
        isSo("temporary") ? Certainty.POSSIBLE : Certainty.LIKELY,
        quake ? quake() : stated(),
        names(),
        Texts.title(item.said("title").orElse(kind())));
  }

  private String kind() {
    return switch (code) {
      case "EQ" -> "earthquake";
      case "TC" -> "tropical cyclone";
      case "FL" -> "flood";
      case "VO" -> "volcano";
      case "DR" -> "drought";
      case "WF" -> "wildfire";
      case "TS" -> "tsunami";
      case String other -> Texts.title(other);
    };
  }

  private Observation stated() throws Refusal {
    String level =
        item.said(GDACS, "episodealertlevel")
            .or(() -> item.said(GDACS, "alertlevel"))
            .orElseThrow(() -> new Refusal(Reason.MISSING_ELEMENT, "no alertlevel"));
    Severity severity =
        switch (level.toLowerCase(Locale.ROOT)) {
          case "green" -> Severity.MINOR;
          case "orange" -> Severity.SEVERE;
          case "red" -> Severity.EXTREME;
          case String _ -> throw new Refusal(Reason.UNKNOWN_CODE, "alert level '" + level + "'");
        };
    boolean goesOn = isSo("iscurrent") || item.said(GDACS, "todate").isEmpty();
    return new Observation.Stated(
        severity,
        date("fromdate"),
        goesOn ? Optional.empty() : Optional.of(date("todate")),
        Optional.empty(),
        kind(),
        "en",
        "GDACS");
  }

  private Observation quake() throws Refusal {
    XmlElement severity =
        item.first(GDACS, "severity")
            .filter(s -> s.attribute("value").isPresent())
            .orElseThrow(() -> new Refusal(Reason.NO_MAGNITUDE, "no severity"));
    var depth = DEPTH.matcher(severity.text());
    return new Observation.Quake(
        QuakeValues.magnitude(number(severity.attribute("value").get(), Reason.BAD_MAGNITUDE)),
        "",
        depth.find()
            ? OptionalDouble.of(QuakeValues.depthM(Double.parseDouble(depth.group(1))))
            : OptionalDouble.empty(),
        OptionalInt.empty());
  }

  private Optional<LatLon> place() throws Refusal {
    Optional<XmlElement> point = item.first(GEO, "Point");
    String text =
        item.said(GEORSS, "point")
            .or(
                () ->
                    point
                        .flatMap(p -> p.said("lat"))
                        .map(lat -> lat + " " + point.flatMap(p -> p.said("long")).orElse("")))
            .orElse("");
    if (text.isBlank()) {
      return Optional.empty();
    }
    String[] part = text.split("\\s+");
    if (part.length != 2) {
      throw new Refusal(Reason.BAD_PLACE, "'" + text + "' is no place");
    }
    return Optional.of(
        QuakeValues.place(number(part[0], Reason.BAD_PLACE), number(part[1], Reason.BAD_PLACE)));
  }

  /** By the box around the event; an earthquake's is as large as what could feel it. */
  private void checkWithin(Within within, Optional<LatLon> place) throws Refusal {
    Optional<Box> box = box();
    if (box.isPresent() && !code.equals("EQ")) {
      double distanceM = box.get().distanceM(within.centre());
      if (distanceM > within.radiusM()) {
        throw new Refusal(Reason.ELSEWHERE, StrictMath.round(distanceM / 1000) + " km away");
      }
    } else if (place.isPresent()) {
      within.check(place.get());
    }
  }

  /** West, east, south, north; empty when it is none. */
  private Optional<Box> box() {
    String[] part = item.said(GDACS, "bbox").orElse("").split("\\s+");
    try {
      return part.length == 4
          ? Optional.of(
              new Box(
                  number(part[2], Reason.BAD_AREA),
                  number(part[0], Reason.BAD_AREA),
                  number(part[3], Reason.BAD_AREA),
                  number(part[1], Reason.BAD_AREA)))
          : Optional.empty();
    } catch (Refusal | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private List<ReportId> names() {
    List<String> neic =
        item.first(GDACS, "identifiers").stream()
            .flatMap(all -> all.all("identifier").stream())
            .filter(i -> i.attribute("id").filter("neicid"::equals).isPresent())
            .map(i -> i.text().strip().toLowerCase(Locale.ROOT))
            .toList();
    List<ReportId> names = new ArrayList<>(CatalogueIds.of("gdacs", List.of(event)));
    names.addAll(CatalogueIds.of("glide", item.said(GDACS, "glide").stream().toList()));
    names.addAll(CatalogueIds.of("comcat", neic));
    return names;
  }

  private boolean isSo(String name) {
    return item.said(GDACS, name).filter("true"::equalsIgnoreCase).isPresent();
  }

  private Instant date(String name) throws Refusal {
    return Texts.rfc1123(
        item.said(GDACS, name).orElseThrow(() -> new Refusal(Reason.NO_TIME, "no " + name)));
  }

  private static double number(String text, Reason otherwise) throws Refusal {
    return QuakeValues.number(text, otherwise)
        .orElseThrow(() -> new Refusal(otherwise, "no number where one must be"));
  }

  private static String need(XmlElement item, String name) throws Refusal {
    return item.said(GDACS, name)
        .orElseThrow(() -> new Refusal(Reason.MISSING_ELEMENT, "the item has no '" + name + "'"));
  }
}
