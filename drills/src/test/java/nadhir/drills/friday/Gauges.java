package nadhir.drills.friday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.geo.LatLon;

/**
 * The city's gauges as a server in the manner of the USGS National Water Information System would
 * publish them every five minutes: the values of the last quarter of an hour, stage in feet and
 * rain in inches, two decimals.
 */
final class Gauges {
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  static final ZoneOffset AMMAN = ZoneOffset.ofHours(3);
  static final LocalTime FIRST = LocalTime.of(15, 0);
  static final LocalTime LAST = LocalTime.of(19, 45);

  /** The flood takes the upper gauge away after this reading. */
  static final LocalTime SWEPT_AWAY = LocalTime.of(16, 0);

  private static final int EVERY_MIN = 5;
  private static final int READINGS = 3;
  private static final double FEET_PER_M = 1 / 0.3048;
  private static final double INCHES_PER_MM = 1 / 25.4;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Metres at moments; straight lines between them. */
  private static final SortedMap<LocalTime, Double> Y1 =
      series("15:25 0.0", "15:30 0.9", "15:40 1.6", "15:50 2.0", "16:00 2.3");

  private static final SortedMap<LocalTime, Double> Y2 =
      series(
          "16:55 0.0",
          "17:00 0.9",
          "17:10 1.4",
          "17:30 2.1",
          "17:45 2.0",
          "18:10 1.5",
          "18:40 1.1",
          "18:55 0.9",
          "19:45 0.5");

  /** Millimetres that fell in the five minutes before. */
  private static final SortedMap<LocalTime, Double> RG1 =
      series(
          "14:55 0",
          "15:00 1.0",
          "15:05 4.1",
          "15:10 6.1",
          "15:15 6.9",
          "15:20 4.1",
          "15:25 3.0",
          "15:30 3.0",
          "15:35 2.0",
          "15:40 1.5",
          "15:45 1.0",
          "15:55 0.5",
          "16:10 0.3",
          "17:30 0.3",
          "18:00 0");

  private static final SortedMap<LocalTime, Double> RG2 =
      series(
          "14:55 0",
          "15:00 0.8",
          "15:05 3.0",
          "15:10 4.6",
          "15:15 5.6",
          "15:20 3.0",
          "15:25 2.0",
          "15:40 1.0",
          "16:25 0.5",
          "16:35 3.0",
          "16:40 4.0",
          "16:45 4.0",
          "16:50 3.5",
          "16:55 2.5",
          "17:00 2.0",
          "17:15 0.5",
          "18:00 0");

  /** Shaken by the earthquake: a single false value. */
  private static final SortedMap<LocalTime, Double> RG3 = series("17:05 0", "17:10 60", "17:15 0");

  private Gauges() {}

  private record Site(
      String code, String name, LatLon at, boolean rain, SortedMap<LocalTime, Double> series) {}

  private static final List<Site> SITES =
      List.of(
          new Site("RG1", "Quweira", new LatLon(29.797, 35.312), true, RG1),
          new Site("RG2", "Titn", new LatLon(29.650, 35.250), true, RG2),
          new Site("RG3", "Above Shallala", new LatLon(29.530, 35.040), true, RG3),
          new Site("Y1", "Upper Wadi Yutum", new LatLon(29.690, 35.170), false, Y1),
          new Site("Y2", "Wadi Yutum mouth", new LatLon(29.588, 35.062), false, Y2));

  private static SortedMap<LocalTime, Double> series(String... points) {
    var series = new TreeMap<LocalTime, Double>();
    for (String point : points) {
      String[] part = point.split(" ");
      series.put(LocalTime.parse(part[0]), Double.parseDouble(part[1]));
    }
    return series;
  }

  /** Documents by the time of their receipt. */
  static SortedMap<LocalTime, String> documents() {
    var documents = new TreeMap<LocalTime, String>();
    for (var at = FIRST; !at.isAfter(LAST); at = at.plusMinutes(EVERY_MIN)) {
      documents.put(at, document(at));
    }
    return documents;
  }

  private static String document(LocalTime at) {
    var root = JSON.createObjectNode();
    root.put("name", "ns1:timeSeriesResponseType");
    var value = root.putObject("value");
    value
        .putObject("queryInfo")
        .putArray("note")
        .addObject()
        .put("value", "Illustrative data for an exercise. No such gauges exist.")
        .put("title", "disclaimer");
    var list = value.putArray("timeSeries");
    for (Site site : SITES) {
      timeSeries(list, site, at);
    }
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void timeSeries(ArrayNode list, Site site, LocalTime at) {
    var readings = JSON.createArrayNode();
    for (int back = READINGS - 1; back >= 0; back--) {
      var time = at.minusMinutes((long) EVERY_MIN * back);
      if (!site.code().equals("Y1") || !time.isAfter(SWEPT_AWAY)) {
        reading(readings.addObject(), site, time);
      }
    }
    if (readings.isEmpty()) {
      return; // as the service does with a site that has nothing to say
    }
    var series = list.addObject();
    source(series.putObject("sourceInfo"), site);
    variable(series.putObject("variable"), site);
    var values = series.putArray("values").addObject();
    values.set("value", readings);
    values
        .putArray("qualifier")
        .addObject()
        .put("qualifierCode", "P")
        .put("qualifierDescription", "Provisional data subject to revision.");
    values.putArray("method").addObject().put("methodDescription", "").put("methodID", 1);
    series.put("name", "DEMO:" + site.code() + ":" + (site.rain() ? "00045" : "00065"));
  }

  private static void source(ObjectNode source, Site site) {
    source.put("siteName", site.name());
    source
        .putArray("siteCode")
        .addObject()
        .put("value", site.code())
        .put("network", "NWIS")
        .put("agencyCode", "DEMO");
    source
        .putObject("timeZoneInfo")
        .put("siteUsesDaylightSavingsTime", false)
        .putObject("defaultTimeZone")
        .put("zoneOffset", "+03:00");
    source
        .putObject("geoLocation")
        .putObject("geogLocation")
        .put("srs", "EPSG:4326")
        .put("latitude", site.at().latDeg())
        .put("longitude", site.at().lonDeg());
  }

  private static void variable(ObjectNode variable, Site site) {
    variable
        .putArray("variableCode")
        .addObject()
        .put("value", site.rain() ? "00045" : "00065")
        .put("network", "NWIS");
    variable.put("variableName", site.rain() ? "Precipitation, total, in" : "Gage height, ft");
    variable.putObject("unit").put("unitCode", site.rain() ? "in" : "ft");
    variable.put("noDataValue", -999999.0);
  }

  private static void reading(ObjectNode node, Site site, LocalTime time) {
    double si = at(site.series(), time);
    double published = si * (site.rain() ? INCHES_PER_MM : FEET_PER_M);
    node.put("value", "%.2f".formatted(published));
    node.putArray("qualifiers").add("P");
    node.put("dateTime", OffsetDateTime.of(DAY, time, AMMAN).toString().replace("+", ":00.000+"));
  }

  /** The value at a moment, on the straight line between its neighbours. */
  static double at(SortedMap<LocalTime, Double> series, LocalTime time) {
    if (series.containsKey(time)) {
      return series.get(time);
    }
    var before = series.headMap(time);
    var after = series.tailMap(time);
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() ? series.firstEntry().getValue() : series.lastEntry().getValue();
    }
    Map.Entry<LocalTime, Double> from = before.lastEntry();
    Map.Entry<LocalTime, Double> to = after.firstEntry();
    double whole = to.getKey().toSecondOfDay() - from.getKey().toSecondOfDay();
    double share = (time.toSecondOfDay() - from.getKey().toSecondOfDay()) / whole;
    return from.getValue() + share * (to.getValue() - from.getValue());
  }
}
